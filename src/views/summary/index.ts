export { SummaryView } from './summary-view.tsx';
export { partsOf, rank, READ, type SummaryPart } from './parts.ts';
