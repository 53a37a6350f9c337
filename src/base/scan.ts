/**
 * Finds where values begin and end in JSON text without building them, so that one entry of a large bundle can be
 * parsed, or shown byte for byte, by itself. Iterative: depth costs no stack. The spans are not validated; whoever
 * parses them finds out.
 */
export interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;

export function skipSpace(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09 && c !== 0xfeff) break;
  }
  return at;
}

/** The end of the value that begins at `from`; null where the text ends inside it. */
export function valueEnd(text: string, from: number): number | null {
  const first = text.charCodeAt(from);
  if (first === QUOTE) return stringEnd(text, from);
  if (first !== OPEN_BRACE && first !== OPEN_BRACKET) return plainEnd(text, from);
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === QUOTE) {
      const end = stringEnd(text, at);
      if (end === null) return null;
      at = end - 1;
    } else if (c === OPEN_BRACE || c === OPEN_BRACKET) depth++;
    else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

function stringEnd(text: string, from: number): number | null {
  let at = from;
  for (;;) {
    at = text.indexOf('"', at + 1);
    if (at < 0) return null;
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
}

function plainEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === COMMA || c === CLOSE_BRACE || c === CLOSE_BRACKET || c <= 0x20) break;
  }
  return at;
}

/** The items of the array that opens at `from`. Ends with null where there is no array, or the text ends before it does. */
export function* arrayItems(text: string, from: number): Generator<Span | null> {
  if (text.charCodeAt(from) !== OPEN_BRACKET) return yield null;
  let at = skipSpace(text, from + 1);
  while (text.charCodeAt(at) !== CLOSE_BRACKET) {
    const end = at < text.length ? valueEnd(text, at) : null;
    if (end === null || end === at) return yield null;
    yield { start: at, end };
    at = skipSpace(text, end);
    if (text.charCodeAt(at) === COMMA) at = skipSpace(text, at + 1);
    else if (text.charCodeAt(at) !== CLOSE_BRACKET) return yield null;
  }
}

/** The value of a key of the object that opens at `from`: its own keys only. The last one wins, as in JSON.parse. */
export function memberSpan(text: string, from: number, key: string): Span | null {
  if (text.charCodeAt(from) !== OPEN_BRACE) return null;
  let found: Span | null = null;
  let at = skipSpace(text, from + 1);
  while (text.charCodeAt(at) === QUOTE) {
    const keyEnd = stringEnd(text, at);
    if (keyEnd === null) return found;
    const name = text.slice(at + 1, keyEnd - 1);
    at = skipSpace(text, keyEnd);
    if (text.charCodeAt(at) !== COLON) return found;
    const start = skipSpace(text, at + 1);
    const end = valueEnd(text, start);
    if (end === null) return found;
    if (name === key || (name.includes('\\') && unescaped(name) === key)) found = { start, end };
    at = skipSpace(text, end);
    if (text.charCodeAt(at) === COMMA) at = skipSpace(text, at + 1);
  }
  return found;
}

/** A key may be written with escapes and is the same key. */
function unescaped(name: string): string | null {
  try {
    return JSON.parse(`"${name}"`) as string;
  } catch {
    return null;
  }
}
