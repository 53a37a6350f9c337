/** Terminology: which codes, texts and units mean the same. See docs/terminology.md for tables and rules. */
export { conceptKey, type Domain } from './concepts.ts';
export { drugOf } from './drugs.ts';
export { wordsForCodes } from './names.ts';
export { allergyNegation, isNoKnownProblem } from './negations.ts';
export { lateralityOf } from './laterality.ts';
export { equivalentsIn, siteConceptMap } from './concept-map.ts';
export {
  onSiteMapsChange,
  setSiteDisplays,
  setSiteMaps,
  siteKey,
  type ConceptMapTable,
} from './site-maps.ts';
export { substanceClasses } from './substances.ts';
export { canonicalQuantity } from './units/quantity.ts';
