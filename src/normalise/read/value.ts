import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import type { Concept, Measured, Value } from '../../record/index.ts';
import { asConcept, codesAt, conceptAt, fillerReason } from './concept.ts';
import { dateAt, readPeriod, timingAt } from './date.ts';
import { absentReason, extension } from './extension.ts';
import { numberOf, quantityAt, quantityWords, rangesAt, statedOf } from './quantity.ts';
import { asText, bad, bool, obj, plainText, str, wrong, type Reader } from './reader.ts';

const NONE: readonly never[] = [];

/** One thing measured or answered: code, value or why there is none, interpretation, ranges. */
export function measuredOf(r: Reader, o: JsonObject, code: Concept | null, at: string): Measured {
  const analyte = code?.canonical ?? null;
  return {
    code,
    value: valueOf(r, o, at, analyte) ?? absentValue(r, o, at),
    interpretation: o['interpretation'] === undefined ? NONE : codesAt(r, o, 'interpretation', at),
    ranges: o['referenceRange'] === undefined ? NONE : rangesAt(r, o, at, analyte),
  };
}

function absentValue(r: Reader, o: JsonObject, at: string): Value | null {
  const reason = o['dataAbsentReason'];
  if (reason !== undefined && reason !== null) {
    const concept = conceptAt(r, o, 'dataAbsentReason', at);
    const standard = concept?.codings.find((c) => c.system?.endsWith('/data-absent-reason') === true);
    return { kind: 'absent', reason: standard?.code ?? concept?.display ?? 'unknown' };
  }
  for (const key in o)
    if (key.startsWith('_value')) {
      const absent = absentReason(o[key]);
      if (absent !== null) return { kind: 'absent', reason: absent };
    }
  return null;
}

/** The `value[x]` of an element; null where it has none. */
function valueOf(r: Reader, o: JsonObject, at: string, analyte: string | null): Value | null {
  const quantity = o['valueQuantity'];
  if (quantity !== undefined) {
    if (o['valueString'] !== undefined || o['valueCodeableConcept'] !== undefined) another(r, at);
    return quantityValue(r, o, quantity, at, analyte);
  }
  let value: Value | null | undefined;
  for (const key in o) {
    if (!key.startsWith('value') || o[key] === null || o[key] === undefined) continue;
    if (value === undefined || value === null) value = otherValue(r, o, key, o[key], at, analyte);
    else another(r, at);
  }
  if (value !== undefined) return value;
  const later = extension(o, 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Observation.value');
  return later === null ? null : valueOf(r, later, at, analyte);
}

const another = (r: Reader, at: string): void =>
  bad(r, `${at}.value`, 'is there in several forms: the first is shown');

function quantityValue(
  r: Reader,
  o: JsonObject,
  raw: Json,
  at: string,
  analyte: string | null,
): Value | null {
  if (raw === null) return null;
  if (!isObject(raw)) {
    const text = plainText(raw);
    if (text !== null || numberOf(raw) !== null) {
      wrong(r, `${at}.valueQuantity`, 'a quantity', raw);
      return { kind: 'text', text: text ?? numberOf(raw)?.digits ?? '' };
    }
  }
  const element = obj(r, o, 'valueQuantity', at);
  if (element === null) return null;
  const stated = statedOf(r, element, at, 'valueQuantity', analyte);
  if (stated !== null) return stated;
  // What cannot be computed with is still shown as the source wrote it.
  const words = quantityWords(element);
  if (words !== null) return { kind: 'text', text: words };
  const absent = absentReason(element) ?? absentReason(element['_value']);
  return absent === null ? null : { kind: 'absent', reason: absent };
}

/** undefined where the key is no value of FHIR's. */
function otherValue(
  r: Reader,
  o: JsonObject,
  key: string,
  raw: Json | undefined,
  at: string,
  analyte: string | null,
): Value | null | undefined {
  if (raw === undefined || raw === null) return null;
  const path = `${at}.${key}`;
  switch (key) {
    case 'valueCodeableConcept': {
      const concept = asConcept(r, raw, at, key, null);
      const absent = concept === null ? absentReason(raw) : fillerReason(concept);
      if (absent !== null) return { kind: 'absent', reason: absent };
      return concept === null ? null : { kind: 'concept', concept };
    }
    case 'valueString':
    case 'valueMarkdown':
    case 'valueUri':
    case 'valueCode': {
      const text = asText(r, raw, at, key);
      return text === null ? null : { kind: 'text', text };
    }
    case 'valueCoding': {
      const concept = asConcept(r, { coding: [raw] }, at, key, null);
      return concept === null ? null : { kind: 'concept', concept };
    }
    case 'valueBoolean': {
      const value = bool(r, o, key, at);
      return value === null ? null : { kind: 'boolean', value };
    }
    case 'valueInteger':
    case 'valueDecimal':
      return numberValue(r, raw, path);
    case 'valueRange':
    case 'valueRatio':
      return pairValue(r, o, key, at, analyte);
    case 'valueDateTime':
    case 'valueDate':
    case 'valueInstant': {
      const date = dateAt(r, o, key, at);
      return date === null ? null : { kind: 'date', date };
    }
    case 'valuePeriod': {
      const period = obj(r, o, key, at);
      return period === null ? null : { kind: 'date', date: readPeriod(r, period, path) };
    }
    case 'valueTiming': {
      const date = timingAt(r, o, key, at);
      return date === null ? null : { kind: 'date', date };
    }
    case 'valueTime': {
      const text = str(r, o, key, at);
      return text === null ? null : { kind: 'time', text };
    }
    default:
      return rareValue(r, o, key, at);
  }
}

function numberValue(r: Reader, raw: Json, path: string): Value | null {
  const number = numberOf(raw);
  if (number !== null) return { kind: 'integer', value: number.value, text: number.digits };
  wrong(r, path, 'a number', raw);
  const text = plainText(raw);
  return text === null ? null : { kind: 'text', text };
}

function pairValue(r: Reader, o: JsonObject, key: string, at: string, analyte: string | null): Value | null {
  const pair = obj(r, o, key, at);
  if (pair === null) return null;
  const path = `${at}.${key}`;
  const names = key === 'valueRange' ? (['low', 'high'] as const) : (['numerator', 'denominator'] as const);
  const first = quantityAt(r, pair, names[0], path, key === 'valueRange' ? analyte : null);
  const second = quantityAt(r, pair, names[1], path, key === 'valueRange' ? analyte : null);
  if (first === null && second === null) return null;
  return key === 'valueRange'
    ? { kind: 'range', low: first, high: second }
    : { kind: 'ratio', numerator: first, denominator: second };
}

function rareValue(r: Reader, o: JsonObject, key: string, at: string): Value | null | undefined {
  const value =
    key === 'valueSampledData' || key === 'valueAttachment' || key === 'valueReference'
      ? obj(r, o, key, at)
      : null;
  if (value === null) return undefined;
  if (key === 'valueAttachment') return { kind: 'attachment', title: str(r, value, 'title', `${at}.${key}`) };
  if (key === 'valueReference') {
    const text = plainText(value['display']) ?? plainText(value['reference']);
    return text === null ? null : { kind: 'text', text };
  }
  const data = plainText(value['data']);
  return { kind: 'sampled', text: data ?? 'sampled data' };
}
