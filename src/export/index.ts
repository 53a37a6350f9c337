export { bundleEnd, bundleEntry, bundleStart, mergeOf, originOf, urlOf } from './bundle.ts';
export { BYTE_ORDER_MARK, csvAbout, csvHead, csvRow } from './csv.ts';
export type { About, CopiedSource } from './kinds.ts';
export { neededFor } from './needed.ts';
