import type { Person } from '../record/index.ts';
import { compareDates, type DateAgreement } from './date.ts';
import { compareIdentifiers, type IdentifierAgreement } from './identifier.ts';
import { compareFamilies, compareGiven, EXCHANGED, swapped, type NameAgreement } from './name.ts';
import { profileOf, type Profile } from './profile.ts';

/** Two people, field by field, before anything is weighed. */
export interface Compared {
  readonly a: Profile;
  readonly b: Profile;
  readonly family: NameAgreement;
  readonly given: NameAgreement;
  readonly birth: DateAgreement;
  readonly numbers: IdentifierAgreement;
  readonly sexDiffers: boolean;
  /** What makes them two of one birth; null where nothing does. */
  readonly twins: string | null;
}

export function compare(personA: Person, personB: Person): Compared {
  const a = profileOf(personA);
  const b = profileOf(personB);
  let family = compareFamilies(a.names, b.names);
  let given = compareGiven(a.names, b.names);
  if (family.kind === 'differs' && given.kind === 'differs') {
    const exchanged = swapped(a.names, b.names);
    if (exchanged) ({ family, given } = exchanged);
  }
  return {
    a,
    b,
    family,
    given,
    birth: compareDates(a.birth, b.birth),
    numbers: compareIdentifiers(a.numbers, b.numbers),
    sexDiffers: a.sex !== null && b.sex !== null && a.sex !== b.sex,
    twins: twinsOf(a, b, given),
  };
}

function twinsOf(a: Profile, b: Profile, given: NameAgreement): string | null {
  const [x, y] = [a.names.mark, b.names.mark];
  if (x !== null && y !== null && x !== y) return 'two newborns of one birth';
  if (typeof a.multiple === 'number' && typeof b.multiple === 'number' && a.multiple !== b.multiple)
    return 'two of a multiple birth';
  const oneName = given.kind === 'same' || given === EXCHANGED || (given.kind === 'variant' && given.sure);
  if ((a.multiple !== null || b.multiple !== null) && !oneName)
    return 'one of a multiple birth, and the given names are not the same';
  return null;
}
