export { OverviewPane } from './overview-pane.tsx';
export { TimeTable } from './time-table.tsx';
