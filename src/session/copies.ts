import { useCallback, useEffect, useState } from 'react';
import type { Latest, RowQuery, RowWindow } from '../timeline/index.ts';
import type { Copied, CopyOrder, CopyPlan } from '../worker/index.ts';
import { useFromWorker, useSession } from './hooks.ts';

/** What a copy of what matches would hold; undefined while it is counted. */
export function useCopyPlan(query: RowQuery): CopyPlan | undefined {
  const { client } = useSession();
  return useFromWorker(['copy-plan', query], () => client.request('copy-plan', { query }), false);
}

/** Rows as paper shows them; undefined while they are asked for. */
export function usePaperRows(query: RowQuery, limit: number): RowWindow | undefined {
  const { client } = useSession();
  return useFromWorker(
    ['paper-rows', query, limit],
    () => client.request('paper-rows', { query, limit }),
    false,
  );
}

export function usePaperLatest(): readonly Latest[] | undefined {
  const { client } = useSession();
  return useFromWorker(['paper-latest'], () => client.request('paper-latest', null), false);
}

/** Records that something was done on the page. */
export function useRecord(): (act: 'print') => void {
  const { client } = useSession();
  return useCallback((act) => void client.request('record', { act, what: [] }).catch(() => null), [client]);
}

export type CopyState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed' }
  | ({ readonly kind: 'made' } & Copied);

/** Makes a copy for as long as somebody waits for it: whoever leaves ends it. */
export function useCopy(): {
  readonly state: CopyState;
  readonly make: (order: CopyOrder, facts: number) => Promise<Copied | null>;
  readonly stop: () => void;
} {
  const { client } = useSession();
  const [state, setState] = useState<CopyState>({ kind: 'idle' });
  const stop = useCallback(() => void client.request('stop-copy', null).catch(() => null), [client]);
  useEffect(
    () =>
      client.subscribe((event) => {
        if (event.kind !== 'copying') return;
        const { done, of } = event;
        setState((now) => (now.kind === 'making' ? { kind: 'making', done, of } : now));
      }),
    [client],
  );
  useEffect(() => stop, [stop]);
  const make = useCallback(
    async (order: CopyOrder, facts: number) => {
      setState({ kind: 'making', done: 0, of: facts });
      try {
        const copied = await client.request('copy', order);
        setState(copied === null ? { kind: 'idle' } : { kind: 'made', ...copied });
        return copied;
      } catch {
        setState({ kind: 'failed' });
        return null;
      }
    },
    [client],
  );
  return { state, make, stop };
}
