/** Any JSON value as it came from outside: nothing about its shape is known yet. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Marks a number whose digits JavaScript would lose (70.10, 1e3, twenty digits). U+0001 cannot occur in JSON text. */
const EXACT = '\u0001';

/**
 * A number token, right after a key, whose text does not survive `Number()`: trailing zeros, exponents, or too
 * many digits. The key's closing quote must not be escaped, so text inside a string is left alone.
 */
const LOSSY_NUMBER =
  /(?<!\\)"(\s*:\s*)(-?\d+\.\d*0|-?\d+(?:\.\d+)?[eE][-+]?\d+|-?\d+\.\d{15,}|-?\d{16,}(?:\.\d+)?)(?=\s*[,}\]])/g;

/**
 * `JSON.parse` that keeps the source's digits: a lossy number becomes a marked string, read by `exactDigits`.
 * Throws SyntaxError where `JSON.parse` would.
 */
export function parseJson(text: string): Json {
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const marked = clean.replace(LOSSY_NUMBER, '"$1"\\u0001$2"');
  if (marked.length === clean.length) return JSON.parse(clean) as Json;
  try {
    return JSON.parse(marked) as Json;
  } catch {
    // The pattern met its look-alike inside a string: the digits are not worth the page.
    return JSON.parse(clean) as Json;
  }
}

/** The digits of a JSON number as its source wrote them, or null where the value is not a number. */
export function exactDigits(value: Json | undefined): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' && value.startsWith(EXACT)) return value.slice(1);
  return null;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
