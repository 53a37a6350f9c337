/**
 * Cuts one resource out of a page's text, byte for byte as the server wrote it, without parsing the page: digits,
 * order and spacing are the source's own. Text that is no JSON gives null; nothing here recurses or throws.
 */

/** The text of entry `n`'s resource; a page that is a single resource and no Bundle is its own entry 0. */
export function entryText(pageText: string, n: number): string | null {
  const top = value(pageText, skipSpace(pageText, pageText.charCodeAt(0) === 0xfeff ? 1 : 0));
  if (!top || pageText[top.from] !== '{') return null;
  const type = member(pageText, top.from, 'resourceType');
  if (type === null) return null;
  // Other resources have an element 'entry' too (List): only a Bundle's are resources.
  if (pageText.slice(type.from, type.to) !== '"Bundle"')
    return n === 0 ? pageText.slice(top.from, top.to) : null;
  const entries = member(pageText, top.from, 'entry');
  if (!entries) return null;
  const entry = element(pageText, entries.from, n);
  const resource = entry && member(pageText, entry.from, 'resource');
  return resource ? pageText.slice(resource.from, resource.to) : null;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function skipSpace(text: string, at: number): number {
  for (;;) {
    const c = text.charCodeAt(at);
    if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return at;
    at++;
  }
}

/** Past the closing quote of the string that opens at `at`; -1 where it never closes. */
function pastString(text: string, at: number): number {
  for (let quote = text.indexOf('"', at + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
  return -1;
}

const STOP = /[{}[\]"]/g;

/** The JSON value that starts at `at`. */
function value(text: string, at: number): Span | null {
  const first = text[at];
  if (first === '"') {
    const to = pastString(text, at);
    return to < 0 ? null : { from: at, to };
  }
  if (first !== '{' && first !== '[') {
    const token = /[^\s,}\]]*/y;
    token.lastIndex = at;
    const found = token.exec(text)?.[0] ?? '';
    return found ? { from: at, to: at + found.length } : null;
  }
  const stop = new RegExp(STOP);
  stop.lastIndex = at;
  for (let depth = 0, hit = stop.exec(text); hit; hit = stop.exec(text)) {
    if (hit[0] === '"') {
      const past = pastString(text, hit.index);
      if (past < 0) return null;
      stop.lastIndex = past;
    } else if (hit[0] === '{' || hit[0] === '[') depth++;
    else if (--depth === 0) return { from: at, to: hit.index + 1 };
  }
  return null;
}

/** The value of `key` in the object at `at`. The last one counts where a key is written twice, as in JSON.parse. */
function member(text: string, at: number, key: string): Span | null {
  if (text[at] !== '{') return null;
  let found: Span | null = null;
  for (let i = skipSpace(text, at + 1); text[i] === '"';) {
    const past = pastString(text, i);
    if (past < 0) return null;
    const name = text.slice(i + 1, past - 1);
    const colon = skipSpace(text, past);
    const span = text[colon] === ':' ? value(text, skipSpace(text, colon + 1)) : null;
    if (!span) return null;
    if (name === key || (name.includes('\\') && unescaped(name) === key)) found = span;
    const comma = skipSpace(text, span.to);
    if (text[comma] !== ',') break;
    i = skipSpace(text, comma + 1);
  }
  return found;
}

function element(text: string, at: number, n: number): Span | null {
  if (text[at] !== '[') return null;
  for (let i = skipSpace(text, at + 1), left = n; text[i] !== ']'; left--) {
    const span = value(text, i);
    if (!span || left < 0) return null;
    if (left === 0) return span;
    const comma = skipSpace(text, span.to);
    if (text[comma] !== ',') return null;
    i = skipSpace(text, comma + 1);
  }
  return null;
}

function unescaped(name: string): string | null {
  try {
    return JSON.parse(`"${name}"`) as string;
  } catch {
    return null;
  }
}
