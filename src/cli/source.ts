/** One source of the headless core: its files become facts, persons, problems and a count of what came in. */
import { isObject, type JsonObject } from '../base/index.ts';
import { createProducts, normalise, readPerson, withCredits } from '../normalise/index.ts';
import {
  entryRef,
  resourceRef,
  type Fact,
  type Party,
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
      const body: JsonObject = isObject(resource) ? resource : {};
      const ref = refOf(body, number);
      const type = typeof body['resourceType'] === 'string' ? body['resourceType'] : 'unknown';
      const ofType = received.get(type);
      if (ofType) ofType.push(ref);
      else received.set(type, [ref]);
      const fetched = { source, ref, resource: body, base: null, fullUrl, fetchedAt: null };
      const result = normalise(fetched);
      problems.push(...result.problems);
      if (result.fact) facts.push(withRefs(result.fact, refs));
      const person = type === 'Patient' ? readPerson(fetched) : null;
      if (person) persons.push(person);
    }
  }
  const products = createProducts();
  // The products first, wherever in the file they stand.
  products.weave(facts.filter((fact) => fact.type === 'Medication'));
  return { source, facts: withCredits(products.weave(facts).facts), persons, problems, received };
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
      if (fullUrl && isObject(resource)) refs.set(fullUrl, refOf(resource, number));
    }
  return refs;
}

/** References by full URL (`urn:uuid:…`) to entries of the same files, made plain. */
function withRefs(fact: Fact, refs: ReadonlyMap<string, string>): Fact {
  if (refs.size === 0) return fact;
  const plain = (ref: string): string => refs.get(ref) ?? ref;
  const party = <P extends Party | null>(each: P): P =>
    each?.ref && refs.has(each.ref) ? { ...each, ref: plain(each.ref) } : each;
  const { provenance } = fact;
  return {
    ...fact,
    subject: fact.subject === null ? null : plain(fact.subject),
    links: fact.links.map((link) => (refs.has(link.ref) ? { ...link, ref: plain(link.ref) } : link)),
    people: fact.people.map(party),
    provenance: {
      ...provenance,
      author: party(provenance.author),
      organisation: party(provenance.organisation),
      transmitter: party(provenance.transmitter),
    },
  };
}
