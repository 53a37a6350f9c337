import type { JsonObject } from '../../base/index.ts';
import type { Fact } from '../../record/index.ts';
import { normalise, type Normalised } from '../normalise.ts';
import { fetched } from './corpora.ts';

export const read = (resource: JsonObject, base: string | null = null): Normalised =>
  normalise(fetched(resource, 1, base));

type OfKind<K, F = Fact> = F extends { kind: infer Kinds } ? (K extends Kinds ? F : never) : never;

/** The fact of a resource, which has to be of this kind. */
export function factOf<K extends Fact['kind']>(
  kind: K,
  resource: JsonObject,
  base: string | null = null,
): OfKind<K> {
  const { fact } = read(resource, base);
  if (fact?.kind !== kind) throw new Error(`${String(fact?.kind)} is not ${kind}`);
  return fact as OfKind<K>;
}
