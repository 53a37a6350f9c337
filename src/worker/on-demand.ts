/**
 * What comes when it is asked for: a record's details, how to look for a patient, the codes that nothing here
 * understands, a site's maps of codes, and what asks its terminology server. One chunk, since several that share the
 * stages' modules would cut the stages in pieces.
 */
export { searchesFor } from '../match/index.ts';
export { detailsOf } from '../normalise/index.ts';
export { mapsAt } from './concept-maps.ts';
export { openQuestions } from './questions.ts';
export { askAboutUnmapped, unmapped } from './unmapped.ts';
