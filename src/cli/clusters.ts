/** Who is who among the patients of all sources, and whose each fact is. */
import { match } from '../match/index.ts';
import {
  memberKey,
  type Fact,
  type MemberKey,
  type Match,
  type Person,
  type RecordProblem,
} from '../record/index.ts';
import type { Read } from './source.ts';

export interface Clusters {
  /** Facts that may be compared with each other: one person's, as far as that is certain. */
  readonly groups: readonly { readonly facts: readonly Fact[]; readonly linked: boolean }[];
  readonly quarantined: readonly RecordProblem[];
  readonly patients: readonly PatientLine[];
}

interface PatientLine {
  readonly person: Person;
  /** Matched with certainty to another patient of the inputs, or the only one there is. */
  readonly linked: boolean;
  readonly best: Match | null;
}

const keyOf = (person: Person): MemberKey => memberKey(person.source, person.ref);
const BY_TEXT = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function cluster(reads: readonly Read[], link: 'auto' | 'all'): Clusters {
  const persons = reads.flatMap((read) => read.persons).sort((a, b) => BY_TEXT(keyOf(a), keyOf(b)));
  const pairs = likelyPairs(persons);
  const clusterOf =
    link === 'all' ? new Map(persons.map((p) => [keyOf(p), 'one'])) : certainClusters(persons, pairs);
  const groups = new Map<string, Fact[]>();
  const quarantined: RecordProblem[] = [];
  for (const read of reads) {
    const own = new Set(read.persons.map((p) => p.ref as string));
    for (const fact of read.facts) {
      const home = homeOf(fact, read, own, link, clusterOf);
      if (home === null) quarantined.push(somebodyElse(fact));
      else grouped(groups, home, fact);
    }
  }
  const size = new Map<string, number>();
  for (const name of clusterOf.values()) size.set(name, (size.get(name) ?? 0) + 1);
  const linked = (name: string): boolean =>
    link === 'all' || (size.get(name) ?? 0) > 1 || (persons.length === 1 && size.has(name));
  return {
    groups: [...groups]
      .sort(([a], [b]) => BY_TEXT(a, b))
      .map(([name, facts]) => ({ facts, linked: linked(name) })),
    quarantined,
    patients: persons.map((person) => ({
      person,
      linked: linked(clusterOf.get(keyOf(person)) ?? ''),
      best: bestMatch(person, pairs, clusterOf),
    })),
  };
}

function grouped<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

/** The cluster that a fact belongs to; null where it is about somebody who is not among the source's patients. */
function homeOf(
  fact: Fact,
  read: Read,
  own: ReadonlySet<string>,
  link: 'auto' | 'all',
  clusterOf: ReadonlyMap<MemberKey, string>,
): string | null {
  const person = fact.type === 'Patient' ? fact.ref : patientOf(fact.subject, own);
  if (person !== null && own.has(person))
    return clusterOf.get(`${read.source}|${person}` as MemberKey) ?? null;
  // People, places and groups are nobody's record; a source without a Patient has nobody to confuse.
  if (person !== null && NAMES_A_PATIENT.test(person) && own.size > 0) return null;
  if (link === 'all') return 'one';
  const [only] = own;
  if (own.size === 1 && only) return clusterOf.get(`${read.source}|${only}` as MemberKey) ?? null;
  return `apart|${read.source}|${person ?? ''}`;
}

/** A patient of this server, of another one, or an entry that is not in the files: nobody whom the source vouches for. */
const NAMES_A_PATIENT = /^Patient\/|\/Patient\/[^/]+$|^urn:(?:uuid|oid):/i;
const PATIENT_AT_ITS_END = /(?:^|\/)(Patient\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/;

/** A file does not say from which base it came, so an absolute reference is read by its end. */
function patientOf(subject: string | null, own: ReadonlySet<string>): string | null {
  if (subject === null || own.has(subject)) return subject;
  const tail = PATIENT_AT_ITS_END.exec(subject)?.[1] ?? `Patient/${subject.replace(/^urn:uuid:/i, '')}`;
  return own.has(tail) ? tail : subject;
}

const somebodyElse = (fact: Fact): RecordProblem => ({
  source: fact.source,
  ref: fact.ref,
  type: fact.type,
  kind: 'quarantined',
  path: 'subject',
  message: `held back: its subject ${fact.subject ?? ''} is none of this source's patients`,
});

interface Pair {
  readonly a: MemberKey;
  readonly b: MemberKey;
  readonly match: Match;
}

/** Only patients that share a birth date, an identifier or a name are worth comparing. */
function likelyPairs(persons: readonly Person[]): Pair[] {
  const blocks = new Map<string, Person[]>();
  for (const person of persons) for (const key of new Set(blockKeys(person))) grouped(blocks, key, person);
  const pairs = new Map<string, Pair>();
  for (const block of blocks.values())
    for (let i = 0; i < block.length; i++)
      for (let j = i + 1; j < block.length; j++) {
        const [a, b] = [block[i], block[j]];
        if (!a || !b) continue;
        const id = `${keyOf(a)}\n${keyOf(b)}`;
        if (!pairs.has(id)) pairs.set(id, { a: keyOf(a), b: keyOf(b), match: match(a, b) });
      }
  return [...pairs.values()];
}

function blockKeys(person: Person): string[] {
  const date = person.birthDate.kind === 'at' ? [`d:${person.birthDate.at.text.slice(0, 10)}`] : [];
  const names = person.names.flatMap((n) => [...(n.family ? [n.family] : []), ...n.given]);
  return [
    ...date,
    ...person.identifiers.map((id) => `i:${id.value.replace(/[^0-9A-Za-z]/g, '').toLowerCase()}`),
    ...names.map((n) => `n:${n.normalize('NFKD').replace(/\P{L}/gu, '').toLowerCase()}`),
  ];
}

/** Certain pairs join, strongest first, but never two patients that the matcher would keep apart. */
function certainClusters(persons: readonly Person[], pairs: readonly Pair[]): Map<MemberKey, string> {
  const clusterOf = new Map<MemberKey, string>(persons.map((p) => [keyOf(p), keyOf(p)]));
  const members = new Map<string, MemberKey[]>(persons.map((p) => [keyOf(p), [keyOf(p)]]));
  const found = new Map(
    pairs.flatMap((p) => [[`${p.a}\n${p.b}`, p.match] as const, [`${p.b}\n${p.a}`, p.match] as const]),
  );
  const compatible = (a: MemberKey, b: MemberKey): boolean => {
    const m = found.get(`${a}\n${b}`);
    return m !== undefined && m.outcome !== 'unlikely' && m.vetoes.length === 0;
  };
  const certain = pairs
    .filter((p) => p.match.outcome === 'certain')
    .sort((p, q) => q.match.score - p.match.score || BY_TEXT(p.a, q.a) || BY_TEXT(p.b, q.b));
  for (const { a, b } of certain) {
    const [x, y] = [clusterOf.get(a) ?? a, clusterOf.get(b) ?? b].sort();
    if (!x || !y || x === y) continue;
    const [left, right] = [members.get(x) ?? [], members.get(y) ?? []];
    if (!left.every((l) => right.every((r) => compatible(l, r)))) continue;
    for (const key of right) clusterOf.set(key, x);
    members.set(x, [...left, ...right]);
    members.delete(y);
  }
  return clusterOf;
}

function bestMatch(
  person: Person,
  pairs: readonly Pair[],
  clusterOf: ReadonlyMap<MemberKey, string>,
): Match | null {
  const own = keyOf(person);
  const rank = (pair: Pair): number => {
    const other = pair.a === own ? pair.b : pair.a;
    return (clusterOf.get(other) === clusterOf.get(own) ? 1000 : 0) + pair.match.score;
  };
  const mine = pairs.filter((pair) => pair.a === own || pair.b === own);
  return mine.sort((p, q) => rank(q) - rank(p) || BY_TEXT(p.a + p.b, q.a + q.b))[0]?.match ?? null;
}
