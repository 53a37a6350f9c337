export { explain, type Explanation } from './explain.ts';
export { createMerger, mergeFacts, type Merger, type MergeResult } from './merger.ts';
export { reconcileMedications, type CurrentMedication } from './reconcile.ts';
