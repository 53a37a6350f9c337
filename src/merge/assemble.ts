import {
  factId,
  sortTime,
  strictest,
  type Fact,
  type FactId,
  type Join,
  type MemberId,
  type Merged,
  type Relation,
  type RelationKind,
} from '../record/index.ts';
import { conflictsOf } from './conflicts.ts';
import type { Columns, Edge, Group } from './group.ts';
import { pickShown } from './shown.ts';

const NO_JOINS: readonly Join[] = [];
const NO_RELATIONS: readonly Relation[] = [];
const NO_CONFLICTS: Merged['conflicts'] = [];

/** Up to this many members every pair that the rules join is stated; beyond, enough pairs to connect them all. */
const ALL_PAIRS = 8;

export const idOf = (columns: Columns, group: Group): FactId =>
  factId(group.slots.map((slot) => columns.keys[slot] ?? failKey()));

/** The merged fact of a group. Every group must have its id by now, since relations name others by theirs. */
export function putTogether(columns: Columns, group: Group): Merged {
  const first = columns.facts[group.slots[0] ?? -1];
  if (first === undefined || first === null) throw new Error('putTogether: a group without a fact');
  if (group.slots.length === 1) return ofOne(columns, group, first);
  const members = group.slots.map((slot) => factAt(columns, slot));
  const shown = pickShown(members);
  return {
    id: group.id ?? failKey(),
    kind: shown.kind,
    shown,
    members,
    joined: joinsOf(columns, group),
    conflicts: conflictsOf(members),
    related: relationsOf(columns, group),
    retracted: members.every((f) => f.status.retracted),
    sensitivity: members.map((f) => f.sensitivity).reduce((a, b) => strictest(a, b)),
  };
}

const ofOne = (columns: Columns, group: Group, fact: Fact): Merged => ({
  id: group.id ?? failKey(),
  kind: fact.kind,
  shown: fact,
  members: [fact],
  joined: NO_JOINS,
  conflicts: NO_CONFLICTS,
  related: relationsOf(columns, group),
  retracted: fact.status.retracted,
  sensitivity: fact.sensitivity,
});

function failKey(): never {
  throw new Error('a slot without a key, or a group without an id');
}

export function factAt(columns: Columns, slot: number): Fact {
  const fact = columns.facts[slot];
  if (fact === undefined || fact === null) throw new Error('a slot without a fact');
  return fact;
}

const memberOf = (fact: Fact): MemberId => ({ source: fact.source, ref: fact.ref });

function joinsOf(columns: Columns, group: Group): readonly Join[] {
  if (group.slots.length === 2 && group.decided === null) return joinOfTwo(columns, group);
  const inside = new Map(group.slots.map((slot, i) => [slot, i]));
  // An edge is in the lists of both its ends: it is taken from the one with the smaller key.
  const edges = group.slots.flatMap((slot) =>
    (columns.edges[slot] ?? []).filter(
      (e) => e.a === slot && e.verdict.verdict === 'same' && inside.has(e.b),
    ),
  );
  const sorted = edges.sort((p, q) => at(inside, p.a) - at(inside, q.a) || at(inside, p.b) - at(inside, q.b));
  const connect = new Connect(group.slots.length);
  const joins: Join[] = [];
  for (const edge of sorted) {
    const isNew = connect.join(at(inside, edge.a), at(inside, edge.b));
    if (isNew || group.slots.length <= ALL_PAIRS) joins.push(joinOf(columns, edge));
  }
  return group.decided === null ? joins : [...joins, ...decidedJoins(columns, group, connect)];
}

function joinOfTwo(columns: Columns, group: Group): readonly Join[] {
  const [a, b] = group.slots;
  const edge = columns.edges[a ?? -1]?.find((e) => e.b === b && e.verdict.verdict === 'same');
  return edge === undefined ? NO_JOINS : [joinOf(columns, edge)];
}

const at = (inside: ReadonlyMap<number, number>, slot: number): number => inside.get(slot) ?? -1;

function joinOf(columns: Columns, edge: Edge): Join {
  if (edge.verdict.verdict !== 'same') throw new Error('only what is the same is joined');
  const { rule, keys, tolerance } = edge.verdict.words();
  return {
    rule,
    keys,
    tolerance,
    a: memberOf(factAt(columns, edge.a)),
    b: memberOf(factAt(columns, edge.b)),
  };
}

/** What no rule connects, a clinician's word does. */
function decidedJoins(columns: Columns, group: Group, connect: Connect): Join[] {
  const joins: Join[] = [];
  for (let i = 1; i < group.slots.length; i++) {
    if (!connect.join(i - 1, i)) continue;
    joins.push({
      rule: 'decision',
      keys: [group.decided?.reason ?? ''],
      tolerance: `as decided by ${group.decided?.by ?? 'a clinician'}`,
      a: memberOf(factAt(columns, group.slots[i - 1] ?? -1)),
      b: memberOf(factAt(columns, group.slots[i] ?? -1)),
    });
  }
  return joins;
}

class Connect {
  readonly #of: Int32Array;
  constructor(size: number) {
    this.#of = Int32Array.from({ length: size }, (_, i) => i);
  }
  #find(i: number): number {
    let root = i;
    while ((this.#of[root] ?? root) !== root) root = this.#of[root] ?? root;
    return root;
  }
  /** False where they were connected already. */
  join(i: number, j: number): boolean {
    const [p, q] = [this.#find(i), this.#find(j)];
    this.#of[Math.max(p, q)] = Math.min(p, q);
    return p !== q;
  }
}

/** What the group is to others. */
export function relationsOf(columns: Columns, group: Group): readonly Relation[] {
  if (isAlone(columns, group)) return NO_RELATIONS;
  let found: Relation[] | null = null;
  const add = (other: Group | undefined, kind: RelationKind, why: string): void => {
    if (other === undefined || other === group || other.id === null) return;
    (found ??= []).push({ id: other.id, kind, why });
  };
  const visit = onlyVisit(columns, group);
  if (visit !== null) return visit;
  for (const slot of group.slots) {
    for (const edge of columns.edges[slot] ?? []) byEdge(columns, slot, edge, add);
    for (const link of columns.links[slot] ?? []) {
      const words = LINKS[link.role];
      if (words !== undefined) add(columns.groups[link.node.slot], words.kind, words.why);
    }
    const node = columns.nodes[slot];
    if (node !== undefined && node.from !== null) fromLinks(columns, node.from, node.slot, add);
  }
  return found === null ? NO_RELATIONS : tidy(found);
}

/** What is related to its visit and to nothing else, as most are, shares the one line that says so. */
function onlyVisit(columns: Columns, group: Group): readonly Relation[] | null {
  const slot = group.slots[0] ?? -1;
  const links = columns.links[slot];
  const node = links?.[0]?.node;
  if (group.slots.length !== 1 || node === undefined || links !== node.visit) return null;
  if (columns.edges[slot] !== undefined || (columns.nodes[slot]?.from ?? null) !== null) return null;
  const visit = columns.groups[node.slot];
  if (visit === undefined || visit === group || visit.id === null) return NO_RELATIONS;
  const { id } = visit;
  if (node.told === null || node.told[0]?.id !== id) node.told = [{ id, kind: 'part', why: VISIT.why }];
  return node.told;
}

function isAlone(columns: Columns, group: Group): boolean {
  for (const slot of group.slots) {
    if (columns.links[slot] !== undefined || (columns.nodes[slot]?.from ?? null) !== null) return false;
    const edges = columns.edges[slot];
    if (edges === undefined) continue;
    for (const e of edges) if (columns.groups[e.a === slot ? e.b : e.a] !== group) return false;
  }
  return true;
}

type Add = (other: Group | undefined, kind: RelationKind, why: string) => void;

function byEdge(columns: Columns, slot: number, edge: Edge, add: Add): void {
  const other = columns.groups[edge.a === slot ? edge.b : edge.a];
  if (other === undefined || other === columns.groups[slot]) return;
  const { verdict } = edge;
  if (verdict.verdict === 'same')
    add(
      other,
      'possibly-same',
      `${verdict.words().why} Kept apart all the same: a person decided so, or another record fits as well or disagrees.`,
    );
  else if (verdict.verdict === 'possibly') {
    if (verdict.mention) add(other, 'possibly-same', verdict.words().why);
  } else if (verdict.relation !== null)
    add(other, edge.a === slot ? verdict.relation.ab : verdict.relation.ba, verdict.relation.why);
}

interface LinkWords {
  readonly kind: RelationKind;
  readonly back: RelationKind;
  readonly why: string;
}

/** What a link says of the one that has it ('part': it is part of what it names), and back. */
const VISIT: LinkWords = { kind: 'part', back: 'whole', why: 'It happened during this visit.' };

export const LINKS: Readonly<Partial<Record<string, LinkWords>>> = {
  encounter: VISIT,
  'part-of': { kind: 'part', back: 'whole', why: 'Its source states that it is part of the other.' },
  'has-member': { kind: 'whole', back: 'part', why: 'The panel lists this result.' },
  result: { kind: 'whole', back: 'part', why: 'The report lists this result.' },
  diagnosis: { kind: 'whole', back: 'part', why: 'The visit names this diagnosis.' },
  replaces: {
    kind: 'supersedes',
    back: 'superseded-by',
    why: 'Its source states that it replaces the other.',
  },
};

function fromLinks(columns: Columns, from: readonly number[], target: number, add: Add): void {
  for (const slot of from) {
    for (const link of columns.links[slot] ?? []) {
      const words = LINKS[link.role];
      if (words !== undefined && link.node.slot === target) add(columns.groups[slot], words.back, words.why);
    }
  }
}

/** One line for each other fact and kind, in one order. */
function tidy(relations: Relation[]): readonly Relation[] {
  if (relations.length === 1) return relations;
  relations.sort((a, b) => order(a.id, b.id) || order(a.kind, b.kind) || order(a.why, b.why));
  return relations.filter((r, i) => {
    const last = relations[i - 1];
    return last === undefined || last.id !== r.id || last.kind !== r.kind;
  });
}

const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Newest first, undated last. */
export const timeOf = (merged: Merged): number => sortTime(merged.shown.when) ?? Number.MIN_SAFE_INTEGER;
