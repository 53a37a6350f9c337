import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../e2e/sandbox/index.ts';
import { makeWorld, type OrgKey } from '../../e2e/sandbox/world/index.ts';
import type { JsonObject } from '../base/index.ts';
import { sourceId } from '../record/index.ts';
import { EVERYTHING } from '../timeline/index.ts';
import type { Engine } from './engine.ts';
import { newEngine, settled, signedInAt } from './testing/session.ts';

const world = makeWorld({ people: ['maria-santos', 'erik-lindgren'] });
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', world, quiet: true });
});
afterAll(() => sandbox.stop());

const NAMES = { general: 'General Hospital', riverside: 'Riverside Clinic', valley: 'Valley Lab' };

async function connect(engine: Engine, key: OrgKey, patient: string): Promise<void> {
  const source = sourceId(key);
  const state = await engine.connect({
    signedIn: await signedInAt(sandbox, key, patient),
    site: { app: 'http://app.example', audit: null, policy: null, names: NAMES },
  });
  if (state?.link.kind === 'unlinked') {
    const [candidate] = await engine.matches({ source });
    await engine.link({ source, ref: candidate!.person.ref, reason: 'known to me' });
  }
  await engine.load({ source, types: null });
  await settled(engine, source);
}

async function openedFor(key: string, ...orgs: OrgKey[]): Promise<Engine> {
  const person = world.people.find((each) => each.key === key)!;
  const engine = newEngine();
  for (const org of orgs) await connect(engine, org, person.ids[org]!);
  return engine;
}

const BUNDLE = { query: EVERYTHING, format: 'bundle', mark: false } as const;
const textOf = async (engine: Engine, order: Parameters<Engine['copy']>[0]): Promise<string> =>
  (await engine.copy(order))!.file.text();
const entriesOf = (text: string): { fullUrl: string; resource: JsonObject }[] =>
  (JSON.parse(text) as { entry: { fullUrl: string; resource: JsonObject }[] }).entry;

/** Every fact that may be copied, with all of its members. */
async function factsIn(engine: Engine) {
  const { rows } = await engine.rows({ query: EVERYTHING, offset: 0, limit: 5000 });
  const details = await Promise.all(rows.map(({ id }) => engine.detail({ id })));
  return details.flatMap((detail) => (detail === null ? [] : [detail.merged]));
}

describe('a copy as a bundle', () => {
  it('holds every record byte for byte once, where each came from, why some are one, and what is missing', async () => {
    const engine = await openedFor('maria-santos', 'general', 'riverside');
    const text = await textOf(engine, BUNDLE);
    const entries = entriesOf(text);
    const facts = await factsIn(engine);
    const members = facts.flatMap((fact) => fact.members);
    expect(members.length).toBeGreaterThan(60);
    const urls = entries.map(({ fullUrl }) => fullUrl);
    expect(new Set(urls).size).toBe(urls.length);
    for (const { source, ref } of members) {
      const raw = await engine.raw({ source, ref });
      const url = `${sandbox.orgs[source as string as OrgKey].iss}/${ref}`;
      expect(text).toContain(`{"fullUrl":${JSON.stringify(url)},"resource":${raw!}}`);
    }
    // Somebody's name behind each reference to a person, and nobody who is not named.
    expect(entries.some(({ resource }) => resource['resourceType'] === 'Practitioner')).toBe(true);
    const merges = entries.filter(
      ({ fullUrl, resource }) =>
        fullUrl.startsWith('urn:uuid:') && JSON.stringify(resource).includes('"assembler"'),
    );
    expect(merges).toHaveLength(facts.filter((fact) => fact.members.length > 1).length);
    expect(merges.length).toBeGreaterThan(0);
    const ledger = JSON.stringify(entries[0]!.resource);
    expect(ledger).toContain('General Hospital: Condition');
    expect(ledger).toContain('Valley Lab: nothing was read.');
  });

  it('leaves out what is masked, also while it is revealed, and says how many', async () => {
    const engine = await openedFor('erik-lindgren', 'general');
    const { rows } = await engine.rows({ query: EVERYTHING, offset: 0, limit: 5000 });
    const masked = rows.filter(({ flags }) => flags.masked);
    expect(masked.length).toBeGreaterThan(0);
    const sealed = await engine.sealed({ id: masked[0]!.id });
    const shown = await engine.reveal({
      id: masked[0]!.id,
      purpose: sealed!.purposes[0]!,
      reason: 'for a test',
      alike: false,
    });
    expect(shown.kind).toBe('shown');
    expect(await engine.detail({ id: masked[0]!.id })).not.toBeNull();
    const plan = await engine['copy-plan']({ query: EVERYTHING });
    expect(plan.masked).toBe(masked.length);
    for (const order of [BUNDLE, { ...BUNDLE, format: 'csv' } as const]) {
      const text = await textOf(engine, order);
      expect(text).not.toMatch(/buprenorphine|opioid/i);
      expect(text).toContain(`${masked.length} facts left out: masked`);
    }
    const paper = await engine['paper-rows']({ query: EVERYTHING, limit: 5000 });
    expect(paper.rows.filter(({ flags }) => flags.masked)).toHaveLength(masked.length);
    expect(JSON.stringify(paper)).not.toMatch(/buprenorphine|opioid/i);
  });

  it('is read again by the headless core, with every fact', async () => {
    const engine = await openedFor('maria-santos', 'general', 'riverside');
    const folder = mkdtempSync(join(tmpdir(), 'copy-'));
    try {
      const file = join(folder, 'copy.json');
      writeFileSync(file, await textOf(engine, BUNDLE));
      const ran = spawnSync(
        process.execPath,
        ['--import', 'tsx', 'src/cli/main.ts', 'merge', '--source', `Copy=${file}`, '--link', 'all'],
        { encoding: 'utf8', maxBuffer: 1 << 28 },
      );
      expect(ran.stderr).toBe('');
      const merged = JSON.parse(ran.stdout) as {
        facts: { members: { ref: string }[] }[];
        problems: { kind: string }[];
      };
      const again = new Set(merged.facts.flatMap((fact) => fact.members.map(({ ref }) => ref)));
      const members = (await factsIn(engine)).flatMap((fact) => fact.members);
      expect(members.filter(({ ref }) => !again.has(ref)).map(({ ref }) => ref)).toEqual([]);
      // That something stands beside the records is told to whoever reads the copy.
      expect(merged.problems.map(({ kind }) => kind)).toContain('server-said');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is recorded with every source that it concerns', async () => {
    const engine = await openedFor('maria-santos', 'general', 'riverside');
    await engine.copy(BUNDLE);
    const { lines } = await engine.audit(null);
    const exports = lines.filter(({ event }) => JSON.stringify(event).includes('Exported to a file'));
    expect(exports).toHaveLength(2);
    expect(JSON.stringify(exports)).toMatch(/FHIR Bundle: \d+ facts/);
  });
});

describe('a copy as a table', () => {
  it('has one row a fact, and a byte order mark only where it is asked for', async () => {
    const engine = await openedFor('maria-santos', 'general');
    const { facts } = await engine['copy-plan']({ query: EVERYTHING });
    const plain = await textOf(engine, { ...BUNDLE, format: 'csv' });
    expect(plain.startsWith('"fact"')).toBe(true);
    const rows = plain.split('\r\n');
    const about = rows.filter((row) => row.startsWith('"","about-this-copy"'));
    expect(rows).toHaveLength(facts + about.length + 2);
    expect(rows.slice(1, about.length + 1)).toEqual(about);
    expect(about.join('\n')).toContain('General Hospital: Condition');
    expect(about.join('\n')).toContain('Valley Lab: nothing was read.');
    const bytes = new Uint8Array(
      await (await engine.copy({ ...BUNDLE, format: 'csv', mark: true }))!.file.arrayBuffer(),
    );
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
  });
});
