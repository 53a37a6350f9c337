/** Marks a number whose digits JavaScript would lose; `src/base/json.ts` reads the same mark on the way in. */
const EXACT = '\u0001';
const MARKED = /"\\u0001(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)"/g;

/** A decimal whose digits matter: '70.10' keeps its zero, because the source measured to a hundredth. */
export function decimal(digits: string): number | string {
  return String(Number(digits)) === digits ? Number(digits) : EXACT + digits;
}

/** How a server sends it: marked numbers as bare digits. */
export const worldJson = (resource: unknown): string => JSON.stringify(resource).replace(MARKED, '$1');
