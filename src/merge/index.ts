export { decisionBundle, type AddressOf } from './decision-bundle.ts';
export { evidenceOf, wordOf } from './decisions.ts';
export { explain, type Explanation } from './explain.ts';
export { createMerger, mergeFacts, type Merger, type MergeResult } from './merger.ts';
export { readDecisions, type RecordAt } from './read-decisions.ts';
export { reconcileMedications, type CurrentMedication } from './reconcile.ts';
