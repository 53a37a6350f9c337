import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const overview: Catalogue['overview'] = {
  label: 'Ganzes Leben',
  chart: (n, from, to) =>
    `${n} von ${from} bis ${to}. Ziehen wählt einen Zeitraum; die Tabelle sagt dasselbe in Worten.`,
  start: 'Beginn des Zeitraums',
  end: 'Ende des Zeitraums',
  whole: 'Ganzes Leben',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  earlier: 'Früher',
  later: 'Später',
  asTable: 'Als Tabelle zeigen',
  asChart: 'Als Grafik zeigen',
  empty: 'Noch nichts mit Datum',
  undated: (n) => some(n, 'Eintrag ohne Datum', 'Einträge ohne Datum'),
  window: (from, to) => `${from} – ${to}`,
  ofWhich: (conflicts, abnormal, outside, critical) =>
    [
      critical > 0 ? `${count(critical)} kritisch` : '',
      conflicts > 0 ? some(conflicts, 'Widerspruch', 'Widersprüche') : '',
      abnormal > 0 ? `${count(abnormal)} auffällig` : '',
      outside > 0 ? `${count(outside)} von außerhalb` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  legend: 'Widerspruch',
  legendOutside: 'nur von außerhalb',
  legendSafety: 'Sicherheit',
  legendCritical: 'kritischer Befund',
};
