/** What the reader marks as reviewed. The page keeps the marks; here they are a set that a filter looks into. */
import type { FactId } from '../record/index.ts';
import {
  isReviewed,
  listedMarks,
  markAt,
  NOTHING_REVIEWED,
  placeOf,
  type RowQuery,
} from '../timeline/index.ts';
import type { Shown } from './shown.ts';

export type Reviewing =
  | { readonly kind: 'fact'; readonly id: FactId; readonly reviewed: boolean }
  | { readonly kind: 'listed'; readonly query: RowQuery }
  /** What the last one did is taken back. */
  | { readonly kind: 'undo' };

/** What is to be kept of it, and what not any more. */
export interface ReviewedNow {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export function createReviewing(shown: Shown) {
  let last: ReviewedNow = NOTHING;

  function change({ added, removed }: ReviewedNow): ReviewedNow {
    const { who, marks } = shown.timeline().reviewed;
    const gone = new Set(removed);
    if (added.length + removed.length > 0)
      shown.review({ who, marks: new Set([...[...marks].filter((mark) => !gone.has(mark)), ...added]) });
    last = { added, removed };
    return last;
  }

  function wanted(reviewing: Reviewing): ReviewedNow {
    const timeline = shown.timeline();
    switch (reviewing.kind) {
      case 'fact': {
        const place = placeOf(timeline, reviewing.id);
        // Found is what may be seen.
        if (place === undefined || shown.find(reviewing.id) === null) return NOTHING;
        if (isReviewed(timeline, place) === reviewing.reviewed) return NOTHING;
        const mark = [markAt(timeline, place)];
        return reviewing.reviewed ? { added: mark, removed: [] } : { added: [], removed: mark };
      }
      case 'listed': {
        const { marks } = timeline.reviewed;
        const added = listedMarks(timeline, reviewing.query).filter((mark) => !marks.has(mark));
        return { added: [...new Set(added)], removed: [] };
      }
      case 'undo':
        return { added: last.removed, removed: last.added };
    }
  }

  return {
    /** Takes over what was kept; without marks it only says whether these are at hand. */
    before(who: string, marks: readonly string[] | null): boolean {
      if (shown.timeline().reviewed.who === who) return true;
      if (marks === null) return false;
      last = NOTHING;
      shown.review({ who, marks: new Set(marks) });
      return true;
    },
    review: (reviewing: Reviewing): ReviewedNow => change(wanted(reviewing)),
    isReviewed(id: FactId): boolean {
      const place = placeOf(shown.timeline(), id);
      return place !== undefined && isReviewed(shown.timeline(), place);
    },
    forget() {
      last = NOTHING;
      shown.review(NOTHING_REVIEWED);
    },
  };
}

const NOTHING: ReviewedNow = { added: [], removed: [] };
