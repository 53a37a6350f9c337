/**
 * Reads a file of FHIR: a Bundle of any type, one resource, an array, or NDJSON, gzipped or not. Entries are cut from
 * the text and parsed one at a time, so that a hundred thousand of them never stand in memory together.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  arrayItems,
  isObject,
  memberSpan,
  parseJson,
  skipSpace,
  valueEnd,
  type Json,
} from '../base/index.ts';
import { UsageError } from './problem.ts';

const MAX_BYTES = 1_500_000_000;

export interface InputEntry {
  /** The parsed resource, or null where the entry holds none or holds something else. */
  readonly resource: Json;
  readonly fullUrl: string | null;
}

export interface Input {
  readonly path: string;
  /** May be walked more than once. */
  entries(): Generator<InputEntry>;
  /** Said to the reader, not fatal: something after the end of the document. */
  readonly remark: string | null;
}

export function readInput(path: string): Input {
  const text = decode(path);
  const start = skipSpace(text, 0);
  if (start >= text.length) throw new UsageError(`${path}: the file is empty`);
  const first = text[start];
  if (first !== '{' && first !== '[')
    throw new UsageError(
      `${path}: not JSON: it begins with ${JSON.stringify(text.slice(start, start + 20))}`,
    );
  const end = valueEnd(text, start);
  if (end === null)
    throw new UsageError(`${path}: the JSON ends too early (truncated at ${text.length} characters)`);
  const next = skipSpace(text, end);
  if (first === '{' && text[next] === '{') return ndjson(path, text, start);
  const remark =
    next < text.length ? `${count(text.length - next)} after the end of the JSON: ignored` : null;
  if (first === '[') return { path, remark, entries: () => unwrapped(listEntries(path, text, start)) };
  return { path, remark, entries: () => unwrapped(documentEntries(path, text, start, end)) };
}

/** Bundles in bundles deeper than this are kept as what they are. */
const MAX_DEPTH = 8;

/** A batch's answers are bundles, and so are pages saved as a list: what counts is what is in them. */
function* unwrapped(entries: Iterable<InputEntry>, depth = 0): Generator<InputEntry> {
  for (const entry of entries) {
    const { resource } = entry;
    const inner = isObject(resource) && resource['resourceType'] === 'Bundle' ? resource['entry'] : null;
    if (!Array.isArray(inner) || depth >= MAX_DEPTH) yield entry;
    else yield* unwrapped(inner.map(entryOf), depth + 1);
  }
}

function entryOf(entry: Json): InputEntry {
  const fields = isObject(entry) ? entry : {};
  const fullUrl = fields['fullUrl'];
  return { resource: fields['resource'] ?? null, fullUrl: typeof fullUrl === 'string' ? fullUrl : null };
}

const count = (n: number): string => (n === 1 ? '1 character' : `${n} characters`);

function decode(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UsageError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      bytes = gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
    } catch (error) {
      throw new UsageError(`${path}: not a readable gzip file (${(error as Error).message})`);
    }
  }
  // A string in V8 holds about half a billion characters.
  if (bytes.length > 500_000_000)
    throw new UsageError(`${path}: larger than 500 MB; split it into several files`);
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

function parse(path: string, text: string, what: string): Json {
  try {
    return parseJson(text);
  } catch (error) {
    throw new UsageError(`${path}: ${what} is not valid JSON (${(error as Error).message})`);
  }
}

function ndjson(path: string, text: string, start: number): Input {
  function* entries(): Generator<InputEntry> {
    for (const resource of valuesOf(path, text, start)) yield { resource, fullUrl: null };
  }
  return { path, remark: null, entries: () => unwrapped(entries()) };
}

function* valuesOf(path: string, text: string, start: number): Generator<Json> {
  let line = 0;
  for (let at = start; at < text.length;) {
    line++;
    const end = valueEnd(text, at);
    if (end === null) throw new UsageError(`${path}: line ${line} ends too early (truncated)`);
    yield parse(path, text.slice(at, end), `line ${line}`);
    at = skipSpace(text, end);
    if (at < text.length && text[at] !== '{')
      throw new UsageError(`${path}: after line ${line} comes ${JSON.stringify(text.slice(at, at + 20))}`);
  }
}

/** The JSON values of an NDJSON file, whatever they are. */
export function readLines(path: string): Generator<Json> {
  const text = decode(path);
  return valuesOf(path, text, skipSpace(text, 0));
}

function* listEntries(path: string, text: string, start: number): Generator<InputEntry> {
  let n = 0;
  for (const span of arrayItems(text, start)) {
    n++;
    if (!span) throw new UsageError(`${path}: item ${n} of the array is not valid JSON`);
    yield { resource: parse(path, text.slice(span.start, span.end), `item ${n}`), fullUrl: null };
  }
}

function* documentEntries(path: string, text: string, start: number, end: number): Generator<InputEntry> {
  const type = memberSpan(text, start, 'resourceType');
  const name = type ? parse(path, text.slice(type.start, type.end), 'resourceType') : null;
  if (typeof name !== 'string') throw new UsageError(`${path}: no FHIR: the object has no resourceType`);
  if (name !== 'Bundle') {
    yield { resource: parse(path, text.slice(start, end), 'the resource'), fullUrl: null };
    return;
  }
  // The frame around the entries must be JSON too, or a broken file would pass for an empty one.
  const list = memberSpan(text, start, 'entry');
  const frame = list
    ? `${text.slice(start, list.start)}[]${text.slice(list.end, end)}`
    : text.slice(start, end);
  parse(path, frame, 'the Bundle');
  if (!list) return;
  if (text[list.start] !== '[') throw new UsageError(`${path}: Bundle.entry is not an array`);
  let n = 0;
  for (const span of arrayItems(text, list.start)) {
    n++;
    if (!span) throw new UsageError(`${path}: entry ${n} is not valid JSON`);
    yield entryOf(parse(path, text.slice(span.start, span.end), `entry ${n}`));
  }
}
