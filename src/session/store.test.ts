import { describe, expect, it } from 'vitest';
import { sourceId, type Completeness, type LedgerLine, type SourceId } from '../record/index.ts';
import type { Organisation } from '../sources/index.ts';
import type { SourceState } from '../worker/index.ts';
import { createStore, type SessionStore } from './store.ts';

const source = sourceId('general');
const other = sourceId('county');
const organisationOf = (id: SourceId): Organisation => ({
  id,
  name: id,
  kind: 'ehr',
  iss: `https://${id}.example/fhir`,
  clientId: 'app',
  scopes: null,
  letter: 'G',
  colour: 0,
  open: false,
});
const CONNECTED = { kind: 'connected', since: 1, expiresAt: null, granted: 'patient/*.rs' } as const;
const line = (type: string, state: Completeness): LedgerLine => ({
  source,
  type,
  category: null,
  state,
  remarks: [],
});

function twoConnected(): SessionStore {
  const made = createStore();
  made.change({ kind: 'organisations', organisations: [source, other].map(organisationOf) });
  for (const each of [source, other])
    made.change({ kind: 'connection', source: each, connection: CONNECTED });
  return made;
}
const stateOf = (each: SourceId, connection: SourceState['connection']): SourceState => ({
  source: each,
  connection,
  link: { kind: 'unlinked' },
  person: null,
  facts: 3,
  quarantined: 0,
  gone: 0,
});
const told = (made: SessionStore, state: SourceState) =>
  made.change({ kind: 'worker', event: { kind: 'source', state } });
const connections = (made: SessionStore) => made.get().sources.map((view) => view.connection.kind);

function store(...events: LedgerLine[][]) {
  const made = twoConnected();
  for (const lines of events) made.change({ kind: 'worker', event: { kind: 'ledger', lines } });
  return made.get().sources[0]!;
}

describe('the ledger as the page knows it', () => {
  const failed = line('Condition', { kind: 'failed', why: { kind: 'timed-out', afterMs: 1 }, at: 1 });

  it('keeps a failure that no later event speaks of', () => {
    const view = store([failed], [line('Patient', { kind: 'complete', received: 1, at: 2 })]);
    expect(view.lines).toHaveLength(2);
    expect(view.progress.floor).toBe(true);
  });

  it('lets a line take the place of the one before it', () => {
    const view = store([failed], [line('Condition', { kind: 'complete', received: 4, at: 2 })]);
    expect(view.lines).toHaveLength(1);
    expect(view.progress).toEqual({ received: 4, about: 4, floor: false });
  });
});

describe('how connections stand', () => {
  it('marks the one that expired, and takes that back when its server does', () => {
    const made = twoConnected();
    told(made, stateOf(source, 'expired'));
    expect(connections(made)).toEqual(['expired', 'connected']);
    told(made, stateOf(source, 'connected'));
    expect(connections(made)).toEqual(['connected', 'connected']);
  });

  it('does not lose a sign-in that is under way to news of the session before it', () => {
    const made = twoConnected();
    told(made, stateOf(source, 'expired'));
    made.change({ kind: 'connection', source, connection: { kind: 'signing-in' } });
    told(made, stateOf(source, 'expired'));
    expect(connections(made)).toEqual(['signing-in', 'connected']);
  });

  it('hears nothing more of a source that was let go', () => {
    const made = twoConnected();
    made.change({ kind: 'dropped', source });
    told(made, stateOf(source, 'connected'));
    const late = line('Condition', { kind: 'complete', received: 4, at: 2 });
    made.change({ kind: 'worker', event: { kind: 'ledger', lines: [late] } });
    expect(made.get().sources[0]).toMatchObject({ connection: { kind: 'idle' }, state: null, lines: [] });
  });

  it('is empty after the end, but for what can be signed in to again', () => {
    const made = twoConnected();
    told(made, stateOf(source, 'connected'));
    made.change({ kind: 'worker', event: { kind: 'revision', revision: 7, facts: 90 } });
    made.change({ kind: 'emptied', status: { phase: 'locked' } });
    expect(made.get()).toMatchObject({ status: { phase: 'locked' }, revision: 0, facts: 0 });
    expect(connections(made)).toEqual(['signed-out', 'idle']);
    expect(made.get().sources.map((view) => view.state)).toEqual([null, null]);
  });

  it('drops the ledger with the facts', () => {
    const made = twoConnected();
    const lines = [line('Condition', { kind: 'complete', received: 4, at: 2 })];
    made.change({ kind: 'worker', event: { kind: 'ledger', lines } });
    made.change({ kind: 'worker', event: { kind: 'forgotten', source } });
    expect(made.get().sources[0]).toMatchObject({ lines: [], progress: { received: 0 } });
  });
});
