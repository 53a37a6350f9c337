import { isMasked, kindAt, type Filtered, type Timeline } from './timeline.ts';
import { placeOf } from './place.ts';

/**
 * The rows that match, each visit with what happened in it below it. A visit stands where its newest fact stands, so
 * that what came last is still at the top. What is masked stands by itself: that it belongs to a visit would tell of it.
 */
export function byVisit(timeline: Timeline, found: Filtered): Uint32Array {
  const known = timeline.memo.byVisit.get(found);
  if (known !== undefined) return known;
  const order = compute(timeline, found);
  timeline.memo.byVisit.set(found, order);
  return order;
}

function compute(timeline: Timeline, { indices }: Filtered): Uint32Array {
  const visits = visitsOf(timeline);
  const members = new Map<number, number[]>();
  const order: number[] = [];
  for (const i of indices) {
    const visit = visits[i] ?? NONE;
    const known = members.get(visit);
    if (visit !== NONE && known !== undefined) known.push(i);
    else {
      if (visit !== NONE) members.set(visit, [i]);
      order.push(i);
    }
  }
  const grouped = new Uint32Array(indices.length);
  let n = 0;
  for (const first of order) {
    const visit = visits[first] ?? NONE;
    const all = members.get(visit) ?? [first];
    if (all.includes(visit)) grouped[n++] = visit;
    for (const i of all) if (i !== visit) grouped[n++] = i;
  }
  return grouped;
}

/** No visit: it stands by itself. */
const NONE = -1;

/** The visit of each fact, by row number; a visit is its own. */
export function visitsOf(timeline: Timeline): Int32Array {
  timeline.memo.visits ??= Int32Array.from(timeline.facts, (fact, i) => {
    if (isMasked(timeline, i)) return NONE;
    if (kindAt(timeline, i) === 'encounter') return i;
    for (const { id, kind } of fact.related) {
      if (kind !== 'part' && kind !== 'whole') continue;
      const other = placeOf(timeline, id);
      if (other !== undefined && kindAt(timeline, other) === 'encounter' && !isMasked(timeline, other))
        return other;
    }
    return NONE;
  });
  return timeline.memo.visits;
}
