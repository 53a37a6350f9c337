/** The comparison weighed, field by field, in the order in which a clinician reads it. */
import { assertNever } from '../base/index.ts';
import type { FieldEvidence, Person } from '../record/index.ts';
import type { Compared } from './compared.ts';
import { closest, otherHouse } from './contact.ts';
import { birthText } from './date.ts';
import { rarity } from './frequency.ts';
import type { NameAgreement } from './name.ts';

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

export function evidenceOf(a: Person, b: Person, compared: Compared): FieldEvidence[] {
  const [x, y] = [compared.a.names, compared.b.names];
  const { family, given } = compared;
  return [
    numberEvidence(compared),
    nameEvidence('family name', family, 'family', WEIGHT.family, x.shownFamily, y.shownFamily),
    nameEvidence('given name', given, 'given', WEIGHT.given, x.shownGiven, y.shownGiven),
    birthEvidence(compared, birthText(a.birthDate), birthText(b.birthDate)),
    sexEvidence(compared, a.gender, b.gender),
    ...placeEvidence(compared),
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

function numberEvidence({ numbers: { shared, near, contradicting } }: Compared): FieldEvidence {
  if (shared) {
    const weight = shared.strength === 'strong' ? SHARED_STRONG : SHARED_WEAK;
    const note = contradicting ? `${contradicting.a} and ${contradicting.b} differ` : null;
    return field('identifier', 'agrees', shared.a, shared.b, weight, note);
  }
  if (near) return field('identifier', 'similar', near.a, near.b, NEAR, 'a typo apart');
  if (contradicting)
    return field(
      'identifier',
      'differs',
      contradicting.a,
      contradicting.b,
      contradicting.single === 'for life' ? -6 : -2,
    );
  return field('identifier', 'missing', null, null, 0, 'no number of one system in common');
}

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
      return field(name, 'similar', a, b, weight * 0.75, agreement.note);
    case 'similar':
      return field(name, 'similar', a, b, weight * 0.6, agreement.note);
    case 'differs':
      return field(name, 'differs', a, b, -weight / 2, agreement.note ?? null);
    default:
      return assertNever(agreement, 'nameEvidence');
  }
}

function birthEvidence({ birth }: Compared, a: string | null, b: string | null): FieldEvidence {
  switch (birth.kind) {
    case 'missing':
      return field('birth date', 'missing', a, b, 0);
    case 'same':
      return birth.weak
        ? field('birth date', 'agrees', a, b, WEIGHT.birth * 0.7, '1 January is often a guess')
        : field('birth date', 'agrees', a, b, WEIGHT.birth);
    case 'compatible':
      return field('birth date', 'similar', a, b, WEIGHT.birth * 0.4, 'as far as both say');
    case 'typo':
      return field('birth date', 'similar', a, b, WEIGHT.birth * 0.6, birth.note);
    case 'differs':
      return field('birth date', 'differs', a, b, -WEIGHT.birth / 2, birth.note);
    default:
      return assertNever(birth, 'birthEvidence');
  }
}

function sexEvidence({ a, b, sexDiffers }: Compared, x: string, y: string): FieldEvidence {
  if (a.sex === null || b.sex === null) return field('sex', 'missing', x, y, 0);
  return field('sex', sexDiffers ? 'differs' : 'agrees', x, y, sexDiffers ? -3 : WEIGHT.sex);
}

/** People move: that an address differs says little, that it agrees says much. */
function placeEvidence({ a, b }: Compared): FieldEvidence[] {
  const [x, y] = [a.places, b.places];
  return [
    place('address', x.lines, y.lines, WEIGHT.address, 0.9, -0.5),
    place('city', x.cities, y.cities, WEIGHT.city, 0.92, -0.3),
    place('postcode', x.postcodes, y.postcodes, WEIGHT.postcode, 0.95, -0.3),
    place('state', x.states, y.states, WEIGHT.state, 1, -0.5),
    place('phone', x.phones, y.phones, CONTACT, 1, -0.2),
    place('e-mail', x.emails, y.emails, CONTACT, 1, -0.1),
  ];
}

function place(
  name: string,
  a: readonly string[],
  b: readonly string[],
  weight: number,
  threshold: number,
  whenDiffering: number,
): FieldEvidence {
  const found = closest(a, b, threshold);
  if (found === null) return field(name, 'missing', a[0] ?? null, b[0] ?? null, 0);
  if (found.kind === 'same') return field(name, 'agrees', found.a, found.b, weight);
  if (found.kind === 'differs') return field(name, 'differs', found.a, found.b, whenDiffering);
  const neighbours = name === 'address' && otherHouse(found.a, found.b);
  return field(name, 'similar', found.a, found.b, weight * (neighbours ? 0.4 : 0.7));
}
