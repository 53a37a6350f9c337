import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../e2e/sandbox/index.ts';
import { makeWorld, type OrgKey } from '../../e2e/sandbox/world/index.ts';
import { sourceId, type FactId, type Merged } from '../record/index.ts';
import { EVERYTHING } from '../timeline/index.ts';
import type { Decided } from './deciding.ts';
import type { Engine } from './engine.ts';
import type { WorkerEvent } from './messages.ts';
import { newEngine, settled, signedInAt } from './testing/session.ts';

const world = makeWorld({ people: ['maria-santos'] });
const maria = world.people.find((each) => each.key === 'maria-santos')!;
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', world, quiet: true });
});
afterAll(() => sandbox.stop());

/** A session with both of Maria's records read. */
async function session(keys: readonly OrgKey[] = ['general', 'riverside']) {
  const events: WorkerEvent[] = [];
  const engine = newEngine((event) => events.push(event));
  for (const key of keys) await open(engine, key);
  return { engine, events };
}

async function open(engine: Engine, key: OrgKey): Promise<void> {
  await engine.connect({ signedIn: await signedInAt(sandbox, key, maria.ids[key]!) });
  await engine.load({ source: sourceId(key), types: null });
  await settled(engine, sourceId(key));
}

async function facts(engine: Engine): Promise<Merged[]> {
  const { rows } = await engine.rows({ query: EVERYTHING, offset: 0, limit: 3000 });
  const details = await Promise.all(rows.map(({ id }) => engine.detail({ id })));
  return details.flatMap((detail) => detail?.merged ?? []);
}

const done = (answer: Decided): Extract<Decided, { kind: 'done' }> => {
  if (answer.kind !== 'done') throw new Error(`refused: ${answer.why}`);
  return answer;
};
const namesOf = (merged: Merged | undefined): string[] =>
  merged?.members.map(({ source, ref }) => `${source}|${ref}`).sort() ?? [];
const acts = async (engine: Engine): Promise<string[]> =>
  (await engine.audit(null)).lines.flatMap(({ event }) => {
    const [coding] = (event['subtype'] ?? []) as { code?: string }[];
    return coding?.code && ['split', 'join', 'undo'].includes(coding.code) ? [coding.code] : [];
  });

describe('a clinician’s word over the rules', () => {
  it('splits with a reason, survives a refresh, and is undone as if it had never been', async () => {
    const { engine } = await session();
    const before = (await facts(engine)).find(({ members }) => members.length > 1)!;
    expect(await engine.decide({ kind: 'split', fact: before.id, off: null, reason: ' ' })).toEqual({
      kind: 'refused',
      why: 'reason',
    });
    const why = await engine.pairs({ id: before.id, other: null });
    expect(why?.pairs.every(({ sentence }) => /^One fact\. .+/.test(sentence))).toBe(true);

    const split = done(
      await engine.decide({ kind: 'split', fact: before.id, off: null, reason: 'two visits' }),
    );
    expect(split.facts).toHaveLength(before.members.length);
    expect(await engine.detail({ id: before.id })).toBeNull();

    await engine.load({ source: sourceId('riverside'), types: null });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await engine.detail({ id: before.id })).toBeNull();
    expect((await engine.decisions(null)).lines).toMatchObject([
      { kind: 'split', standing: 'in-force', reason: 'two visits', mine: true },
    ]);

    const undone = done(await engine['undo-decision']({ number: split.number }));
    expect(undone.facts).toEqual([before.id]);
    expect((await engine.detail({ id: before.id }))?.merged.members).toHaveLength(before.members.length);
    expect((await engine.decisions(null)).lines).toEqual([]);
    const sources = new Set(before.members.map(({ source }) => source)).size;
    expect(await acts(engine)).toEqual([
      ...Array.from({ length: sources }, () => 'split'),
      ...Array.from({ length: sources }, () => 'undo'),
    ]);
  });

  it('joins what the rules keep apart, waits while a source is gone, and holds again when it is back', async () => {
    const { engine } = await session();
    const all = await facts(engine);
    const alone = (source: string) =>
      all.find(({ kind, members }) => kind === 'observation' && members.every((m) => m.source === source))!;
    const [a, b] = [alone('general'), alone('riverside')];
    const ids: [FactId, FactId] = [a.id, b.id];
    expect((await engine.pairs({ id: a.id, other: b.id }))?.pairs[0]?.sentence).toMatch(/^Two facts\. /);
    const joined = done(await engine.decide({ kind: 'join', facts: ids, reason: 'same specimen' }));
    const merged = (await engine.detail({ id: joined.facts[0]! }))?.merged;
    expect(namesOf(merged)).toEqual([...namesOf(a), ...namesOf(b)].sort());
    expect(merged?.joined.at(-1)).toMatchObject({ rule: 'decision', keys: ['same specimen'] });

    await engine.unlink({ source: sourceId('riverside') });
    const [line] = (await engine.decisions(null)).lines;
    expect(line).toMatchObject({ standing: 'waiting', change: 'not-here', holds: false });
    expect(namesOf((await engine.detail({ id: a.id }))?.merged)).toEqual(namesOf(a));
    const [candidate] = await engine.matches({ source: sourceId('riverside') });
    await engine.link({
      source: sourceId('riverside'),
      ref: candidate!.person.ref,
      reason: 'the same person',
    });
    await open(engine, 'riverside');
    expect((await engine.decisions(null)).lines).toMatchObject([{ standing: 'in-force' }]);
    expect((await engine.detail({ id: joined.facts[0]! }))?.merged.members).toHaveLength(
      merged!.members.length,
    );
  });

  it('refuses records of different kinds, and what is not here', async () => {
    const { engine } = await session(['general']);
    const all = await facts(engine);
    const of = (kind: Merged['kind']) => all.find((fact) => fact.kind === kind)!.id;
    const join = (one: FactId, two: FactId) =>
      engine.decide({ kind: 'join', facts: [one, two], reason: 'why not' });
    expect(await join(of('condition'), of('observation'))).toEqual({ kind: 'refused', why: 'kinds' });
    expect(await join(of('condition'), of('condition'))).toEqual({ kind: 'refused', why: 'nothing' });
    expect(await join(of('condition'), 'f0000000000000000' as FactId)).toEqual({
      kind: 'refused',
      why: 'gone',
    });
    expect(await acts(engine)).toEqual([]);
  });

  it('goes along in a file: written here, it is taken there, also before its records are read', async () => {
    const { engine } = await session();
    const before = (await facts(engine)).find(({ members }) => members.length > 1)!;
    const split = done(
      await engine.decide({ kind: 'split', fact: before.id, off: null, reason: 'two visits' }),
    );
    const file = await engine['export-decisions'](null);
    expect(file).toContain(sandbox.orgs.general.iss);
    await engine.forget(null);

    const other = await session(['general']);
    expect(await other.engine['import-decisions']({ text: '{}' })).toMatchObject({ kind: 'refused' });
    expect(await other.engine['import-decisions']({ text: file })).toEqual({
      kind: 'taken',
      taken: 1,
      known: 0,
    });
    expect(await other.engine['import-decisions']({ text: file })).toMatchObject({ taken: 0, known: 1 });
    expect((await other.engine.decisions(null)).lines).toMatchObject([
      { standing: 'waiting', reason: 'two visits' },
    ]);
    await open(other.engine, 'riverside');
    expect((await other.engine.decisions(null)).lines).toMatchObject([{ standing: 'in-force' }]);
    expect(await other.engine.detail({ id: split.facts[0]! })).not.toBeNull();
    await other.engine.forget(null);
    expect((await other.engine.decisions(null)).lines).toEqual([]);
  });
});
