/**
 * Is this the same person? Fellegi-Sunter: each field adds log-odds for agreeing and takes some for differing, with
 * published weights; then the vetoes, which no score overrules. See docs/matching.md.
 */
import { assertNever } from '../base/index.ts';
import type { FieldEvidence, Match, MatchOutcome, Person } from '../record/index.ts';
import { closest, placesOf } from './contact.ts';
import { birthText, compareDates, type DateAgreement } from './date.ts';
import { rarity } from './frequency.ts';
import { compareIdentifiers, type IdentifierAgreement } from './identifier.ts';
import {
  areSwapped,
  compareFamilies,
  compareGiven,
  middlesDiffer,
  namesOf,
  oneSuffixOnly,
  suffixesDiffer,
  type NameAgreement,
  type Names,
} from './name.ts';

/** Log-odds of an agreement, from the published weights of a public-health record linker. */
const WEIGHT = {
  birth: 10.13,
  address: 8.44,
  given: 6.85,
  family: 6.35,
  postcode: 4.98,
  city: 2.44,
  sex: 0.75,
  state: 0.02,
};
/** What is ours: contact details, shared numbers, and the price of differing. */
const SHARED_STRONG = 12;
const SHARED_WEAK = 3;
const NEAR = 7;
const CONTACT = 4;
const POSSIBLE = 12.2;
const CERTAIN = 17;

interface Compared {
  readonly names: readonly [Names, Names];
  readonly family: NameAgreement;
  readonly given: NameAgreement;
  readonly swapped: boolean;
  readonly birth: DateAgreement;
  readonly ids: IdentifierAgreement;
  readonly sexDiffers: boolean;
}

export function match(a: Person, b: Person): Match {
  const names = [namesOf(a), namesOf(b)] as const;
  const family = compareFamilies(...names);
  const given = compareGiven(...names);
  const compared: Compared = {
    names,
    family,
    given,
    swapped: family.kind === 'differs' && given.kind === 'differs' && areSwapped(...names),
    birth: compareDates(birthText(a.birthDate), birthText(b.birthDate)),
    ids: compareIdentifiers(a, b),
    sexDiffers: known(a.gender) && known(b.gender) && a.gender !== b.gender,
  };
  const evidence = evidenceOf(a, b, compared);
  const score = Math.round(evidence.reduce((sum, field) => sum + field.weight, 0) * 100) / 100;
  const vetoes = vetoesOf(a, b, compared);
  return { outcome: decide(compared, score, vetoes), score, evidence, vetoes };
}

const known = (gender: string): boolean => gender === 'male' || gender === 'female';

function evidenceOf(a: Person, b: Person, compared: Compared): FieldEvidence[] {
  const [x, y] = compared.names;
  const { family, given, swapped } = compared;
  const swap = { kind: 'variant', note: 'first and last name in each other’s place' } as const;
  const sex: FieldEvidence =
    known(a.gender) && known(b.gender)
      ? field(
          'sex',
          compared.sexDiffers ? 'differs' : 'agrees',
          a.gender,
          b.gender,
          compared.sexDiffers ? -3 : WEIGHT.sex,
        )
      : field('sex', 'missing', a.gender, b.gender, 0);
  return [
    identifierEvidence(compared.ids),
    nameEvidence(
      'family name',
      swapped ? swap : family,
      'family',
      WEIGHT.family,
      x.shownFamily,
      y.shownFamily,
    ),
    nameEvidence('given name', swapped ? swap : given, 'given', WEIGHT.given, x.shownGiven, y.shownGiven),
    birthEvidence(compared.birth, birthText(a.birthDate), birthText(b.birthDate)),
    sex,
    ...placeEvidence(a, b),
  ];
}

const field = (
  name: string,
  agreement: FieldEvidence['agreement'],
  a: string | null,
  b: string | null,
  weight: number,
  note: string | null = null,
): FieldEvidence => ({ field: name, agreement, a, b, weight: Math.round(weight * 100) / 100, note });

function identifierEvidence({ shared, near, contradicting }: IdentifierAgreement): FieldEvidence {
  if (shared) {
    const weight = shared.strength === 'strong' ? SHARED_STRONG : SHARED_WEAK;
    const note = contradicting ? `${contradicting.a} and ${contradicting.b} differ` : null;
    return field('identifier', 'agrees', shared.text, shared.text, weight, note);
  }
  if (near) return field('identifier', 'similar', ...halves(near), NEAR, 'a typo apart');
  if (contradicting) return field('identifier', 'differs', contradicting.a, contradicting.b, -6);
  return field('identifier', 'missing', null, null, 0, 'no number of one system in common');
}

const halves = (text: string): [string, string] => {
  const [a = '', b = ''] = text.split(' / ');
  return [a, b];
};

function nameEvidence(
  name: string,
  agreement: NameAgreement,
  kind: 'family' | 'given',
  weight: number,
  a: string | null,
  b: string | null,
): FieldEvidence {
  switch (agreement.kind) {
    case 'missing':
      return field(name, 'missing', a, b, 0);
    case 'same':
      return field(name, 'agrees', a, b, weight * rarity(kind, agreement.name));
    case 'variant':
      return field(name, 'similar', a, b, weight * 0.8, agreement.note);
    case 'similar':
      return field(name, 'similar', a, b, weight * 0.6, agreement.note);
    case 'differs':
      return field(name, 'differs', a, b, -weight / 2);
    default:
      return assertNever(agreement, 'nameEvidence');
  }
}

function birthEvidence(birth: DateAgreement, a: string | null, b: string | null): FieldEvidence {
  switch (birth.kind) {
    case 'missing':
      return field('birth date', 'missing', a, b, 0);
    case 'same':
      return field('birth date', 'agrees', a, b, WEIGHT.birth);
    case 'compatible':
      return field('birth date', 'similar', a, b, WEIGHT.birth * 0.4, 'as far as both say');
    case 'typo':
      return field('birth date', 'similar', a, b, WEIGHT.birth * 0.6, birth.note);
    case 'differs':
      return field('birth date', 'differs', a, b, -WEIGHT.birth / 2);
    default:
      return assertNever(birth, 'birthEvidence');
  }
}

/** People move: that an address differs says little, that it agrees says much. */
function placeEvidence(a: Person, b: Person): FieldEvidence[] {
  const [x, y] = [placesOf(a), placesOf(b)];
  const one = (
    name: string,
    p: readonly string[],
    q: readonly string[],
    weight: number,
    from: number,
    off: number,
  ) => {
    const best = closest(p, q);
    if (!best) return field(name, 'missing', p[0] ?? null, q[0] ?? null, 0);
    if (best.score === 1) return field(name, 'agrees', best.a, best.b, weight);
    if (best.score >= from) return field(name, 'similar', best.a, best.b, weight * 0.7);
    return field(name, 'differs', best.a, best.b, off);
  };
  return [
    one('address', x.lines, y.lines, WEIGHT.address, 0.9, -0.5),
    one('city', x.cities, y.cities, WEIGHT.city, 0.92, -0.3),
    one('postcode', x.postcodes, y.postcodes, WEIGHT.postcode, 0.95, -0.3),
    one('state', x.states, y.states, WEIGHT.state, 1, -0.5),
    one('phone', x.phones, y.phones, CONTACT, 1, -0.2),
    one('e-mail', x.emails, y.emails, CONTACT, 1, -0.1),
  ];
}

/** What forbids a link without a human, whatever the score. */
function vetoesOf(a: Person, b: Person, compared: Compared): string[] {
  const { names, family, given, birth, ids, sexDiffers, swapped } = compared;
  const vetoes: string[] = [];
  const born = (p: Person): boolean => p.multipleBirth === true || typeof p.multipleBirth === 'number';
  if (born(a) && born(b) && a.multipleBirth !== b.multipleBirth) vetoes.push('two of a multiple birth');
  if ((born(a) || born(b)) && given.kind !== 'same')
    vetoes.push('one of a multiple birth, and the given names are not the same');
  if (!swapped && given.kind === 'differs') vetoes.push('the given names differ');
  if (!swapped && family.kind === 'differs') vetoes.push('the family names differ');
  if (given.kind === 'missing' || family.kind === 'missing')
    vetoes.push('a name is missing or a placeholder');
  if (birth.kind === 'differs') vetoes.push('the birth dates differ');
  if (birth.kind === 'missing') vetoes.push('a birth date is missing or a placeholder');
  if (suffixesDiffer(...names)) vetoes.push('Jr and Sr, or another suffix, differ');
  else if (oneSuffixOnly(...names) && birth.kind !== 'same') vetoes.push('only one is Jr, Sr or numbered');
  if (middlesDiffer(...names)) vetoes.push('the middle names differ');
  if (sexDiffers) vetoes.push('the sex differs');
  if (ids.contradicting)
    vetoes.push(`a number that a person has once differs: ${ids.contradicting.a}, ${ids.contradicting.b}`);
  if (
    isDead(a) !== null &&
    isDead(b) !== null &&
    isDead(a) !== isDead(b) &&
    isDead(a) !== 'yes' &&
    isDead(b) !== 'yes'
  )
    vetoes.push('the dates of death differ');
  return vetoes;
}

/** The date of death, 'yes' where only the fact is known, null for the living and the unknown. */
function isDead(person: Person): string | null {
  if (typeof person.deceased === 'string') return person.deceased.slice(0, 10);
  return person.deceased === true ? 'yes' : null;
}

function decide(compared: Compared, score: number, vetoes: readonly string[]): MatchOutcome {
  const { family, given, birth, ids, swapped } = compared;
  const strong = ids.shared?.strength === 'strong';
  const sameName = (each: NameAgreement) => each.kind === 'same' || each.kind === 'variant';
  if (
    strong &&
    vetoes.length === 0 &&
    score >= CERTAIN &&
    birth.kind === 'same' &&
    sameName(family) &&
    sameName(given)
  )
    return 'certain';
  // One number, and anything else that agrees: the same person, or a mistake that somebody has to see.
  const agrees = (kind: string) => kind !== 'differs' && kind !== 'missing';
  if (strong && (score >= POSSIBLE || swapped || [family.kind, given.kind, birth.kind].some(agrees)))
    return 'likely';
  if (score < POSSIBLE) return 'unlikely';
  // Nothing but a number outweighs another given name or birth date.
  if (ids.near) return 'likely';
  const anotherPerson =
    birth.kind === 'differs' ||
    (!swapped && given.kind === 'differs') ||
    ids.contradicting?.neighbours === false;
  return anotherPerson || suffixesDiffer(...compared.names) ? 'unlikely' : 'likely';
}
