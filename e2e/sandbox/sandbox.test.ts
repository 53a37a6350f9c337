import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfiguration } from '../../src/sources/index.ts';
import { listen } from './http.ts';
import { startSandbox, type Sandbox } from './index.ts';
import { choosePorts } from './ports.ts';
import { tinyWorld } from './testing/tiny-world.ts';
import { signIn } from './testing/visitor.ts';
import { FhirClient } from './testing/fhir-client.ts';
import { ORG_KEYS } from './world/index.ts';

let sandbox: Sandbox;
let dist: string;
beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'sandbox-'));
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'index.html'), `<!doctype html><title>app</title>${' '.repeat(2000)}`);
  writeFileSync(join(dist, 'assets', 'app-1a2b.js'), `export {};${' '.repeat(2000)}`);
  sandbox = await startSandbox({ ports: 'random', quiet: true, world: tinyWorld(), appDir: dist });
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(dist, { recursive: true });
});

describe('the app server', () => {
  const get = (path: string, init?: RequestInit) => fetch(`${sandbox.urls.app}${path}`, init);

  test.each(['/', '/launch?iss=a&launch=b', '/callback?code=1', '/callback/county', '/start'])(
    '%s is the app, never stored',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('<title>app</title>');
      expect(response.headers.get('cache-control')).toBe('no-store');
      const opener = path.startsWith('/callback') ? 'unsafe-none' : 'same-origin-allow-popups';
      expect(response.headers.get('cross-origin-opener-policy')).toBe(opener);
    },
  );

  test('assets are kept for ever, and compressed', async () => {
    const response = await get('/assets/app-1a2b.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toMatch(/^export \{\};/);
    const plain = await get('/assets/app-1a2b.js', { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });

  test('what is not there is 404, what is not GET is 405', async () => {
    expect((await get('/assets/none.js')).status).toBe(404);
    expect((await get('/../package.json')).status).toBe(404);
    expect((await get('/%2e%2e/package.json')).status).toBe(404);
    expect((await get('/', { method: 'POST' })).status).toBe(405);
  });

  test("config.json is one the app's own reader takes, for the running ports", async () => {
    const read = readConfiguration(await (await get('/config.json')).text());
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.organisations.map(({ iss }) => iss)).toEqual(
      ORG_KEYS.map((key) => sandbox.orgs[key].iss),
    );
    expect(read.value.organisations.filter(({ launches }) => launches).map(({ id }) => id)).toEqual([
      'general',
    ]);
    expect(read.value.frameAncestors).toEqual([sandbox.urls.ehr]);
  });

  test('the policy lets it speak to these servers only', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    const connect = /connect-src ([^;]*)/.exec(policy)?.[1]?.split(' ').sort();
    expect(connect).toEqual(["'self'", ...ORG_KEYS.map((key) => sandbox.orgs[key].origin)].sort());
  });

  test('without a build it says so', async () => {
    const bare = await startSandbox({ ports: 'random', quiet: true, world: tinyWorld() });
    const response = await fetch(bare.urls.app);
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('not built')]);
    await bare.stop();
    await expect(fetch(bare.urls.app)).rejects.toThrow();
  });
});

describe('the EHR page', () => {
  const get = (path: string) => fetch(`${sandbox.urls.ehr}${path}`, { redirect: 'manual' });

  test("lists the hospital's patients with their stories, under a strict policy", async () => {
    const response = await get('/');
    const html = await response.text();
    for (const { name, story } of sandbox.world.people) {
      expect(html).toContain(name);
      expect(html).toContain(story);
    }
    expect(html).toContain(sandbox.urls.app);
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(html).not.toMatch(/<script(?! type="module" src)|\sstyle=|\son[a-z]+=/);
  });

  test('launches one of its own patients, and nobody else', async () => {
    const response = await get('/launch?patient=g-ines&how=tab');
    expect(response.status).toBe(302);
    const url = new URL(response.headers.get('location') ?? '');
    expect(url.origin + url.pathname).toBe(`${sandbox.urls.app}/launch`);
    const launch = url.searchParams.get('launch') ?? '';
    const token = await signIn(sandbox, sandbox.orgs.general, {
      launch,
      scope: 'launch openid patient/*.rs',
    });
    expect(token).toMatchObject({ patient: 'g-ines', need_patient_banner: true });
    expect((await get('/launch?patient=r-ines')).status).toBe(404);
  });

  test('faults, latency and the log are worked over HTTP', async () => {
    const admin = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
      fetch(`${sandbox.urls.ehr}/sandbox/${path}`, {
        method,
        headers,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    const client = new FhirClient(
      sandbox.orgs.county,
      await signIn(sandbox, sandbox.orgs.county, { patient: 'c-ines' }),
    );
    expect((await admin('POST', 'faults', { org: 'county', fault: '500', type: 'Condition' })).status).toBe(
      201,
    );
    expect((await client.get('Condition?patient=c-ines')).status).toBe(500);
    expect(await (await admin('GET', 'faults')).json()).toMatchObject([{ fault: '500', applied: 1 }]);
    await admin('DELETE', 'faults');
    expect((await client.get('Condition?patient=c-ines')).status).toBe(200);
    const log = (await (await admin('GET', 'log')).json()) as { type: string; status: number }[];
    expect(log.filter(({ type }) => type === 'Condition').map(({ status }) => status)).toEqual([500, 200]);
    expect((await admin('POST', 'faults', { org: 'mars', fault: '500' })).status).toBe(400);
    expect((await admin('POST', 'faults', { org: 'county', fault: 'plague' })).status).toBe(400);
    expect((await admin('POST', 'latency', { ms: -1 })).status).toBe(400);
    expect((await admin('POST', 'latency', { ms: 0 })).status).toBe(200);
    const habits = { org: 'county', habits: { defaultPage: 3 } };
    expect((await admin('POST', 'habits', habits)).status).toBe(200);
    expect(await client.ids('Observation?patient=c-ines&category=laboratory')).toHaveLength(3);
    expect((await admin('POST', 'habits', { org: 'county', habits: { virtue: true } })).status).toBe(400);
    await admin('DELETE', 'habits');
    expect(await client.ids('Observation?patient=c-ines&category=laboratory')).toHaveLength(9);
    expect(await (await admin('GET', 'people')).json()).toHaveLength(3);
    const foreign = await admin('DELETE', 'faults', undefined, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
  });
});

test('a port in use is told and avoided', async () => {
  const taken = await listen(createServer(), 0);
  const said: string[] = [];
  const [port = 0, other = 0] = await choosePorts([taken.port, taken.port + 1], (text) => said.push(text));
  expect(said[0]).toContain(`Port ${taken.port} is in use`);
  expect(port).not.toBe(taken.port);
  expect(port).not.toBe(other);
  await taken.stop();
});

test('every organisation has a brand that leads to its FHIR base', async () => {
  for (const key of ORG_KEYS) {
    const { origin, iss, name } = sandbox.orgs[key];
    const smart = (await (await fetch(`${iss}/.well-known/smart-configuration`)).json()) as Record<
      string,
      string
    >;
    const bundle = (await (await fetch(smart['user_access_brand_bundle'] ?? '')).json()) as {
      entry: { resource: { resourceType: string; name: string; address?: string } }[];
    };
    expect(bundle.entry.slice(0, 2).map(({ resource }) => [resource.resourceType, resource.name])).toEqual([
      ['Organization', name],
      ['Endpoint', name],
    ]);
    expect(bundle.entry[1]?.resource.address).toBe(iss);
    // An exchange lists the practices that it stands in front of.
    expect(bundle.entry.length > 200).toBe(key === 'county');
    expect((await fetch(`${origin}/logo.svg`)).headers.get('content-type')).toBe('image/svg+xml');
  }
});
