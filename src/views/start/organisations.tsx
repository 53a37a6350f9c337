import { lazy, Suspense } from 'react';
import type { SourceView } from '../../session/index.ts';
import { OrganisationList } from './organisation-list.tsx';
import css from './start.module.css';

/** Looked for in hundreds of places: the list is there at once, and the field to search in follows. */
const Finder = lazy(async () => ({ default: (await import('./finder.tsx')).Finder }));

/** With fewer than this one sees them all at a glance, and a field to search in would only be in the way. */
const WORTH_SEARCHING = 7;

export function Organisations({ views }: { readonly views: readonly SourceView[] }) {
  const choices = views.map((view) => ({ view, name: view.organisation.name, place: null }));
  const list = <OrganisationList choices={choices} />;
  const searched = views.length >= WORTH_SEARCHING || views.some((view) => view.organisation.brands);
  if (!searched) return list;
  return (
    <Suspense
      fallback={
        <>
          <div className={css.reserved} />
          {list}
        </>
      }
    >
      <Finder views={views} />
    </Suspense>
  );
}
