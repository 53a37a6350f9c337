import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../e2e/sandbox/index.ts';
import { makeWorld, type OrgKey } from '../../e2e/sandbox/world/index.ts';
import { sourceId, type LedgerLine } from '../record/index.ts';
import { EVERYTHING } from '../timeline/index.ts';
import type { Engine } from './engine.ts';
import type { SourceState, WorkerEvent } from './messages.ts';
import { newEngine, settled, signedInAt } from './testing/session.ts';

const world = makeWorld({ people: ['maria-santos', 'robert-delacroix'] });
const maria = world.people.find((each) => each.key === 'maria-santos')!;
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', world, quiet: true });
});
afterAll(() => sandbox.stop());

interface Running {
  readonly engine: Engine;
  readonly events: WorkerEvent[];
  open(key: OrgKey): Promise<SourceState>;
  settled(): Promise<readonly LedgerLine[]>;
}

function run(): Running {
  const events: WorkerEvent[] = [];
  const engine = newEngine((event) => events.push(event));
  return {
    engine,
    events,
    async open(key) {
      const id = maria.ids[key]!;
      const state = await engine.connect({ signedIn: await signedInAt(sandbox, key, id) });
      await engine.load({ source: sourceId(key), types: null });
      if (!state) throw new Error('it was signed out');
      return state;
    },
    settled: () => settled(engine),
  };
}

const membersOf = (org: OrgKey): string[] =>
  maria.truth.flatMap((group) => group.members.filter((m) => m.org === org).map((m) => m.ref));

describe('the line through the house', () => {
  it('shows one patient of the EHR, every record of hers and nobody else’s', async () => {
    const { engine, open, settled } = run();
    sandbox.clearLog();
    expect((await open('general')).link.kind).toBe('anchor');
    const lines = await settled();
    // The sign-in has read who it is about: a moment later that is not asked again.
    expect(sandbox.log().filter(({ type }) => type === 'Patient').length).toBe(1);
    expect(lines.filter((line) => line.state.kind === 'failed')).toEqual([]);
    const { rows, total } = await engine.rows({
      query: { ...EVERYTHING, includeRetracted: true },
      offset: 0,
      limit: 2000,
    });
    expect(rows).toHaveLength(total);
    const shown = new Set<string>();
    for (const row of rows) {
      const detail = await engine.detail({ id: row.id });
      if (row.flags.masked) expect(detail).toBeNull();
      else for (const member of detail?.merged.members ?? []) shown.add(member.ref);
    }
    const masked = rows.filter((row) => row.flags.masked).length;
    expect(membersOf('general').filter((ref) => !shown.has(ref)).length).toBeLessThanOrEqual(masked);
    expect(total).toBeGreaterThan(20);
  });

  it('joins a second organisation when it is certainly the same person, and says less often what both say', async () => {
    const { engine, open, settled } = run();
    await open('general');
    await settled();
    const alone = (await engine.rows({ query: EVERYTHING, offset: 0, limit: 0 })).total;
    const state = await open('riverside');
    if (state.link.kind === 'unlinked') {
      const [candidate] = await engine.matches({ source: sourceId('riverside') });
      expect(candidate?.match.outcome).toBe('likely');
      await engine.link({ source: sourceId('riverside'), ref: candidate!.person.ref, reason: null });
      await engine.load({ source: sourceId('riverside'), types: null });
    }
    await settled();
    const both = await engine.rows({ query: EVERYTHING, offset: 0, limit: 2000 });
    expect(both.total).toBeGreaterThan(alone);
    expect(both.rows.some((row) => row.sources.length === 2)).toBe(true);
    await engine.unlink({ source: sourceId('riverside') });
    expect((await engine.rows({ query: EVERYTHING, offset: 0, limit: 0 })).total).toBe(alone);
  });

  it('gives the raw resource byte for byte, and nothing of a masked one', async () => {
    const { engine, open, settled } = run();
    await open('general');
    await settled();
    const { rows } = await engine.rows({ query: EVERYTHING, offset: 0, limit: 2000 });
    const plain = rows.find((row) => !row.flags.masked)!;
    const detail = await engine.detail({ id: plain.id });
    const member = detail!.merged.members[0]!;
    const raw = await engine.raw({ source: member.source, ref: member.ref });
    expect(`${member.type}/${(JSON.parse(raw!) as { id: string }).id}`).toBe(member.ref);
  });

  it('undoes every link when the first source comes back with another patient', async () => {
    const { engine, events, open, settled } = run();
    await open('general');
    await settled();
    const county = await engine.connect({ signedIn: await signedInAt(sandbox, 'county', maria.ids.county!) });
    if (county?.link.kind === 'unlinked') {
      const [candidate] = await engine.matches({ source: sourceId('county') });
      await engine.link({ source: sourceId('county'), ref: candidate!.person.ref, reason: 'known' });
    }
    await engine.load({ source: sourceId('county'), types: null });
    await settled();
    events.length = 0;
    const other = sandbox.world.people.find((each) => each.key !== maria.key && each.ids.general)!;
    const state = await engine.connect({
      signedIn: await signedInAt(sandbox, 'general', other.ids.general!),
    });
    expect(state?.link.kind).toBe('anchor');
    expect(state?.person?.ref).toBe(`Patient/${other.ids.general}`);
    expect((await engine.rows({ query: EVERYTHING, offset: 0, limit: 1 })).total).toBe(0);
    expect(await engine.ledger(null)).toEqual([]);
    const last = events.filter((event) => event.kind === 'source' && event.state.source === 'county').at(-1);
    expect(last).toMatchObject({ state: { link: { kind: 'unlinked' }, facts: 0 } });
  });

  it('lets another take the first one’s place when that is signed out, and hears nothing more of it', async () => {
    const { engine, events, open, settled } = run();
    await open('general');
    const county = await open('county');
    if (county.link.kind === 'unlinked') {
      const [candidate] = await engine.matches({ source: sourceId('county') });
      await engine.link({ source: sourceId('county'), ref: candidate!.person.ref, reason: 'known' });
      await engine.load({ source: sourceId('county'), types: null });
    }
    await settled();
    events.length = 0;
    await engine.load({ source: sourceId('general'), types: null });
    await engine['sign-out']({ source: sourceId('general') });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(events.filter((event) => event.kind === 'source' && event.state.source === 'general')).toEqual([]);
    const heir = events.filter((event) => event.kind === 'source').at(-1);
    expect(heir).toMatchObject({ state: { source: 'county', link: { kind: 'anchor' } } });
    const { rows } = await engine.rows({ query: EVERYTHING, offset: 0, limit: 500 });
    expect(new Set(rows.flatMap((row) => row.sources))).toEqual(new Set(['county']));
  });

  it('marks the visit that the launch named, and no other', async () => {
    const { engine, settled } = run();
    const plain = await signedInAt(sandbox, 'general', maria.ids.general!);
    const visits = membersOf('general').filter((ref) => ref.startsWith('Encounter/'));
    const encounter = visits[0]!.replace('Encounter/', '');
    await engine.connect({ signedIn: { ...plain, encounter } });
    await engine.load({ source: sourceId('general'), types: null });
    await settled();
    const { rows } = await engine.rows({ query: EVERYTHING, offset: 0, limit: 2000 });
    const marked = rows.filter((row) => row.flags.launchVisit === true);
    expect(marked.map((row) => row.kind)).toEqual(['encounter']);
    const detail = await engine.detail({ id: marked[0]!.id });
    expect(detail?.merged.members.map((member) => member.ref)).toContain(visits[0]);
  });

  it('forgets everything on demand', async () => {
    const { engine, open, settled } = run();
    await open('general');
    await settled();
    await engine.forget(null);
    expect((await engine.rows({ query: EVERYTHING, offset: 0, limit: 10 })).total).toBe(0);
    expect(await engine.ledger(null)).toEqual([]);
  });
});
