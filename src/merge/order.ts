import { sortTime, type Fact } from '../record/index.ts';
import type { Group } from './group.ts';

const UNDATED = Number.MIN_SAFE_INTEGER;
export const timeOf = (fact: Fact): number => sortTime(fact.when) ?? UNDATED;

/** Newest first, undated last, then by id. */
export function isBefore(a: Group, b: Group): boolean {
  const [x, y] = [timeOf(a.shown), timeOf(b.shown)];
  return x === y ? a.id < b.id : x > y;
}

const MINUTE = 60_000;
/** The key of the undated: the oldest year comes before it. */
const AFTER_ALL = 2 ** 31;

/**
 * The same order of many. Their minutes are sorted as plain numbers, which is several times faster than asking of two
 * at a time; those of one minute are then put in order among themselves.
 */
export function inOrder(groups: readonly Group[], timeAt: readonly number[]): readonly Group[] {
  // Each key is a minute and a number below this: together far less than what a number can tell apart.
  const many = groups.length;
  const keys = new Float64Array(many);
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as Group;
    const time = group.only < 0 ? timeOf(group.shown) : (timeAt[group.only] ?? UNDATED);
    keys[i] = Math.min(-Math.floor(time / MINUTE), AFTER_ALL) * many + i;
  }
  keys.sort();
  const minuteAt = (i: number): number => Math.floor((keys[i] ?? 0) / many);
  const before = (i: number, j: number): boolean => isBefore(groups[i] as Group, groups[j] as Group);
  const order = new Int32Array(groups.length);
  for (let i = 0; i < keys.length; i++) order[i] = (keys[i] ?? 0) - minuteAt(i) * many;
  for (let first = 0; first < keys.length;) {
    const minute = minuteAt(first);
    let end = first + 1;
    while (end < keys.length && minuteAt(end) === minute) end++;
    if (end - first > FEW) order.subarray(first, end).sort((i, j) => (i === j ? 0 : before(i, j) ? -1 : 1));
    else if (end - first > 1) putInOrder(order, first, end, before);
    first = end;
  }
  const ordered: Group[] = [];
  for (let i = 0; i < order.length; i++) ordered.push(groups[order[i] ?? 0] as Group);
  return ordered;
}

const FEW = 16;

function putInOrder(
  order: Int32Array,
  first: number,
  end: number,
  before: (i: number, j: number) => boolean,
): void {
  for (let at = first + 1; at < end; at++) {
    const one = order[at] ?? 0;
    let place = at;
    for (; place > first && before(one, order[place - 1] ?? 0); place--) order[place] = order[place - 1] ?? 0;
    order[place] = one;
  }
}
