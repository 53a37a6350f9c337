import type { FactId, Relation, RelationKind } from '../record/index.ts';
import type { Columns, LinkWords } from './columns.ts';
import { nextOf, otherEnd, type Edge } from './edges.ts';
import type { Group } from './group.ts';
import { orderOf } from './sorting.ts';
import type { Say } from './verdict.ts';

export const NO_RELATIONS: readonly Relation[] = [];

/** What the group is to others. */
export function relationsOf(columns: Columns, group: Group): readonly Relation[] {
  const quick = group.only < 0 ? null : ofOne(columns, group, group.only);
  if (quick !== null) return quick;
  const found = new Found(group);
  for (const slot of group.slots) {
    const { edges } = columns;
    for (let edge = edges.first(slot); edge; edge = nextOf(edge, slot)) byEdge(columns, slot, edge, found);
    const links = columns.links[slot];
    if (links !== undefined)
      for (const link of links) {
        found.add(columns.groups[link.node.slot], link.words.kind, link.words.why);
      }
    const node = columns.node(slot);
    if (node !== undefined) fromLinks(columns, node.from, node.slot, found);
  }
  return found.list === null ? NO_RELATIONS : tidy(found.list);
}

/** What is found of a group's relations. */
class Found {
  list: Relation[] | null = null;
  readonly #group: Group;

  constructor(group: Group) {
    this.#group = group;
  }

  add(other: Group | undefined, kind: RelationKind, why: string): void {
    if (other === undefined || other === this.#group) return;
    const relation: Relation = { id: other.id, kind, why };
    // Most have one: a list that begins with it has no room for seventeen more.
    if (this.list === null) this.list = [relation];
    else this.list.push(relation);
  }
}

/**
 * What is related to nothing, or to its visit and to nothing else, as most are: these share the one line that says so.
 * Null where there is more to tell.
 */
function ofOne(columns: Columns, group: Group, slot: number): readonly Relation[] | null {
  if (columns.edges.first(slot) !== undefined || columns.node(slot) !== undefined) return null;
  const links = columns.links[slot];
  if (links === undefined) return NO_RELATIONS;
  const node = links[0]?.node;
  if (node === undefined || links !== node.visit) return null;
  const visit = columns.groups[node.slot];
  if (visit === undefined || visit === group) return NO_RELATIONS;
  const { id } = visit;
  if (node.told === null || node.told[0]?.id !== id) node.told = [{ id, kind: 'part', why: VISIT.why }];
  return node.told;
}

function byEdge(columns: Columns, slot: number, edge: Edge, found: Found): void {
  const other = columns.groups[otherEnd(edge, slot)];
  if (other === undefined || other === columns.groups[slot]) return;
  const { a, b, verdict } = edge;
  if (verdict.verdict === 'possibly' && !verdict.mention) return;
  const why = (say: Say): string => say.why ?? say(columns.fact(a), columns.fact(b)).why;
  if (verdict.verdict === 'same')
    found.add(
      other,
      'possibly-same',
      `${why(verdict.words)} Kept apart all the same: a person decided so, or another record fits as well or disagrees.`,
    );
  else if (verdict.verdict === 'possibly') found.add(other, 'possibly-same', why(verdict.words));
  else if (verdict.relation !== null)
    found.add(other, a === slot ? verdict.relation.ab : verdict.relation.ba, verdict.relation.why);
}

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

function fromLinks(columns: Columns, from: readonly number[], target: number, found: Found): void {
  for (const slot of from) {
    for (const link of columns.links[slot] ?? []) {
      if (link.node.slot === target) found.add(columns.groups[slot], link.words.back, link.words.why);
    }
  }
}

/** One line for each other fact and kind, in one order. */
function tidy(relations: readonly Relation[]): readonly Relation[] {
  const many = relations.length;
  if (many === 1) return relations;
  const at = (i: number): Relation => relations[i] as Relation;
  const isBefore = (i: number, j: number): boolean => {
    const a = at(i);
    const b = at(j);
    if (a.id !== b.id) return a.id < b.id;
    return a.kind === b.kind ? a.why < b.why : a.kind < b.kind;
  };
  const tidied: Relation[] = [];
  let last: Relation | null = null;
  for (const i of orderOf(many, (i) => beginningOf(at(i).id), isBefore)) {
    const one = at(i);
    if (last?.id !== one.id || last.kind !== one.kind) tidied.push((last = one));
  }
  return tidied.slice();
}

/** The number that the first eight digits of an id say: hardly any two have them in common. */
function beginningOf(id: FactId): number {
  let number = 0;
  for (let i = 1; i <= 8; i++) {
    const unit = id.charCodeAt(i);
    number = number * 16 + unit - (unit < 58 ? 48 : 87);
  }
  return number;
}
