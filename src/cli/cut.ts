/**
 * Cuts JSON into the values that are worth parsing by themselves, while its bytes come: the items of a list, the lines
 * of NDJSON, the entries of a Bundle. What is held at a time is one of them and the chunk it came in.
 */
import { isObject, parseJson, type Json } from '../base/index.ts';
import { UsageError } from './problem.ts';

const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
/** Past the last byte. */
const END = -1;

/** One value of the file, and where it stands, to be said where it is wrong. */
export interface Piece {
  readonly value: Json;
  /** Where it was in a Bundle's list of entries, it is an entry and not a resource. */
  readonly isEntry: boolean;
}

/** The bytes that are here, read on from `at`; what lies behind it is let go of when more come. */
class Window {
  readonly path: string;
  readonly #chunks: AsyncIterator<Buffer>;
  bytes: Buffer = Buffer.alloc(0);
  at = 0;
  ended = false;

  constructor(path: string, chunks: AsyncIterable<Buffer>) {
    this.path = path;
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** At least as much again as there is, so that a long value is not looked through more than twice its length. */
  async more(): Promise<void> {
    const parts = [this.bytes.subarray(this.at)];
    let have = parts[0]?.length ?? 0;
    for (const wanted = have * 2 + 1; have < wanted && !this.ended;) {
      const next = await this.#chunks.next();
      if (next.done === true) this.ended = true;
      else {
        parts.push(next.value);
        have += next.value.length;
      }
    }
    this.bytes = parts.length === 1 ? this.bytes.subarray(this.at) : Buffer.concat(parts);
    this.at = 0;
  }

  /** The next byte that is no white space; END where there is none. */
  async peek(): Promise<number> {
    for (;;) {
      for (; this.at < this.bytes.length; this.at++) {
        const byte = this.bytes[this.at] ?? END;
        if (byte > SPACE) return byte;
      }
      if (this.ended) return END;
      await this.more();
    }
  }

  /** The text of the value that begins here, and past it; null where the file ends inside it. */
  async take(): Promise<string | null> {
    for (;;) {
      const end = valueEnd(this.bytes, this.at, this.ended);
      if (end !== null) {
        const text = this.bytes.toString('utf8', this.at, end);
        this.at = end;
        return text;
      }
      if (this.ended) return null;
      await this.more();
    }
  }

  /** Where the line that begins here ends; null where that is not here yet. */
  lineEnd(): number | null {
    const end = this.bytes.indexOf(0x0a, this.at);
    return end < 0 ? null : end;
  }

  /** A few characters of what comes here, to be shown. */
  glimpse(): string {
    return JSON.stringify(this.bytes.toString('utf8', this.at, this.at + 20));
  }

  /** How many bytes are left. */
  async rest(): Promise<number> {
    let left = 0;
    for (;;) {
      left += this.bytes.length - this.at;
      this.at = this.bytes.length;
      if (this.ended) return left;
      await this.more();
    }
  }
}

/** Where the value that begins at `from` ends; null where it is not all here. It is not validated: parsing finds out. */
function valueEnd(bytes: Buffer, from: number, ended: boolean): number | null {
  const first = bytes[from];
  if (first === QUOTE) return stringEnd(bytes, from);
  if (first !== OPEN_BRACE && first !== OPEN_BRACKET) return plainEnd(bytes, from, ended);
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      const end = stringEnd(bytes, at);
      if (end === null) return null;
      at = end - 1;
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++;
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

function stringEnd(bytes: Buffer, from: number): number | null {
  for (let at = from + 1; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === BACKSLASH) at++;
    else if (byte === QUOTE) return at + 1;
  }
  return null;
}

function plainEnd(bytes: Buffer, from: number, ended: boolean): number | null {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? END;
    if (byte === COMMA || byte === CLOSE_BRACKET || byte === CLOSE_BRACE || byte <= SPACE) return at;
  }
  return ended ? bytes.length : null;
}

function parse(path: string, text: string, what: string): Json {
  try {
    return parseJson(text);
  } catch (error) {
    throw new UsageError(`${path}: ${what} is not valid JSON (${(error as Error).message})`);
  }
}

const isFhir = ({ value, isEntry }: Piece): boolean =>
  isEntry || (isObject(value) && (typeof value['resourceType'] === 'string' || isObject(value['resource'])));

/** All values of the file. `remark` hears what is there beside them and is no reason to refuse it. */
export async function* pieces(
  path: string,
  chunks: AsyncIterable<Buffer>,
  remark: (said: string) => void,
): AsyncGenerator<Piece> {
  const window = new Window(path, chunks);
  await window.more();
  if (window.bytes[0] === 0xef && window.bytes[1] === 0xbb && window.bytes[2] === 0xbf) window.at = 3;
  const first = await window.peek();
  if (first === END) throw new UsageError(`${path}: the file is empty`);
  if (first === OPEN_BRACKET) yield* items(window, 'item', 'of the array', false);
  else if (first !== OPEN_BRACE)
    throw new UsageError(`${path}: not JSON: it begins with ${window.glimpse()}`);
  else {
    let line = 0;
    for (let next: number = first; next === OPEN_BRACE; next = await window.peek()) {
      line++;
      for await (const piece of root(window, line)) {
        if (line === 1 && !isFhir(piece) && (await window.peek()) !== OPEN_BRACE)
          throw new UsageError(`${path}: no FHIR: the object has no resourceType`);
        yield piece;
      }
    }
    if (line > 1 && (await window.peek()) !== END)
      throw new UsageError(`${path}: after line ${line} comes ${window.glimpse()}`);
  }
  const left = (await window.peek()) === END ? 0 : await window.rest();
  if (left > 0) remark(`${left} ${left === 1 ? 'byte' : 'bytes'} after the end of the JSON: ignored`);
}

async function* items(window: Window, one: string, where: string, isEntry: boolean): AsyncGenerator<Piece> {
  const { path } = window;
  window.at++;
  for (let n = 1; (await window.peek()) !== CLOSE_BRACKET; n++) {
    const text = await window.take();
    if (text === null)
      throw new UsageError(`${path}: the JSON ends too early (truncated in ${one} ${n} ${where})`);
    yield { value: parse(path, text, `${one} ${n}`), isEntry };
    const next = await window.peek();
    if (next === COMMA) window.at++;
    else if (next !== CLOSE_BRACKET) {
      if (next === END)
        throw new UsageError(`${path}: the JSON ends too early (truncated after ${one} ${n})`);
      throw new UsageError(`${path}: after ${one} ${n} comes ${window.glimpse()}`);
    }
  }
  window.at++;
}

/** An object that stands by itself: a resource, or a Bundle, whose entries come one by one. */
async function* root(window: Window, line: number): AsyncGenerator<Piece> {
  const { path } = window;
  const what = line === 1 ? 'the JSON' : `line ${line}`;
  const whole = lineOf(window);
  if (whole !== null) {
    yield { value: whole, isEntry: false };
    return;
  }
  // The frame around a Bundle's entries must be JSON too, or a broken file would pass for an empty one.
  let frame = '{';
  let isBundle = false;
  let entries = 0;
  window.at++;
  for (let next = await window.peek(); next !== CLOSE_BRACE; next = await window.peek()) {
    if (next === COMMA || next === COLON) {
      frame += String.fromCharCode(next);
      window.at++;
      continue;
    }
    const key = next === END ? null : await window.take();
    if (key === null) throw new UsageError(`${path}: ${what} ends too early (truncated)`);
    if (key === '')
      throw new UsageError(`${path}: ${what} is not valid JSON: there comes ${window.glimpse()}`);
    frame += key;
    if (key !== '"entry"' && key !== '"resourceType"') continue;
    if ((await window.peek()) !== COLON) continue;
    window.at++;
    frame += ':';
    const starts = await window.peek();
    if (key === '"entry"' && isBundle && starts !== OPEN_BRACKET)
      throw new UsageError(`${path}: Bundle.entry is not an array`);
    if (key === '"entry"' && isBundle) {
      if (entries++ > 0) throw new UsageError(`${path}: Bundle.entry is there twice`);
      yield* items(window, 'entry', 'of the Bundle', true);
      frame += '[]';
      continue;
    }
    const value = starts === END ? null : await window.take();
    if (value === null) throw new UsageError(`${path}: ${what} ends too early (truncated)`);
    frame += value;
    if (key === '"resourceType"' && value === '"Bundle"') isBundle = true;
  }
  window.at++;
  const value = parse(
    path,
    `${frame}}`,
    isBundle ? 'the Bundle' : line === 1 ? 'the resource' : `line ${line}`,
  );
  if (entries === 0) yield { value, isEntry: false };
}

/** The whole object where it is one line, as in NDJSON; null where it is not, or not all here. */
function lineOf(window: Window): Json | null {
  const { bytes, at } = window;
  const end = window.lineEnd();
  if (end === null || (bytes[end - 1] !== CLOSE_BRACE && bytes[end - 2] !== CLOSE_BRACE)) return null;
  try {
    const value = parseJson(bytes.toString('utf8', at, end));
    window.at = end;
    return value;
  } catch {
    return null;
  }
}
