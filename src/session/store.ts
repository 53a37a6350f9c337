import type { Language } from '../base/index.ts';
import { isFloor, type LedgerLine, type SourceId } from '../record/index.ts';
import type { ConnectionState, Organisation } from '../sources/index.ts';
import type { AuditState } from '../audit/index.ts';
import type { SourceState, WorkerEvent } from '../worker/index.ts';
import type { SignInSummary, SourceView, Status } from './types.ts';

/** What the page knows of the session: no fact and no token, only how things stand. */
export interface SessionState {
  readonly status: Status;
  readonly revision: number;
  readonly facts: number;
  /** Counts how often a decision about records was taken, undone or saved. */
  readonly decided: number;
  /** Seconds until the screen locks, while it warns of that. */
  readonly lockIn: number | null;
  /** How much of what was recorded is delivered; null before anything was. */
  readonly audit: AuditState | null;
  /** As the site sets it; null where it leaves that to the browser. */
  readonly language: Language | null;
  /** After how long what was read is said to be old: the site's word. */
  readonly staleMinutes: number;
  /** As the configuration names them: the same list until another configuration is read. */
  readonly organisations: readonly Organisation[];
  readonly sources: readonly SourceView[];
}

/** State changes only through these. */
type Change =
  | { readonly kind: 'status'; readonly status: Status }
  | {
      readonly kind: 'organisations';
      readonly organisations: readonly Organisation[];
      readonly staleMinutes?: number;
    }
  | { readonly kind: 'language'; readonly language: Language | null }
  | { readonly kind: 'connection'; readonly source: SourceId; readonly connection: ConnectionState }
  | { readonly kind: 'signed-in'; readonly source: SourceId; readonly signIn: SignInSummary }
  | { readonly kind: 'lock-in'; readonly seconds: number | null }
  | { readonly kind: 'dropped'; readonly source: SourceId }
  /** Nothing is held any more; what was connected can be signed in to again. */
  | { readonly kind: 'emptied'; readonly status: Status }
  | { readonly kind: 'worker'; readonly event: WorkerEvent };

const EMPTY: SessionState = {
  status: { phase: 'starting' },
  revision: 0,
  facts: 0,
  decided: 0,
  lockIn: null,
  audit: null,
  language: null,
  staleMinutes: 60,
  organisations: [],
  sources: [],
};

export interface SessionStore {
  get(): SessionState;
  subscribe(listener: () => void): () => void;
  change(change: Change): void;
}

export function createStore(): SessionStore {
  let state = EMPTY;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    isToTell = false;
    for (const listener of listeners) listener();
  };
  let isToTell = false;
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(change) {
      state = apply(state, change);
      // The worker tells several things in one message: the screen hears of them together.
      if (change.kind !== 'worker') tell();
      else if (!isToTell) {
        isToTell = true;
        queueMicrotask(tell);
      }
    },
  };
}

function apply(state: SessionState, change: Change): SessionState {
  switch (change.kind) {
    case 'status':
      return { ...state, status: change.status };
    case 'organisations':
      return {
        ...state,
        organisations: change.organisations,
        sources: change.organisations.map(fresh),
        staleMinutes: change.staleMinutes ?? state.staleMinutes,
      };
    case 'language':
      return { ...state, language: change.language };
    case 'connection':
      return onSource(state, change.source, (view) => ({ ...view, connection: change.connection }));
    case 'signed-in':
      return onSource(state, change.source, (view) => ({ ...view, signIn: change.signIn }));
    case 'lock-in':
      return { ...state, lockIn: change.seconds };
    case 'dropped':
      return onSource(state, change.source, (view) => ({ ...fresh(view.organisation) }));
    case 'emptied':
      return {
        ...EMPTY,
        language: state.language,
        status: change.status,
        staleMinutes: state.staleMinutes,
        organisations: state.organisations,
        sources: state.sources.map(emptied),
      };
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
          return lines && view.connection.kind !== 'idle' ? withLines(view, lines) : view;
        }),
      };
    }
    case 'forgotten':
      return onSource(state, event.source, (view) => ({ ...view, lines: [], progress: NOTHING_READ }));
    case 'audit':
      return { ...state, audit: event.state };
    case 'decided':
      return { ...state, decided: state.decided + 1 };
    // The dialog that waits for a file hears of it itself.
    case 'attachment':
    case 'copying':
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

const NOTHING_READ: SourceView['progress'] = { received: 0, about: null, floor: false };

const fresh = (organisation: Organisation): SourceView => ({
  organisation,
  connection: { kind: 'idle' },
  state: null,
  lines: [],
  progress: NOTHING_READ,
});

const emptied = ({ organisation, state }: SourceView): SourceView => ({
  ...fresh(organisation),
  ...(state === null ? {} : { connection: { kind: 'signed-out' } as const }),
});

function withState(view: SourceView, state: SourceState): SourceView {
  // The page has let it go and the worker has not heard of that yet.
  if (view.connection.kind === 'idle') return view;
  return { ...view, state, connection: connectionOf(view, state) };
}

/** A sign-in that is under way, or failed, is what the person looks at; of a session they hear when it changes. */
function connectionOf({ connection, signIn }: SourceView, state: SourceState): ConnectionState {
  if (state.connection === 'connected') {
    // It was taken for expired, and a later answer of the server took that back.
    return connection.kind === 'expired'
      ? { kind: 'connected', since: 0, expiresAt: null, granted: signIn?.granted ?? '' }
      : connection;
  }
  const busy = connection.kind === 'signing-in' || connection.kind === 'failed';
  return busy ? connection : { kind: state.connection };
}

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
