import type { FactId } from '../record/index.ts';
import type { Timeline } from './timeline.ts';

/** The row number of a fact. */
export function placeOf(timeline: Timeline, id: FactId): number | undefined {
  timeline.memo.places ??= new Map(timeline.facts.map((fact, i) => [fact.id, i]));
  return timeline.memo.places.get(id);
}
