import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import type { Fetched, RecordProblem, RecordProblemKind } from '../../record/index.ts';

/**
 * One resource being read, and what was found wrong with it. Every read function takes the object, the key and the
 * path of the object (`Observation.component`), so that a path is only put together when there is a problem to tell.
 * Messages name the element and what is wrong with it, and never quote its content.
 */
export interface Reader {
  readonly fetched: Fetched;
  readonly resource: JsonObject;
  readonly type: string;
  readonly problems: RecordProblem[];
  /** A modifier that this product does not know: the fact is shown with a warning and stays out of merges. */
  unsafe: boolean;
}

export const reader = (fetched: Fetched, type: string): Reader => ({
  fetched,
  resource: fetched.resource,
  type,
  problems: [],
  unsafe: false,
});

/** One resource cannot bury the others under its problems: past this many, one row says that there are more. */
const MOST_PROBLEMS = 50;

export function problem(r: Reader, kind: RecordProblemKind, path: string, message: string): void {
  const { source, ref } = r.fetched;
  const count = r.problems.length;
  if (count > MOST_PROBLEMS) return;
  r.problems.push(
    count === MOST_PROBLEMS
      ? {
          source,
          ref,
          type: r.type,
          kind: 'bad-element',
          path: r.type,
          message: 'has more elements like these',
        }
      : { source, ref, type: r.type, kind, path, message },
  );
}

export const bad = (r: Reader, path: string, message: string): void =>
  problem(r, 'bad-element', path, message);

/** The shape of a value in words for people: never its content. */
const shapeOf = (value: Json): string =>
  Array.isArray(value) ? 'a list' : isObject(value) ? 'an object' : `a ${typeof value}`;

export const wrong = (r: Reader, path: string, wanted: string, got: Json): void =>
  bad(r, path, `is ${shapeOf(got)} where ${wanted} is expected`);

/** A text that is as it should be, as nearly all are; null where it has to be looked at. */
export function plainly(value: Json | undefined): string | null {
  if (typeof value !== 'string' || value.length === 0) return null;
  return value.charCodeAt(0) > 32 && value.charCodeAt(value.length - 1) > 32 ? value : null;
}

/** Blank is absent. Only text with white space around it is copied. */
function clean(text: string): string | null {
  const length = text.length;
  if (length === 0) return null;
  if (text.charCodeAt(0) > 32 && text.charCodeAt(length - 1) > 32) return text;
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

/** A string element. A number or a boolean in its place is reported, and still shown as it is written. */
export function str(r: Reader, o: JsonObject, key: string, at: string): string | null {
  const value = o[key];
  if (value === undefined || value === null) return null;
  return asText(r, value, at, key);
}

export function asText(r: Reader, value: Json, at: string, key: string): string | null {
  // parseJson marks the numbers whose digits it kept with U+0001.
  if (typeof value === 'string' && value.charCodeAt(0) !== 1) return clean(value);
  wrong(r, `${at}.${key}`, 'text', typeof value === 'string' ? 0 : value);
  if (typeof value === 'string') return value.slice(1);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** An element read where it is, without a word when it is something else: for a key that versions use differently. */
export const plainText = (value: Json | undefined): string | null =>
  typeof value === 'string' && value.charCodeAt(0) !== 1 ? clean(value) : null;

export function bool(r: Reader, o: JsonObject, key: string, at: string): boolean | null {
  const value = o[key];
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value;
  wrong(r, `${at}.${key}`, 'true or false', value);
  return value === 'true' ? true : value === 'false' ? false : null;
}

export function obj(r: Reader, o: JsonObject, key: string, at: string): JsonObject | null {
  const value = o[key];
  if (value === undefined || value === null) return null;
  if (isObject(value)) return value;
  // A list of one says the same thing: later and earlier versions of FHIR differ in just this.
  const first = Array.isArray(value) ? value[0] : undefined;
  if (Array.isArray(value) && value.length === 1 && isObject(first)) return first;
  wrong(r, `${at}.${key}`, 'an object', value);
  return isObject(first) ? first : null;
}

const NONE: readonly never[] = [];

/** The objects of a list. One object where a list is expected is a list of one. */
export function list(r: Reader, o: JsonObject, key: string, at: string): readonly JsonObject[] {
  const value = o[key];
  if (value === undefined || value === null) return NONE;
  if (!Array.isArray(value)) {
    if (isObject(value)) return [value];
    wrong(r, `${at}.${key}`, 'a list', value);
    return NONE;
  }
  for (let i = 0; i < value.length; i++)
    if (!isObject(value[i])) return onlyObjects(r, value, `${at}.${key}`);
  return value as readonly JsonObject[];
}

function onlyObjects(r: Reader, values: readonly Json[], path: string): readonly JsonObject[] {
  const found: JsonObject[] = [];
  values.forEach((value, i) => {
    if (isObject(value)) found.push(value);
    else if (value === null) bad(r, `${path}[${i}]`, 'is null where an object is expected');
    else wrong(r, `${path}[${i}]`, 'an object', value);
  });
  return found;
}

/** The texts of a list of strings; a null is the place of an extension, which is not text. */
export function texts(r: Reader, o: JsonObject, key: string, at: string): readonly string[] {
  const value = o[key];
  if (value === undefined || value === null) return NONE;
  const values = Array.isArray(value) ? (value as readonly Json[]) : [value];
  const found: string[] = [];
  for (const one of values) {
    if (one === null) continue;
    const text = asText(r, one, at, key);
    if (text !== null) found.push(text);
  }
  return found;
}
