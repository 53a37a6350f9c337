/**
 * Reads a file of FHIR: a Bundle of any type, one resource, an array, or NDJSON, gzipped or not. It streams: a hundred
 * thousand resources never stand in memory together.
 */
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isObject, type Json, type JsonObject } from '../base/index.ts';
import { pieces } from './cut.ts';
import { UsageError } from './problem.ts';

const CHUNK = 1 << 20;

export interface InputEntry {
  /** The parsed resource, or null where the entry holds none. */
  readonly resource: Json;
  readonly fullUrl: string | null;
  /** Where the entry says that a resource was deleted: which, and as what version. */
  readonly deleted: Deletion | null;
}

export interface Deletion {
  readonly ref: string;
  readonly version: string | null;
  readonly at: string | null;
}

/** The file's entries; `remark` hears what is beside them and no reason to refuse the file. */
export async function* readEntries(
  path: string,
  remark: (said: string) => void = () => undefined,
): AsyncGenerator<InputEntry> {
  for await (const { value, isEntry } of pieces(path, chunksOf(path), remark))
    if (!isEntry && !isWrapper(value)) yield* unwrapped(plain(value));
    else for (const entry of entriesOf(value)) yield* unwrapped(entry);
}

/** The JSON values of a file, whatever they are. */
export async function* readValues(path: string): AsyncGenerator<Json> {
  for await (const { value } of pieces(path, chunksOf(path), () => undefined)) yield value;
}

const plain = (resource: Json): InputEntry => ({ resource, fullUrl: null, deleted: null });

/** An entry without its Bundle, as lists and lines of files sometimes are. */
const isWrapper = (value: Json): boolean =>
  isObject(value) && value['resourceType'] === undefined && isObject(value['resource']);

/** Bundles in bundles deeper than this are kept as what they are. */
const MAX_DEPTH = 8;

/** A batch's answers are bundles, and so are pages saved as a list: what counts is what is in them. */
function* unwrapped(entry: InputEntry, depth = 0): Generator<InputEntry> {
  const { resource } = entry;
  const inner =
    isObject(resource) && resource['resourceType'] === 'Bundle' ? (resource['entry'] ?? []) : null;
  if (!Array.isArray(inner) || depth >= MAX_DEPTH) yield entry;
  else
    for (const one of inner as readonly Json[])
      for (const each of entriesOf(one)) yield* unwrapped(each, depth + 1);
}

/** What an entry holds: a resource, what the server said about it, or that it is gone. */
function entriesOf(entry: Json): readonly InputEntry[] {
  const fields = isObject(entry) ? entry : {};
  const response = isObject(fields['response']) ? fields['response'] : null;
  const resource = fields['resource'] ?? null;
  const outcome = isObject(response?.['outcome']) ? [plain(response['outcome'])] : [];
  if (resource === null && outcome.length > 0) return outcome;
  const own: InputEntry = {
    resource: isObject(resource) && response !== null ? versioned(resource, response) : resource,
    fullUrl: textOf(fields['fullUrl']),
    deleted: resource === null ? deletionOf(fields, response) : null,
  };
  return outcome.length === 0 ? [own] : [own, ...outcome];
}

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

/** W/"3" is version 3. */
const etagOf = (response: JsonObject | null): string | null =>
  /^(?:W\/)?"?([^"]+)"?$/.exec(textOf(response?.['etag']) ?? '')?.[1] ?? null;

/** What the server says of the version beside the resource, where the resource does not say it itself. */
function versioned(resource: JsonObject, response: JsonObject): JsonObject {
  const meta = isObject(resource['meta']) ? resource['meta'] : {};
  const version = etagOf(response);
  const updated = textOf(response['lastModified']);
  if (
    (meta['versionId'] !== undefined || version === null) &&
    (meta['lastUpdated'] !== undefined || updated === null)
  )
    return resource;
  return {
    ...resource,
    meta: {
      ...(version === null ? {} : { versionId: version }),
      ...(updated === null ? {} : { lastUpdated: updated }),
      ...meta,
    },
  };
}

const REF_AT_ITS_END = /(?:^|\/)([A-Za-z]{1,64}\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/;

function deletionOf(entry: JsonObject, response: JsonObject | null): Deletion | null {
  const request = isObject(entry['request']) ? entry['request'] : {};
  if (request['method'] !== 'DELETE') return null;
  const ref =
    REF_AT_ITS_END.exec(textOf(request['url']) ?? '') ?? REF_AT_ITS_END.exec(textOf(entry['fullUrl']) ?? '');
  return ref?.[1] === undefined
    ? null
    : { ref: ref[1], version: etagOf(response), at: textOf(response?.['lastModified']) };
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  const zipped = isZipped(path);
  const file = createReadStream(path, { highWaterMark: CHUNK });
  const source = zipped ? pipeline(file, createGunzip({ chunkSize: CHUNK }), () => undefined) : file;
  try {
    for await (const chunk of source) yield chunk as Buffer;
  } catch (error) {
    if (zipped) throw new UsageError(`${path}: not a readable gzip file (${(error as Error).message})`);
    throw new UsageError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

function isZipped(path: string): boolean {
  try {
    const file = openSync(path, 'r');
    const start = Buffer.alloc(2);
    readSync(file, start, 0, 2, 0);
    closeSync(file);
    return start[0] === 0x1f && start[1] === 0x8b;
  } catch (error) {
    throw new UsageError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}
