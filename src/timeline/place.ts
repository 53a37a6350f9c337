import type { FactId } from '../record/index.ts';
import type { Timeline } from './timeline.ts';

/** So many are looked for one by one: at every telling of a load a few are, and a map of all costs more. */
const FEW = 40;

/** The row number of a fact. */
export function placeOf(timeline: Timeline, id: FactId): number | undefined {
  if (timeline.memo.places === null && timeline.memo.looked++ < FEW) {
    const at = timeline.facts.findIndex((fact) => fact.id === id);
    return at < 0 ? undefined : at;
  }
  timeline.memo.places ??= new Map(timeline.facts.map((fact, i) => [fact.id, i]));
  return timeline.memo.places.get(id);
}
