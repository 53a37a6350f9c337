import { isFloor, type LedgerLine, type SourceId } from '../record/index.ts';
import type { ConnectionState, Organisation } from '../sources/index.ts';
import type { SourceState, WorkerEvent } from '../worker/index.ts';
import type { SourceView, Status } from './types.ts';

/** What the page knows of the session: no fact and no token, only how things stand. */
export interface SessionState {
  readonly status: Status;
  readonly revision: number;
  readonly facts: number;
  readonly sources: readonly SourceView[];
}

/** State changes only through these. */
type Change =
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'organisations'; readonly organisations: readonly Organisation[] }
  | { readonly kind: 'connection'; readonly source: SourceId; readonly connection: ConnectionState }
  | { readonly kind: 'dropped'; readonly source: SourceId }
  | { readonly kind: 'worker'; readonly event: WorkerEvent };

const EMPTY: SessionState = { status: { phase: 'starting' }, revision: 0, facts: 0, sources: [] };

export interface SessionStore {
  get(): SessionState;
  subscribe(listener: () => void): () => void;
  change(change: Change): void;
}

export function createStore(): SessionStore {
  let state = EMPTY;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(change) {
      state = apply(state, change);
      for (const listener of listeners) listener();
    },
  };
}

function apply(state: SessionState, change: Change): SessionState {
  switch (change.kind) {
    case 'status':
      return { ...state, status: change.status };
    case 'organisations':
      return { ...state, sources: change.organisations.map(fresh) };
    case 'connection':
      return onSource(state, change.source, (view) => ({ ...view, connection: change.connection }));
    case 'dropped':
      return onSource(state, change.source, (view) => ({ ...fresh(view.organisation) }));
    case 'worker':
      return applyEvent(state, change.event);
  }
}

function applyEvent(state: SessionState, event: WorkerEvent): SessionState {
  switch (event.kind) {
    case 'revision':
      return { ...state, revision: event.revision, facts: event.facts };
    case 'source':
      return onSource(state, event.state.source, (view) => withState(view, event.state));
    case 'ledger': {
      const bySource = groupBySource(event.lines);
      return {
        ...state,
        sources: state.sources.map((view) => {
          const lines = bySource.get(view.organisation.id);
          return lines ? withLines(view, lines) : view;
        }),
      };
    }
    case 'quarantine':
      return state;
  }
}

function groupBySource(lines: readonly LedgerLine[]): Map<SourceId, LedgerLine[]> {
  const groups = new Map<SourceId, LedgerLine[]>();
  for (const line of lines) groups.set(line.source, [...(groups.get(line.source) ?? []), line]);
  return groups;
}

const onSource = (
  state: SessionState,
  source: SourceId,
  f: (view: SourceView) => SourceView,
): SessionState => ({
  ...state,
  sources: state.sources.map((view) => (view.organisation.id === source ? f(view) : view)),
});

const fresh = (organisation: Organisation): SourceView => ({
  organisation,
  connection: { kind: 'idle' },
  state: null,
  lines: [],
  progress: { received: 0, about: null, floor: false },
});

function withState(view: SourceView, state: SourceState): SourceView {
  if (state.connection === 'connected') return { ...view, state };
  return { ...view, state, connection: { kind: state.connection } };
}

/** The worker tells only what changed: a line takes the place of the one before it, and all others stand. */
function withLines(view: SourceView, changed: readonly LedgerLine[]): SourceView {
  const byName = new Map(
    [...view.lines, ...changed].map((line) => [`${line.type}|${line.category ?? ''}`, line]),
  );
  const lines = [...byName.values()];
  return { ...view, lines, progress: progressOf(lines) };
}

function progressOf(lines: readonly LedgerLine[]): SourceView['progress'] {
  let received = 0;
  let about: number | null = 0;
  for (const { state } of lines) {
    if ('received' in state) received += state.received;
    const expected =
      state.kind === 'complete'
        ? state.received
        : 'about' in state
          ? state.about
          : state.kind === 'failed'
            ? null
            : 0;
    about = about === null || expected === null ? null : about + expected;
  }
  return { received, about, floor: isFloor(lines) };
}
