import type { Coding } from '../../record/index.ts';
import { drugOf } from './drugs.ts';

/** Class keys of an allergy's substance, its own first and the widest last; empty where it is not known. */
export function substanceClasses(codings: readonly Coding[], text: string | null): readonly string[] {
  const { ingredients } = drugOf(codings, text);
  return ingredients.length === 1 ? ingredients : [];
}
