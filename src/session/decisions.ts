import type { FactId } from '../record/index.ts';
import type { Decided, Deciding, Decisions, Imported, Keeping, Kept, Pairs } from '../worker/index.ts';
import { useFromWorker, useSelected, useSession } from './hooks.ts';

/** What was decided in this session, or saved before it, and how that stands among the records that are here. */
export function useDecisions(): Decisions | undefined {
  const { client } = useSession();
  const decided = useSelected((state) => state.decided);
  return useFromWorker(['decisions', decided], () => client.request('decisions', null), true);
}

/** Why the records of a fact are one; with `other`, how those of two facts compare. */
export function usePairs(id: FactId, other: FactId | null): Pairs | null | undefined {
  const { client } = useSession();
  return useFromWorker(['pairs', id, other], () => client.request('pairs', { id, other }), false);
}

const ENDED: Decided = { kind: 'refused', why: 'gone' };

/** A clinician's word over the rules. Where the session ended meanwhile there is nothing left to decide about. */
export function useDecide() {
  const { client } = useSession();
  return {
    decide: (deciding: Deciding): Promise<Decided> => client.request('decide', deciding).catch(() => ENDED),
    /** The reason is of what was kept without one. */
    confirm: (number: number, reason: string): Promise<Decided> =>
      client.request('confirm-decision', { number, reason }).catch(() => ENDED),
    undo: (number: number): Promise<Decided> =>
      client.request('undo-decision', { number }).catch(() => ENDED),
    keep: (keeping: Keeping): Promise<Kept> =>
      client.request('keep', keeping).catch(() => ({ kind: 'failed', why: 'unanswered' })),
    exported: (): Promise<string> => client.request('export-decisions', null),
    imported: (text: string): Promise<Imported> => client.request('import-decisions', { text }),
  };
}
