/** One FHIR resource becomes one fact, or one problem row that stands for it. See docs/record.md. */
export { normalise } from './normalise.ts';
export { readPerson } from './person.ts';
export { withCredits } from './credits.ts';
export { createProducts } from './products.ts';
