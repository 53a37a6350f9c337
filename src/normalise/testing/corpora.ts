/** Public records outside of the repository, for tests that run where they are and say so where they are not. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isObject, parseJson, type Json, type JsonObject } from '../../base/index.ts';
import { entryRef, resourceRef, sourceId, type Fetched } from '../../record/index.ts';

const ROOT = process.env['THROUGHLINE_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');

export const haveCorpora = existsSync(ROOT);
if (!haveCorpora) console.warn(`corpora are not here (${ROOT}): the tests over public records do not run`);

export interface Sample {
  readonly file: string;
  readonly resource: JsonObject;
}

const gunzipped = (path: string): Buffer => gunzipSync(readFileSync(path));

/** The files of a tar archive: 512-byte headers, a name, an octal size, the content padded to 512. */
export function* tarFiles(tar: Buffer): Generator<{ name: string; text: string }> {
  const field = (at: number, length: number) => tar.toString('utf8', at, at + length).replace(/\0.*$/s, '');
  let longName = '';
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = Number.parseInt(field(at + 124, 12).trim() || '0', 8);
    const kind = field(at + 156, 1);
    const content = tar.subarray(at + 512, at + 512 + size);
    const prefix = field(at + 345, 155);
    const name = longName || (prefix === '' ? field(at, 100) : `${prefix}/${field(at, 100)}`);
    longName = kind === 'L' ? content.toString('utf8').replace(/\0.*$/s, '') : '';
    if (kind === '0' || kind === '') yield { name, text: content.toString('utf8') };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/** Every resource in a JSON value: itself, a Bundle's entries, a bare entry, a list. */
function* resourcesIn(file: string, value: Json | undefined): Generator<Sample> {
  if (Array.isArray(value)) for (const one of value as readonly Json[]) yield* resourcesIn(file, one);
  if (!isObject(value)) return;
  if (isObject(value['resource'])) yield* resourcesIn(file, value['resource']);
  else yield { file, resource: value };
  if (value['resourceType'] === 'Bundle' && Array.isArray(value['entry']))
    yield* resourcesIn(file, value['entry']);
}

function parsed(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined; // Broken JSON is a matter of fetching; nothing of it reaches the readers.
  }
}

export function examples(name: 'r4-examples' | 'us-core-9-examples'): Sample[] {
  const lines = gunzipped(join(ROOT, `${name}.ndjson.gz`))
    .toString('utf8')
    .trim()
    .split('\n');
  return lines.flatMap((line) => {
    const value = parseJson(line);
    const file = isObject(value) ? value['file'] : null;
    return isObject(value) ? [...resourcesIn(String(file), value['resource'])] : [];
  });
}

export const testCases = (name: 'fhir-test-cases-r4' | 'fhir-test-cases-validator'): Sample[] =>
  [...tarFiles(gunzipped(join(ROOT, `${name}.tar.gz`)))].flatMap(({ name: file, text }) => [
    ...resourcesIn(file, parsed(text)),
  ]);

export const synthea = (): Sample[] =>
  readdirSync(join(ROOT, 'synthea-r4')).flatMap((file) => [
    ...resourcesIn(file, parsed(gunzipped(join(ROOT, 'synthea-r4', file)).toString('utf8'))),
  ]);

export function myraJones(): Sample[] {
  const folder = join(ROOT, 'myra-jones');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('json') && statSync(join(folder, file)).isFile())
    .flatMap((file) => [...resourcesIn(file, parsed(readFileSync(join(folder, file), 'utf8')))]);
}

const SOURCE = sourceId('test');

/** A resource as the fetching stage would hand it over. */
export function fetched(resource: JsonObject, entry = 0, base: string | null = null): Fetched {
  const { resourceType: type, id } = resource;
  const ref = typeof type === 'string' && typeof id === 'string' ? resourceRef(`${type}/${id}`) : null;
  return { source: SOURCE, ref: ref ?? entryRef(entry), resource, base, fullUrl: null, fetchedAt: null };
}
