import type { Person } from '../record/index.ts';
import { readPlaces, type Places } from './contact.ts';
import { readBirth, type Birth } from './date.ts';
import { readNames, type Names } from './names.ts';
import { readNumbers, type Numbered } from './numbers.ts';

/** A Person as it is compared, read once however often it is. */
export interface Profile {
  readonly names: Names;
  readonly birth: Birth | null;
  readonly numbers: readonly Numbered[];
  readonly places: Places;
  readonly sex: 'male' | 'female' | null;
  /** true, or the place in the order of birth; null where not stated or single. */
  readonly multiple: true | number | null;
}

const memo = new WeakMap<Person, Profile>();

export function profileOf(person: Person): Profile {
  const known = memo.get(person);
  if (known) return known;
  const { multipleBirth: multiple } = person;
  const gender = person.gender.toLowerCase();
  const profile: Profile = {
    names: readNames(person),
    birth: readBirth(person.birthDate),
    numbers: readNumbers(person),
    places: readPlaces(person),
    sex: gender === 'male' || gender === 'female' ? gender : null,
    multiple: multiple === true || typeof multiple === 'number' ? multiple : null,
  };
  memo.set(person, profile);
  return profile;
}
