/** One FHIR resource becomes one fact, or one problem row that stands for it. See docs/record.md. */
export { normalise } from './normalise.ts';
export { readPerson } from './person.ts';
export { withCredits } from './credits.ts';
export { createProducts } from './products.ts';
export { recoded, understood, unmappedCodes, usesCode, type UnmappedCode } from './recoded.ts';
export { detailsOf } from './read/details.ts';
export { namelessCodes, renamed } from './renamed.ts';
export {
  equivalentsIn,
  setSiteDisplays,
  setSiteMaps,
  siteConceptMap,
  siteKey,
  type ConceptMapTable,
} from './terminology/index.ts';
