export { SummaryView } from './summary-view.tsx';
