import { count, some } from './numbers.ts';

export const overview = {
  label: 'Whole life',
  chart: (n: string, from: string, to: string) =>
    `${n} from ${from} to ${to}. Drag to choose a window; the table says the same in words.`,
  start: 'Start of the window',
  end: 'End of the window',
  whole: 'Whole life',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  earlier: 'Earlier',
  later: 'Later',
  asTable: 'Show as a table',
  asChart: 'Show as a chart',
  empty: 'Nothing dated yet',
  undated: (n: number) => `${some(n, 'fact', 'facts')} without a date`,
  window: (from: string, to: string) => `${from} – ${to}`,
  ofWhich: (conflicts: number, abnormal: number, outside: number, critical: number) =>
    [
      critical > 0 ? `${count(critical)} critical` : '',
      conflicts > 0 ? some(conflicts, 'disagreement', 'disagreements') : '',
      abnormal > 0 ? `${count(abnormal)} abnormal` : '',
      outside > 0 ? `${count(outside)} from outside` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  legend: 'disagreement',
  legendOutside: 'only from outside',
  legendSafety: 'safety',
  legendCritical: 'critical result',
};
