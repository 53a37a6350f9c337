import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import type { ClinicalDate, Dose, Quantity } from '../../record/index.ts';
import { codeAt, conceptAt } from './concept.ts';
import { timingAt } from './date.ts';
import { numberOf, quantityAt } from './quantity.ts';
import { list, obj, plainText, str, type Reader } from './reader.ts';

/** A drug's amounts are not compared across analytes: no analyte key. */
const AMOUNT_KEYS = ['doseQuantity', 'dose', 'quantityQuantity', 'quantity'] as const;

/** Timing abbreviations that say how many times a day. */
const PER_DAY: ReadonlyMap<string, number> = new Map([
  ['QD', 1],
  ['AM', 1],
  ['PM', 1],
  ['BED', 1],
  ['BID', 2],
  ['TID', 3],
  ['QID', 4],
  ['QOD', 0.5],
  ['Q1H', 24],
  ['Q2H', 12],
  ['Q3H', 8],
  ['Q4H', 6],
  ['Q6H', 4],
  ['Q8H', 3],
]);

/** Days in a unit of time, for those in which a count of doses a day is exact. */
const DAYS: ReadonlyMap<string, number> = new Map([
  ['min', 1 / 1440],
  ['h', 1 / 24],
  ['d', 1],
  ['wk', 7],
]);

export function dosesAt(r: Reader, o: JsonObject, key: string, at: string): readonly Dose[] {
  return list(r, o, key, at).map((one) => doseOf(r, one, `${at}.${key}`));
}

function doseOf(r: Reader, o: JsonObject, path: string): Dose {
  const asNeeded = asNeededOf(o);
  return {
    text: str(r, o, 'text', path) ?? str(r, o, 'patientInstruction', path),
    amount: amountOf(r, o, path),
    route: conceptAt(r, o, 'route', path),
    perDay: asNeeded === true ? null : perDayOf(r, o, path),
    asNeeded,
  };
}

function amountOf(r: Reader, o: JsonObject, path: string): Quantity | null {
  const rated = list(r, o, 'doseAndRate', path)[0] ?? o;
  for (const key of AMOUNT_KEYS)
    if (rated[key] !== undefined) {
      const amount = quantityAt(r, rated, key, path);
      if (amount !== null) return amount;
    }
  return null;
}

function asNeededOf(o: JsonObject): boolean | null {
  if (typeof o['asNeededBoolean'] === 'boolean') return o['asNeededBoolean'];
  if (typeof o['asNeeded'] === 'boolean') return o['asNeeded'];
  return isObject(o['asNeededCodeableConcept']) || Array.isArray(o['asNeededFor']) ? true : null;
}

/** Times a day where the timing is simple enough to tell; anything conditional is null. */
function perDayOf(r: Reader, o: JsonObject, path: string): number | null {
  const timing = obj(r, o, 'timing', path);
  if (timing === null) return null;
  const repeat = obj(r, timing, 'repeat', `${path}.timing`);
  const counted = repeat === null ? null : repeatPerDay(repeat);
  if (counted !== null) return counted;
  if (repeat !== null && isComplex(repeat)) return null;
  const code = codeAt(r, timing, 'code', `${path}.timing`);
  return code === null ? null : (PER_DAY.get(code.toUpperCase()) ?? null);
}

const isComplex = (repeat: JsonObject): boolean =>
  ['frequencyMax', 'periodMax', 'dayOfWeek', 'count', 'countMax'].some((key) => repeat[key] !== undefined);

function repeatPerDay(repeat: JsonObject): number | null {
  if (isComplex(repeat)) return null;
  const unit = plainText(repeat['periodUnit']) ?? plainText(repeat['periodUnits']);
  const days = unit === null ? undefined : DAYS.get(unit);
  const period = numberOf(repeat['period'])?.value;
  const frequency = numberOf(repeat['frequency'])?.value;
  if (days !== undefined && period !== undefined && period > 0) {
    const times = frequency ?? moments(repeat) ?? 1;
    return Math.round((times / (period * days)) * 1e6) / 1e6;
  }
  return unit === null ? moments(repeat) : null;
}

/** How many moments of a day are listed: morning and evening are two. */
function moments(repeat: JsonObject): number | null {
  for (const key of ['timeOfDay', 'when'] as const) {
    const value = repeat[key];
    if (Array.isArray(value) && value.length > 0) return (value as readonly Json[]).length;
  }
  return null;
}

/** When the doses are to be taken, where their timing has bounds or events. */
export function dosesWhen(r: Reader, o: JsonObject, key: string, at: string): ClinicalDate | null {
  for (const one of list(r, o, key, at)) {
    const when = timingAt(r, one, 'timing', `${at}.${key}`);
    if (when !== null && when.kind !== 'undated') return when;
  }
  return null;
}
