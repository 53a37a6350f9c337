import { changedOf } from './of-fact.ts';
import { isMasked, type Timeline } from './timeline.ts';

/**
 * When each fact was last added to or changed at any of its sources, in real time; NaN where nothing tells. The stamp of
 * a server is no clinical time, and one that indexed everything anew says more to be new than is: rather that than
 * a changed status that nobody is told of. Only where a source states neither stamp nor record does the fact's own
 * time stand in. A masked fact whose date is not told has not changed at any time either.
 */
export function changedTimes(timeline: Timeline): Float64Array {
  timeline.memo.changed ??= Float64Array.from(timeline.facts, (merged, i) =>
    isMasked(timeline, i) && Number.isNaN(timeline.from[i]) ? NaN : changedOf(merged),
  );
  return timeline.memo.changed;
}
