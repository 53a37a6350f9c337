import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useDeferredValue, useSyncExternalStore } from 'react';
import type { Language } from '../base/index.ts';
import type { AuditState } from '../audit/index.ts';
import type { FactId, MemberId, RecordProblem, SourceId } from '../record/index.ts';
import type { Latest, Overview, RowQuery, RowWindow, Trend } from '../timeline/index.ts';
import type {
  Candidate,
  Delay,
  Detail,
  Revealed,
  Sealed,
  TimelineClient,
  Unmapped,
  SessionLedger,
} from '../worker/index.ts';
import type { SessionState, SessionStore } from './store.ts';
import type { Actions, PatientView, SourceView, Status } from './types.ts';

export interface Session {
  readonly store: SessionStore;
  readonly client: TimelineClient;
  readonly actions: Actions;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a view stands outside <SessionProvider>');
  return session;
}

/**
 * One thing of the session's state, which must be the same as long as it says the same: while records stream in the
 * state changes many times a second, and who looks at another part of it is not drawn again.
 */
export function useSelected<T>(select: (state: SessionState) => T): T {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** What the site sets; null where it leaves that to the browser, or is not read yet. */
export const useSiteLanguage = (): Language | null => useSelected((state) => state.language);

export const useActions = (): Actions => useSession().actions;
export const useStatus = (): Status => useSelected((state) => state.status);
/** Seconds until the screen locks, during the last minute before it; null else. */
export const useLockIn = (): number | null => useSelected((state) => state.lockIn);
/** How long what was read counts as fresh, in ms. */
export const useStaleAfter = (): number => useSelected((state) => state.staleMinutes * 60_000);
export const useSources = (): readonly SourceView[] => useSelected((state) => state.sources);
/** One thing that the sources together say. */
export const useOfSources = <T>(select: (views: readonly SourceView[]) => T): T =>
  useSelected((state) => select(state.sources));
export const useOrganisations = (): readonly SourceView['organisation'][] =>
  useSelected((state) => state.organisations);

export function usePatient(): PatientView {
  const views = useSources();
  const bySource = views.flatMap(({ organisation, state }) =>
    state?.person && state.link.kind !== 'unlinked'
      ? [{ source: organisation.id, person: state.person }]
      : [],
  );
  const anchor = views.find(({ state }) => state?.link.kind === 'anchor');
  return {
    person: anchor?.state?.person ?? null,
    bySource,
    shownByEhr: anchor?.signIn?.context.needPatientBanner === false,
  };
}

/** What the worker answers is asked again whenever the revision moves. */
export function useFromWorker<T>(
  key: readonly unknown[],
  ask: () => Promise<T>,
  keep: boolean,
  isNothing: (shown: T) => boolean = () => false,
): T | undefined {
  const revision = useSelected((state) => state.revision);
  const queryKey = ['worker', ...key, revision];
  const { data } = useQuery({
    queryKey,
    queryFn: ask,
    // Arriving data must not blank what is being read, and nobody else's answer may stand in for this one.
    placeholderData: (previous, query) => (keep || sameBut(query?.queryKey, queryKey) ? previous : undefined),
  });
  // Drawn in pieces of a few ms, for a pointer or a key to come between. What may not stand in for another waits for nothing.
  const later = useDeferredValue(data);
  // Where nothing is shown yet, nothing is being pointed at or read.
  const isWaiting = keep && !(later !== undefined && isNothing(later));
  return isWaiting ? later : data;
}

/** The same question at another revision. */
const sameBut = (a: readonly unknown[] | undefined, b: readonly unknown[]): boolean =>
  JSON.stringify(a?.slice(0, -1)) === JSON.stringify(b.slice(0, -1));

export function useRows(query: RowQuery, offset: number, limit: number): RowWindow | undefined {
  const { client } = useSession();
  return useFromWorker(
    ['rows', query, offset, limit],
    () => client.request('rows', { query, offset, limit }),
    true,
    ({ total }) => total === 0,
  );
}

export function useOverview(query: RowQuery, bins: number): Overview | undefined {
  const { client } = useSession();
  return useFromWorker(['overview', query, bins], () => client.request('overview', { query, bins }), true);
}

/** Every value of what the fact measures; null where it measures nothing. */
export function useTrend(
  fact: FactId | null,
  also: readonly FactId[],
  drawn: number,
  listed: number,
): Trend | null | undefined {
  const { client } = useSession();
  return useFromWorker(
    ['trend', fact, also, drawn, listed],
    async () => (fact ? client.request('trend', { fact, also, drawn, listed }) : null),
    false,
  );
}

/** The newest value of everything that is measured, with the one before. */
export function useLatest(): readonly Latest[] | undefined {
  const { client } = useSession();
  return useFromWorker(['latest'], () => client.request('latest', null), true);
}

/** undefined while it is asked for; null where there is no such fact (any more). */
export function useDetail(id: FactId | null): Detail | null | undefined {
  const { client } = useSession();
  return useFromWorker(['detail', id], async () => (id ? client.request('detail', { id }) : null), false);
}

/** What stands in the place of a masked fact; null where it may be seen or is not there. */
export function useSealed(id: FactId): Sealed | null | undefined {
  const { client } = useSession();
  return useFromWorker(['sealed', id], () => client.request('sealed', { id }), false);
}

/** Shows a masked fact for a few minutes, or hides it again. Both are recorded. */
export function useReveal(id: FactId) {
  const { client } = useSession();
  return {
    reveal: (purpose: string, reason: string, alike: boolean): Promise<Revealed> =>
      // The only way to fail is that the session ended: then nothing is shown, and nobody is there to be told.
      client
        .request('reveal', { id, purpose, reason, alike })
        .catch(() => ({ kind: 'refused', why: 'nothing' })),
    conceal: () => void client.request('conceal', { id }).catch(() => null),
  };
}

/** How much of what was recorded of this session is delivered; null before anything was recorded. */
export const useAudit = (): AuditState | null => useSelected((state) => state.audit);

/** Every line that was recorded of this session, once somebody asks; undefined till then. */
export function useSessionLedger(wanted: boolean): SessionLedger | undefined {
  const { client } = useSession();
  const audit = useAudit();
  return useQuery({
    queryKey: ['worker', 'audit', audit, wanted],
    queryFn: () => client.request('audit', null),
    enabled: wanted,
    placeholderData: (previous) => previous,
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
  return useFromWorker(['candidates', source], () => client.request('matches', { source }), false);
}

export function useProblems(source: SourceId | null): readonly RecordProblem[] | undefined {
  const { client } = useSession();
  return useFromWorker(['problems', source], () => client.request('problems', { source }), false);
}

/** How long after it happened each source writes things down. */
export function useDelays(): readonly Delay[] | undefined {
  const { client } = useSession();
  return useFromWorker(['delays'], () => client.request('delays', null), true);
}

/** Codes that no table and no map of the site understands, and what of the site's terminology is not used. */
export function useUnmapped(): Unmapped | undefined {
  const { client } = useSession();
  return useFromWorker(['unmapped'], () => client.request('unmapped', null), true);
}
