/**
 * The consents of each source, and of which sources they are not known. Nothing of a source is shown before its
 * consents are read: what the patient refused would else be on the screen until the refusal arrives. Who does not
 * answer in time is not waited for, but what it says is masked until it does.
 */
import { isObject } from '../base/index.ts';
import { readConsent, type ConsentAt } from '../consent/index.ts';
import type { Fetched, LedgerLine, ResourceRef, SourceId } from '../record/index.ts';

export interface Consents {
  /** They are about to be asked for; what was read of them before stays in force. */
  expect(source: SourceId): void;
  /** Settles when they are read, cannot be had, or keep everybody waiting. */
  known(source: SourceId): Promise<void>;
  heard(line: LedgerLine): void;
  learn(fetched: Fetched): void;
  /** Its source does not hold it any more. */
  drop(source: SourceId, ref: ResourceRef): void;
  forget(source: SourceId): void;
  all(): readonly ConsentAt[];
  /** Whether what this source says may be masked by consents: it holds some, or may. */
  binds(source: SourceId): boolean;
  unread(): ReadonlyMap<SourceId, 'waiting' | 'failed'>;
}

/** Longer than a slow answer takes, shorter than it takes to believe that nothing is there. */
const PATIENCE_MS = 2_000;

interface Awaited {
  readonly promise: Promise<void>;
  readonly settle: () => void;
  /** Nothing of the source has passed yet: whoever asks is still waiting. */
  readonly holds: () => boolean;
}

export function createConsents(changed: () => void, patienceMs = PATIENCE_MS): Consents {
  const held = new Map<SourceId, Map<string, ConsentAt>>();
  const unread = new Map<SourceId, 'waiting' | 'failed'>();
  const read = new Set<SourceId>();
  const awaited = new Map<SourceId, Awaited>();
  let all: readonly ConsentAt[] = [];

  const gather = () => {
    all = [...held.values()].flatMap((each) => [...each.values()]);
  };
  const settle = (source: SourceId) => {
    awaited.get(source)?.settle();
    awaited.delete(source);
  };

  return {
    expect(source) {
      if (read.has(source)) return;
      // What an earlier load brought is here already.
      const isFirst = !unread.has(source) && !held.has(source);
      unread.set(source, 'waiting');
      settle(source);
      awaited.set(source, waitAtMost(patienceMs, isFirst));
    },
    known: async (source) => awaited.get(source)?.promise,
    heard({ source, type, category, state }) {
      if (type !== 'Consent' || category !== null || read.has(source)) return;
      if (state.kind === 'loading' || (state.kind === 'not-asked' && state.why === 'waiting')) return;
      if (state.kind === 'failed' || state.kind === 'partial') unread.set(source, 'failed');
      else {
        // Read to the end; or the server has none to give to this sign-in, and is itself the one to obey them.
        unread.delete(source);
        read.add(source);
      }
      const holds = awaited.get(source)?.holds() === true;
      settle(source);
      // Nothing of the source is shown that could look different now.
      if (!holds) changed();
    },
    learn({ source, ref, resource }) {
      if (!ref.startsWith('Consent/') || !isObject(resource)) return;
      const rule = readConsent(resource);
      const own = held.get(source) ?? new Map<string, ConsentAt>();
      if (rule) own.set(ref, { source, rule });
      else own.delete(ref);
      held.set(source, own);
      gather();
    },
    drop(source, ref) {
      if (held.get(source)?.delete(ref)) gather();
    },
    forget(source) {
      settle(source);
      unread.delete(source);
      read.delete(source);
      if (held.delete(source)) gather();
    },
    all: () => all,
    binds: (source) => unread.has(source) || (held.get(source)?.size ?? 0) > 0,
    unread: () => unread,
  };
}

function waitAtMost(ms: number, isFirst: boolean): Awaited {
  let settle = (): void => undefined;
  let holds = isFirst;
  const promise = new Promise<void>((resolve) => (settle = resolve));
  setTimeout(() => {
    holds = false;
    settle();
  }, ms);
  return { promise, settle: () => settle(), holds: () => holds };
}
