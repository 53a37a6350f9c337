import type { Fact, FactId, LinkRole, Merged, Relation } from '../record/index.ts';
import { Edges } from './edges.ts';

/** The members of one merged fact. Never changed: a group that gains a member is another group. */
export interface Group {
  /** Null until its members' keys are hashed. */
  id: FactId | null;
  /** When its shown member was: newest first in the result. */
  time: number;
  /** Slots in the order of their member keys. */
  readonly slots: readonly number[];
  /** Their facts. */
  readonly members: readonly Fact[];
  alive: boolean;
  /** Null until it is put together, and again when what it is related to has changed. */
  merged: Merged | null;
  /** The decision that joined it, in words; null where the rules did. */
  readonly decided: { readonly reason: string; readonly by: string } | null;
}

/** A resource that is here, or that another one names. */
export interface Node {
  /** -1 where the resource is not here (yet). */
  slot: number;
  /** Every version that came, the current one first; null until there is more than one. */
  versions: readonly Fact[] | null;
  /** Slots whose facts name it; null until there is one. */
  from: number[] | null;
  /** The links of all facts that name this visit and nothing else. */
  visit: readonly LinkTo[] | null;
  /** What they are told of it. */
  told: readonly Relation[] | null;
}

export interface LinkTo {
  readonly role: LinkRole;
  readonly node: Node;
}

/** What the parts of the merger share: columns by slot. A slot is used once. */
export interface Columns {
  readonly facts: (Fact | null)[];
  readonly edges: Edges;
  readonly links: (readonly LinkTo[] | undefined)[];
  readonly nodes: Node[];
  readonly groups: (Group | undefined)[];
}

export const emptyColumns = (): Columns => ({
  facts: [],
  edges: new Edges(),
  links: [],
  nodes: [],
  groups: [],
});

export function factAt(columns: Columns, slot: number): Fact {
  const fact = columns.facts[slot];
  if (fact === undefined || fact === null) throw new Error('a slot without a fact');
  return fact;
}

/** By their member keys, without writing these down: no source's name holds the bar that ends it. */
export const keyBefore = (a: Fact, b: Fact): boolean =>
  a.source === b.source ? a.ref < b.ref : `${a.source}|` < `${b.source}|`;
