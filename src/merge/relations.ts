import type { Relation, RelationKind } from '../record/index.ts';
import { nextOf, otherEnd, type Edge } from './edges.ts';
import { factAt, type Columns, type Group } from './group.ts';
import type { Say } from './verdict.ts';

const NO_RELATIONS: readonly Relation[] = [];

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
    const { edges } = columns;
    for (let edge = edges.first(slot); edge; edge = nextOf(edge, slot)) byEdge(columns, slot, edge, add);
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
  if (columns.edges.first(slot) !== undefined || (columns.nodes[slot]?.from ?? null) !== null) return null;
  const visit = columns.groups[node.slot];
  if (visit === undefined || visit === group || visit.id === null) return NO_RELATIONS;
  const { id } = visit;
  if (node.told === null || node.told[0]?.id !== id) node.told = [{ id, kind: 'part', why: VISIT.why }];
  return node.told;
}

function isAlone(columns: Columns, group: Group): boolean {
  for (const slot of group.slots) {
    if (columns.links[slot] !== undefined || (columns.nodes[slot]?.from ?? null) !== null) return false;
    const { edges } = columns;
    for (let edge = edges.first(slot); edge; edge = nextOf(edge, slot))
      if (columns.groups[otherEnd(edge, slot)] !== group) return false;
  }
  return true;
}

type Add = (other: Group | undefined, kind: RelationKind, why: string) => void;

function byEdge(columns: Columns, slot: number, edge: Edge, add: Add): void {
  const other = columns.groups[otherEnd(edge, slot)];
  if (other === undefined || other === columns.groups[slot]) return;
  const { a, b, verdict } = edge;
  const why = (say: Say): string => say(factAt(columns, a), factAt(columns, b)).why;
  if (verdict.verdict === 'same')
    add(
      other,
      'possibly-same',
      `${why(verdict.words)} Kept apart all the same: a person decided so, or another record fits as well or disagrees.`,
    );
  else if (verdict.verdict === 'possibly') {
    if (verdict.mention) add(other, 'possibly-same', why(verdict.words));
  } else if (verdict.relation !== null)
    add(other, a === slot ? verdict.relation.ab : verdict.relation.ba, verdict.relation.why);
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
