import type { AllergyFact, Concept } from '../../record/index.ts';
import { severityOf } from '../answers.ts';
import { compareConcepts, conceptKeys, conceptWords, sameWords, textKeys } from '../concepts.ts';
import { numberedApart } from '../evidence.ts';
import { foldText, hashText } from '../hash.ts';
import { identityOf, identityWords } from '../identity.ts';
import { compareDates, dateWords, Near } from '../times.ts';
import {
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
  type Words,
  LISTED_TWICE,
  NEGATION_BESIDE,
  OTHER_CODE,
} from '../verdict.ts';

const FAMILY = 0xa11e;
const CLASS = 0xa11f;
const TEXT = 0xa120;
const NEGATION = 0xa121;
const REAL = 0xa122;

const BROADER = related(
  'broader',
  'narrower',
  'An allergy to the class that the other substance belongs to.',
);
const NARROWER = related(
  'narrower',
  'broader',
  'An allergy to the class that the other substance belongs to.',
);
const CONTRADICTS = related(
  'contradicts',
  'contradicts',
  'One source states that there is no known allergy of this sort; another records one.',
);
const TWO_NEGATIONS = different('two-negations');

/** Substance decides; time does not. Class membership relates and never merges. */
export const allergy: Rule<AllergyFact> = {
  name: 'allergy',

  keys(fact, sink) {
    if (fact.negates !== null) {
      sink.both(NEGATION);
      sink.probe(REAL);
    } else {
      sink.probe(NEGATION);
      sink.post(REAL);
      substanceKeys(fact, sink);
    }
  },

  judge(a, b) {
    if (a.negates !== null || b.negates !== null) return withNegation(a, b);
    const likeness = compareSubstances(a, b);
    if (likeness === 'different') return byClass(a, b);
    const identity = identityOf(a, b);
    if (identity !== null) return same(IDENTITY, identityWords('allergy', identity.key, keysOf(a, b)));
    if (a.source === b.source) return inOneSystem(a, b, likeness);
    return likeness === 'same'
      ? same(
          nameOf(a) === nameOf(b) ? EXACT_MATCH : WITHIN_TOLERANCE,
          say(a, b, 'substance', 'The same substance in both.'),
        )
      : possibly(
          say(a, b, 'words', 'The substances are alike by name, but no code or map says that they are one.'),
        );
  },
};

function substanceKeys(fact: AllergyFact, sink: KeySink): void {
  for (const name of fact.substanceClasses) sink.both(hashText(name, CLASS));
  const concept = substanceOf(fact);
  if (concept === null) sink.both(hashText(foldText(fact.title), TEXT));
  else {
    conceptKeys(concept, FAMILY, (key) => sink.both(key));
    textKeys(concept, TEXT, (key) => sink.both(key));
  }
}

const substanceOf = (fact: AllergyFact): Concept | null => fact.substance ?? fact.code;

function compareSubstances(a: AllergyFact, b: AllergyFact): 'same' | 'alike' | 'different' {
  const [x, y] = [a.substanceClasses[0], b.substanceClasses[0]];
  const [p, q] = [substanceOf(a), substanceOf(b)];
  if (x !== undefined && y !== undefined) {
    if (x === y) return 'same';
    if (p === null || q === null || !sameWords(p, q)) return 'different';
    // 'Penicillin' coded as penicillin G here and as the class there: the words are what the clinician wrote.
    return a.substanceClasses.includes(y) || b.substanceClasses.includes(x) ? 'same' : 'alike';
  }
  if (p !== null || q !== null) return compareConcepts(p, q);
  return foldText(a.title) === foldText(b.title) ? 'alike' : 'different';
}

const nameOf = (fact: AllergyFact): string | undefined => fact.substanceClasses[0];

function byClass(a: AllergyFact, b: AllergyFact): Verdict {
  const [x, y] = [a.substanceClasses[0], b.substanceClasses[0]];
  if (x === undefined || y === undefined) return OTHER_CODE;
  if (b.substanceClasses.includes(x)) return BROADER;
  return a.substanceClasses.includes(y) ? NARROWER : OTHER_CODE;
}

const keysOf = (a: AllergyFact, b: AllergyFact): string[] => {
  const [p, q] = [substanceOf(a), substanceOf(b)];
  return [
    p !== null && q !== null ? conceptWords(p, q) : [...new Set([a.title, b.title])].sort().join(' = '),
  ];
};

const say = (a: AllergyFact, b: AllergyFact, rule: string, why: string) => (): Words => ({
  rule: `allergy/${rule}`,
  keys: keysOf(a, b),
  tolerance: 'any date',
  why,
});

function inOneSystem(a: AllergyFact, b: AllergyFact, likeness: 'same' | 'alike'): Verdict {
  if (numberedApart(a, b)) return LISTED_TWICE;
  const near = compareDates(a.when, b.when);
  const copy = likeness === 'same' && near <= Near.day && sayTheSame(a, b);
  return copy
    ? same(
        EXACT_MATCH,
        say(a, b, 'copy', 'One system lists the allergy twice, with the same date and particulars.'),
      )
    : possibly(say(a, b, 'listed-twice', 'One system lists the substance twice, with other particulars.'));
}

const sayTheSame = (a: AllergyFact, b: AllergyFact): boolean =>
  a.status.code === b.status.code &&
  a.status.verification === b.status.verification &&
  a.criticality === b.criticality &&
  reactionsOf(a) === reactionsOf(b);

const reactionsOf = (fact: AllergyFact): string =>
  fact.reactions
    .map((r) =>
      [...r.manifestations.map((m) => foldText(m.display ?? '')).sort(), severityOf(r.severity ?? '')].join(
        ',',
      ),
    )
    .sort()
    .join(';');

function withNegation(a: AllergyFact, b: AllergyFact): Verdict {
  if (a.negates !== null && b.negates !== null) {
    if (a.negates !== b.negates) return TWO_NEGATIONS;
    if (a.negates === 'specific' && compareSubstances(a, b) !== 'same') return TWO_NEGATIONS;
    const why = 'Both state that no such allergy is known.';
    if (a.source !== b.source) return same(EXACT_MATCH, negationWords(a, b, why));
    return possibly(negationWords(a, b, 'One system states twice that no such allergy is known.'), false);
  }
  const [negation, real] = a.negates === null ? [b, a] : [a, b];
  const isVoid = [negation, real].some((f) => f.status.retracted || f.status.verification === 'refuted');
  if (isVoid) return NEGATION_BESIDE;
  return denies(negation, real) ? CONTRADICTS : NEGATION_BESIDE;
}

const negationWords = (a: AllergyFact, b: AllergyFact, why: string) => (): Words => ({
  rule: 'allergy/none-known',
  keys: [
    `denies: ${a.negates ?? 'all'}`,
    [...new Set([dateWords(a.when), dateWords(b.when)])].sort().join(', '),
  ],
  tolerance: 'any date',
  why,
});

/** Substances whose sort the source does not state are taken to be denied: a false alarm is the safer mistake. */
function denies(negation: AllergyFact, real: AllergyFact): boolean {
  switch (negation.negates) {
    case 'all':
      return true;
    case 'drug':
      return (
        !real.categories.some((c) => /food|environment/.test(c)) || real.categories.includes('medication')
      );
    case 'food':
    case 'environment':
      return real.categories.length === 0 || real.categories.includes(negation.negates);
    case 'specific': {
      const name = negation.substanceClasses[0];
      return name === undefined
        ? compareSubstances(negation, real) !== 'different'
        : real.substanceClasses.includes(name);
    }
    default:
      return false;
  }
}
