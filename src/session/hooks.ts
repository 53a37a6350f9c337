import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { FactId, MemberId, RecordProblem, SourceId } from '../record/index.ts';
import type { Config } from '../sources/index.ts';
import type { Overview, RowQuery, RowWindow } from '../timeline/index.ts';
import type { Candidate, Detail, TimelineClient } from '../worker/index.ts';
import type { SessionStore } from './store.ts';
import type { Actions, PatientView, SourceView, Status } from './types.ts';

export interface Session {
  readonly store: SessionStore;
  readonly client: TimelineClient;
  readonly actions: Actions;
  readonly config: () => Config;
}

export const SessionContext = createContext<Session | null>(null);

function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a view stands outside <SessionProvider>');
  return session;
}

function useSessionState() {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, store.get);
}

export const useActions = (): Actions => useSession().actions;
export const useConfig = (): Config => useSession().config();
export const useStatus = (): Status => useSessionState().status;
export const useSources = (): readonly SourceView[] => useSessionState().sources;

export function usePatient(): PatientView {
  const bySource = useSources().flatMap(({ organisation, state }) =>
    state?.person && state.link.kind !== 'unlinked' ? [{ source: organisation.id, person: state.person, state }] : [],
  );
  const anchor = bySource.find((each) => each.state.link.kind === 'anchor');
  return { person: anchor?.person ?? null, bySource };
}

/**
 * What the worker answers is asked again whenever the revision moves, and what was shown stays until the new answer
 * is there: arriving data does not blank what is being read.
 */
function useFromWorker<T>(key: readonly unknown[], ask: () => Promise<T>, enabled = true): T | undefined {
  const { revision } = useSessionState();
  return useQuery({
    queryKey: ['worker', ...key, revision],
    queryFn: ask,
    enabled,
    placeholderData: keepPreviousData,
  }).data;
}

export function useRows(query: RowQuery, offset: number, limit: number): RowWindow | undefined {
  const { client } = useSession();
  return useFromWorker(['rows', query, offset, limit], () => client.request('rows', { query, offset, limit }));
}

export function useOverview(query: RowQuery, bins: number): Overview | undefined {
  const { client } = useSession();
  return useFromWorker(['overview', query, bins], () => client.request('overview', { query, bins }));
}

/** undefined while it is asked for; null where there is no such fact (any more). */
export function useDetail(id: FactId | null): Detail | null | undefined {
  const { client } = useSession();
  const { revision } = useSessionState();
  return useQuery({
    queryKey: ['worker', 'detail', id, revision],
    queryFn: () => (id ? client.request('detail', { id }) : null),
    // Another fact's detail must never stand in for this one's.
    placeholderData: (previous) => (previous?.merged.id === id ? previous : undefined),
  }).data;
}

export function useRaw(member: MemberId | null): string | null | undefined {
  const { client } = useSession();
  return useQuery({
    queryKey: ['worker', 'raw', member],
    queryFn: () => (member ? client.request('raw', member) : null),
  }).data;
}

export function useCandidates(source: SourceId): readonly Candidate[] | undefined {
  const { client } = useSession();
  return useFromWorker(['candidates', source], () => client.request('matches', { source }));
}

export function useProblems(source: SourceId | null): readonly RecordProblem[] | undefined {
  const { client } = useSession();
  return useFromWorker(['problems', source], () => client.request('problems', { source }));
}
