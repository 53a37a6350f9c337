import { birthText, readBirth } from './date.ts';
import { isNewborn, isNobody } from './nobody.ts';
import { askable } from './numbers.ts';
import { fold } from './text.ts';
import type { Identifier, Person, PersonName } from '../record/index.ts';

/** How to ask a further server for a person, strict first. Who was found is judged by `match` alone. */
export interface PatientSearches {
  /** The Parameters of `Patient/$match`, as JSON text. */
  readonly match: string;
  readonly searches: readonly (readonly (readonly [string, string])[])[];
}

type Search = readonly (readonly [string, string])[];

const MOST_IDENTIFIERS = 4;
/** Each is a request to a server that may be slow; the last ones are the loosest. */
const MOST_SEARCHES = 10;

/**
 * Servers compare the beginnings of names, without case and accents, and know no short forms: what is misspelt on one
 * side is found by what is left, a name and the birth date.
 */
export function searchesFor(person: Person): PatientSearches {
  const born = readBirth(person.birthDate);
  const date = born && born.day > 0 ? born.text : null;
  const numbers = askable(person);
  const searches: Search[] = numbers
    .filter((id) => id.system !== null)
    .slice(0, MOST_IDENTIFIERS)
    .map((id) => [['identifier', `${id.system ?? ''}|${id.value}`]]);
  const families = distinct(person.names.flatMap(familiesOf));
  const givens = distinct(person.names.flatMap(givenOf));
  const [family] = families;
  const [given] = givens;
  const on = (name: 'family' | 'given', value: string, day: string): Search => [
    [name, value],
    ['birthdate', day],
  ];
  if (date !== null) {
    for (const each of families) searches.push(on('family', each, date));
    for (const each of givens.slice(0, 2)) searches.push(on('given', each, date));
    // First and last name may stand in each other's place there, day and month in each other's here.
    if (given !== undefined) searches.push(on('family', given, date));
    const other = born && swapped(born);
    if (family !== undefined && other) searches.push(on('family', family, other));
  }
  const names: Search[] =
    family !== undefined && given !== undefined
      ? [
          [
            ['family', family],
            ['given', given],
          ],
        ]
      : [];
  // Names alone find whoever has another birth date there; they are asked for last, and always.
  return {
    match: parameters(person, numbers),
    searches: [...unique(searches).slice(0, MOST_SEARCHES - names.length), ...names],
  };
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

const unique = (searches: readonly Search[]): readonly Search[] => [
  ...new Map(searches.map((each) => [JSON.stringify(each), each])).values(),
];

/** The surname as written, and the parts of a double one: another server may have either. */
function familiesOf({ family }: PersonName): readonly string[] {
  if (family === null || isNobody(fold(family))) return [];
  const whole = family.trim();
  const parts = whole.split(/[\s\-‐–]+/).filter((part) => part.length > 3);
  return parts.length > 1 ? [whole, ...parts] : [whole];
}

function givenOf({ given }: PersonName): readonly string[] {
  const whole = fold(given.join(' '));
  const first = given[0]?.trim() ?? '';
  return first.length < 2 || isNewborn(whole) || isNobody(whole) ? [] : [first];
}

function swapped({ text, month, day }: { text: string; month: number; day: number }): string | null {
  if (day > 12 || day === month) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${text.slice(0, 4)}-${two(day)}-${two(month)}`;
}

function parameters(person: Person, numbers: readonly Identifier[]): string {
  const born = readBirth(person.birthDate) === null ? null : birthText(person.birthDate);
  const telecom = [
    ...person.phones.map((value) => ({ system: 'phone', value })),
    ...person.emails.map((value) => ({ system: 'email', value })),
  ];
  const resource = {
    resourceType: 'Patient',
    identifier: some(numbers.map(({ system, value }) => ({ ...(system === null ? {} : { system }), value }))),
    name: some(person.names.map(nameOf)),
    telecom: some(telecom),
    gender: person.gender === 'unknown' ? undefined : person.gender,
    birthDate: born ?? undefined,
    address: some(
      person.addresses.map(({ lines, city, state, postalCode, country }) => ({
        line: some(lines),
        city: city ?? undefined,
        state: state ?? undefined,
        postalCode: postalCode ?? undefined,
        country: country ?? undefined,
      })),
    ),
  };
  return JSON.stringify({
    resourceType: 'Parameters',
    parameter: [
      { name: 'resource', resource },
      { name: 'count', valueInteger: 10 },
      { name: 'onlyCertainMatches', valueBoolean: false },
    ],
  });
}

/** FHIR has no empty lists. */
const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

const nameOf = ({ use, family, given, suffix, text }: PersonName): Record<string, unknown> => ({
  use: use ?? undefined,
  family: family ?? undefined,
  given: some(given),
  suffix: some(suffix),
  text: family === null && given.length === 0 ? (text ?? undefined) : undefined,
});
