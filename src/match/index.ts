export { match } from './match.ts';
export { searchesFor, type PatientSearches } from './searches.ts';
export { changeSince } from './changed.ts';
export { replacementOf, type Replacement } from './replaced.ts';
