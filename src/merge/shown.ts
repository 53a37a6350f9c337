import {
  hasWords,
  mainPoint,
  sortTime,
  type Fact,
  type ImmunizationFact,
  type ObservationFact,
  type Party,
} from '../record/index.ts';
import { storedAt } from './stored.ts';
import { Alike, compareMeasured, isResult } from './values.ts';

/**
 * Which member is shown first. In this order: not retracted; safe; what speaks for the whole (an order before a
 * dispense, a problem before a diagnosis); what took place or is asserted before what is planned, preliminary or
 * refuted; a correction before what it corrects; a name before a bare code; its own author's word before a
 * copy; then of results and doses that agree the finer date and the first to be written down or stored, of all else the newest
 * assertion and the finer date; the smaller key. Never the order of arrival.
 *
 * @param members sorted by key
 * @param agreed as `sayTheSame` has it
 */
export function pickShown(members: readonly Fact[], agreed: boolean): Fact {
  let best = members[0];
  if (best === undefined) throw new Error('no members');
  for (const fact of members) if (fact !== best && before(fact, best, agreed) > 0) best = fact;
  return best;
}

/** Positive where a stands before b. Equal ones keep the order of their keys. */
function before(a: Fact, b: Fact, agreed: boolean): number {
  return (
    Number(b.status.retracted) - Number(a.status.retracted) ||
    Number(b.unsafe) - Number(a.unsafe) ||
    breadth(a) - breadth(b) ||
    stage(a) - stage(b) ||
    Number(a.status.corrected) - Number(b.status.corrected) ||
    Number(isNamed(a)) - Number(isNamed(b)) ||
    Number(isOwn(a)) - Number(isOwn(b)) ||
    (agreed
      ? fineness(a) - fineness(b) ||
        compareNumbers(firstSaid(b), firstSaid(a)) ||
        compareNumbers(firstStored(b), firstStored(a))
      : compareNumbers(assertedAt(a), assertedAt(b)) || fineness(a) - fineness(b))
  );
}

/** Has a name of its source's that people can read: a bare code is no title while another member has words. */
const isNamed = (fact: Fact): boolean => hasWord(fact.title) && (fact.code === null || hasWords(fact.code));

/** Three letters together; nearly always found at once. */
function hasWord(text: string): boolean {
  for (let i = 0, letters = 0; i < text.length; i++) {
    const c = text.charCodeAt(i) | 32;
    letters = c >= 97 && c <= 122 ? letters + 1 : 0;
    if (letters === 3) return true;
  }
  return /\p{L}{3}/u.test(text);
}

/** What was said before all was known. */
export const NOT_YET: ReadonlySet<string> = new Set([
  'registered',
  'preliminary',
  'partial',
  'specimen-in-process',
]);

/**
 * What took place before what was only planned, a final result before its preliminary one, and for an allergy or a
 * problem what is asserted before its denial: the denial stays in sight as a conflict.
 */
function stage(fact: Fact): number {
  if (fact.kind === 'medication') return fact.intent === 'proposal' ? 0 : 1;
  if (fact.kind === 'allergy' || fact.kind === 'condition')
    return fact.status.verification === 'refuted' ? 0 : 1;
  return fact.status.standing === 'planned' || NOT_YET.has(fact.status.code) ? 0 : 1;
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

/** A system that passed on nobody's word but its own is its author: US Core has every server name a last hop. */
const isOwn = ({ provenance, links }: Fact): boolean =>
  provenance.metaSource === null &&
  !links.some((link) => link.role === 'derived-from' && COPIED.test(link.ref)) &&
  (provenance.transmitter === null ||
    [provenance.author, provenance.organisation].some((party) => isOneParty(party, provenance.transmitter)));

/** Derived from a record elsewhere: a copy. Derived from a questionnaire or a scan of one's own: one's own work. */
const COPIED = /^[a-z]+:\/\//i;

const isOneParty = (a: Party | null, b: Party | null): boolean =>
  a !== null && b !== null && ((a.ref !== null && a.ref === b.ref) || (a.name !== null && a.name === b.name));

/** What happened once and was written down once: of those who say the same, whoever said it first is no copy. */
const isEvent = (fact: Fact): fact is ObservationFact | ImmunizationFact =>
  isResult(fact) || fact.kind === 'immunization';

export function sayTheSame(members: readonly Fact[]): boolean {
  const first = members[0];
  if (first === undefined || !isEvent(first)) return false;
  for (const fact of members)
    if (fact.kind !== 'immunization')
      if (first.kind === 'immunization' || !isEvent(fact) || compareMeasured(first, fact) === Alike.differ)
        return false;
  return true;
}

/** When it was written down, as far as stated; what does not say so stands behind what does. */
function firstSaid(fact: Fact): number {
  const recorded = fact.provenance.recorded === null ? null : sortTime(fact.provenance.recorded);
  const issued = 'issued' in fact && fact.issued !== null ? sortTime(fact.issued) : null;
  return recorded ?? issued ?? Number.POSITIVE_INFINITY;
}

/** A copy is stored after what it copies. No time of anything clinical, but enough to tell who repeats whom. */
const firstStored = (fact: Fact): number => storedAt(fact) ?? Number.POSITIVE_INFINITY;

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
