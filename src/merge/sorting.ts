type Before = (i: number, j: number) => boolean;

/** Up to here the language's own sorting of what it must ask about is slower. */
const FEW = 16;

/**
 * The order of so many things: by a whole number of each, below 2^32 or so, and by `before` where two share one. Plain
 * numbers are sorted several times faster than what is asked about two at a time.
 */
export function orderOf(many: number, numberOf: (i: number) => number, before: Before): Int32Array {
  // Each key is that number and a place below `many`: together far less than what a number can tell apart.
  const keys = new Float64Array(many);
  for (let i = 0; i < many; i++) keys[i] = numberOf(i) * many + i;
  keys.sort();
  const order = new Int32Array(many);
  let first = 0;
  let shared = NaN;
  for (let i = 0; i < many; i++) {
    const key = keys[i] ?? 0;
    const number = Math.floor(key / many);
    order[i] = key - number * many;
    if (number === shared) continue;
    sortSpan(order, first, i, before);
    first = i;
    shared = number;
  }
  sortSpan(order, first, many, before);
  return order;
}

function sortSpan(order: Int32Array, first: number, end: number, before: Before): void {
  if (end - first > FEW) order.subarray(first, end).sort((i, j) => (i === j ? 0 : before(i, j) ? -1 : 1));
  else
    for (let at = first + 1; at < end; at++) {
      const one = order[at] ?? 0;
      let place = at;
      for (; place > first && before(one, order[place - 1] ?? 0); place--)
        order[place] = order[place - 1] ?? 0;
      order[place] = one;
    }
}
