import type { Concept, ObservationFact } from '../../record/index.ts';
import { codingKeys, compareConcepts, conceptWords, textKeys, type Likeness } from '../concepts.ts';
import {
  identifierKeys,
  identifierWords,
  numberedApart,
  sharedIdentifier,
  sharedOrigin,
} from '../evidence.ts';
import { foldText, hashText, mix } from '../hash.ts';
import { compareDates, dateWords, hasMoment, mayBeOneDay, Near, nearWords, type Nearness } from '../times.ts';
import { dayKeys, momentSlots, nearDayKeys, timeKeys } from '../times-keys.ts';
import { compareSites, compareSpecimens } from '../sites.ts';
import { Alike, compareMeasured, measuredWords, type Alikeness } from '../values.ts';
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
  type Strength,
  type Verdict,
  type Words,
} from '../verdict.ts';

const CODE = 0x0b5e;
const WORDS = 0x0b5f;
const IDS = 0x0b60;
const MAPPED = 0x0b61;
const UNMAPPED = 0x0b63;
const UNCODED = 0x0b62;

const DIFFERENT_CODE = different('They measure different things.');
const DIFFERENT_TIME = different('They were measured at different times.');
const DIFFERENT_VALUE = different('Their values differ, and their times are not exactly one.');
const DIFFERENT_SPECIMEN = different('They come from different specimens or body sites.');
const ONE_SYSTEM = different('One system lists them as two results, and nothing says that it copied one.');
const TWO_NUMBERS = different('One laboratory gave them two different numbers.');
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
    for (const key of own) timeKeys(key, fact.when, sink);
    if (ring !== null) looseKeys(ring, fact, sink);
    // A component meets the result of its name that stands alone at the same time.
    for (const part of fact.components)
      if (part.code !== null) for (const key of ringOf(part.code).own) momentSlots(key, fact.when, sink);
    if (fact.provenance.identifiers.length > 0) identityKeys(fact, own, sink);
  },

  judge(a, b) {
    const near = compareDates(a.when, b.when);
    if (near === Near.apart && !mayShareIdentity(a, b)) return DIFFERENT_TIME;
    const code = compareCodes(a, b);
    if (code === 'different') return a.source === b.source ? DIFFERENT_CODE : asPanelAndPart(a, b, near);
    if (near > Near.drift && isMapped(a) !== isMapped(b) && sharedOrigin(a, b) === null)
      return DIFFERENT_TIME;
    const place = compareSpecimens(a.specimen, b.specimen) ?? siteOf(a, b);
    if (place === 'different') return DIFFERENT_SPECIMEN;
    const alike = compareMeasured(a, b);
    const identity = byIdentity(a, b, near, alike, code);
    if (identity !== null) return identity;
    if (numberedApart(a, b)) return TWO_NUMBERS;
    return a.source === b.source
      ? inOneSystem(a, b, near, alike, code)
      : acrossSystems(a, b, near, alike, code, place === 'unlike' && !isNumeric(a));
  },
};

/** The hashed keys of a concept. Facts share their concepts, so that each is hashed once. */
interface Ring {
  readonly isMapped: boolean;
  /** Under which it meets its equals. */
  readonly own: readonly number[];
  /** Its codes and names, by which what is mapped and what is not may meet. */
  readonly loose: readonly number[];
}

const rings = new WeakMap<Concept, Ring>();

function ringOf(concept: Concept): Ring {
  const known = rings.get(concept);
  if (known !== undefined) return known;
  const own: number[] = [];
  const loose: number[] = [];
  const isMapped = concept.canonical !== null;
  if (concept.canonical === null) codingKeys(concept, CODE, (key) => own.push(key));
  else own.push(hashText(concept.canonical, CODE));
  // Words without any code are equal words or nothing.
  if (own.length === 0) textKeys(concept, WORDS, (key) => own.push(key));
  codingKeys(concept, CODE, (key) => loose.push(key));
  textKeys(concept, WORDS, (key) => loose.push(key));
  const ring: Ring = { isMapped, own, loose: [...new Set(loose)] };
  rings.set(concept, ring);
  return ring;
}

/**
 * What the tables know and what they do not meet by a code or a name, within a day. Those that are mapped need not
 * meet one another so: the tables tell them apart.
 */
function looseKeys(ring: Ring, fact: ObservationFact, sink: KeySink): void {
  for (const key of ring.loose)
    dayKeys(key, fact.when, (at, isOwn) => {
      if (ring.isMapped) {
        if (!isOwn) return;
        sink.post(mix(at, MAPPED));
        sink.probe(mix(at, UNMAPPED));
      } else {
        if (isOwn) sink.probe(mix(at, UNMAPPED));
        sink.post(mix(at, UNMAPPED));
        sink.probe(mix(at, MAPPED));
      }
    });
}

/** One order's number is on all its results, and some are on everything: it counts for one code within a day. */
function identityKeys(fact: ObservationFact, own: readonly number[], sink: KeySink): void {
  for (const code of own) identifierKeys(fact, mix(IDS, code), (key) => nearDayKeys(key, fact.when, sink));
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

const words = (a: ObservationFact, b: ObservationFact, near: Nearness, rule: string, why: string): Words => ({
  rule,
  keys: [
    a.code !== null && b.code !== null ? conceptWords(a.code, b.code) : a.title,
    ...pair(measuredWords(a), measuredWords(b), compareMeasured(a, b) <= Alike.unitless ? '=' : 'and'),
    ...pair(dateWords(a.when), dateWords(b.when), 'and'),
  ],
  tolerance: nearWords(near),
  why,
});

/** What both say once, else what each says, in one order. */
function pair(a: string | null, b: string | null, between: '=' | 'and'): string[] {
  if (a === null || b === null || a === b) {
    const said = a ?? b;
    return said === null ? [] : [said];
  }
  return [a < b ? `${a} ${between} ${b}` : `${b} ${between} ${a}`];
}

function byIdentity(
  a: ObservationFact,
  b: ObservationFact,
  near: Nearness,
  alike: Alikeness,
  code: Likeness,
): Verdict | null {
  const id = code === 'same' ? sharedIdentifier(a, b) : null;
  const origin = id === null ? sharedOrigin(a, b) : null;
  if (id === null && origin === null) return null;
  const key = id === null ? `original ${origin ?? ''}` : `identifier ${identifierWords(id)}`;
  const reason = (why: string) => () => {
    const said = words(a, b, near, 'observation/identity', why);
    return { ...said, keys: [key, ...said.keys], tolerance: 'exact' };
  };
  const agree = alike <= Alike.unitless;
  const corrected = a.status.corrected || b.status.corrected || a.status.retracted || b.status.retracted;
  const oneTime = near <= Near.day || near === Near.coarse || near >= Near.undated;
  // An order's number is on every sample of a series and on both isolates of a culture.
  if (id !== null && a.source === b.source && !corrected && !(oneTime && agree)) return OF_ONE_ORDER;
  if (code === 'same' && (oneTime || ((agree || corrected) && near < Near.apart)))
    return same(
      oneTime && agree ? IDENTITY : EXACT_MATCH,
      reason('They carry the same identifier, so they are one result, whatever else differs.'),
    );
  return possibly(reason('They carry the same identifier, but time or value speak against one result.'));
}

function inOneSystem(
  a: ObservationFact,
  b: ObservationFact,
  near: Nearness,
  alike: Alikeness,
  code: Likeness,
): Verdict {
  if (code !== 'same' || alike !== Alike.equal || near !== Near.moment) return ONE_SYSTEM;
  const say = (why: string) => () => words(a, b, near, 'observation/copy', why);
  // Two cultures drawn in the same minute both say 'no growth'; two numbers equal to the digit are a copy.
  if (isNumeric(a) && hasMoment(a.when) && hasMoment(b.when))
    return same(EXACT_MATCH, say('One system lists them twice, equal to the minute and to the digit.'));
  return possibly(say('One system lists them twice with the same time and value; they may be two.'));
}

const isNumeric = (fact: ObservationFact): boolean =>
  fact.value?.kind === 'quantity' || fact.components.some((c) => c.value?.kind === 'quantity');

function acrossSystems(
  a: ObservationFact,
  b: ObservationFact,
  near: Nearness,
  alike: Alikeness,
  code: Likeness,
  isElsewhere: boolean,
): Verdict {
  const say = (rule: string, why: string) => () => words(a, b, near, rule, why);
  if (code === 'alike') {
    if (near > Near.day || alike > Alike.unitless) return DIFFERENT_CODE;
    return possibly(
      say('observation/words', 'Their names are alike, but no code or map says that they are one test.'),
    );
  }
  const strength = strengthOf(near, alike);
  if (strength !== null && isElsewhere)
    return possibly(
      say('observation/specimen', 'The same test, time and answer, but the specimens have different names.'),
    );
  if (strength !== null)
    return same(strength, say('observation/time-and-value', 'The same test, time and value in both.'));
  if (near === Near.moment)
    return possibly(
      say(
        'observation/values',
        alike === Alike.differ
          ? 'The same test at the same time, with different values: nothing says that they are one result.'
          : 'The same test at the same time; one of them states no value.',
      ),
    );
  if (near === Near.drift)
    return alike <= Alike.rounded ? possibly(say('observation/drift', DRIFT), false) : DIFFERENT_TIME;
  if (alike > Alike.unitless && !(alike === Alike.bothNone && near <= Near.day))
    return near === Near.apart ? DIFFERENT_TIME : DIFFERENT_VALUE;
  if (near === Near.apart) return DIFFERENT_TIME;
  return possibly(say('observation/time', possibleWhy(near)));
}

const DRIFT =
  'The same test and value some minutes apart: one result only if a third record lies between them.';

/** What time and value together are worth; null where they do not suffice. */
function strengthOf(near: Nearness, alike: Alikeness): Strength | null {
  if (near === Near.moment) {
    if (alike === Alike.equal) return EXACT_MATCH;
    return alike <= Alike.bothNone ? WITHIN_TOLERANCE : null;
  }
  if (near === Near.skew || near === Near.wall) return alike <= Alike.rounded ? WITHIN_TOLERANCE : null;
  if (near === Near.day) return alike === Alike.equal ? BY_DAY : null;
  return null;
}

function possibleWhy(near: Nearness): string {
  switch (near) {
    case Near.hour:
      return 'The same test and value exactly one hour apart: perhaps one result and a wrong time zone.';
    case Near.zone:
      return 'The same test and value at the same clock time in two time zones: perhaps a wrong zone.';
    case Near.midnight:
      return 'The same test and value on one day, once at exactly midnight: perhaps a day written without its hour.';
    case Near.undated:
    case Near.bothUndated:
      return 'The same test and value, but not both are dated.';
    default:
      return 'The same test and value, but the dates are too coarse to be certain.';
  }
}

/** Systolic pressure alone here, blood pressure with its components there. */
function asPanelAndPart(a: ObservationFact, b: ObservationFact, near: Nearness): Verdict {
  if (near > Near.wall) return DIFFERENT_CODE;
  if (holds(b, a)) return OF_PANEL;
  return holds(a, b) ? PANEL_OF : DIFFERENT_CODE;
}

const holds = (panel: ObservationFact, part: ObservationFact): boolean =>
  part.components.length === 0 &&
  panel.components.some(
    (c) =>
      compareConcepts(c.code, part.code) === 'same' &&
      compareMeasured({ ...c, components: [] }, part) <= Alike.rounded,
  );
