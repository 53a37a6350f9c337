import { mainPoint, type MedicationFact } from '../../record/index.ts';
import { compareConcepts, conceptKeys, conceptWords, textKeys } from '../concepts.ts';
import { foldText, hashText } from '../hash.ts';
import { identityOf, identityWords, retraction, retractionKeys } from '../identity.ts';
import { compareDates, dateWords, Near } from '../times.ts';
import {
  BY_DAY,
  different,
  EXACT_MATCH,
  IDENTITY,
  possibly,
  related,
  same,
  type KeySink,
  type Rule,
  type Verdict,
  type Words,
  OTHER_CODE,
} from '../verdict.ts';

const FAMILY = 0x3ed1;
const TEXT = 0x3ed2;
const INGREDIENTS = 0x3ed3;

const DAY = 86_400_000;
/** Days without any evidence after which a course is another course: the usual allowance for late refills. */
export const COURSE_GAP = 90;
/** What a dispense without a days' supply is taken to last. */
const USUAL_SUPPLY = 30;

const OTHER_FORM = different('other-form');
const OTHER_STRENGTH = different('other-strength');
const TAKEN_AND_NOT = related(
  'contradicts',
  'contradicts',
  'One source says that this drug is taken, the other that it is not.',
);

/** One ingredient, strength and form; request, dispense, statement and administration are one course of it. */
export const medication: Rule<MedicationFact> = {
  name: 'medication',

  keys(fact, sink) {
    drugKeys(fact, sink);
    retractionKeys(fact, sink);
  },

  judge(a, b) {
    const taken = retraction(a, b);
    if (taken !== null) return taken;
    const drug = compareDrugs(a, b);
    if (drug === 'different') return OTHER_CODE;
    if (formsDiffer(a, b)) return OTHER_FORM;
    if (strengthsDiffer(a, b)) return OTHER_STRENGTH;
    if (a.negation !== b.negation) return TAKEN_AND_NOT;
    const identity = identityOf(a, b);
    if (identity !== null && drug === 'same')
      return same(IDENTITY, identityWords('medication', identity.key, keysOf(a, b)));
    if (drug === 'alike')
      return possibly(
        say(
          a,
          b,
          'words',
          'any date',
          'The names are alike, but no code or map says that they are one drug.',
        ),
      );
    if (a.status.retracted || b.status.retracted) return withRetracted(a, b);
    return inTime(a, b);
  },
};

function drugKeys(fact: MedicationFact, sink: KeySink): void {
  if (fact.drug.ingredients.length > 0) sink.both(hashText(fact.drug.ingredients.join('+'), INGREDIENTS));
  if (fact.code === null) {
    if (fact.drug.ingredients.length === 0) sink.both(hashText(foldText(fact.title), TEXT));
    return;
  }
  if (fact.drug.ingredients.length === 0) conceptKeys(fact.code, FAMILY, (key) => sink.both(key));
  textKeys(fact.code, TEXT, (key) => sink.both(key));
}

export function compareDrugs(a: MedicationFact, b: MedicationFact): 'same' | 'alike' | 'different' {
  const [x, y] = [a.drug.ingredients, b.drug.ingredients];
  if (x.length > 0 && y.length > 0)
    return x.length === y.length && x.every((name, i) => name === y[i]) ? 'same' : 'different';
  if (a.code !== null || b.code !== null) return compareConcepts(a.code, b.code);
  return foldText(a.title) === foldText(b.title) ? 'alike' : 'different';
}

export const foldStrength = (text: string | null): string | null =>
  text === null ? null : text.toLowerCase().replaceAll(/\s+/g, '');

export const strengthsDiffer = (a: MedicationFact, b: MedicationFact): boolean =>
  a.drug.strength !== null &&
  b.drug.strength !== null &&
  foldStrength(a.drug.strength) !== foldStrength(b.drug.strength);

/** 'Extended-release' by itself is any such tablet or capsule. */
export const formsFit = (x: string | null, y: string | null): boolean =>
  x === null || y === null || `${x} `.startsWith(`${y} `) || `${y} `.startsWith(`${x} `);

/** Names its shape, and not only how fast it is released. */
export const saysAll = (form: string | null): boolean => form !== null && !form.endsWith('-release');

export const formsDiffer = (a: MedicationFact, b: MedicationFact): boolean =>
  !formsFit(a.drug.form, b.drug.form);

export interface Extent {
  /** null where the fact is undated. */
  readonly start: number | null;
  /** Infinity where it still goes on. */
  readonly end: number;
}

/** From when to when a piece of evidence says that the drug was taken. */
export function extentOf(fact: MedicationFact): Extent {
  const point = mainPoint(fact.when);
  const start = point === null ? null : point.from;
  const isOrder = fact.evidence === 'request' || fact.evidence === 'statement';
  const goesOn = fact.status.standing === 'current' || fact.status.standing === 'planned';
  if (isOrder && goesOn && !fact.status.retracted) return { start, end: Number.POSITIVE_INFINITY };
  if (point === null || start === null) return { start: null, end: Number.NEGATIVE_INFINITY };
  const stated = fact.when.kind === 'period' ? (fact.when.end?.to ?? null) : null;
  return { start, end: Math.max(point.to, stated ?? start + supplyOf(fact) * DAY) };
}

function supplyOf(fact: MedicationFact): number {
  const days = fact.daysSupply?.value;
  if (days !== undefined && days > 0 && days <= 400) return days;
  return fact.evidence === 'dispense' ? USUAL_SUPPLY : 0;
}

/** Days between two extents; 0 where they touch; null where nothing can be told. */
export function gapDays(a: Extent, b: Extent): number | null {
  if (a.start === null && b.start === null) return a.end === b.end && a.end > 0 ? 0 : null;
  if (a.start === null || b.start === null) {
    // An undated drug that is taken now is part of what is taken now, and of nothing else.
    return a.end === Number.POSITIVE_INFINITY && b.end === Number.POSITIVE_INFINITY ? 0 : null;
  }
  return Math.max(0, a.start - b.end, b.start - a.end) / DAY;
}

const keysOf = (a: MedicationFact, b: MedicationFact): string[] => [
  a.drug.ingredients.length > 0 && b.drug.ingredients.length > 0
    ? a.drug.ingredients.join(' + ')
    : a.code !== null && b.code !== null
      ? conceptWords(a.code, b.code)
      : a.title,
  ...[a.drug.strength ?? b.drug.strength, a.drug.form ?? b.drug.form].filter((x): x is string => x !== null),
  [...new Set([a.evidence, b.evidence])].sort().join(' + '),
  [...new Set([dateWords(a.when), dateWords(b.when)])].sort().join(', '),
];

const say =
  (a: MedicationFact, b: MedicationFact, rule: string, tolerance: string, why: string) => (): Words => ({
    rule: `medication/${rule}`,
    keys: keysOf(a, b),
    tolerance,
    why,
  });

/** A record taken back is the same as another's only where that one is plainly its copy. */
function withRetracted(a: MedicationFact, b: MedicationFact): Verdict {
  const near = compareDates(a.when, b.when);
  return a.source !== b.source && near <= Near.day
    ? same(
        BY_DAY,
        say(a, b, 'retracted', 'one day', 'The same drug on the same date; one source has taken it back.'),
      )
    : possibly(
        say(a, b, 'retracted', 'any date', 'The same drug; one of the records has been taken back.'),
        a.source !== b.source && (gapDays(extentOf(a), extentOf(b)) ?? 0) <= COURSE_GAP,
      );
}

function inTime(a: MedicationFact, b: MedicationFact): Verdict {
  const gap = gapDays(extentOf(a), extentOf(b));
  const tolerance = `${COURSE_GAP} days`;
  if (gap === null)
    return possibly(
      say(a, b, 'undated', tolerance, 'The same drug; the dates do not say whether it is one course.'),
    );
  if (gap > COURSE_GAP)
    return possibly(
      say(
        a,
        b,
        'apart',
        tolerance,
        'The same drug at two times: one course only if the record shows it went on between.',
      ),
      false,
    );
  const whole =
    a.drug.ingredients.length > 0 && b.drug.ingredients.length > 0 && a.drug.strength === b.drug.strength;
  return same(
    whole ? EXACT_MATCH : BY_DAY,
    say(a, b, 'course', tolerance, 'The same ingredient, strength and form, without a break: one course.'),
  );
}
