import {
  mainPoint,
  type Concept,
  type Fact,
  type Identifier,
  type ObservationFact,
} from '../../record/index.ts';
import {
  codingKeys,
  compareConcepts,
  conceptWords,
  disjointInAStandard,
  namedIncomparably,
  textKeys,
  type Likeness,
} from '../concepts.ts';
import {
  identifierKeys,
  identifierWords,
  numberedApart,
  sharedIdentifier,
  sharedOrigin,
} from '../evidence.ts';
import { foldText, hashText, mix } from '../hash.ts';
import { compareDates, dateWords, hasMoment, mayBeOneDay, Near, nearWords, type Nearness } from '../times.ts';
import { nearDayKeys } from '../times-keys.ts';
import { compareSites, compareSpecimens } from '../sites.ts';
import type { Loose } from '../strangers.ts';
import { Alike, compareMeasured, isResult, measuredWords, type Alikeness } from '../values.ts';
import {
  BY_DAY,
  different,
  EXACT_MATCH,
  IDENTITY,
  possibly,
  related,
  same,
  WITHIN_TOLERANCE,
  type KeySink,
  type Rule,
  type Say,
  type Verdict,
  type Words,
  LISTED_TWICE,
  OTHER_CODE,
  OTHER_SITE,
  OTHER_TIME,
  TWO_NUMBERS,
} from '../verdict.ts';

const CODE = 0x0b5e;
const WORDS = 0x0b5f;
const IDS = 0x0b60;
const UNCODED = 0x0b62;

const DIFFERENT_VALUE = different('different-value');
const OF_ONE_ORDER = related(
  'possibly-same',
  'possibly-same',
  'One system gave them one number, but at other times or with other values: perhaps two results of one order.',
);
const OF_PANEL = related('part', 'whole', 'The panel states this result as one of its components.');
const PANEL_OF = related('whole', 'part', 'The panel states this result as one of its components.');

/** Results, vital signs, panels and social history. */
export const observation: Rule<ObservationFact> = {
  name: 'observation',

  keys(fact, sink) {
    const { code } = fact;
    const ring = code === null ? null : ringOf(code);
    const own = ring?.own ?? [hashText(foldText(fact.title), UNCODED)];
    const isNumbered = fact.provenance.identifiers.length > 0;
    // As `mayBeOne` has it: of its own system, what has no number meets only what was taken at its moment.
    for (let i = 0; i < own.length; i++) sink.timed(own[i] ?? 0, fact.when, !isNumbered);
    if (ring !== null) sink.loose(ring, fact.when);
    // A component meets the result of its name that stands alone at the same time.
    if (fact.components.length > 0) partKeys(fact, sink);
    if (isNumbered) identityKeys(fact, own, sink);
  },

  judge(a, b) {
    const near = compareDates(a.when, b.when);
    if (near === Near.apart && !mayShareIdentity(a, b)) return OTHER_TIME;
    const code = compareCodes(a, b);
    if (code === 'different') return a.source === b.source ? OTHER_CODE : asPanelAndPart(a, b, near);
    if (near > Near.drift && isMapped(a) !== isMapped(b) && sharedOrigin(a, b) === null) return OTHER_TIME;
    const place = compareSpecimens(a.specimen, b.specimen) ?? siteOf(a, b);
    if (place === 'different') return OTHER_SITE;
    const alike = compareMeasured(a, b);
    const identity = byIdentity(a, b, near, alike, code);
    if (identity !== null) return identity;
    if (numberedApart(a, b)) return TWO_NUMBERS;
    if (near === Near.day && alike === Alike.differ && code === 'same' && isAnswer(a, b)) return TWO_ANSWERS;
    return a.source === b.source
      ? inOneSystem(a, b, near, alike, code)
      : acrossSystems(near, alike, code, place === 'unlike' && !isNumeric(a));
  },
};

/** The hashed keys of a concept. Facts share their concepts, so that each is hashed once. */
interface Ring extends Loose {
  /** Under which it meets its equals. */
  readonly own: readonly number[];
}

/** Handed on without taking room of its own, as a larger number would. */
const small = (key: number): number => key & 0x3fffffff;

const rings = new WeakMap<Concept, Ring>();

const ringOf = (concept: Concept): Ring => rings.get(concept) ?? madeRing(concept);

function madeRing(concept: Concept): Ring {
  const own: number[] = [];
  const loose: number[] = [];
  const isMapped = concept.canonical !== null;
  if (concept.canonical === null) codingKeys(concept, CODE, (key) => own.push(key));
  else own.push(hashText(concept.canonical, CODE));
  // Words without any code are equal words or nothing.
  if (own.length === 0) textKeys(concept, WORDS, (key) => own.push(key));
  codingKeys(concept, CODE, (key) => loose.push(key));
  textKeys(concept, WORDS, (key) => loose.push(key));
  const ring: Ring = { isMapped, own: own.map(small), loose: [...new Set(loose.map(small))] };
  rings.set(concept, ring);
  return ring;
}

function partKeys(fact: ObservationFact, sink: KeySink): void {
  for (const { code } of fact.components)
    if (code !== null) for (const key of ringOf(code).own) sink.part(key, fact.when);
}

/** One order's number is on all its results, and some are on everything: it counts for one code within a day. */
function identityKeys(fact: ObservationFact, own: readonly number[], sink: KeySink): void {
  for (const code of own) identifierKeys(fact, mix(IDS, code), (key) => nearDayKeys(key, fact.when, sink));
}

/**
 * False where two results of one system have no number in common and were not taken at one moment: whatever else they
 * are, they are two. The quick answer for most that meet.
 */
export function mayBeOne(a: ObservationFact, b: ObservationFact): boolean {
  if (a.source !== b.source) return true;
  if (a.provenance.identifiers.length > 0 && b.provenance.identifiers.length > 0) return true;
  const x = mainPoint(a.when);
  const y = mainPoint(b.when);
  return x === null || y === null || (x.from < y.to && y.from < x.to);
}

const isMapped = (fact: ObservationFact): boolean => fact.code !== null && fact.code.canonical !== null;

/** No number makes one of two days' results. */
const mayShareIdentity = (a: ObservationFact, b: ObservationFact): boolean =>
  (a.provenance.identifiers.length > 0 &&
    b.provenance.identifiers.length > 0 &&
    mayBeOneDay(a.when, b.when)) ||
  sharedOrigin(a, b) !== null;

function compareCodes(a: ObservationFact, b: ObservationFact): Likeness {
  if (a.code !== null && b.code !== null && isMapped(a) && isMapped(b))
    return a.code.canonical === b.code.canonical ? 'same' : 'different';
  if (a.code !== null || b.code !== null) return compareConcepts(a.code, b.code);
  return foldText(a.title) === foldText(b.title) ? 'alike' : 'different';
}

const siteOf = (a: ObservationFact, b: ObservationFact) =>
  a.bodySite === null || b.bodySite === null ? null : compareSites(a.bodySite, b.bodySite);

/** Verdicts are made once and shared by all pairs; their words are found anew from the two facts when somebody asks. */
const say = (rule: string, why: string): Say => {
  const words = (a: Fact, b: Fact): Words => {
    if (!isResult(a) || !isResult(b)) throw new Error('observation');
    const number = rule === 'identity' ? [numberWords(a, b)] : [];
    return {
      rule: `observation/${rule}`,
      keys: [
        ...number,
        a.code !== null && b.code !== null ? conceptWords(a.code, b.code) : a.title,
        ...pair(measuredWords(a), measuredWords(b), compareMeasured(a, b) <= Alike.unitless ? '=' : 'and'),
        ...pair(dateWords(a.when), dateWords(b.when), 'and'),
      ],
      tolerance: number.length > 0 ? 'exact' : nearWords(compareDates(a.when, b.when)),
      why,
    };
  };
  return Object.assign(words, { why });
};

function numberWords(a: ObservationFact, b: ObservationFact): string {
  const id = commonNumber(a, b, compareCodes(a, b));
  return id === null ? `original ${sharedOrigin(a, b) ?? ''}` : `identifier ${identifierWords(id)}`;
}

/** What both say once, else what each says, in one order. */
function pair(a: string | null, b: string | null, between: '=' | 'and'): string[] {
  if (a === null || b === null || a === b) {
    const said = a ?? b;
    return said === null ? [] : [said];
  }
  return [a < b ? `${a} ${between} ${b}` : `${b} ${between} ${a}`];
}

const commonNumber = (a: ObservationFact, b: ObservationFact, code: Likeness): Identifier | null =>
  code === 'same' ? sharedIdentifier(a, b) : null;

const ONE_NUMBER = say(
  'identity',
  'They carry the same identifier, so they are one result, whatever else differs.',
);
const IDENTICAL = same(IDENTITY, ONE_NUMBER);
const ONE_BY_NUMBER = same(EXACT_MATCH, ONE_NUMBER);
const NUMBER_ALONE = possibly(
  say('identity', 'They carry the same identifier, but time or value speak against one result.'),
);

function byIdentity(
  a: ObservationFact,
  b: ObservationFact,
  near: Nearness,
  alike: Alikeness,
  code: Likeness,
): Verdict | null {
  const id = commonNumber(a, b, code);
  if (id === null && sharedOrigin(a, b) === null) return null;
  const agree = alike <= Alike.unitless;
  const corrected = a.status.corrected || b.status.corrected || a.status.retracted || b.status.retracted;
  const oneTime = near <= Near.day || near === Near.coarse || near >= Near.undated;
  // An order's number is on every sample of a series and on both isolates of a culture.
  if (id !== null && a.source === b.source && !corrected && !(oneTime && agree)) return OF_ONE_ORDER;
  if (code === 'same' && (oneTime || ((agree || corrected) && near < Near.apart)))
    return oneTime && agree ? IDENTICAL : ONE_BY_NUMBER;
  return NUMBER_ALONE;
}

const COPY = same(
  EXACT_MATCH,
  say('copy', 'One system lists them twice, equal to the minute and to the digit.'),
);
const MAYBE_COPY = possibly(
  say('copy', 'One system lists them twice with the same time and value; they may be two.'),
);

function inOneSystem(
  a: ObservationFact,
  b: ObservationFact,
  near: Nearness,
  alike: Alikeness,
  code: Likeness,
): Verdict {
  if (code !== 'same' || alike !== Alike.equal || near !== Near.moment) return LISTED_TWICE;
  // A finger stick beside the laboratory's glucose: whoever uses two codes of one standard means two.
  if (a.code !== null && b.code !== null && disjointInAStandard(a.code, b.code)) return LISTED_TWICE;
  // Two cultures drawn in the same minute both say 'no growth'; two numbers equal to the digit are a copy.
  return isNumeric(a) && hasMoment(a.when) && hasMoment(b.when) ? COPY : MAYBE_COPY;
}

const isNumeric = (fact: ObservationFact): boolean =>
  fact.value?.kind === 'quantity' || fact.components.some((c) => c.value?.kind === 'quantity');

const BY_WORDS = possibly(
  say('words', 'Their names are alike, but no code or map says that they are one test.'),
);
const OTHER_SPECIMEN = possibly(
  say('specimen', 'The same test, time and answer, but the specimens have different names.'),
);
const TIME_AND_VALUE = say('time-and-value', 'The same test, time and value in both.');
const EXACTLY = same(EXACT_MATCH, TIME_AND_VALUE);
const NEARLY = same(WITHIN_TOLERANCE, TIME_AND_VALUE);
const ON_ONE_DAY = same(BY_DAY, TIME_AND_VALUE);
const VALUES_DIFFER = possibly(
  say(
    'values',
    'The same test at the same time, with different values: nothing says that they are one result.',
  ),
);
const TWO_ANSWERS = possibly(say('answers', 'The same question on the same day, with different answers.'));
/** What somebody was asked, in two places: nobody smokes here and never smoked there. */
const isAnswer = (a: ObservationFact, b: ObservationFact): boolean =>
  a.source !== b.source && (a.kind === 'social' || b.kind === 'social');
const VALUE_MISSING = possibly(say('values', 'The same test at the same time; one of them states no value.'));
const DRIFT = possibly(
  say(
    'drift',
    'The same test and value some minutes apart: one result only if a third record lies between them.',
  ),
  false,
);

function acrossSystems(near: Nearness, alike: Alikeness, code: Likeness, isElsewhere: boolean): Verdict {
  if (code === 'alike') return near > Near.day || alike > Alike.unitless ? OTHER_CODE : BY_WORDS;
  const one = together(near, alike);
  if (one !== null) return isElsewhere ? OTHER_SPECIMEN : one;
  if (near === Near.moment) return alike === Alike.differ ? VALUES_DIFFER : VALUE_MISSING;
  if (near === Near.drift) return alike <= Alike.rounded ? DRIFT : OTHER_TIME;
  if (alike > Alike.unitless && !(alike === Alike.bothNone && near <= Near.day))
    return near === Near.apart ? OTHER_TIME : DIFFERENT_VALUE;
  return near === Near.apart ? OTHER_TIME : possibleAt(near);
}

/** What time and value together are worth; null where they do not suffice. */
function together(near: Nearness, alike: Alikeness): Verdict | null {
  if (near === Near.moment) {
    if (alike === Alike.equal) return EXACTLY;
    return alike <= Alike.bothNone ? NEARLY : null;
  }
  if (near === Near.skew || near === Near.wall) return alike <= Alike.rounded ? NEARLY : null;
  if (near === Near.day) return alike === Alike.equal ? ON_ONE_DAY : null;
  return null;
}

const perhaps = (why: string): Verdict => possibly(say('time', why));
const AN_HOUR = perhaps(
  'The same test and value exactly one hour apart: perhaps one result and a wrong time zone.',
);
const ANOTHER_ZONE = perhaps(
  'The same test and value at the same clock time in two time zones: perhaps a wrong zone.',
);
const AT_MIDNIGHT = perhaps(
  'The same test and value on one day, once at exactly midnight: perhaps a day written without its hour.',
);
const NOT_DATED = perhaps('The same test and value, but not both are dated.');
const TOO_COARSE = perhaps('The same test and value, but the dates are too coarse to be certain.');

function possibleAt(near: Nearness): Verdict {
  switch (near) {
    case Near.hour:
      return AN_HOUR;
    case Near.zone:
      return ANOTHER_ZONE;
    case Near.midnight:
      return AT_MIDNIGHT;
    case Near.undated:
    case Near.bothUndated:
      return NOT_DATED;
    default:
      return TOO_COARSE;
  }
}

/** Systolic pressure alone here, blood pressure with its components there. */
function asPanelAndPart(a: ObservationFact, b: ObservationFact, near: Nearness): Verdict {
  if (near > Near.wall) return OTHER_CODE;
  if (holds(b, a)) return OF_PANEL;
  if (holds(a, b)) return PANEL_OF;
  return near === Near.moment && bridgeable(a, b) ? UNLESS_A_THIRD : OTHER_CODE;
}

const UNLESS_A_THIRD = possibly(
  say('bridge', 'Codes of two systems: one result only if a third record carries both.'),
  false,
);

const bridgeable = (a: ObservationFact, b: ObservationFact): boolean =>
  a.code !== null &&
  b.code !== null &&
  namedIncomparably(a.code, b.code) &&
  compareMeasured(a, b) === Alike.equal &&
  !numberedApart(a, b) &&
  compareSpecimens(a.specimen, b.specimen) === null;

const holds = (panel: ObservationFact, part: ObservationFact): boolean =>
  part.components.length === 0 &&
  panel.components.some(
    (c) =>
      compareConcepts(c.code, part.code) === 'same' &&
      compareMeasured({ ...c, components: [] }, part) <= Alike.rounded,
  );
