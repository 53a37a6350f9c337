import type { AllergyFact, CanonicalQuantity, Coding, ConditionFact, Drug } from '../record/index.ts';
export type Domain =
  'condition' | 'observation' | 'procedure' | 'vaccine' | 'allergy' | 'document' | 'encounter';
export const conceptKey = (_d: Domain, _c: readonly Coding[], _t: string | null): string | null => null;
export const drugOf = (_c: readonly Coding[], _t: string | null): Drug => ({
  ingredients: [],
  strength: null,
  form: null,
  classes: [],
});
export const substanceClasses = (_c: readonly Coding[], _t: string | null): readonly string[] => [];
export const allergyNegation = (_c: readonly Coding[], _t: string | null): AllergyFact['negates'] => null;
export const isNoKnownProblem = (_c: readonly Coding[], _t: string | null): boolean => false;
export const lateralityOf = (_c: readonly Coding[], _t: string | null): ConditionFact['laterality'] => null;
export const canonicalQuantity = (_q: {
  analyte: string | null;
  digits: string;
  value: number;
  unit: string | null;
  code: string | null;
  system: string | null;
}): CanonicalQuantity | null => null;
