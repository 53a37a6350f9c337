import { sortTime, type Fact } from '../record/index.ts';
import type { Group } from './group.ts';
import { orderOf } from './sorting.ts';

/** When a fact is to be shown, newest first; the undated last. */
const timeOf = (fact: Fact): number => sortTime(fact.when) ?? Number.MIN_SAFE_INTEGER;

/** Newest first, undated last, then by id. */
export function isBefore(a: Group, b: Group): boolean {
  const [x, y] = [timeOf(a.shown), timeOf(b.shown)];
  return x === y ? a.id < b.id : x > y;
}

const MINUTE = 60_000;
/** The key of the undated: the oldest year comes before it. */
const AFTER_ALL = 2 ** 31;

/** The same order of many: by their minutes first. */
export function inOrder(groups: readonly Group[]): readonly Group[] {
  const times = new Float64Array(groups.length);
  groups.forEach(({ shown }, i) => (times[i] = timeOf(shown)));
  const order = orderOf(
    groups.length,
    (i) => Math.min(-Math.floor((times[i] ?? 0) / MINUTE), AFTER_ALL),
    (i, j) => {
      const x = times[i] ?? 0;
      const y = times[j] ?? 0;
      return x === y ? (groups[i] as Group).id < (groups[j] as Group).id : x > y;
    },
  );
  const ordered: Group[] = [];
  for (let i = 0; i < order.length; i++) ordered.push(groups[order[i] ?? 0] as Group);
  return ordered;
}
