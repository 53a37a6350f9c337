import type { Identifier, Person } from '../record/index.ts';
import { withinOneEdit } from './text.ts';

export interface IdentifierAgreement {
  /** The strongest thing they share. */
  readonly shared: { readonly text: string; readonly strength: 'strong' | 'weak' } | null;
  /** A typo apart in one system. Not neighbours: twins get consecutive numbers. */
  readonly near: string | null;
  /** The same system that gives a person one number has two: ids a and b. */
  readonly contradicting: { readonly a: string; readonly b: string; readonly neighbours: boolean } | null;
}

/** Systems where one person has one number for life. */
const ONE_FOR_LIFE =
  /us-ssn|2\.16\.840\.1\.113883\.4\.1$|nhs-number|4\.572$|\bihi\b|hi\.au\/id\/ihi|us-mbi|4\.927$|4\.330|personnummer/i;
const LIFE_TYPES = new Set(['SS', 'SB', 'NI', 'NIIP', 'NH', 'NHS', 'MC', 'MBI', 'NNxxx', 'JHN']);
/** Names a person within one organisation or by one issuer: strong where system and value are equal. */
const STRONG_TYPES = new Set([
  'MR',
  'MRT',
  'PI',
  'PT',
  'DL',
  'PPN',
  'SS',
  'SB',
  'NI',
  'NH',
  'NHS',
  'MC',
  'MBI',
  'MA',
  'AN',
  'EI',
  'JHN',
]);
/** Shared by a family or a household, or by a visit. */
const WEAK_TYPES = new Set(['MB', 'SN', 'SNO', 'NII', 'PC', 'HC', 'FI', 'GN', 'VN', 'ACSN', 'WC', 'TAX']);

const memo = new WeakMap<Person, readonly Read[]>();

interface Read {
  readonly system: string;
  readonly value: string;
  readonly life: boolean;
  readonly strong: boolean;
  readonly shown: string;
}

function readAll(person: Person): readonly Read[] {
  const known = memo.get(person);
  if (known) return known;
  const all = person.identifiers.flatMap((id) => read(id) ?? []);
  memo.set(person, all);
  return all;
}

function read(id: Identifier): Read | null {
  const value = id.value
    .replace(/[\s.\-/]/g, '')
    .toUpperCase()
    .replace(/^0+(?=\w)/, '');
  if (value.length < 3 || id.use === 'temp' || id.use === 'old') return null;
  const type = (id.type ?? '').toUpperCase();
  const life = LIFE_TYPES.has(type) || (id.system !== null && ONE_FOR_LIFE.test(id.system));
  if (isPlaceholder(value, life)) return null;
  // A value without a system is nobody's: 12345 is somebody at every hospital.
  const system = life ? `life:${lifeName(id.system, type)}` : normalSystem(id.system);
  if (system === null) return null;
  const strong = !WEAK_TYPES.has(type) && (life || STRONG_TYPES.has(type) || type === '');
  return { system, value, life, strong, shown: `${type || 'identifier'} ${id.value}` };
}

const lifeName = (system: string | null, type: string): string =>
  type === 'SS' || type === 'SB' || /ssn|113883\.4\.1$/i.test(system ?? '')
    ? 'social security'
    : (normalSystem(system) ?? type);

function normalSystem(system: string | null): string | null {
  if (system === null || system.trim() === '') return null;
  return system
    .trim()
    .replace(/^urn:oid:/i, '')
    .replace(/\/+$/, '')
    .replace(/^https?:\/\//i, '')
    .toLowerCase();
}

/** 999-99-9999, 123-45-6789, all one digit: typed where nothing is known. */
function isPlaceholder(value: string, life: boolean): boolean {
  if (/^(.)\1+$/.test(value)) return true;
  if (/^(?:0?123456789?|987654321|12345678|UNKNOWN|NONE|NA|UNK|TEST|PENDING|REFUSED)$/.test(value))
    return true;
  return (
    life &&
    /^\d{9}$/.test(value) &&
    (/^(?:000|666)/.test(value) || /^\d{3}00/.test(value) || /0000$/.test(value))
  );
}

export function compareIdentifiers(a: Person, b: Person): IdentifierAgreement {
  let shared: IdentifierAgreement['shared'] = null;
  let near: string | null = null;
  let contradicting: IdentifierAgreement['contradicting'] = null;
  for (const x of readAll(a))
    for (const y of readAll(b)) {
      if (x.system !== y.system) continue;
      if (x.value === y.value) {
        const strength = x.strong && y.strong ? 'strong' : 'weak';
        if (shared === null || (shared.strength === 'weak' && strength === 'strong'))
          shared = { text: x.shown, strength };
      } else if (isTypo(x.value, y.value)) near = `${x.shown} / ${y.shown}`;
      else if (x.life)
        contradicting = { a: x.shown, b: y.shown, neighbours: withinOneEdit(x.value, y.value) };
    }
  return { shared, near, contradicting };
}

const NEIGHBOURS = 20;
const LONG_ENOUGH = 6;

function isTypo(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < LONG_ENOUGH || !withinOneEdit(a, b)) return false;
  const apart =
    /^\d+$/.test(a) && /^\d+$/.test(b) ? Math.abs(Number(a) - Number(b)) : Number.POSITIVE_INFINITY;
  return apart > NEIGHBOURS;
}
