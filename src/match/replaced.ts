/**
 * A registration that a hospital merged away says which one took its place. One step at a time: each is a clinician's
 * decision, so a chain that runs in a circle ends where it comes back to what was seen already.
 */
import { resourceRef, type Person, type ResourceRef } from '../record/index.ts';

export type Replacement =
  | { readonly kind: 'by'; readonly ref: ResourceRef }
  /** It leads back to itself, or to one that was left for it. */
  | { readonly kind: 'loop'; readonly ref: ResourceRef }
  /** More than one is named, or one of another server: which it is cannot be read here. */
  | { readonly kind: 'unclear'; readonly refs: readonly string[] };

/** Null where the registration stands for itself. `passed` are those that were left on the way to it. */
export function replacementOf(person: Person, passed: readonly ResourceRef[]): Replacement | null {
  const named = person.links.filter(({ type }) => type === 'replaced-by').map(({ ref }) => ref);
  const refs = [...new Set(named.map((ref) => ref.replace(/\/_history\/[^/]*$/, '')))];
  const [only] = refs;
  if (only === undefined) return null;
  const ref = refs.length === 1 && only.startsWith('Patient/') ? resourceRef(only) : null;
  if (ref === null) return { kind: 'unclear', refs };
  return { kind: ref === person.ref || passed.includes(ref) ? 'loop' : 'by', ref };
}
