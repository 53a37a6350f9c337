import type { ClinicalDate, Fact } from '../record/index.ts';
import { identifierKeys, identifierWords, sharedIdentifier, sharedOrigin } from './evidence.ts';
import { mix } from './hash.ts';
import { nearDayKeys } from './times-keys.ts';
import { IDENTITY, same, type KeySink, type Verdict, type Words } from './verdict.ts';

/** One number or one stated original: what decides before anything else is compared. In words, or null. */
export function identityOf(a: Fact, b: Fact): { readonly key: string } | null {
  const id = sharedIdentifier(a, b);
  if (id !== null) return { key: `identifier ${identifierWords(id)}` };
  const origin = sharedOrigin(a, b);
  return origin === null ? null : { key: `original ${origin}` };
}

/**
 * Posts a fact under its identifiers and its day, since no number makes one of what its dates tell apart. `family`
 * keeps kinds apart that never merge.
 */
export function identityKeys(
  fact: Fact,
  family: number,
  sink: KeySink,
  date: ClinicalDate = fact.when,
): void {
  if (fact.provenance.identifiers.length > 0)
    identifierKeys(fact, mix(family, 0x1d), (key) => nearDayKeys(key, date, sink));
}

export const identityWords = (kind: string, key: string, keys: readonly string[]) => (): Words => ({
  rule: `${kind}/identity`,
  keys: [key, ...keys],
  tolerance: 'exact',
  why: 'They carry the same identifier, or one is stated to be a copy of the other.',
});

const RETRACTION = 0x0e1e;

/** Several servers leave nothing of what was entered in error but its number. */
const isStripped = (fact: Fact): boolean =>
  fact.status.retracted &&
  fact.code === null &&
  fact.kind !== 'support' &&
  !(fact.kind === 'allergy' && (fact.substance !== null || fact.negates !== null)) &&
  !('negation' in fact && fact.negation) &&
  !(fact.kind === 'medication' && fact.drug.ingredients.length > 0);

/** A stripped retraction takes back the record of its type that carries its number elsewhere; null where that is not so. */
export function retraction(a: Fact, b: Fact): Verdict | null {
  if (!a.status.retracted && !b.status.retracted) return null;
  if (a.source === b.source || a.type !== b.type || (!isStripped(a) && !isStripped(b))) return null;
  const id = sharedIdentifier(a, b);
  const origin = id === null ? sharedOrigin(a, b) : null;
  // Short ids ('Condition/1') are in every server: without a code to compare they prove nothing.
  if (id === null && (origin === null || origin.length - origin.indexOf('/') <= 8)) return null;
  return same(IDENTITY, () => ({
    rule: 'any/retraction',
    keys: [id === null ? `original ${origin ?? ''}` : `identifier ${identifierWords(id)}`],
    tolerance: 'exact',
    why: 'One source took back the record with this number and left nothing else of it.',
  }));
}

/** By these, what was stripped meets what carries its number, whatever that says. */
export function retractionKeys(fact: Fact, sink: KeySink): void {
  const stripped = isStripped(fact);
  // Each posts on its own side and looks on the other, so that it does not matter which of them comes first.
  identifierKeys(fact, RETRACTION, (key) => {
    sink.post(mix(key, stripped ? 1 : 2));
    sink.probe(mix(key, stripped ? 2 : 1));
  });
}
