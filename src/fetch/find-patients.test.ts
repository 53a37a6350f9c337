import { describe, expect, it } from 'vitest';
import { findPatients } from './find-patients.ts';
import { openTo, startForTest } from './testing/harness.ts';
import { type ServerOptions, type TestServer } from './testing/server.ts';

const people = ['a', 'b', 'c'].map((id) => ({ resourceType: 'Patient', id, meta: { versionId: '1' } }));
const start = (options: Partial<ServerOptions> = {}): Promise<TestServer> =>
  startForTest({ resources: people, ...options });
const byFamily = [new URLSearchParams({ family: 'Canary', birthdate: '1970-01-01' })];
const refs = (found: Awaited<ReturnType<typeof findPatients>>) =>
  found.ok ? found.value.map((f) => f.ref).sort() : found.error;

describe('finding a patient on a further server', () => {
  it('asks $match and every search, and gives each candidate once', async () => {
    const server = await start({ habits: { countCap: 2, pageSize: 2 } });
    const found = await findPatients(openTo(server).access, {
      match: '{"resourceType":"Parameters"}',
      searches: byFamily,
    });
    expect(refs(found)).toEqual(['Patient/a', 'Patient/b', 'Patient/c']);
  });

  it('sends names in the body, not in a URL', async () => {
    const urls: string[] = [];
    const server = await start();
    const { access } = openTo(server, {
      fetch: (url, init) => {
        urls.push(url);
        return fetch(url, init);
      },
    });
    await findPatients(access, { match: '{"name":"Canary"}', searches: byFamily });
    expect(urls.join()).not.toContain('Canary');
    expect(server.log.some((asked) => asked.params.get('family') === 'Canary')).toBe(true);
  });

  it('falls back to GET where POST is refused, and does without $match', async () => {
    const server = await start({
      habits: { posts: false },
      fault: (asked, response) => asked.path.includes('$match') && (response.writeHead(404).end(), true),
    });
    const found = await findPatients(openTo(server).access, { match: '{}', searches: byFamily });
    expect(refs(found)).toEqual(['Patient/a', 'Patient/b', 'Patient/c']);
  });

  it('fails only where nothing was answered', async () => {
    const server = await start({ fault: (_asked, response) => (response.writeHead(403).end(), true) });
    const found = await findPatients(openTo(server).access, { match: '{}', searches: byFamily });
    expect(found).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
  });
});
