import { hashOf, type FactId } from '../record/index.ts';
import { changedTimes } from './changed.ts';
import { isMasked, type Reviewed, type Timeline } from './timeline.ts';

/** Of a fact as its sources have it: once one of them changes it, or another one says it too, it is another mark. */
const markOf = (who: string, id: FactId, changed: number): string =>
  hashOf(who, id, String(changed)).slice(0, 12);

export const markAt = (timeline: Timeline, i: number): string =>
  markOf(timeline.reviewed.who, timeline.facts[i]?.id ?? ('' as FactId), changedTimes(timeline)[i] ?? NaN);

/** What is masked was seen by nobody. */
export const isReviewed = (timeline: Timeline, i: number): boolean =>
  timeline.reviewed.marks.size > 0 &&
  !isMasked(timeline, i) &&
  timeline.reviewed.marks.has(markAt(timeline, i));

/** The same timeline under other marks: what was asked before is asked anew. */
export const withReviewed = (timeline: Timeline, reviewed: Reviewed, revision: number): Timeline => ({
  ...timeline,
  revision,
  reviewed,
  memo: { ...timeline.memo, filtered: new Map(), byVisit: new WeakMap() },
});
