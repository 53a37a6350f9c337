import { isObject, type Json } from '../base/index.ts';
import { match } from '../match/index.ts';
import { readPerson } from '../normalise/index.ts';
import { entryRef, sourceId, type Person } from '../record/index.ts';
import { readEntries, readValues } from './input.ts';
import { UsageError } from './problem.ts';

/** One line of JSON for each pair: outcome, score, evidence. */
export async function matchCommand(pairs: string | null, files: readonly string[]): Promise<void> {
  if (pairs !== null) {
    let line = 0;
    for await (const value of readValues(pairs)) {
      line++;
      const { a = null, b = null } = isObject(value) ? value : {};
      print(person(a, 'a', `${pairs}: line ${line}, a`), person(b, 'b', `${pairs}: line ${line}, b`));
    }
    return;
  }
  const [first, second] = files;
  if (!first || !second || files.length !== 2)
    throw new UsageError('match needs two files, or --pairs file.ndjson');
  print(person(await only(first), 'a', first), person(await only(second), 'b', second));
}

function print(a: Person, b: Person): void {
  const { outcome, score, evidence, vetoes } = match(a, b);
  process.stdout.write(`${JSON.stringify({ outcome, score, evidence, vetoes })}\n`);
}

async function only(path: string): Promise<Json> {
  const patients: Json[] = [];
  for await (const { resource } of readEntries(path))
    if (isObject(resource) && resource['resourceType'] === 'Patient') patients.push(resource);
  if (patients.length !== 1) throw new UsageError(`${path}: expected one Patient, found ${patients.length}`);
  return patients[0] ?? null;
}

function person(resource: Json, name: string, where: string): Person {
  const found = isObject(resource)
    ? readPerson({
        source: sourceId(name),
        ref: entryRef(0),
        resource,
        base: null,
        fullUrl: null,
        fetchedAt: null,
      })
    : null;
  if (!found) throw new UsageError(`${where}: no Patient resource`);
  return found;
}
