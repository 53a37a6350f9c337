import { mainPoint, sortTime, type Fact } from '../record/index.ts';

/**
 * Which member is shown first. In this order: not retracted; safe; what speaks for the whole (an order before a
 * dispense, a problem before a diagnosis); a correction before what it corrects; its own author's word before a
 * copy; the newest assertion; the finer date; the smaller key. Never the order of arrival.
 *
 * @param members sorted by key
 */
export function pickShown(members: readonly Fact[]): Fact {
  let best = members[0];
  if (best === undefined) throw new Error('pickShown: no members');
  for (const fact of members) if (before(fact, best) > 0) best = fact;
  return best;
}

/** Positive where a stands before b. Equal ones keep the order of their keys. */
function before(a: Fact, b: Fact): number {
  return (
    Number(b.status.retracted) - Number(a.status.retracted) ||
    Number(b.unsafe) - Number(a.unsafe) ||
    breadth(a) - breadth(b) ||
    Number(a.status.corrected) - Number(b.status.corrected) ||
    Number(isOwn(a)) - Number(isOwn(b)) ||
    compareNumbers(assertedAt(a), assertedAt(b)) ||
    fineness(a) - fineness(b)
  );
}

const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a > b ? 1 : -1);

/** An order or a statement tells of the whole course; a dispense or one dose of a part of it. */
function breadth(fact: Fact): number {
  if (fact.kind === 'medication')
    return fact.evidence === 'request'
      ? 3
      : fact.evidence === 'statement'
        ? 3
        : fact.evidence === 'dispense'
          ? 1
          : 0;
  if (fact.kind === 'condition') return fact.role === 'encounter-diagnosis' ? 0 : 1;
  return 0;
}

const isOwn = (fact: Fact): boolean =>
  fact.provenance.metaSource === null &&
  fact.provenance.transmitter === null &&
  !fact.links.some((link) => link.role === 'derived-from');

/** When its author wrote it down, as far as anything tells; -Infinity where nothing does. */
export function assertedAt(fact: Fact): number {
  const recorded = fact.provenance.recorded === null ? null : sortTime(fact.provenance.recorded);
  const issued = 'issued' in fact && fact.issued !== null ? sortTime(fact.issued) : null;
  return recorded ?? issued ?? sortTime(fact.when) ?? Number.NEGATIVE_INFINITY;
}

const FINENESS = { year: 1, month: 2, day: 3, minute: 4, second: 5 } as const;
const fineness = (fact: Fact): number => {
  const point = mainPoint(fact.when);
  return point === null ? 0 : FINENESS[point.precision];
};
