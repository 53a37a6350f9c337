import type { Person } from '../record/index.ts';
import { fold, jaroWinkler } from './text.ts';

export interface Places {
  readonly lines: readonly string[];
  readonly cities: readonly string[];
  readonly states: readonly string[];
  readonly postcodes: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

const SHORT: Readonly<Record<string, string>> = {
  street: 'st',
  avenue: 'ave',
  av: 'ave',
  road: 'rd',
  drive: 'dr',
  lane: 'ln',
  boulevard: 'blvd',
  court: 'ct',
  place: 'pl',
  circle: 'cir',
  crescent: 'cres',
  apartment: 'apt',
  unit: 'apt',
  suite: 'apt',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  terrace: 'ter',
  highway: 'hwy',
  parkway: 'pkwy',
  square: 'sq',
};

const memo = new WeakMap<Person, Places>();

export function placesOf(person: Person): Places {
  const known = memo.get(person);
  if (known) return known;
  const all = (texts: readonly (string | null)[]): string[] => [
    ...new Set(texts.flatMap((t) => (t ? [fold(t)] : []))),
  ];
  const places: Places = {
    lines: [...new Set(person.addresses.map((each) => street(each.lines)).filter(Boolean))],
    cities: all(person.addresses.map((each) => each.city)),
    states: all(person.addresses.map((each) => each.state)),
    postcodes: all(person.addresses.map((each) => each.postalCode)).map((code) =>
      code.replaceAll(' ', '').slice(0, 5),
    ),
    phones: [...new Set(person.phones.map(phone).filter((each) => each !== ''))],
    emails: [...new Set(person.emails.map((each) => each.trim().toLowerCase()).filter(Boolean))],
  };
  memo.set(person, places);
  return places;
}

const street = (lines: readonly string[]): string =>
  fold(lines.join(' '))
    .split(' ')
    .map((word) => (Object.hasOwn(SHORT, word) ? (SHORT[word] ?? word) : word))
    .join(' ');

/** The last ten digits; '' for numbers that are nobody's (555, all one digit). */
function phone(text: string): string {
  const digits = text.replace(/\D/g, '').slice(-10);
  if (digits.length < 7 || /^(\d)\1+$/.test(digits) || /^(?:\d{3})?555(?:01\d\d|1212|5555)$/.test(digits))
    return '';
  return digits;
}

/** The best similarity of any two; null where either side has none. */
export function closest(
  a: readonly string[],
  b: readonly string[],
): { score: number; a: string; b: string } | null {
  let found: { score: number; a: string; b: string } | null = null;
  for (const x of a)
    for (const y of b) {
      const score = x === y ? 1 : jaroWinkler(x, y);
      if (!found || score > found.score) found = { score, a: x, b: y };
    }
  return found;
}
