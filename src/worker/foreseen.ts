/**
 * What the page asks while there is nothing it will ask again at the first facts, and who waits for them has waited long
 * enough: the answers travel with the word that they are there.
 */
import type { Asked, Foreseen, WorkerEvent } from './messages.ts';

export const questionOf = ({ kind, ask }: Pick<Asked, 'kind' | 'ask'>): string => JSON.stringify([kind, ask]);

const isOfTheTimeline = ({ kind }: Asked): boolean => kind === 'rows' || kind === 'overview';

/** A screen asks fewer; what was typed into its search meanwhile makes others of them. */
const MOST = 16;

/** The worker's end: which questions stand when the first facts are told. */
export function createForesight(answer: (asked: Asked) => unknown) {
  const standing = new Map<string, Asked>();
  let facts = 0;
  return {
    hear(asked: Asked): void {
      if (facts > 0 || !isOfTheTimeline(asked)) return;
      if (standing.size >= MOST) standing.clear();
      standing.set(questionOf(asked), asked);
    },
    /** The answers to what was asked of an empty timeline, where this event says that it is empty no more. */
    at(event: WorkerEvent): readonly Foreseen[] {
      if (event.kind !== 'revision') return [];
      facts = event.facts;
      if (facts === 0) return [];
      const asked = [...standing];
      standing.clear();
      return asked.map(([question, one]) => ({ question, answer: answer(one) }));
    },
  };
}
