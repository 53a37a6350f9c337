/** Loaded when a start page has an organisation that tells of itself, and not before. */
export { fetchBrand } from '../sources/index.ts';
