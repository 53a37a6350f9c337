import type { FactId, Relation, RelationKind } from '../record/index.ts';
import type { Columns, LinkWords } from './columns.ts';
import { nextOf, otherEnd, type Edge } from './edges.ts';
import type { Group } from './group.ts';
import { orderOf } from './sorting.ts';

export const NO_RELATIONS: readonly Relation[] = [];

/** What the group is to others. */
export const relationsOf = (columns: Columns, group: Group): readonly Relation[] =>
  ofItsVisit(columns, group) ?? allOf(columns, group);

function allOf(columns: Columns, group: Group): readonly Relation[] {
  const found: Relation[] = [];
  const add: Add = (other, kind, why) => {
    if (other !== undefined && other !== group) found.push({ id: other.id, kind, why });
  };
  const { edges, groups, links } = columns;
  for (const slot of group.slots) {
    for (let edge = edges.first(slot); edge; edge = nextOf(edge, slot)) byEdge(columns, slot, edge, add);
    for (const { node, words } of links[slot] ?? []) add(groups[node.slot], words.kind, words.why);
    for (const from of columns.node(slot)?.from ?? [])
      for (const { node, words } of links[from] ?? [])
        if (node.slot === slot) add(groups[from], words.back, words.why);
  }
  return found.length === 0 ? NO_RELATIONS : tidy(found);
}

type Add = (other: Group | undefined, kind: RelationKind, why: string) => void;

/**
 * What is related to nothing, or to its visit and to nothing else, as most are: these share the one line that says so.
 * Null where there is more to tell.
 */
function ofItsVisit(columns: Columns, group: Group): readonly Relation[] | null {
  const { edges, groups } = columns;
  let told = NO_RELATIONS;
  for (const slot of group.slots) {
    if (columns.node(slot) !== undefined) return null;
    for (let edge = edges.first(slot); edge; edge = nextOf(edge, slot))
      if (groups[otherEnd(edge, slot)] !== group) return null;
    const links = columns.links[slot];
    const node = links?.[0]?.node;
    if (node === undefined) continue;
    if (links !== node.visit) return null;
    const visit = groups[node.slot];
    if (visit === undefined || visit === group) continue;
    const { id } = visit;
    if (node.told?.[0]?.id !== id) node.told = [{ id, kind: 'part', why: VISIT.why }];
    if (told !== NO_RELATIONS && told[0]?.id !== id) return null;
    told = node.told;
  }
  return told;
}

function byEdge(columns: Columns, slot: number, edge: Edge, add: Add): void {
  const other = columns.groups[otherEnd(edge, slot)];
  if (other === columns.groups[slot]) return;
  const { a, b, verdict } = edge;
  if (verdict.verdict === 'different') {
    const { relation } = verdict;
    if (relation !== null) add(other, a === slot ? relation.ab : relation.ba, relation.why);
  } else if (verdict.verdict === 'same' || verdict.mention) {
    const { words } = verdict;
    const why = words.why ?? words(columns.fact(a), columns.fact(b)).why;
    add(other, 'possibly-same', verdict.verdict === 'same' ? `${why} ${KEPT_APART}` : why);
  }
}

const KEPT_APART =
  'Kept apart all the same: a person decided so, or another record fits as well or disagrees.';

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

/** One line for each other fact and kind, in one order. */
function tidy(relations: readonly Relation[]): readonly Relation[] {
  const at = (i: number): Relation => relations[i] as Relation;
  const isBefore = (i: number, j: number): boolean => {
    const a = at(i);
    const b = at(j);
    if (a.id !== b.id) return a.id < b.id;
    return a.kind === b.kind ? a.why < b.why : a.kind < b.kind;
  };
  const tidied: Relation[] = [];
  let last: Relation | null = null;
  for (const i of orderOf(relations.length, (i) => beginningOf(at(i).id), isBefore)) {
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
