import type { ClinicalDate, ConditionFact } from '../../record/index.ts';
import { compareConcepts, conceptKeys, textKeys } from '../concepts.ts';
import { numberedApart } from '../evidence.ts';
import { foldText, hashText, mix } from '../hash.ts';
import { identityKeys, identityOf, identityWords } from '../identity.ts';
import { isPassing } from '../passing.ts';
import { sitesDiffer } from '../sites.ts';
import { compareDates, daysApart, Near } from '../times.ts';
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
  type Verdict,
  LISTED_TWICE,
  NEGATION_BESIDE,
  OTHER_CODE,
  OTHER_SITE,
} from '../verdict.ts';
import { keysOf, sayOf } from './words.ts';

const FAMILY = 0xc04d;
const PROBLEM = 0xc041;
const DIAGNOSIS = 0xc042;
const NEGATION = 0xc043;
const TEXT = 0xc044;
const CURRENT = 0xc045;

/** Days between two onsets of an illness that passes, up to which they are one bout. */
const ONE_BOUT = 14;
const SOME_BOUT = 90;

const OTHER_VISIT = different('other-visit');
const CONTRADICTS = related(
  'contradicts',
  'contradicts',
  'One source states that there are no known problems; this is a problem that counts now.',
);
const DIAGNOSIS_OF = related('part', 'whole', 'A diagnosis made at a visit, of the problem on the list.');
const PROBLEM_OF = related('whole', 'part', 'A diagnosis made at a visit, of the problem on the list.');

export const condition: Rule<ConditionFact> = {
  name: 'condition',

  keys(fact, sink) {
    if (fact.negation) {
      sink.both(NEGATION);
      sink.probe(CURRENT);
    } else {
      sink.probe(NEGATION);
      sink.post(CURRENT);
      codeKeys(fact, sink);
      if (isDiagnosis(fact)) identityKeys(fact, DIAGNOSIS, sink, diagnosedAt(fact));
    }
  },

  judge(a, b) {
    if (a.negation || b.negation) return withNegation(a, b);
    const code = a.code === null && b.code === null ? sameTitle(a, b) : compareConcepts(a.code, b.code);
    if (code === 'different') return OTHER_CODE;
    if (elsewhere(a, b)) return OTHER_SITE;
    const [here, there] = [isDiagnosis(a), isDiagnosis(b)];
    // The number of a case or an account is on the diagnoses of all its visits.
    const mayBeOne = here === there && !(here && compareDates(diagnosedAt(a), diagnosedAt(b)) === Near.apart);
    const identity = mayBeOne ? identityOf(a, b) : null;
    if (identity !== null && code === 'same')
      return same(IDENTITY, identityWords('condition', identity.key, keysOf(a, b)));
    if (here !== there) return here ? DIAGNOSIS_OF : PROBLEM_OF;
    if (code === 'alike') return byWords(a, b);
    if (a.source === b.source) return inOneSystem(a, b);
    return here ? twoDiagnoses(a, b) : twoProblems(a, b);
  },
};

const say = sayOf('condition');

const isDiagnosis = (fact: ConditionFact): boolean => fact.role === 'encounter-diagnosis';
const sameTitle = (a: ConditionFact, b: ConditionFact) =>
  foldText(a.title) === foldText(b.title) ? ('alike' as const) : ('different' as const);

function codeKeys(fact: ConditionFact, sink: KeySink): void {
  const under = (key: number) => {
    // Problems meet each other and every diagnosis; diagnoses meet one another by their day only.
    if (isDiagnosis(fact)) {
      sink.post(mix(key, DIAGNOSIS));
      sink.probe(mix(key, PROBLEM));
      sink.timed(key, diagnosedAt(fact));
    } else {
      sink.both(mix(key, PROBLEM));
      sink.probe(mix(key, DIAGNOSIS));
    }
  };
  if (fact.code === null) under(hashText(foldText(fact.title), TEXT));
  else {
    conceptKeys(fact.code, FAMILY, under);
    textKeys(fact.code, TEXT, under);
  }
}

function byWords(a: ConditionFact, b: ConditionFact): Verdict {
  if (isDiagnosis(a) && compareDates(diagnosedAt(a), diagnosedAt(b)) > Near.day) return OTHER_VISIT;
  return possibly(
    say(a, b, 'any date', 'words', 'Their names are alike, but no code or map says that they are one.'),
  );
}

function withNegation(a: ConditionFact, b: ConditionFact): Verdict {
  if (a.negation && b.negation) {
    if (a.source === b.source) return LISTED_TWICE;
    return same(
      WITHIN_TOLERANCE,
      say(a, b, 'any date', 'none-known', 'Both state that there are no known problems.'),
    );
  }
  const problem = a.negation ? b : a;
  const counts =
    problem.status.standing !== 'ended' &&
    problem.status.verification !== 'refuted' &&
    !problem.status.retracted;
  return counts && !isDiagnosis(problem) ? CONTRADICTS : NEGATION_BESIDE;
}

function elsewhere(a: ConditionFact, b: ConditionFact): boolean {
  if (a.laterality !== null && b.laterality !== null && a.laterality !== b.laterality) return true;
  return sitesDiffer(a.bodySites, b.bodySites);
}

function inOneSystem(a: ConditionFact, b: ConditionFact): Verdict {
  const near = isDiagnosis(a) ? compareDates(diagnosedAt(a), diagnosedAt(b)) : compareDates(a.when, b.when);
  if (numberedApart(a, b)) return LISTED_TWICE;
  if (
    near <= Near.day ||
    near === Near.bothUndated ||
    (isCurrent(a) && isCurrent(b) && !isDiagnosis(a) && !passes(a, b))
  )
    return possibly(say(a, b, near, 'listed-twice', 'One system lists the same problem twice.'));
  return LISTED_TWICE;
}

const isCurrent = (fact: ConditionFact): boolean =>
  fact.status.standing === 'current' || fact.status.standing === 'unknown';
const passes = (a: ConditionFact, b: ConditionFact): boolean =>
  [a, b].some((f) => isPassing(f.code, f.title));

/** A diagnosis without an onset was made when it was written down: that tells its visit from others. */
const diagnosedAt = (fact: ConditionFact): ClinicalDate =>
  fact.when.kind === 'undated' && fact.provenance.recorded !== null ? fact.provenance.recorded : fact.when;

function twoDiagnoses(a: ConditionFact, b: ConditionFact): Verdict {
  const near = compareDates(diagnosedAt(a), diagnosedAt(b));
  if (near <= Near.wall)
    return same(EXACT_MATCH, say(a, b, near, 'diagnosis', 'The same diagnosis at the same time.'));
  if (near === Near.day || near === Near.midnight)
    return same(BY_DAY, say(a, b, 'one day', 'diagnosis', 'The same diagnosis on the same day.'));
  if (near === Near.undated || near === Near.bothUndated)
    return possibly(say(a, b, near, 'diagnosis', 'The same diagnosis; not both are dated.'), false);
  return near < Near.apart && near !== Near.drift
    ? possibly(
        say(a, b, near, 'diagnosis', 'The same diagnosis; the dates leave open whether it is one visit.'),
      )
    : OTHER_VISIT;
}

function twoProblems(a: ConditionFact, b: ConditionFact): Verdict {
  const near = compareDates(a.when, b.when);
  const sameOnset =
    near <= Near.day || near === Near.coarse || near === Near.utcDay || near === Near.midnight;
  if (sameOnset) {
    const coarse = near === Near.coarse && passes(a, b);
    return coarse
      ? possibly(
          say(a, b, near, 'onset', 'The same passing illness; its dates are too coarse to be certain.'),
        )
      : same(EXACT_MATCH, say(a, b, near, 'onset', 'The same problem with the same onset.'));
  }
  if (passes(a, b)) return twoBouts(a, b);
  if (isCurrent(a) && isCurrent(b))
    return same(
      WITHIN_TOLERANCE,
      say(a, b, 'any onset', 'current', 'The same lasting problem, current in both.'),
    );
  const gap = daysApart(a.when, b.when);
  if (endedBefore(a, b) || endedBefore(b, a)) return different('two-episodes');
  if (gap === null || gap <= SOME_BOUT)
    return same(
      BY_DAY,
      say(
        a,
        b,
        `${SOME_BOUT} days`,
        'overlap',
        'The same lasting problem; one source says that it has ended.',
      ),
    );
  return possibly(
    say(
      a,
      b,
      'any onset',
      'overlap',
      'The same problem; one source says that it has ended, the onsets differ.',
    ),
  );
}

function twoBouts(a: ConditionFact, b: ConditionFact): Verdict {
  const gap = daysApart(a.when, b.when);
  if (gap === null)
    return possibly(say(a, b, 'undated', 'bout', 'The same passing illness; one of them is undated.'));
  if (gap <= ONE_BOUT)
    return same(
      WITHIN_TOLERANCE,
      say(a, b, `${ONE_BOUT} days`, 'bout', 'The same passing illness within two weeks.'),
    );
  if (gap <= SOME_BOUT)
    return possibly(say(a, b, `${SOME_BOUT} days`, 'bout', 'The same illness again within three months.'));
  return different('two-bouts');
}

function endedBefore(a: ConditionFact, b: ConditionFact): boolean {
  const end = a.abatement === null || a.abatement.kind === 'undated' ? null : a.abatement;
  if (end === null) return false;
  const last = end.kind === 'at' ? end.at : (end.end ?? end.start);
  const first = b.when.kind === 'at' ? b.when.at : b.when.kind === 'period' ? b.when.start : null;
  return last !== null && first !== null && last.to <= first.from;
}
