/** A record read again: nothing is lost, nothing doubled, and what the source no longer gives is told. */
import { describe, expect, it } from 'vitest';
import type { ResourceRef } from '../record/index.ts';
import { newMemory } from './load.ts';
import { loadFrom, startForTest } from './testing/harness.ts';
import { somePatient, SUPPORT_CAST } from './testing/patient.ts';
import { type Fault, type Habits, type TestResource, type TestServer } from './testing/server.ts';

const start = (
  resources: readonly TestResource[],
  habits: Partial<Habits> = {},
  fault?: Fault,
): Promise<TestServer> => startForTest({ resources, habits, ...(fault ? { fault } : {}) });

const heldOf = (refs: readonly string[]): Map<string, ResourceRef[]> => {
  const held = new Map<string, ResourceRef[]>();
  for (const ref of refs) {
    const type = ref.split('/')[0] ?? '';
    held.set(type, [...(held.get(type) ?? []), ref as ResourceRef]);
  }
  return held;
};
const without = (resources: readonly TestResource[], ids: readonly string[]) =>
  resources.filter(({ id }) => !ids.includes(id ?? ''));
const all = () => [...somePatient('p1', 30), ...SUPPORT_CAST];

describe('read again', () => {
  it('what was deleted at the source is told, and nothing else', async () => {
    const resources = all();
    const { sink } = await loadFrom(await start(resources));
    const held = heldOf(sink.refs());
    const server = await start(without(resources, ['observ-p1-3', 'condit-p1-0']));
    const second = await loadFrom(server, { held });
    expect(second.end.gone.toSorted()).toEqual(['Condition/condit-p1-0', 'Observation/observ-p1-3']);
    expect(second.line('Observation').state).toMatchObject({ kind: 'complete', received: 29 });
  });

  it('of a type that came only in part, nothing is said to be gone', async () => {
    const resources = all();
    const held = heldOf((await loadFrom(await start(resources))).sink.refs());
    let asks = 0;
    const server = await start(without(resources, ['observ-p1-3']), { countCap: 10 }, (asked, response) => {
      const isIt = asked.path === 'Observation' && asks++ > 0;
      if (isIt) response.writeHead(500).end();
      return isIt;
    });
    const second = await loadFrom(server, { held, types: ['Observation'] });
    expect(second.line('Observation').state.kind).toBe('partial');
    expect(second.end.gone).toEqual([]);
  });

  it('a record that slipped out of the pages and is still there stays, and the line does not say complete', async () => {
    const resources = all();
    const held = heldOf((await loadFrom(await start(resources))).sink.refs());
    const server = await start(resources, { total: 'none' }, (asked, response, honest) => {
      if (asked.path !== 'Immunization' || asked.params.has('_summary')) return false;
      const page = JSON.parse(honest()) as { entry: unknown[] };
      page.entry.shift();
      response.writeHead(200).end(JSON.stringify(page));
      return true;
    });
    const { sink, end, line } = await loadFrom(server, { held, types: ['Immunization'] });
    expect(end.gone).toEqual([]);
    expect(sink.refs().filter((ref) => ref.startsWith('Immunization/'))).toHaveLength(2);
    expect(line('Immunization').state).toMatchObject({ kind: 'partial', why: { kind: 'truncated' } });
  });

  it('by a server that only answers by category, the deleted is told too', async () => {
    const resources = all();
    const habits = { needsCategory: ['Observation'] };
    const held = heldOf((await loadFrom(await start(resources, habits))).sink.refs());
    const server = await start(without(resources, ['observ-p1-3']), habits);
    expect((await loadFrom(server, { held })).end.gone).toEqual(['Observation/observ-p1-3']);
  });

  it('a type that is refused now has not lost its records', async () => {
    const resources = all();
    const held = heldOf((await loadFrom(await start(resources))).sink.refs());
    const server = await start(resources, { serves: ['Patient', 'Observation'], lists: ['Patient'] });
    expect((await loadFrom(server, { held })).end.gone).toEqual([]);
  });

  it('a connection that ends while the missing are looked for leaves them', async () => {
    const resources = all();
    const held = heldOf((await loadFrom(await start(resources))).sink.refs());
    const server = await start(without(resources, ['observ-p1-3']), {}, (asked, response) => {
      const isIt = asked.path === 'Observation/observ-p1-3';
      if (isIt) response.destroy();
      return isIt;
    });
    expect((await loadFrom(server, { held, types: ['Observation'] })).end.gone).toEqual([]);
  });

  it('records without an id keep their number from load to load, whatever else is read', async () => {
    const memory = newMemory();
    const bare = (type: string, note: string): TestResource => ({
      resourceType: type,
      note,
      subject: { reference: 'Patient/p1' },
    });
    const server = await start([bare('Observation', 'a'), bare('Condition', 'b')]);
    const numbers = async (type: string) =>
      (await loadFrom(server, { types: [type], memory })).sink.refs().filter((ref) => ref.startsWith('#'));
    const first = [...(await numbers('Observation')), ...(await numbers('Condition'))];
    expect(new Set(first).size).toBe(2);
    expect([...(await numbers('Observation')), ...(await numbers('Condition'))]).toEqual(first);
  });

  it('of provenance that comes along with other types, nothing is missed when some types are read', async () => {
    const server = await start(all());
    const first = await loadFrom(server);
    const held = heldOf(first.sink.refs());
    const { end, line } = await loadFrom(server, {
      held,
      before: first.end.ledger,
      types: ['Patient', 'Condition', 'Provenance'],
    });
    expect(end.gone).toEqual([]);
    expect(line('Provenance').state.kind).toBe('complete');
  });

  it('names that did not come are asked for with the next types that are read, and the others are not', async () => {
    const memory = newMemory();
    const server = await start(all(), {}, (asked, response) => {
      const isIt = down && asked.path.startsWith('PractitionerRole');
      if (isIt) response.writeHead(500).end();
      return isIt;
    });
    let down = true;
    const first = await loadFrom(server, { memory });
    expect(first.line('support').state.kind).toBe('partial');
    down = false;
    server.log.length = 0;
    const before = first.end.ledger;
    const second = await loadFrom(server, { memory, before, types: ['Immunization'] });
    expect(second.line('support').state).toMatchObject({ kind: 'complete', received: 5 });
    expect(server.log.filter(({ path }) => path.startsWith('Practitioner')).map(({ path }) => path)).toEqual([
      'PractitionerRole',
      'Practitioner',
    ]);
  });
});
