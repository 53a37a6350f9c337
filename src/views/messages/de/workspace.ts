import type { Catalogue } from '../catalogue.ts';

export const nav: Catalogue['nav'] = {
  label: 'Ansichten',
  timeline: 'Zeitachse',
  summary: 'Übersicht',
  trends: 'Verläufe',
  sources: 'Quellen',
  help: 'Tastaturhilfe',
};

export const closePatient: Catalogue['closePatient'] = {
  button: 'Akte schließen',
  says: 'Alle Quellen werden abgemeldet und alle Daten aus diesem Tab gelöscht. An den Quellen ändert sich nichts.',
  go: 'Schließen und abmelden',
  stay: 'Hierbleiben',
};

export const help: Catalogue['help'] = {
  title: 'Tastatur',
  keys: [
    ['/', 'Suchen'],
    ['j  k', 'Nächster und voriger Eintrag'],
    ['Pos1  Ende', 'Erster und letzter Eintrag'],
    ['[  ]', 'Früherer und späterer Zeitraum'],
    ['+  −', 'Vergrößern und verkleinern'],
    ['0', 'Ganzes Leben'],
    ['1  2  3  4', 'Zeitachse, Übersicht, Verläufe, Quellen'],
    ['Esc', 'Detail schließen oder Suche leeren'],
    ['?', 'Diese Hilfe'],
  ],
};

export const display: Catalogue['display'] = {
  title: 'Darstellung und Sprache',
  density: 'Dichte',
  comfortable: 'Luftig',
  compact: 'Kompakt',
  says: 'Wird in diesem Browser gemerkt. Nichts aus der Akte wird dabei gespeichert.',
};
