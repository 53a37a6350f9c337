import type { ProcedureFact } from '../../record/index.ts';
import { compareNamed, conceptKeys, isNamesake, textKeys } from '../concepts.ts';
import { namesAgree, namesOf, numberedApart, PLACES, PROFESSIONALS } from '../evidence.ts';
import { foldText, hashText } from '../hash.ts';
import { identityKeys, identityOf, identityWords } from '../identity.ts';
import { sitesDiffer } from '../sites.ts';
import { compareDates, hasMoment, Near, type Nearness } from '../times.ts';
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
  OTHER_SITE,
  OTHER_TIME,
} from '../verdict.ts';
import { keysOf, sayOf } from './words.ts';

const say = sayOf('procedure');

const FAMILY = 0x940c;
const TEXT = 0x940d;
const ORGAN = 0x940e;

/**
 * Operations that take out, whole, an organ of which there is one: nobody has them twice, so that a record without a
 * day is no second one. By the organ, since the approach (open, laparoscopic) is told by some sources only.
 */
const ONCE: ReadonlyMap<string, string> = new Map([
  ['procedure:appendectomy', 'appendix'],
  ['procedure:laparoscopic-appendectomy', 'appendix'],
  ['procedure:cholecystectomy', 'gallbladder'],
  ['procedure:laparoscopic-cholecystectomy', 'gallbladder'],
  ['procedure:hysterectomy', 'uterus'],
  ['procedure:splenectomy', 'spleen'],
]);

const organOf = (fact: ProcedureFact): string | null => ONCE.get(fact.code?.canonical ?? '') ?? null;

const DONE_AND_NOT = related(
  'contradicts',
  'contradicts',
  'One source says that this was done, the other that it was not, on the same date.',
);

/** Code and date, with performer and place as evidence for and against. */
export const procedure: Rule<ProcedureFact> = {
  name: 'procedure',

  keys(fact, sink) {
    const under = (key: number) => sink.timed(key, fact.when);
    const organ = organOf(fact);
    if (organ !== null) sink.both(hashText(organ, ORGAN));
    if (fact.code === null) under(hashText(foldText(fact.title), TEXT));
    else {
      conceptKeys(fact.code, FAMILY, under);
      textKeys(fact.code, TEXT, under);
    }
    identityKeys(fact, FAMILY, sink);
  },

  judge(a, b) {
    const organ = organOf(a);
    const once = organ !== null && organ === organOf(b);
    const code = once ? 'same' : compareNamed(a, b);
    if (code === 'different') return OTHER_CODE;
    if (sitesDiffer(a.bodySites, b.bodySites)) return OTHER_SITE;
    const near = compareDates(a.when, b.when);
    if (notDone(a) !== notDone(b)) return near <= Near.day ? DONE_AND_NOT : NOT_DONE;
    const identity = identityOf(a, b);
    if (identity !== null && code === 'same' && near !== Near.apart)
      return same(IDENTITY, identityWords('procedure', identity.key, keysOf(a, b)));
    if (once && a.source !== b.source && !numberedApart(a, b)) return onlyOnce(a, b, near);
    if (near === Near.apart || near === Near.drift) return OTHER_TIME;
    if (numberedApart(a, b)) return LISTED_TWICE;
    if (code === 'alike') return byWords(a, b, near);
    return a.source === b.source ? inOneSystem(a, b, near) : across(a, b, near);
  },
};

/** The same words on the same day elsewhere are the same procedure; under two codes somebody may have meant two. */
function byWords(a: ProcedureFact, b: ProcedureFact, near: Nearness): Verdict {
  const isOne = a.code !== null && b.code !== null && isNamesake(a.code, b.code);
  // A month that holds the day speaks against nothing.
  if (near > Near.day && !(isOne && near === Near.coarse)) return OTHER_CODE;
  return isOne && near !== Near.coarse && a.source !== b.source && evidence(a, b) !== false
    ? same(BY_DAY, say(a, b, near, 'words', 'The same name on the same day, once without a code.'))
    : possibly(
        say(a, b, near, 'words', 'The names are alike, but no code or map says that they are one procedure.'),
      );
}

const notDone = (fact: ProcedureFact): boolean =>
  fact.status.standing === 'not-done' || fact.status.code === 'not-done';

/** Two dates of it are one mistake; no date, or the year alone, is none. */
function onlyOnce(a: ProcedureFact, b: ProcedureFact, near: Nearness): Verdict {
  const words = (why: string) => say(a, b, near, 'once', why);
  if (bothDone(a, b) && near !== Near.apart && near !== Near.drift)
    return same(
      near <= Near.wall ? EXACT_MATCH : BY_DAY,
      words('An operation that is done once in a life; its dates agree as far as they go.'),
    );
  return possibly(words('An operation that is done once in a life, under two dates: one may be wrong.'));
}

const bothDone = (a: ProcedureFact, b: ProcedureFact): boolean =>
  [a, b].every((f) => f.status.standing !== 'planned');

/** false where both name somebody or somewhere and nothing agrees. */
function evidence(a: ProcedureFact, b: ProcedureFact): boolean | null {
  const people = namesAgree(namesOf(a.people, PROFESSIONALS), namesOf(b.people, PROFESSIONALS));
  const place = namesAgree(namesOf(a.people, PLACES), namesOf(b.people, PLACES));
  if (people === true || place === true) return true;
  return people === false || place === false ? false : null;
}

function inOneSystem(a: ProcedureFact, b: ProcedureFact, near: Nearness): Verdict {
  if (near !== Near.moment || !hasMoment(a.when) || !hasMoment(b.when) || evidence(a, b) === false)
    return LISTED_TWICE;
  return possibly(say(a, b, near, 'listed-twice', 'One system lists the same procedure twice at one time.'));
}

function across(a: ProcedureFact, b: ProcedureFact, near: Nearness): Verdict {
  const agree = evidence(a, b);
  const words = (why: string) => say(a, b, near, 'date', why);
  if (near <= Near.wall && (agree !== false || near === Near.moment))
    return same(
      near === Near.moment ? EXACT_MATCH : WITHIN_TOLERANCE,
      words('The same procedure at the same time.'),
    );
  if ((near === Near.day || near === Near.midnight) && agree !== false)
    return same(BY_DAY, words('The same procedure on the same day.'));
  if (near === Near.coarse && agree === true)
    return same(
      BY_DAY,
      words('The same procedure by the same people or in the same place; one date is coarse.'),
    );
  return possibly(
    words(
      agree === false
        ? 'The same procedure at about the same time, by other people or in another place.'
        : 'The same procedure; the dates leave open whether it is one.',
    ),
  );
}
