/** One source of the headless core: its files become facts, persons, problems and a count of what came in. */
import { isObject, type Json, type JsonObject } from '../base/index.ts';
import { createProducts, normalise, readPerson } from '../normalise/index.ts';
import {
  entryRef,
  resourceRef,
  type Fact,
  type Person,
  type RecordProblem,
  type ResourceRef,
  type SourceId,
} from '../record/index.ts';
import type { Input } from './input.ts';

export interface Read {
  readonly source: SourceId;
  readonly facts: readonly Fact[];
  readonly persons: readonly Person[];
  readonly problems: readonly RecordProblem[];
  /** Every resource that came in, by type: conservation is counted against this. */
  readonly received: ReadonlyMap<string, readonly ResourceRef[]>;
}

export function readSource(source: SourceId, inputs: readonly Input[]): Read {
  const facts: Fact[] = [];
  const persons: Person[] = [];
  const problems: RecordProblem[] = [];
  const received = new Map<string, ResourceRef[]>();
  const refs = localRefs(inputs);
  let n = 0;
  for (const input of inputs) {
    if (input.remark) problems.push(fileProblem(source, input.remark));
    for (const { resource, fullUrl } of input.entries()) {
      const number = n++;
      if (resource === null) {
        problems.push(fileProblem(source, `entry #${number} holds no resource`));
        continue;
      }
      const body: JsonObject = isObject(resource) ? resolved(resource, refs) : {};
      const ref = refOf(body, number);
      const type = typeof body['resourceType'] === 'string' ? body['resourceType'] : 'unknown';
      const ofType = received.get(type);
      if (ofType) ofType.push(ref);
      else received.set(type, [ref]);
      const fetched = { source, ref, resource: body, base: null, fullUrl, fetchedAt: null };
      const result = normalise(fetched);
      problems.push(...result.problems);
      if (result.fact) facts.push(withSubject(result.fact, refs));
      const person = type === 'Patient' ? readPerson(fetched) : null;
      if (person) persons.push(person);
    }
  }
  const products = createProducts();
  // The products first, wherever in the file they stand.
  products.weave(facts.filter((fact) => fact.type === 'Medication'));
  return { source, facts: products.weave(facts).facts, persons, problems, received };
}

const fileProblem = (source: SourceId, message: string): RecordProblem => ({
  source,
  ref: null,
  type: null,
  kind: 'bad-element',
  path: null,
  message,
});

function refOf(resource: JsonObject, number: number): ResourceRef {
  const { resourceType: type, id } = resource;
  const ref = typeof type === 'string' && typeof id === 'string' ? resourceRef(`${type}/${id}`) : null;
  return ref ?? entryRef(number);
}

/** `urn:uuid:…` and other full URLs of the files' own entries, and the reference each stands for. */
function localRefs(inputs: readonly Input[]): ReadonlyMap<string, string> {
  const refs = new Map<string, string>();
  let n = 0;
  for (const input of inputs)
    for (const { resource, fullUrl } of input.entries()) {
      const number = n++;
      if (fullUrl && isObject(resource)) {
        const ref = refOf(resource, number);
        refs.set(fullUrl, ref);
      }
    }
  return refs;
}

/** A subject named by a full URL is the entry's, also where the rest of the resource was left as it came. */
function withSubject(fact: Fact, refs: ReadonlyMap<string, string>): Fact {
  const known = fact.subject ? refs.get(fact.subject) : undefined;
  return known ? { ...fact, subject: known } : fact;
}

const MAX_DEPTH = 64;

/** The resource with references to its own bundle's full URLs made plain; the same object where there are none. */
function resolved(resource: JsonObject, refs: ReadonlyMap<string, string>): JsonObject {
  // `#7` would mean a contained resource there, and an entry without an id here.
  if (refs.size === 0 || resource['contained']) return resource;
  const walk = (value: Json | undefined, depth: number): Json | undefined => {
    if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const items = (value as readonly Json[]).map((item) => walk(item, depth + 1) as Json);
      return items.every((item, i) => item === (value as readonly Json[])[i]) ? value : items;
    }
    let copy: Record<string, Json | undefined> | null = null;
    for (const [key, child] of Object.entries(value as JsonObject)) {
      const next =
        key === 'reference' && typeof child === 'string'
          ? (refs.get(child) ?? child)
          : walk(child, depth + 1);
      if (next !== child) {
        copy ??= Object.assign(Object.create(null) as Record<string, Json | undefined>, value);
        copy[key] = next;
      }
    }
    return copy ?? value;
  };
  return walk(resource, 0) as JsonObject;
}
