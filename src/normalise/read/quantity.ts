import { exactDigits, isObject, type Json, type JsonObject } from '../../base/index.ts';
import type { Quantity, ReferenceRange, Value } from '../../record/index.ts';
import { canonicalQuantity } from '../terminology/index.ts';
import { conceptsAt } from './concept.ts';
import { bad, list, obj, plainText, str, wrong, type Reader } from './reader.ts';

const COMPARATORS: ReadonlyMap<string, Exclude<Quantity['comparator'], null>> = new Map([
  ['<', '<'],
  ['<=', '<='],
  ['>=', '>='],
  ['>', '>'],
  ['ad', 'ad'],
]);

/** A number with the digits its source wrote, or null where it is no finite number. */
export function numberOf(value: Json | undefined): { digits: string; value: number } | null {
  const digits = exactDigits(value);
  if (digits === null) return null;
  const number = typeof value === 'number' ? value : Number(digits);
  return Number.isFinite(number) && digits.trim() !== '' ? { digits, value: number } : null;
}

type Stated = Extract<Value, { kind: 'quantity' }>;

/** A quantity, as the value that it is of something, with what it was read from. */
interface Kept {
  readonly analyte: string | null;
  readonly unit: Json | undefined;
  readonly code: Json | undefined;
  readonly system: Json | undefined;
  readonly comparator: Json | undefined;
  readonly stated: Stated;
}

/**
 * Pulses and the limits of normal repeat by the thousand: one object stands for all that are equal, found by its
 * number. It is bounded in number and length, and the result is the same with or without it.
 */
const pool = new Map<Json, Kept[]>();
const MOST_NUMBERS = 4096;
const MOST_ALIKE = 12;
const LONGEST = 100;

/** A Quantity, which stands under `key` at `at`; null where there is no number in it. `analyte` is the canonical key of what was measured. */
export function statedOf(
  r: Reader,
  o: JsonObject,
  at: string,
  key: string,
  analyte: string | null,
): Stated | null {
  const raw = o['value'];
  if (raw === undefined || raw === null) return null;
  const unit = o['unit'];
  const code = o['code'];
  const system = o['system'];
  const comparator = o['comparator'];
  const alike = pool.get(raw);
  if (alike !== undefined && o['units'] === undefined)
    for (const kept of alike)
      if (
        kept.analyte === analyte &&
        kept.unit === unit &&
        kept.code === code &&
        kept.system === system &&
        kept.comparator === comparator
      )
        return kept.stated;
  const before = r.problems.length;
  const quantity = readQuantity(r, o, raw, `${at}.${key}`, analyte);
  if (quantity === null) return null;
  const stated: Stated = { kind: 'quantity', quantity };
  if (r.problems.length === before && o['units'] === undefined)
    keep(raw, alike, { analyte, unit, code, system, comparator, stated });
  return stated;
}

function keep(raw: Json, alike: Kept[] | undefined, kept: Kept): void {
  const length = lengthOf(raw) + lengthOf(kept.unit) + lengthOf(kept.code) + lengthOf(kept.system);
  if (length > LONGEST) return;
  if (alike === undefined) {
    if (pool.size < MOST_NUMBERS) pool.set(raw, [kept]);
  } else if (alike.length < MOST_ALIKE) alike.push(kept);
}

const lengthOf = (value: Json | undefined): number => (typeof value === 'string' ? value.length : 0);

function readQuantity(
  r: Reader,
  o: JsonObject,
  raw: Json,
  path: string,
  analyte: string | null,
): Quantity | null {
  const number = numberOf(raw);
  if (number === null) {
    wrong(r, `${path}.value`, 'a number', raw);
    return null;
  }
  const { digits, value } = number;
  const unit = str(r, o, 'unit', path) ?? plainText(o['units']);
  const code = str(r, o, 'code', path);
  const system = str(r, o, 'system', path);
  const mark = str(r, o, 'comparator', path);
  const comparator = mark === null ? null : (COMPARATORS.get(mark) ?? null);
  if (mark !== null && comparator === null) {
    // A number without its comparator would say something else: it is shown as text by whoever reads the value.
    bad(r, `${path}.comparator`, 'is not a comparator');
    return null;
  }
  const canonical = canonicalQuantity({ analyte, digits, value, unit, code, system });
  return { text: digits, value, comparator, unit: unit ?? code, code, system, canonical };
}

export function quantityAt(
  r: Reader,
  o: JsonObject,
  key: string,
  at: string,
  analyte: string | null = null,
): Quantity | null {
  const value = obj(r, o, key, at);
  return value === null ? null : (statedOf(r, value, at, key, analyte)?.quantity ?? null);
}

/** What a quantity that is no quantity still says, for people: '5,4 mmol/L'. */
export function quantityWords(value: Json | undefined): string | null {
  if (!isObject(value)) return null;
  const number = value['value'];
  const digits = exactDigits(number) ?? plainText(number);
  if (digits === null) return null;
  const comparator = plainText(value['comparator']);
  const unit = plainText(value['unit']) ?? plainText(value['code']);
  return [comparator, digits, unit].filter((part) => part !== null).join(' ');
}

const NO_RANGES: readonly ReferenceRange[] = [];

export function rangesAt(
  r: Reader,
  o: JsonObject,
  at: string,
  analyte: string | null,
): readonly ReferenceRange[] {
  const value = o['referenceRange'];
  if (value === undefined || value === null) return NO_RANGES;
  const path = `${at}.referenceRange`;
  const found: ReferenceRange[] = [];
  for (const one of list(r, o, 'referenceRange', at)) {
    const range: ReferenceRange = {
      low: quantityAt(r, one, 'low', path, analyte),
      high: quantityAt(r, one, 'high', path, analyte),
      text: str(r, one, 'text', path),
      type: rangeType(r, one, path),
      appliesTo: appliesTo(r, one, path),
    };
    if (range.low !== null || range.high !== null || range.text !== null) found.push(range);
  }
  const only = found[0];
  return found.length === 1 && only !== undefined ? alone(only) : found;
}

/** A laboratory's limits are the same in each of its reports, and most reports have just one pair of them. */
const rangesByLow = new Map<Quantity | null, (readonly ReferenceRange[])[]>();

function alone(range: ReferenceRange): readonly ReferenceRange[] {
  let alike = rangesByLow.get(range.low);
  if (alike === undefined) {
    alike = [];
    if (rangesByLow.size < MOST_NUMBERS) rangesByLow.set(range.low, alike);
  }
  for (const kept of alike) if (kept[0] !== undefined && sameRange(kept[0], range)) return kept;
  const list: readonly ReferenceRange[] = [range];
  if (alike.length < MOST_ALIKE && (range.text ?? '').length + (range.appliesTo ?? '').length < LONGEST)
    alike.push(list);
  return list;
}

/** Quantities that are equal are one object, as far as they are kept at all. */
const sameRange = (a: ReferenceRange, b: ReferenceRange): boolean =>
  a.low === b.low &&
  a.high === b.high &&
  a.text === b.text &&
  a.type === b.type &&
  a.appliesTo === b.appliesTo;

function rangeType(r: Reader, range: JsonObject, path: string): string | null {
  const type = conceptsAt(r, range, 'type', path)[0];
  return type?.codings[0]?.code ?? type?.display ?? null;
}

/** Whom a range is for: a range for another sex or age must not look like this patient's. */
function appliesTo(r: Reader, range: JsonObject, path: string): string | null {
  if (range['appliesTo'] === undefined && range['age'] === undefined) return null;
  const whom: string[] = [];
  for (const concept of conceptsAt(r, range, 'appliesTo', path))
    if (concept.display !== null) whom.push(concept.display);
  const age = range['age'];
  if (isObject(age)) {
    const low = quantityWords(age['low']);
    const high = quantityWords(age['high']);
    if (low !== null && high !== null) whom.push(`age ${low} to ${high}`);
    else if (low !== null) whom.push(`age from ${low}`);
    else if (high !== null) whom.push(`age up to ${high}`);
  }
  return whom.length === 0 ? null : whom.join(', ');
}
