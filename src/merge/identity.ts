import type { Fact } from '../record/index.ts';
import { identifierKeys, identifierWords, sharedIdentifier, sharedOrigin } from './evidence.ts';
import { mix } from './hash.ts';
import type { KeySink, Words } from './verdict.ts';

/** One number or one stated original: what decides before anything else is compared. In words, or null. */
export function identityOf(a: Fact, b: Fact): { readonly key: string } | null {
  const id = sharedIdentifier(a, b);
  if (id !== null) return { key: `identifier ${identifierWords(id)}` };
  const origin = sharedOrigin(a, b);
  return origin === null ? null : { key: `original ${origin}` };
}

/** Posts a fact under its identifiers. `family` keeps kinds apart that never merge. */
export function identityKeys(fact: Fact, family: number, sink: KeySink): void {
  if (fact.provenance.identifiers.length > 0)
    identifierKeys(fact, mix(family, 0x1d), (key) => sink.both(key));
}

export const identityWords = (kind: string, key: string, keys: readonly string[]) => (): Words => ({
  rule: `${kind}/identity`,
  keys: [key, ...keys],
  tolerance: 'exact',
  why: 'They carry the same identifier, or one is stated to be a copy of the other.',
});
