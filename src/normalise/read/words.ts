import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import type { Coding, Particular } from '../../record/index.ts';
import { displayOf } from './concept.ts';
import { numberOf } from './quantity.ts';
import { plainText } from './reader.ts';
import { humanName } from './reference.ts';

/** Deeper than any data type of FHIR: what lies below is in the raw record. */
const DEEPEST = 6;
const MOST = 50;

/** Any element in words for people, to be shown beside a label; null where it says nothing. */
export function wordsOf(value: Json | undefined, depth = 0): string | null {
  if (value === undefined || value === null || depth > DEEPEST) return null;
  const number = numberOf(value);
  if (number !== null) return number.digits;
  if (typeof value === 'string') return plainText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return listWords(value as readonly Json[], depth);
  return isObject(value) ? objectWords(value, depth) : null;
}

function listWords(values: readonly Json[], depth: number): string | null {
  const found: string[] = [];
  for (const one of values) {
    const words = wordsOf(one, depth + 1);
    if (words !== null && !found.includes(words)) found.push(words);
    if (found.length === MOST) return `${found.join(', ')}, …`;
  }
  return found.length === 0 ? null : found.join(', ');
}

function objectWords(o: JsonObject, depth: number): string | null {
  if (Array.isArray(o['coding'])) return conceptWords(o, o['coding'] as readonly Json[]);
  const number = numberOf(o['value']);
  if (number !== null) return amountWords(o, number.digits);
  if (typeof o['system'] === 'string' && typeof o['code'] === 'string') return conceptWords(o, [o]);
  if (o['start'] !== undefined || o['end'] !== undefined) return spanWords(o['start'], o['end'], depth);
  if (o['low'] !== undefined || o['high'] !== undefined) return spanWords(o['low'], o['high'], depth);
  if (o['numerator'] !== undefined) {
    const parts = [wordsOf(o['numerator'], depth + 1), wordsOf(o['denominator'], depth + 1)];
    return parts.filter((part) => part !== null).join(' / ') || null;
  }
  for (const key of [
    'text',
    'display',
    'concept',
    'title',
    'reference',
    'code',
    'value',
    'name',
    'url',
  ] as const) {
    const words = wordsOf(o[key], depth + 1);
    if (words !== null) return words;
  }
  return humanName(o) ?? partsWords(o, depth);
}

/** Bytes and marks, which are no words. */
const NO_WORDS: ReadonlySet<string> = new Set([
  'id',
  'extension',
  'data',
  'sigFormat',
  'targetFormat',
  'contentType',
]);

/** An element without anything that names it: its parts, in their order. */
function partsWords(o: JsonObject, depth: number): string | null {
  const parts: string[] = [];
  for (const key in o) {
    const words = NO_WORDS.has(key) || key.startsWith('_') ? null : wordsOf(o[key], depth + 1);
    if (words !== null && !parts.includes(words)) parts.push(words);
  }
  return parts.length === 0 ? null : parts.join(', ');
}

function conceptWords(o: JsonObject, codings: readonly Json[]): string | null {
  return displayOf(codingsOf(codings), plainText(o['text']));
}

const codingsOf = (codings: readonly Json[]): readonly Coding[] =>
  codings.filter(isObject).map((c) => ({
    system: plainText(c['system']),
    code: plainText(c['code']),
    display: plainText(c['display']),
  }));

function amountWords(o: JsonObject, digits: string): string {
  const unit = plainText(o['unit']) ?? plainText(o['code']) ?? plainText(o['currency']);
  const amount = `${plainText(o['comparator']) ?? ''}${digits}`;
  return unit === null ? amount : `${amount} ${unit}`;
}

function spanWords(start: Json | undefined, end: Json | undefined, depth: number): string | null {
  const from = wordsOf(start, depth + 1);
  const to = wordsOf(end, depth + 1);
  if (from === null) return to === null ? null : `until ${to}`;
  return to === null ? `from ${from}` : `${from} to ${to}`;
}

/** What a value is called: never an address, and a code only as `bare`, for want of anything better. */
export interface Named {
  readonly words: string | null;
  readonly bare: string | null;
}

export function nameAt(o: JsonObject, path: string): Named {
  const words: string[] = [];
  const bare: string[] = [];
  for (const value of atPath(o, keysOf(path))) {
    const coded = isObject(value)
      ? (value['coding'] ?? (value['code'] === undefined ? undefined : [value]))
      : null;
    if (isObject(value) && Array.isArray(coded)) {
      const codings = codingsOf(coded as readonly Json[]);
      const text = plainText(value['text']);
      const said = displayOf(codings, text);
      const isCode = text === null && codings.some(({ code, display }) => code === said && display !== said);
      if (said !== null) addOnce(isCode ? bare : words, said);
    } else if (!isObject(value) || value['reference'] === undefined) addOnce(words, wordsOf(value));
    else addOnce(words, plainText(value['display']));
  }
  return { words: words.join(', ') || null, bare: bare.join(', ') || null };
}

const addOnce = (found: string[], text: string | null): void => {
  if (text !== null && !found.includes(text) && found.length < MOST) found.push(text);
};

/** The values at a path of keys, through every list on the way. */
function atPath(o: JsonObject, path: readonly string[]): readonly Json[] {
  let now: Json[] = [o];
  for (const key of path) {
    const next: Json[] = [];
    for (const one of now) {
      const value = isObject(one) ? one[key] : undefined;
      if (Array.isArray(value)) next.push(...(value as readonly Json[]).slice(0, 1000));
      else if (value !== undefined && value !== null) next.push(value);
    }
    now = next;
  }
  return now;
}

/** A label, and the paths where its text may be: the first that says something is taken. */
export type Labelled = readonly [label: string, ...paths: string[]];

const split = new Map<string, readonly string[]>();
function keysOf(path: string): readonly string[] {
  let keys = split.get(path);
  if (keys === undefined) split.set(path, (keys = path.split('.')));
  return keys;
}

const NONE: readonly Particular[] = [];

/** `read` finds what a path says. */
export function particularsOf(
  o: JsonObject,
  wanted: readonly Labelled[],
  read: (o: JsonObject, path: string) => string | null = textAt,
): readonly Particular[] {
  let found: Particular[] | null = null;
  for (const labelled of wanted)
    for (let i = 1; i < labelled.length; i++) {
      const text = read(o, labelled[i] ?? '');
      if (text === null) continue;
      (found ??= []).push({ label: labelled[0], text });
      break;
    }
  return found ?? NONE;
}

export function textAt(o: JsonObject, path: string): string | null {
  const keys = keysOf(path);
  const first = keys[0];
  // Most resources have few of the elements that may be there: nothing is built for the others.
  if (first === undefined || o[first] === undefined) return null;
  return keys.length === 1 ? wordsOf(o[first]) : listWords(atPath(o, keys), 0);
}
