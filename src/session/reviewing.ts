import { useMemo } from 'react';
import type { ReviewedNow, Reviewing } from '../worker/index.ts';
import { useOfSources, useSession } from './hooks.ts';
import type { SourceView } from './types.ts';

const anchorOf = (views: readonly SourceView[]): SourceView | undefined =>
  views.find(({ state }) => state?.link.kind === 'anchor');

/**
 * Who reads about whom: what one reader reviewed is new to another. The patient is null before there is one, the user
 * where no server proved who that is.
 */
export function useReader(): { readonly patient: string | null; readonly user: string | null } {
  const patient = useOfSources((views) => {
    const view = anchorOf(views);
    return view?.state?.person ? `${view.organisation.id} ${view.state.person.ref}` : null;
  });
  return { patient, user: useOfSources((views) => anchorOf(views)?.signIn?.user ?? null) };
}

const NOTHING: ReviewedNow = { added: [], removed: [] };

/** Where the session ended meanwhile nothing was marked, and nothing is wanted. */
export function useReviewing() {
  const { client } = useSession();
  return useMemo(
    () => ({
      before: (who: string, marks: readonly string[] | null): Promise<boolean> =>
        client.request('reviewed-before', { who, marks }).catch(() => true),
      review: (reviewing: Reviewing): Promise<ReviewedNow> =>
        client.request('review', reviewing).catch(() => NOTHING),
    }),
    [client],
  );
}
