import type { Catalogue } from '../catalogue.ts';

export const filters: Catalogue['filters'] = {
  label: 'Suche und Filter',
  search: 'Einträge, Werte, Codes, Notizen suchen',
  hint: 'Mit / zur Suche',
  kinds: 'Art',
  sources: 'Quelle',
  only: 'Nur',
  conflict: 'Widersprüche',
  abnormal: 'Auffällige',
  critical: 'Kritisch',
  outside: 'Von außerhalb',
  possible: 'Mögliche Wiederholungen',
  unreviewed: 'Nicht gesichtet',
  undated: 'Ohne Datum',
  uncoded: 'Ohne Code',
  dates: 'Zeitraum',
  from: 'Von',
  to: 'Bis',
  retracted: 'Widerrufene zeigen',
  clear: 'Aufheben',
  button: (n) => (n === 0 ? 'Filter' : `Filter (${n})`),
};
