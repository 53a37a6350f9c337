/**
 * Codes that came without words, and the fact as it is called once somebody has words for them: a terminology server
 * answers after the records were read.
 */
import type { Coding, Concept, Fact } from '../record/index.ts';
import { displayOf, isBare } from './read/concept.ts';

/** What holds no concept, and would only be walked through. */
const WITHOUT: ReadonlySet<string> = new Set([
  'provenance',
  'people',
  'notes',
  'links',
  'sensitivity',
  'status',
  'when',
  'particulars',
]);

const isConcept = (value: object): value is Concept => 'codings' in value && 'display' in value;

function eachConcept(value: unknown, visit: (concept: Concept) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (isConcept(value)) visit(value);
  else if (Array.isArray(value)) for (const one of value) eachConcept(one, visit);
  else for (const [key, inner] of Object.entries(value)) if (!WITHOUT.has(key)) eachConcept(inner, visit);
}

/** The codes of a fact for which neither the source nor the tables have a word. */
export function namelessCodes(fact: Fact): readonly Coding[] {
  const found: Coding[] = [];
  eachConcept(fact, (concept) => {
    if (isBare(concept)) found.push(...concept.codings.filter(({ code }) => code !== null));
  });
  return found;
}

/** The fact as it would be called if it were read now. */
export function renamed(fact: Fact): Fact {
  const now = withNames(fact);
  const [old, name] = [fact.code?.display ?? null, now.code?.display ?? null];
  return old === null || name === null || old === name
    ? now
    : { ...now, title: now.title.replace(old, () => name) };
}

/** The same value with its concepts named anew; the same object where none of them changes. */
function withNames<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (isConcept(value)) {
    const display = displayOf(value.codings, value.text);
    return display === value.display ? value : { ...value, display };
  }
  if (Array.isArray(value)) {
    const items = value.map((one: unknown) => withNames(one));
    return items.every((one, i) => one === value[i]) ? value : (items as T);
  }
  let changed: Record<string, unknown> | null = null;
  for (const [key, inner] of Object.entries(value)) {
    if (WITHOUT.has(key)) continue;
    const now: unknown = withNames(inner);
    if (now !== inner) (changed ??= {})[key] = now;
  }
  return changed === null ? value : { ...value, ...changed };
}
