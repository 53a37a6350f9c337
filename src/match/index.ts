export { match } from './match.ts';
export { searchesFor, type PatientSearches } from './searches.ts';
