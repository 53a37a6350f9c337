/** A source that changes and is read again: the timeline says what the source says now, and that something went. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../e2e/sandbox/index.ts';
import { makeWorld, type FhirResource } from '../../e2e/sandbox/world/index.ts';
import { sourceId, type ResourceRef } from '../record/index.ts';
import { EVERYTHING } from '../timeline/index.ts';
import type { WorkerEvent } from './messages.ts';
import { newEngine, settled, signedInAt } from './testing/session.ts';

const world = makeWorld({ people: ['maria-santos', 'robert-delacroix'] });
const maria = world.people.find((each) => each.key === 'maria-santos')!;
const source = sourceId('general');
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', world, quiet: true });
});
afterAll(() => sandbox.stop());

async function run() {
  const events: WorkerEvent[] = [];
  const engine = newEngine((event) => events.push(event));
  await engine.connect({ signedIn: await signedInAt(sandbox, 'general', maria.ids.general!) });
  async function read(types: readonly string[] | null = null): Promise<void> {
    engine.load({ source, types });
    await new Promise((resolve) => setTimeout(resolve, 30));
    await settled(engine);
    // The end of a load is told after its last line.
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  await read();
  const state = () => events.flatMap((event) => (event.kind === 'source' ? [event.state] : [])).at(-1)!;
  const total = async () =>
    (await engine.rows({ query: { ...EVERYTHING, includeRetracted: true }, offset: 0, limit: 0 })).total;
  return { engine, events, read, state, total };
}

const store = () => sandbox.orgs.general.records;
const recordOf = (type: string): FhirResource => store().ofPatient(maria.ids.general!, type)[0]!.resource;
const ref = ({ resourceType, id }: FhirResource) => `${resourceType}/${id}` as ResourceRef;

describe('read again', () => {
  it('and nothing changed: as many facts, no problem said twice', async () => {
    const { engine, read, state, total } = await run();
    const before = [state().facts, await total(), (await engine.problems({ source: null })).length];
    await read();
    expect([state().facts, await total(), (await engine.problems({ source: null })).length]).toEqual(before);
  });

  it('a record that was deleted is gone from the timeline, from its raw pages and from search, and that is said', async () => {
    const { engine, read, state, total } = await run();
    const record = recordOf('Procedure');
    const before = await total();
    store().remove('Procedure', record.id);
    await read(['Procedure']);
    store().add(record);
    expect(await total()).toBe(before - 1);
    expect(state().gone).toBe(1);
    expect(await engine.raw({ source, ref: ref(record) })).toBeNull();
    const problems = await engine.problems({ source });
    expect(problems.filter(({ kind }) => kind === 'gone')).toMatchObject([
      { ref: ref(record), type: 'Procedure' },
    ]);
    await read(['Procedure']);
    expect(await total()).toBe(before);
    expect(state().gone, 'it is back').toBe(0);
  });

  it('a record that was retracted is shown as retracted, also where its source names no new version', async () => {
    const { engine, read } = await run();
    const record = recordOf('Condition');
    const text = {
      coding: [
        { system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'entered-in-error' },
      ],
    };
    const { clinicalStatus: _, ...rest } = record as FhirResource & { clinicalStatus?: unknown };
    const statusOf = async () => {
      const { rows } = await engine.rows({
        query: { ...EVERYTHING, includeRetracted: true },
        offset: 0,
        limit: 5000,
      });
      for (const row of rows) {
        const detail = await engine.detail({ id: row.id });
        const member = detail?.merged.members.find((each) => each.ref === ref(record));
        if (member) return row.flags.retracted;
      }
      return 'not shown';
    };
    expect(await statusOf()).toBe(false);
    store().remove('Condition', record.id);
    store().add({ ...rest, verificationStatus: text } as FhirResource);
    await read(['Condition']);
    expect(await statusOf()).toBe(true);
    store().remove('Condition', record.id);
    store().add(record);
    await read(['Condition']);
    expect(await statusOf()).toBe(false);
  });

  it('a record that is somebody else’s now is held back, and shown no longer', async () => {
    const { read, state, total } = await run();
    const record = recordOf('Procedure');
    const other = world.people.find((each) => each.key !== maria.key && each.ids.general)!;
    const before = await total();
    store().remove('Procedure', record.id);
    store().add({ ...record, subject: { reference: `Patient/${other.ids.general!}` } } as FhirResource);
    await read(['Procedure']);
    expect(await total()).toBe(before - 1);
    expect(state().gone).toBe(1);
    store().remove('Procedure', record.id);
    store().add(record);
  });

  it('one type again asks for that type, its names and nothing else, and leaves the other lines', async () => {
    const { engine, read } = await run();
    sandbox.clearLog();
    const before = await engine.ledger(null);
    await read(['Immunization']);
    const types = new Set(
      sandbox
        .log()
        .filter(({ method }) => method !== 'OPTIONS')
        .map(({ type }) => type),
    );
    expect([...types].filter((type) => type !== 'metadata' && type !== 'token')).toEqual(['Immunization']);
    const counts = (lines: typeof before) =>
      lines.map(({ type, category, state }) => [
        type,
        category,
        state.kind,
        'received' in state && state.received,
      ]);
    expect(counts(await engine.ledger(null))).toEqual(counts(before));
  });

  it('a question in the middle loses nothing that was waiting for the consents', async () => {
    const { engine, total } = await run();
    const expected = await total();
    await engine.forget(null);
    await engine.connect({ signedIn: await signedInAt(sandbox, 'general', maria.ids.general!) });
    sandbox.clearLog();
    sandbox.setFault({ org: 'general', type: 'Consent', fault: 'slow', ms: 1_500, times: 1 });
    engine.load({ source, types: null });
    // Everything but the consents has come, and none of it is shown yet.
    await expect
      .poll(
        () =>
          sandbox.log().filter(({ type, status }) => type === 'AllergyIntolerance' && status === 200).length,
      )
      .toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await total()).toBe(0);
    engine.load({ source, types: ['Immunization'] });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const lines = await settled(engine);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(lines.filter(({ state }) => state.kind === 'partial' || state.kind === 'failed')).toEqual([]);
    expect(await total()).toBe(expected);
  });
});
