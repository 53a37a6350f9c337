import type { DatePoint, EncounterFact } from '../../record/index.ts';
import { compareLists } from '../concepts.ts';
import { identifierKeys, namesAgree, namesOf, numberedApart, PLACES, PROFESSIONALS } from '../evidence.ts';
import { identityOf, identityWords } from '../identity.ts';
import { comparePoints, compareDates, Near, nearWords, type Nearness } from '../times.ts';
import { stayKeys } from '../times-keys.ts';
import {
  BY_DAY,
  different,
  EXACT_MATCH,
  IDENTITY,
  possibly,
  related,
  same,
  WITHIN_TOLERANCE,
  type Rule,
  type Verdict,
  type Words,
  LISTED_TWICE,
  OTHER_SITE,
  OTHER_TIME,
  TWO_NUMBERS,
} from '../verdict.ts';
import { datesOf } from './words.ts';

const FAMILY = 0xe4c0;
const STAY = 0xe4c1;
const NUMBER = 0xe4c2;

const OTHER_CLASS = different('other-class');
const WITHIN = related('part', 'whole', 'A visit that lies within the longer stay.');
const AROUND = related('whole', 'part', 'A visit that lies within the longer stay.');

/** Visit numbers decide. Without one: class, times, and evidence of place or people. */
export const encounter: Rule<EncounterFact> = {
  name: 'encounter',

  keys(fact, sink) {
    sink.timed(FAMILY, fact.when);
    stayKeys(STAY, fact.when, sink);
    // A long stay meets another idea of it under its number alone.
    identifierKeys(fact, NUMBER, (key) => sink.both(key));
  },

  judge(a, b) {
    const near = compareDates(a.when, b.when);
    const identity = identityOf(a, b);
    if (identity !== null) {
      const words = identityWords('encounter', identity.key, [datesOf(a, b)]);
      if (near < Near.apart || overlapping(a, b)) return same(IDENTITY, words);
      if (near >= Near.undated)
        return classes(a, b) === 'different' ? possibly(words) : same(IDENTITY, words);
      // An account's number is on every visit that it pays for.
      return a.source === b.source ? LISTED_TWICE : OTHER_TIME;
    }
    if (a.source === b.source) return inOneSystem(a, b, near);
    const sort = classes(a, b);
    if (near === Near.apart || near === Near.undated) return nested(a, b);
    if (near === Near.drift && nested(a, b) !== OTHER_TIME) return nested(a, b);
    if (sort === 'different') return nested(a, b) === OTHER_TIME ? OTHER_CLASS : nested(a, b);
    if (numberedApart(a, b)) return TWO_NUMBERS;
    return across(a, b, near, sort);
  },
};

const say =
  (a: EncounterFact, b: EncounterFact, near: Nearness, rule: string, why: string, e: Evidence) =>
  (): Words => ({
    rule: `encounter/${rule}`,
    keys: [a.encounterClass ?? b.encounterClass ?? 'class not stated', datesOf(a, b), ...evidenceWords(e)],
    tolerance: nearWords(near),
    why,
  });

const AT_HOME = /^(?:AMB|HH|VR|FLD|PRENC)$/;
const IN_BED = /^(?:IMP|ACUTE|NONAC|SS|OBSENC)$/;

/** 'alike' where one may have become the other: an emergency that was admitted. */
function classes(a: EncounterFact, b: EncounterFact): 'same' | 'alike' | 'different' {
  const [x, y] = [a.encounterClass, b.encounterClass];
  if (x === null || y === null || x === y) return 'same';
  if (IN_BED.test(x) && IN_BED.test(y)) return 'same';
  const pairs = new Set([x, y]);
  if (pairs.has('VR') || pairs.has('HH')) return AT_HOME.test(x) && AT_HOME.test(y) ? 'alike' : 'different';
  if (AT_HOME.test(x) && AT_HOME.test(y)) return 'same';
  return pairs.has('EMER') && (IN_BED.test(x) || IN_BED.test(y)) ? 'alike' : 'different';
}

interface Evidence {
  readonly place: boolean | null;
  readonly people: boolean | null;
  readonly purpose: boolean | null;
}

function evidenceOf(a: EncounterFact, b: EncounterFact): Evidence {
  const purposes = [compareLists(a.types, b.types), compareLists(a.reasons, b.reasons)];
  return {
    place: namesAgree(namesOf(a.people, PLACES), namesOf(b.people, PLACES)),
    people: namesAgree(namesOf(a.people, PROFESSIONALS), namesOf(b.people, PROFESSIONALS)),
    // Visit types are each system's own words: agreement says something, difference next to nothing.
    purpose: purposes.includes('same')
      ? true
      : purposes.includes('alike')
        ? true
        : purposes.includes('different')
          ? false
          : null,
  };
}

const evidenceWords = (e: Evidence): string[] => [
  ...(e.place === true ? ['the same place'] : []),
  ...(e.people === true ? ['the same people'] : []),
  ...(e.purpose === true ? ['the same type or reason'] : []),
];

function across(a: EncounterFact, b: EncounterFact, near: Nearness, sort: 'same' | 'alike'): Verdict {
  const e = evidenceOf(a, b);
  const words = (rule: string, why: string) => say(a, b, near, rule, why, e);
  const agreeing = evidenceWords(e).length;
  if (sort === 'alike')
    return agreeing > 0
      ? possibly(
          words('class', 'Visits at one time whose classes may be two phases of one.'),
          near !== Near.drift,
        )
      : different('only-time');
  // Two names for one place are common, so only people or purpose can outweigh them; two names for both cannot.
  if (e.place === false && e.people !== true) {
    return near <= Near.wall && e.people === null && e.purpose === true
      ? possibly(words('place', 'One time and purpose, but the organisations are named differently.'))
      : OTHER_SITE;
  }
  if (near === Near.drift)
    return agreeing > 0
      ? possibly(words('drift', 'Visits some minutes apart, with the same place or people.'), false)
      : OTHER_TIME;
  if (near <= Near.wall) return atOneMoment(a, b, near, e, words);
  if (near === Near.day && agreeing >= 2)
    return same(BY_DAY, words('day', 'The same day, and place, people or purpose agree.'));
  return agreeing > 0
    ? possibly(words('day', 'The dates allow that it is one visit; the evidence does not suffice.'))
    : different('only-date');
}

function atOneMoment(
  a: EncounterFact,
  b: EncounterFact,
  near: Nearness,
  e: Evidence,
  words: (rule: string, why: string) => () => Words,
): Verdict {
  const toTheEnd = stayOf(a) !== null && stayOf(b) !== null;
  const evidence = e.place === true || e.people === true;
  if (evidence || (toTheEnd && e.place === null && e.people !== false && e.purpose !== false)) {
    const strength = near === Near.moment ? EXACT_MATCH : WITHIN_TOLERANCE;
    return same(
      strength,
      words('time', evidence ? 'One time, and place or people agree.' : 'They begin and end together.'),
    );
  }
  return possibly(words('time', 'They begin together; nothing else says that they are one visit.'));
}

/** From when to when, where both are stated. */
function stayOf({ when }: EncounterFact): { readonly start: DatePoint; readonly end: DatePoint } | null {
  if (when.kind !== 'period' || when.start === null || when.end === null) return null;
  return { start: when.start, end: when.end };
}

function inOneSystem(a: EncounterFact, b: EncounterFact, near: Nearness): Verdict {
  if (near !== Near.moment || classes(a, b) !== 'same' || numberedApart(a, b)) return LISTED_TWICE;
  const e = evidenceOf(a, b);
  if (e.place === false || e.people === false || e.purpose === false || !stayOf(a) || !stayOf(b))
    return LISTED_TWICE;
  return possibly(say(a, b, near, 'listed-twice', 'One system lists two visits with the same times.', e));
}

/** A procedure visit inside an admission: told apart, and told together. */
function nested(a: EncounterFact, b: EncounterFact): Verdict {
  if (a.when.kind !== 'period' || b.when.kind !== 'period') return OTHER_TIME;
  const place = namesAgree(namesOf(a.people, PLACES), namesOf(b.people, PLACES));
  if (place !== true) return OTHER_TIME;
  const isWithin = inside(a, b);
  // Two that are in one another say the same of their days, and neither is the longer stay.
  if (isWithin === inside(b, a)) return OTHER_TIME;
  return isWithin ? WITHIN : AROUND;
}

/** One number, and times that overlap: two clocks, or two ideas of when a stay begins. */
function overlapping(a: EncounterFact, b: EncounterFact): boolean {
  const [x, y] = [stayOf(a), stayOf(b)];
  return x !== null && y !== null && x.start.from < y.end.to && y.start.from < x.end.to;
}

function inside(inner: EncounterFact, outer: EncounterFact): boolean {
  const [i, o] = [stayOf(inner), stayOf(outer)];
  if (i === null || o === null) return false;
  if (comparePoints(i.start, o.start) <= Near.wall && comparePoints(i.end, o.end) <= Near.wall) return false;
  return o.start.from <= i.start.from && i.end.to <= o.end.to;
}
