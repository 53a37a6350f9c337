import { useSources } from '../../session/index.ts';
import type { RowQuery } from '../../timeline/index.ts';
import { Button } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import { isIncomplete } from '../strip/index.ts';
import css from './list.module.css';

/** 'None' is said only where every source has answered in full; each other emptiness says which it is. */
export function EmptyList({ query, onClear }: { readonly query: RowQuery; readonly onClear: () => void }) {
  const views = useSources();
  const asked = views.flatMap((view) => view.lines).some((line) => line.state.kind !== 'not-asked');
  const floor = isIncomplete(views);
  const narrowed =
    query.text.trim() !== '' ||
    query.kinds !== null ||
    query.sources !== null ||
    query.window !== null ||
    query.only.length > 0 ||
    (query.since ?? null) !== null;
  const unasked = asked ? t.list.noneSoFar : t.list.nothingYet;
  const unmatched = query.only.includes('unreviewed')
    ? [t.list.allReviewed, t.list.allReviewedFloor]
    : [t.list.noMatch, t.list.noMatchFloor];
  const text = narrowed ? unmatched[floor ? 1 : 0] : floor ? unasked : t.list.none;
  return (
    <div className={css.note}>
      <output className={css.noteText}>{text}</output>
      {narrowed && <Button onClick={onClear}>{t.list.clear}</Button>}
    </div>
  );
}
