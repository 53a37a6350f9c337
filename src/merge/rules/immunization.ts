import { mainPoint, wallTime, type ImmunizationFact } from '../../record/index.ts';
import { compareNamed, conceptKeys, textKeys } from '../concepts.ts';
import { numberedApart } from '../evidence.ts';
import { foldText, hashText, mix } from '../hash.ts';
import { identityKeys, identityOf, identityWords } from '../identity.ts';
import { compareDates, dayOf, daysApart, hasMoment, Near, type Nearness } from '../times.ts';
import { dayKeys } from '../times-keys.ts';
import {
  BY_DAY,
  EXACT_MATCH,
  IDENTITY,
  possibly,
  related,
  same,
  WITHIN_TOLERANCE,
  type Rule,
  type Verdict,
  LISTED_TWICE,
  NOT_DONE,
  OTHER_CODE,
  OTHER_TIME,
} from '../verdict.ts';
import { keysOf as namesAndDates, sayOf } from './words.ts';

const FAMILY = 0x1337;
const TEXT = 0x1338;
const LOT = 0x1339;
const DAY = 0x133a;

const GIVEN_AND_NOT = related(
  'contradicts',
  'contradicts',
  'One source says that this vaccine was given, the other that it was not, on the same date.',
);

/** Vaccine and date; the lot number decides where both state it. */
export const immunization: Rule<ImmunizationFact> = {
  name: 'immunization',

  keys(fact, sink) {
    const lot = fact.lotNumber === null ? 0 : hashText(foldText(fact.lotNumber), LOT);
    const under = (key: number) => {
      sink.timed(key, fact.when);
      // Nobody is given one vaccine twice on a day, or on two days together: those meet as well.
      dayKeys(mix(key, DAY), fact.when, (at, isOwn) => (isOwn ? sink.both(at) : sink.probe(at)));
      if (lot !== 0) sink.both(mix(key, lot));
    };
    if (fact.code === null) under(hashText(foldText(fact.title), TEXT));
    else {
      conceptKeys(fact.code, FAMILY, under);
      textKeys(fact.code, TEXT, under);
    }
    identityKeys(fact, FAMILY, sink);
  },

  judge(a, b) {
    const code = compareNamed(a, b);
    if (code === 'different') return OTHER_CODE;
    const near = compareDates(a.when, b.when);
    if (notGiven(a) !== notGiven(b)) return near <= Near.day ? GIVEN_AND_NOT : NOT_DONE;
    const identity = identityOf(a, b);
    if (identity !== null && code === 'same' && near !== Near.apart)
      return same(IDENTITY, identityWords('immunization', identity.key, keysOf(a, b)));
    if (numberedApart(a, b)) return LISTED_TWICE;
    const isOneSystem = a.source === b.source;
    // A lot is of one product: equal words with it need no code.
    if (code === 'alike' && (isOneSystem || lots(a, b) !== true))
      return near <= Near.day
        ? possibly(
            say(
              a,
              b,
              near,
              'words',
              'The names are alike, but no code or map says that they are one vaccine.',
            ),
          )
        : OTHER_CODE;
    return isOneSystem ? inOneSystem(a, b, near) : across(a, b, near);
  },
};

const notGiven = (fact: ImmunizationFact): boolean =>
  fact.status.standing === 'not-done' || fact.status.code === 'not-done';

const keysOf = (a: ImmunizationFact, b: ImmunizationFact): string[] => [
  ...namesAndDates(a, b),
  ...(lots(a, b) === true ? [`lot ${a.lotNumber ?? ''}`] : []),
];

const say = (a: ImmunizationFact, b: ImmunizationFact, near: Nearness, rule: string, why: string) =>
  sayOf('immunization', () => keysOf(a, b))(a, b, near, rule, why);

/** null where one does not state its lot. */
const lots = (a: ImmunizationFact, b: ImmunizationFact): boolean | null =>
  a.lotNumber === null || b.lotNumber === null ? null : foldText(a.lotNumber) === foldText(b.lotNumber);

function inOneSystem(a: ImmunizationFact, b: ImmunizationFact, near: Nearness): Verdict {
  if (lots(a, b) === false || near > Near.day) return LISTED_TWICE;
  const copy = near === Near.moment && hasMoment(a.when) && hasMoment(b.when);
  if (lots(a, b) === true || copy)
    return same(
      EXACT_MATCH,
      say(a, b, near, 'copy', 'One system lists one dose twice: vaccine, date and lot agree.'),
    );
  return possibly(say(a, b, near, 'listed-twice', 'One system lists the same vaccine twice on one day.'));
}

function across(a: ImmunizationFact, b: ImmunizationFact, near: Nearness): Verdict {
  const lot = lots(a, b);
  const gap = daysApart(a.when, b.when);
  const doses = a.doseNumber !== null && b.doseNumber !== null && a.doseNumber !== b.doseNumber;
  if (lot === true && gap !== null && gap <= 1 && !doses)
    return same(EXACT_MATCH, say(a, b, near, 'lot', 'The same vaccine and lot number, dated within a day.'));
  const onOneDay = near <= Near.day || near === Near.hour || near === Near.zone || oneDay(a, b);
  if (onOneDay && (lot === false || doses))
    return possibly(
      say(a, b, near, 'lot', 'The same vaccine on one day, with different lot or dose numbers.'),
    );
  if (onOneDay)
    return same(
      near <= Near.wall ? WITHIN_TOLERANCE : BY_DAY,
      say(a, b, near, 'date', 'The same vaccine on the same day.'),
    );
  if (near === Near.coarse && lot !== false && !doses) return byMonth(a, b);
  const nextDay = gap !== null && gap <= 1 && lot !== false && !doses;
  if (
    nextDay ||
    near === Near.utcDay ||
    near === Near.bothUndated ||
    (near === Near.undated && lot !== false)
  )
    return possibly(
      say(a, b, near, 'date', 'The same vaccine; the dates leave open whether it is one dose.'),
    );
  return OTHER_TIME;
}

/** Two moments of one day, by the clock on the wall and in UTC: converters fill in the hour that a record left out. */
function oneDay(a: ImmunizationFact, b: ImmunizationFact): boolean {
  const [x, y] = [mainPoint(a.when), mainPoint(b.when)];
  if (x === null || y === null || !hasMoment(a.when) || !hasMoment(b.when)) return false;
  return dayOf(wallTime(x)) === dayOf(wallTime(y)) && dayOf(x.from) === dayOf(y.from);
}

/** A month holds one dose of a vaccine; a year may hold three. */
function byMonth(a: ImmunizationFact, b: ImmunizationFact): Verdict {
  const byYear = [a, b].some((f) => f.when.kind === 'at' && f.when.at.precision === 'year');
  const words = say(
    a,
    b,
    Near.coarse,
    'month',
    'The same vaccine; one of the dates is no finer than its month.',
  );
  return byYear ? possibly(words) : same(BY_DAY, words);
}
