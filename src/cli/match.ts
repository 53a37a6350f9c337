import { isObject, type Json } from '../base/index.ts';
import { match } from '../match/index.ts';
import { readPerson } from '../normalise/index.ts';
import { entryRef, sourceId, type Person } from '../record/index.ts';
import { readInput, readLines } from './input.ts';
import { UsageError } from './problem.ts';

/** One line of JSON for each pair: outcome, score, evidence. */
export function matchCommand(pairs: string | null, files: readonly string[]): void {
  if (pairs !== null) {
    let line = 0;
    for (const { a, b } of pairLines(pairs)) {
      line++;
      print(person(a, 'a', `${pairs}: line ${line}, a`), person(b, 'b', `${pairs}: line ${line}, b`));
    }
    return;
  }
  const [first, second] = files;
  if (!first || !second || files.length !== 2)
    throw new UsageError('match needs two files, or --pairs file.ndjson');
  print(person(only(first), 'a', first), person(only(second), 'b', second));
}

function print(a: Person, b: Person): void {
  const { outcome, score, evidence, vetoes } = match(a, b);
  process.stdout.write(`${JSON.stringify({ outcome, score, evidence, vetoes })}\n`);
}

function* pairLines(path: string): Generator<{ a: Json; b: Json }> {
  for (const line of readLines(path)) {
    const pair = isObject(line) ? line : {};
    yield { a: pair['a'] ?? null, b: pair['b'] ?? null };
  }
}

function only(path: string): Json {
  const patients = [...readInput(path).entries()]
    .map((entry) => entry.resource)
    .filter((r) => isObject(r) && r['resourceType'] === 'Patient');
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
