import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const print: Catalogue['print'] = {
  title: 'Ausgedruckte Akte',
  summary: 'Übersicht: Allergien, Medikamente, Probleme, neueste Werte, Geplantes',
  timeline: 'Zeitleiste',
  noTimeline: 'Keine',
  nothing: 'Nichts ist ausgewählt.',
  summarySays:
    'Enthalten sein werden die Übersicht, die Bedeutung der Quellenbuchstaben und was von jeder Quelle gelesen wurde.',
  says: 'Jede Seite nennt die Person. Wo eine Quelle unvollständig oder ein Eintrag verdeckt ist, sagt das Papier es.',
  preparing: 'Die Seiten werden vorbereitet…',
  printed: (time) => `Gedruckt ${time}`,
  printedBy: (time, who) => `Gedruckt ${time}, angemeldet als ${who}`,
  floor:
    'Nicht alle Quellen haben vollständig geantwortet: Was nicht auf diesem Papier steht, kann es trotzdem geben. Siehe den letzten Abschnitt.',
  masked: (n) =>
    `${some(n, 'verdeckter Eintrag steht', 'verdeckte Einträge stehen')} nicht auf diesem Papier.`,
  wholeLife: 'Ganzes Leben',
  filtered: 'nur, wonach gesucht und gefiltert wurde',
  leftOut: (n) =>
    `${some(n, 'ältester Eintrag ist', 'älteste Einträge sind')} nicht gedruckt; bitte ein engeres Zeitfenster wählen`,
  kind: 'Art',
};
