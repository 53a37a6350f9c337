/** A person's numbers as they are compared: whose they are, and how much one of them says. */
import { withoutTail } from '../base/index.ts';
import type { Identifier, Person } from '../record/index.ts';
import { isMasked, isPlaceholderSsn, isPlaceholderValue } from './nobody.ts';

export interface Numbered {
  /** Who gives the number: one text however the system is written. */
  readonly system: string;
  readonly value: string;
  /** One person has one of these, at this system. */
  readonly single: 'for life' | 'here' | null;
  readonly strong: boolean;
  /** The last four digits, where no more is known. */
  readonly partial: boolean;
  readonly shown: string;
}

/** Systems where one person has one number for life, and the name under which all their spellings go. */
const FOR_LIFE: readonly (readonly [RegExp, string])[] = [
  [/us-?ssn|2\.16\.840\.1\.113883\.4\.1$|^(?:urn:)?ssn$|socialsecurity/, 'ssn'],
  [/nhs-?number|2\.16\.840\.1\.113883\.2\.1\.4\.1$/, 'nhs'],
  [/us-mbi|2\.16\.840\.1\.113883\.4\.927$/, 'mbi'],
  [/hi\/ihi|1\.2\.36\.1\.2001\.1003\.0/, 'ihi'],
  [/\/nhi(?:-id)?$|2\.16\.840\.1\.113883\.2\.18\.2/, 'nhi'],
  [/bsn$|2\.16\.840\.1\.113883\.2\.4\.6\.3$/, 'bsn'],
  [/personnummer|1\.2\.752\.129\.2\.1\.3\.1$/, 'personnummer'],
  [/2\.16\.578\.1\.12\.4\.1\.4\.1$/, 'fodselsnummer'],
  [/1\.2\.208\.176\.1\.2$|dk-cpr/, 'cpr'],
  [/1\.2\.246\.21$/, 'hetu'],
  [/1\.2\.250\.1\.213\.1\.4\.(?:8|9|10)$/, 'ins'],
];
const SSN_TYPES = new Set(['SS', 'SB', 'SSN']);
const LIFE_TYPES = new Set(['SS', 'SB', 'SSN', 'NH', 'NHS', 'MBI']);
/** One person, one number at that issuer: two of them are two registrations, or two people. */
const REGISTER_TYPES = new Set(['MR', 'PI', 'PT', 'MRN', 'MRI']);
const STRONG_TYPES = new Set([
  ...LIFE_TYPES,
  ...REGISTER_TYPES,
  ...'NI NIIP DL PPN MC MA JHN BCT BR CZ PRC MI DR DS RRI EPI CEID'.split(' '),
]);
/** Numbers that say nothing of a person: temporary, anonymous, of a visit or an order, of a professional. */
const NOT_OF_A_PERSON = new Set(
  'MRT ANC ANON ANT VN ACSN AN AC ACC FILL PLAC NPI PRN EN LN DN MD U VS XX XV FI NII PLACER'.split(' '),
);
const TYPE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/TEMPORARY/, 'MRT'],
  [/SOCIAL SECURITY/, 'SS'],
  [/MEDICAL ?RECORD|PATIENT (?:ID|NUMBER)/, 'MR'],
  [/PASSPORT/, 'PPN'],
  [/DRIVER/, 'DL'],
  [/MEDICARE/, 'MC'],
  [/MEDICAID/, 'MA'],
];
/** What a system calls itself where a family or a household shares the number. */
const OF_A_FAMILY =
  /member|subscriber|insur|policy|payer|payor|group|account|guarantor|famil|household|coverage/;
const OF_A_VISIT = /visit|encounter|episode|accession/;
/** Namespaces of codes and of nothing, written where a system of numbers belongs. */
const NO_SYSTEM =
  /codesystem|v2[-/]0203|valueset|structuredefinition|^(?:example|unknown|none|test|local|temp|ietf:rfc:3986)$|^2\.16\.840\.1\.113883$/;

export function readNumbers(person: Person): readonly Numbered[] {
  return person.identifiers.flatMap((id) => read(id) ?? []);
}

/** The identifiers, as written, by which another server may know the person: those that name one person first. */
export function askable(person: Person): readonly Identifier[] {
  const all = person.identifiers.map((id) => ({ id, number: read(id) }));
  const whole = all.filter(({ number }) => number !== null && !number.partial);
  return whole.sort((a, b) => Number(b.number?.strong) - Number(a.number?.strong)).map(({ id }) => id);
}

function read(id: Identifier): Numbered | null {
  if (id.use === 'temp') return null;
  const type = typeOf(id.type);
  const system = systemOf(id.system, type);
  const value = id.value.replace(/[\s.\-/–]/g, '').toUpperCase();
  // A value without a system is nobody's: 12345 is somebody at every hospital.
  if (system === null || NOT_OF_A_PERSON.has(type) || OF_A_VISIT.test(system)) return null;
  const shown = `${type || 'identifier'} ${id.value}`;
  if (system === 'ssn') return ssn(value, id.use === 'old', shown);
  const plain = value.replace(/^0+(?=\w)/, '');
  if (plain.length < 3 || isMasked(id.value) || isPlaceholderValue(value) || isPlaceholderValue(plain))
    return null;
  const life = LIFE_NAMES.has(system);
  const family = OF_A_FAMILY.test(system) || OF_A_FAMILY.test(type.toLowerCase());
  const known = life || STRONG_TYPES.has(type) || /^NN[A-Z]{2,3}$/.test(type) || type === '';
  const current = id.use !== 'old';
  const strong = current && known && !family && hasGoodCheckDigit(system, plain);
  const single = life ? 'for life' : REGISTER_TYPES.has(type) && !family ? 'here' : null;
  return { system, value: plain, single: strong ? single : null, strong, partial: false, shown };
}

/** The code of the type; servers that send words alone mean the same. */
function typeOf(written: string | null): string {
  const type = (written ?? '').trim().toUpperCase();
  if (type.length <= 6) return type;
  for (const [pattern, code] of TYPE_WORDS) if (pattern.test(type)) return code;
  return type;
}

function ssn(value: string, old: boolean, shown: string): Numbered | null {
  if (/^\d{9}$/.test(value)) {
    const single = old ? null : 'for life';
    return isPlaceholderSsn(value) || isPlaceholderValue(value)
      ? null
      : { system: 'ssn', value, single, strong: !old, partial: false, shown };
  }
  // 'XXX-XX-1234' and '1234': ten thousand people share it.
  const last = /^(?:[^0-9]*)(\d{4})$/.exec(value)?.[1];
  if (last === undefined || isPlaceholderValue(last) || last === '0000') return null;
  return { system: 'ssn', value: last, single: null, strong: false, partial: true, shown };
}

const LIFE_NAMES = new Set(FOR_LIFE.map(([, name]) => name));
const systems = new Map<string, string | null>();

/** One text for all the ways in which a system is written; null where there is none. */
function systemOf(written: string | null, type: string): string | null {
  const key = `${type}|${written ?? ''}`;
  const known = systems.get(key);
  if (known !== undefined) return known;
  const found = SSN_TYPES.has(type) ? 'ssn' : written === null ? null : normal(written);
  if (systems.size > 10_000) systems.clear();
  systems.set(key, found);
  return found;
}

function normal(written: string): string | null {
  const whole = written
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/^(?:urn:)?oid:/, '')
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/^urn:/, '');
  const bare = withoutTail(whole, '/#:');
  for (const [pattern, name] of FOR_LIFE) if (pattern.test(bare)) return name;
  // 'MRN' or 'hospital' is the name of a field, and every hospital has one.
  if (!/[.:/]/.test(bare) && !written.toLowerCase().startsWith('urn:')) return null;
  return bare === '' || NO_SYSTEM.test(bare) ? null : bare;
}

/** A number that fails its own check was mistyped, by whoever typed it, for whomever. */
function hasGoodCheckDigit(system: string, value: string): boolean {
  if (system === 'nhs') return isNhsNumber(value.padStart(10, '0'));
  if (system === 'ihi') return /^\d{16}$/.test(value) && luhn(value);
  return true;
}

function isNhsNumber(ten: string): boolean {
  if (!/^\d{10}$/.test(ten)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(ten[i]) * (10 - i);
  return (11 - (sum % 11)) % 11 === Number(ten[9]);
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
