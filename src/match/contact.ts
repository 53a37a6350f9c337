/** Where somebody lives and how to reach them, as it is compared. People move: that these differ says little. */
import type { Person } from '../record/index.ts';
import { isNoCity, isNoPlace, isNoPostcode, isPlaceholderEmail, isPlaceholderPhone } from './nobody.ts';
import { alike, fold } from './text.ts';

export interface Places {
  readonly lines: readonly string[];
  readonly cities: readonly string[];
  readonly states: readonly string[];
  readonly postcodes: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    street: 'st',
    str: 'st',
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
    ste: 'apt',
    flat: 'apt',
    number: 'apt',
    no: 'apt',
    north: 'n',
    south: 's',
    east: 'e',
    west: 'w',
    northeast: 'ne',
    northwest: 'nw',
    southeast: 'se',
    southwest: 'sw',
    terrace: 'ter',
    highway: 'hwy',
    parkway: 'pkwy',
    square: 'sq',
    mount: 'mt',
    fort: 'ft',
    saint: 'st',
    first: '1st',
    second: '2nd',
    third: '3rd',
    fourth: '4th',
    fifth: '5th',
  }),
);

export function readPlaces({ addresses, phones, emails }: Person): Places {
  return {
    lines: distinct(addresses.flatMap((each) => streets(each.lines)).filter((line) => !isNoPlace(line))),
    cities: distinct(addresses.map((each) => abbreviated(each.city ?? '')).filter((city) => !isNoCity(city))),
    states: distinct(addresses.map((each) => fold(each.state ?? ''))),
    postcodes: distinct(
      addresses.map((each) => postcode(each.postalCode ?? '')).filter((code) => !isNoPostcode(code)),
    ),
    phones: distinct(phones.map(phone)),
    emails: distinct(
      emails.map((each) => each.trim().toLowerCase()).filter((mail) => !isPlaceholderEmail(mail)),
    ),
  };
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts.filter(Boolean))];

/** All lines as one, and the one with the house number by itself: what follows it is written by some and not by others. */
function streets(lines: readonly string[]): readonly string[] {
  const whole = abbreviated(lines.join(' '));
  const first = lines.length > 1 ? abbreviated(lines[0] ?? '') : whole;
  return first !== whole && /^\d+[a-z]? [a-z0-9]+ /.test(first) ? [whole, first] : [whole];
}

const abbreviated = (text: string): string =>
  fold(text)
    .split(' ')
    .map((word) => SHORT.get(word) ?? word)
    .join(' ');

/** Five digits of an American ZIP+4; the whole of what others write. */
function postcode(text: string): string {
  const code = fold(text).replaceAll(' ', '');
  return /^\d{9}$/.test(code) ? code.slice(0, 5) : code;
}

/** The last ten digits, without an extension; '' for numbers that are nobody's. */
function phone(text: string): string {
  const digits = text
    .replace(/^(?:tel|sms):/i, '')
    .replace(/(?:x|ext|extension)\.?\s{0,9}\d{1,9}\s{0,9}$/i, '')
    .replace(/\D/g, '')
    .slice(-10);
  return isPlaceholderPhone(digits) ? '' : digits;
}

export interface Closest {
  readonly kind: 'same' | 'similar' | 'differs';
  readonly a: string;
  readonly b: string;
}

/** The best agreement of any two; null where either side has none. */
export function closest(a: readonly string[], b: readonly string[], threshold: number): Closest | null {
  const [x, y] = [a[0], b[0]];
  if (x === undefined || y === undefined) return null;
  for (const each of a) if (b.includes(each)) return { kind: 'same', a: each, b: each };
  if (threshold < 1)
    for (const p of a) for (const q of b) if (alike(p, q, threshold)) return { kind: 'similar', a: p, b: q };
  return { kind: 'differs', a: x, b: y };
}

const HOUSE = /^(?:apt )?(\d+)/;

/** 12 and 14 Mill Street are alike letter by letter, and two houses. */
export function otherHouse(a: string, b: string): boolean {
  const x = HOUSE.exec(a)?.[1];
  const y = x === undefined ? undefined : HOUSE.exec(b)?.[1];
  return x !== undefined && y !== undefined && x !== y;
}
