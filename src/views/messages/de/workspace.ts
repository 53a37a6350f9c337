import type { Catalogue } from '../catalogue.ts';

export const nav: Catalogue['nav'] = {
  label: 'Ansichten',
  timeline: 'Zeitachse',
  summary: 'Übersicht',
  trends: 'Verläufe',
  sources: 'Quellen',
  help: 'Tastaturhilfe',
  print: 'Drucken',
  export: 'Exportieren',
};

export const closePatient: Catalogue['closePatient'] = {
  button: 'Akte schließen',
  says: 'Alle Quellen werden abgemeldet und alle Daten aus diesem Tab gelöscht. An den Quellen ändert sich nichts.',
  go: 'Schließen und abmelden',
  stay: 'Hierbleiben',
};

export const display: Catalogue['display'] = {
  title: 'Darstellung und Sprache',
  density: 'Dichte',
  comfortable: 'Luftig',
  compact: 'Kompakt',
  says: 'Wird in diesem Browser gemerkt. Nichts aus der Akte wird dabei gespeichert.',
};
