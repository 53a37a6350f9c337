import type { Fact, Join, MemberId } from '../record/index.ts';
import type { Columns } from './columns.ts';
import { nextOf } from './edges.ts';
import type { Decided } from './group.ts';
import type { Same } from './verdict.ts';

export const NO_JOINS: readonly Join[] = [];

/** Up to this many members every pair that the rules join is stated; beyond, enough pairs to connect them all. */
const ALL_PAIRS = 8;

const memberOf = (fact: Fact): MemberId => ({ source: fact.source, ref: fact.ref });

/** What joins are made of when somebody reads them: their words would take more memory than the members' verdicts. */
export type Unread = Same | (() => readonly Join[]);
type Tie = readonly [Same, Fact, Fact];

/** Why the members of a group are one. Of two, that is the verdict itself. */
export const joinsOf = (
  columns: Columns,
  slots: readonly number[],
  decided: Decided | null,
): readonly Join[] | Unread =>
  slots.length === 2 && decided === null ? tieOfTwo(columns, slots) : ofMany(columns, slots, decided);

function ofMany(columns: Columns, slots: readonly number[], decided: Decided | null): Unread {
  const inside = new Map(slots.map((slot, i) => [slot, i]));
  const place = (slot: number): number => inside.get(slot) ?? -1;
  const within = slots
    .flatMap((slot) => columns.edges.sameAfter(slot))
    .filter((edge) => inside.has(edge.b))
    .sort((p, q) => place(p.a) - place(q.a) || place(p.b) - place(q.b));
  const connect = connecting(slots.length);
  const ties: Tie[] = [];
  for (const { a, b, verdict } of within) {
    const isNew = connect(place(a), place(b));
    if (verdict.verdict === 'same' && (isNew || slots.length <= ALL_PAIRS))
      ties.push([verdict, columns.fact(a), columns.fact(b)]);
  }
  const joins = decided === null ? NO_JOINS : decidedJoins(columns, slots, decided, connect);
  return whenRead(ties.slice(), joins);
}

/** By itself, so that it keeps nothing but these alive. */
const whenRead =
  (ties: readonly Tie[], joins: readonly Join[]): Unread =>
  () => [...ties.map((tie) => joinBy(...tie)), ...joins];

function tieOfTwo({ edges }: Columns, slots: readonly number[]): readonly Join[] | Same {
  const a = slots[0] ?? -1;
  const b = slots[1];
  for (let edge = edges.first(a); edge; edge = nextOf(edge, a))
    if (edge.b === b && edge.verdict.verdict === 'same') return edge.verdict;
  return NO_JOINS;
}

export function joinBy(verdict: Same, a: Fact, b: Fact): Join {
  const { rule, keys, tolerance } = verdict.words(a, b);
  return { rule, keys, tolerance, a: memberOf(a), b: memberOf(b) };
}

/** What no rule connects, a clinician's word does. */
function decidedJoins(
  columns: Columns,
  slots: readonly number[],
  decided: Decided,
  connect: Connect,
): Join[] {
  const joins: Join[] = [];
  for (let i = 1; i < slots.length; i++) {
    if (!connect(i - 1, i)) continue;
    joins.push({
      rule: 'decision',
      keys: [decided.reason],
      tolerance: `as decided by ${decided.by}`,
      a: memberOf(columns.fact(slots[i - 1] ?? -1)),
      b: memberOf(columns.fact(slots[i] ?? -1)),
    });
  }
  return joins;
}

type Connect = (i: number, j: number) => boolean;

/** Joins two of so many; false where they were connected already. */
function connecting(size: number): Connect {
  const parent = Array.from({ length: size }, (_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  return (i, j) => {
    const [p, q] = [find(i), find(j)];
    parent[Math.max(p, q)] = Math.min(p, q);
    return p !== q;
  };
}
