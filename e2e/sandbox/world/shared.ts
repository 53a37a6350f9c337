/**
 * Parts that thousands of resources have in common (a code, a reference range) are made once and frozen: the large
 * patient would otherwise spend its time on garbage, and a server that altered one of them would alter all.
 */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
