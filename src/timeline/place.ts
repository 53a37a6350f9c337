import type { FactId, Merged } from '../record/index.ts';
import type { Timeline } from './timeline.ts';

/** The row number of a fact. */
export function placeOf(timeline: Timeline, id: FactId): number | undefined {
  const { memo, facts } = timeline;
  // What is looked for at every telling is what others are part of, or stand against: there is little of that.
  memo.relatedPlaces ??= placesOf(facts, ({ related }) => related.some(({ kind }) => kind !== 'part'));
  const known = memo.relatedPlaces.get(id);
  if (known !== undefined) return known;
  memo.places ??= placesOf(facts, () => true);
  return memo.places.get(id);
}

function placesOf(facts: readonly Merged[], wanted: (fact: Merged) => boolean): ReadonlyMap<FactId, number> {
  const places = new Map<FactId, number>();
  for (const [i, fact] of facts.entries()) if (wanted(fact)) places.set(fact.id, i);
  return places;
}
