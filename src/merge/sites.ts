import type { Concept } from '../record/index.ts';
import { disjointInAStandard, sideOf } from './concepts.ts';

/** Words that name no place: 'structure of left knee joint' and 'left knee' are one. */
const FILLING = /^(?:structure|of|the|entire|region|joint|part|side|specimen|sample|from|source|venous)$/;

const wordsOf = (concept: Concept): ReadonlySet<string> | null => {
  const text = concept.text ?? concept.display;
  if (text === null || !/\p{L}{2}/u.test(text)) return null;
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const kept = words.filter((word) => word !== '' && !FILLING.test(word));
  return kept.length === 0 ? null : new Set(kept);
};

const within = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const word of a) if (!b.has(word)) return false;
  return true;
};

/**
 * How two places of one body, or two specimens of it, compare. 'different' where sides or codes of one standard say
 * so; 'unlike' where only their words do, since every system has its own; null where nothing speaks against one place.
 */
export function compareSites(a: Concept, b: Concept): 'different' | 'unlike' | null {
  const [here, there] = [sideOf(a), sideOf(b)];
  if (here !== null && there !== null && here !== there) return 'different';
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (x !== null && y !== null && (within(x, y) || within(y, x))) return null;
  if (disjointInAStandard(a, b)) return 'different';
  return x === null || y === null || a.canonical !== null ? null : 'unlike';
}

/** Both lists name places, and no two of them can be one. */
export const sitesDiffer = (a: readonly Concept[], b: readonly Concept[]): boolean =>
  a.length > 0 && b.length > 0 && a.every((x) => b.every((y) => compareSites(x, y) !== null));

/** Serum, plasma and whole blood are one specimen to whoever reads the number. */
const BLOOD = /blood|serum|plasma|\bser\b|\bplas\b|\bbld\b/i;

export function compareSpecimens(a: Concept | null, b: Concept | null): 'different' | 'unlike' | null {
  if (a === null || b === null) return null;
  const found = compareSites(a, b);
  if (found === null) return null;
  const [here, there] = [sideOf(a), sideOf(b)];
  const sided = here !== null && there !== null && here !== there;
  return !sided && BLOOD.test(a.display ?? '') && BLOOD.test(b.display ?? '') ? null : found;
}
