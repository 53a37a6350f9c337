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
import { withDeletions } from './deletions.ts';
import { readEntries, type Deletion, type InputEntry } from './input.ts';

export interface Read {
  readonly source: SourceId;
  readonly facts: readonly Fact[];
  readonly persons: readonly Person[];
  readonly problems: readonly RecordProblem[];
  /** Every resource that came in, by type: conservation is counted against this. */
  readonly received: ReadonlyMap<string, readonly ResourceRef[]>;
}

export async function readSource(source: SourceId, paths: readonly string[]): Promise<Read> {
  const reading = startReading(source);
  for (const path of paths) for await (const entry of readEntries(path, reading.remark)) reading.take(entry);
  return reading.end();
}

interface Reading {
  take(entry: InputEntry): void;
  /** What is said of a file and is no reason to refuse it. */
  remark(said: string): void;
  end(): Read;
}

export function startReading(source: SourceId): Reading {
  const facts = new Map<string, Fact[]>();
  const persons: Person[] = [];
  const problems: RecordProblem[] = [];
  const deletions: Deletion[] = [];
  const received = new Map<string, ResourceRef[]>();
  /** `urn:uuid:…` and other full URLs of the files' own entries, and the reference each stands for. */
  const refs = new Map<string, string>();
  let n = 0;
  const remark = (said: string): void => void problems.push(problemOf(source, said));

  return {
    remark,
    take({ resource, fullUrl, deleted }) {
      const number = n++;
      if (deleted !== null) deletions.push(deleted);
      if (resource === null) {
        if (deleted === null) remark(`entry #${number} holds no resource`);
        return;
      }
      const body: JsonObject = isObject(resource) ? resource : {};
      const ref = refOf(body, number);
      if (fullUrl !== null) refs.set(fullUrl, ref);
      count(received, body['resourceType'], ref);
      const fetched = { source, ref, resource: body, base: null, fullUrl, fetchedAt: null };
      const { fact, problems: found } = normalise(fetched);
      for (const problem of found) problems.push(problem);
      if (fact === null || !isNew(facts, fact)) return;
      const person = body['resourceType'] === 'Patient' ? readPerson(fetched) : null;
      if (person) persons.push(person);
    },
    end() {
      const all = [...facts.values()].flat();
      const plain = refs.size === 0 ? all : all.map((fact) => withRefs(fact, refs));
      const told = withDeletions(source, deletions, plain);
      const products = createProducts();
      // The products first, wherever in the file they stand.
      products.weave(told.facts.filter((fact) => fact.type === 'Medication'));
      const credited = withCredits(products.weave(told.facts).facts);
      return {
        source,
        facts: credited,
        persons: newest(persons, told.facts),
        problems: [...problems, ...told.problems],
        received,
      };
    },
  };
}

/** Files repeat a resource, word for word, in every page that names it. What it says is kept once. */
function isNew(facts: Map<string, Fact[]>, fact: Fact): boolean {
  const known = facts.get(fact.ref);
  if (known === undefined) facts.set(fact.ref, [fact]);
  else {
    const text = JSON.stringify(fact);
    if (known.some((other) => JSON.stringify(other) === text)) return false;
    known.push(fact);
  }
  return true;
}

/** Of several versions of a Patient the newest is the person, whatever their order in the files. */
function newest(persons: readonly Person[], facts: readonly Fact[]): readonly Person[] {
  if (new Set(persons.map(({ ref }) => ref)).size === persons.length) return persons;
  const versions = new Map<string, readonly Fact[]>();
  for (const fact of facts)
    if (fact.type === 'Patient') versions.set(fact.ref, [...(versions.get(fact.ref) ?? []), fact]);
  const byRef = new Map<string, { person: Person; rank: readonly [number, number, string] }>();
  const seen = new Map<string, number>();
  for (const person of persons) {
    const nth = seen.get(person.ref) ?? 0;
    seen.set(person.ref, nth + 1);
    const provenance = versions.get(person.ref)?.[nth]?.provenance;
    const rank = [
      Date.parse(provenance?.lastUpdated ?? '') || 0,
      Number(provenance?.version ?? -1) || 0,
      JSON.stringify(person),
    ] as const;
    const kept = byRef.get(person.ref);
    if (kept === undefined || compare(rank, kept.rank) > 0) byRef.set(person.ref, { person, rank });
  }
  return [...byRef.values()].map(({ person }) => person);
}

function compare(a: readonly [number, number, string], b: readonly [number, number, string]): number {
  return a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);
}

function count(received: Map<string, ResourceRef[]>, stated: unknown, ref: ResourceRef): void {
  const type = typeof stated === 'string' && stated !== '' ? stated : 'unknown';
  const ofType = received.get(type);
  if (ofType) ofType.push(ref);
  else received.set(type, [ref]);
}

const problemOf = (source: SourceId, message: string): RecordProblem => ({
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

/** References by full URL (`urn:uuid:…`) to entries of the same files, made plain. */
function withRefs(fact: Fact, refs: ReadonlyMap<string, string>): Fact {
  const plain = (ref: string): string => refs.get(ref) ?? ref;
  const named = (ref: string | null | undefined): boolean => typeof ref === 'string' && refs.has(ref);
  const { author, organisation, transmitter } = fact.provenance;
  if (
    !named(fact.subject) &&
    !fact.links.some((link) => named(link.ref)) &&
    !fact.people.some((party) => named(party.ref)) &&
    !named(author?.ref) &&
    !named(organisation?.ref) &&
    !named(transmitter?.ref)
  )
    return fact;
  const party = <P extends Party | null>(each: P): P =>
    each?.ref && refs.has(each.ref) ? { ...each, ref: plain(each.ref) } : each;
  return {
    ...fact,
    subject: fact.subject === null ? null : plain(fact.subject),
    links: fact.links.map((link) => (refs.has(link.ref) ? { ...link, ref: plain(link.ref) } : link)),
    people: fact.people.map(party),
    provenance: {
      ...fact.provenance,
      author: party(author),
      organisation: party(organisation),
      transmitter: party(transmitter),
    },
  };
}
