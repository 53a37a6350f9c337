import type { Fact, Join, MemberId } from '../record/index.ts';
import { factAt, type Columns, type Group } from './group.ts';
import type { Same } from './verdict.ts';

export const NO_JOINS: readonly Join[] = [];

/** Up to this many members every pair that the rules join is stated; beyond, enough pairs to connect them all. */
const ALL_PAIRS = 8;

const memberOf = (fact: Fact): MemberId => ({ source: fact.source, ref: fact.ref });

/** Why the members of a group are one. Of two, that is the verdict itself: its words are made when they are read. */
export function joinsOf(columns: Columns, group: Group): readonly Join[] | Same {
  if (group.slots.length === 2 && group.decided === null) return tieOfTwo(columns, group);
  const inside = new Map(group.slots.map((slot, i) => [slot, i]));
  const place = (slot: number): number => inside.get(slot) ?? -1;
  const within = group.slots
    .flatMap((slot) => columns.edges.sameAfter(slot))
    .filter((edge) => inside.has(edge.b))
    .sort((p, q) => place(p.a) - place(q.a) || place(p.b) - place(q.b));
  const connect = connecting(group.slots.length);
  const joins: Join[] = [];
  for (const edge of within) {
    const isNew = connect(place(edge.a), place(edge.b));
    if (edge.verdict.verdict === 'same' && (isNew || group.slots.length <= ALL_PAIRS))
      joins.push(joinBy(edge.verdict, factAt(columns, edge.a), factAt(columns, edge.b)));
  }
  return group.decided === null ? joins : [...joins, ...decidedJoins(columns, group, connect)];
}

function tieOfTwo({ edges }: Columns, group: Group): readonly Join[] | Same {
  const [a = -1, b] = group.slots;
  const verdict = edges.sameAfter(a).find((edge) => edge.b === b)?.verdict;
  return verdict?.verdict === 'same' ? verdict : NO_JOINS;
}

export function joinBy(verdict: Same, a: Fact, b: Fact): Join {
  const { rule, keys, tolerance } = verdict.words(a, b);
  return { rule, keys, tolerance, a: memberOf(a), b: memberOf(b) };
}

/** What no rule connects, a clinician's word does. */
function decidedJoins(columns: Columns, group: Group, connect: Connect): Join[] {
  const joins: Join[] = [];
  for (let i = 1; i < group.slots.length; i++) {
    if (!connect(i - 1, i)) continue;
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
