/** Bits sorted in one pass: four passes cover every time that a number can hold exactly. */
const BITS = 14;
const BUCKETS = 1 << BITS;
/** Added so that keys are positive: far beyond any date that is placed on an axis. */
const SHIFT = 2 ** 52;

/**
 * The order of `times` from newest to oldest, NaN (not placed) last; `tie` decides between equal times. A radix sort
 * on the times, since a comparison sort of a hundred thousand would be felt at every revision.
 */
export function newestFirst(
  times: Float64Array,
  tie: (a: number, b: number) => number,
): Uint32Array<ArrayBuffer> {
  const n = times.length;
  let order = new Uint32Array(n);
  let dated = 0;
  for (let i = 0; i < n; i++) if (!Number.isNaN(times[i])) order[dated++] = i;
  let spare = new Uint32Array(n);
  const count = new Uint32Array(BUCKETS);
  for (let pass = 0, unit = 1; pass < 4; pass++, unit *= BUCKETS) {
    const digit = (i: number): number => Math.floor((SHIFT - (times[i] ?? 0)) / unit) & (BUCKETS - 1);
    count.fill(0);
    for (let k = 0; k < dated; k++) bump(count, digit(order[k] ?? 0));
    let sum = 0;
    for (let b = 0; b < BUCKETS; b++) {
      const here = count[b] ?? 0;
      count[b] = sum;
      sum += here;
    }
    for (let k = 0; k < dated; k++) {
      const i = order[k] ?? 0;
      spare[bump(count, digit(i))] = i;
    }
    [order, spare] = [spare, order];
  }
  for (let i = 0, k = dated; i < n; i++) if (Number.isNaN(times[i])) order[k++] = i;
  sortRuns(order, times, dated, tie);
  return order;
}

/** Adds one and answers what was there. */
function bump(counts: Uint32Array, at: number): number {
  const before = counts[at] ?? 0;
  counts[at] = before + 1;
  return before;
}

function sortRuns(
  order: Uint32Array,
  times: Float64Array,
  dated: number,
  tie: (a: number, b: number) => number,
) {
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    if (from >= dated) to = order.length;
    else while (to < dated && times[order[to] ?? 0] === times[order[from] ?? 0]) to++;
    if (to - from > 1) order.subarray(from, to).sort(tie);
    from = to;
  }
}
