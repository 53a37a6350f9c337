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
  undated: 'Ohne Datum',
  uncoded: 'Ohne Code',
  retracted: 'Widerrufene zeigen',
  clear: 'Aufheben',
  button: (n) => (n === 0 ? 'Filter' : `Filter (${n})`),
};
