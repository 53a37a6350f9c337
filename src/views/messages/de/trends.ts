import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const trends: Catalogue['trends'] = {
  title: 'Messwerte',
  all: 'Alle Messwerte',
  toFact: 'Auf der Zeitachse zeigen',
  none: 'Hier ist keine Zahl, die sich über die Zeit zeichnen lässt.',
  floor: 'Nicht alle Quellen haben vollständig geantwortet: Werte können fehlen.',
  masked: (n) =>
    `${some(n, 'verdeckter Eintrag ist', 'verdeckte Einträge sind')} in keinem Verlauf enthalten.`,
  apart: (title, units) =>
    `${title}: Zwischen ${units.join(' und ')} ist keine sichere Umrechnung bekannt, darum steht jedes in einem eigenen Diagramm.`,
  flowsheet: 'Verlaufsbogen',
  moments: (n) => `${some(n, 'früherer Zeitpunkt', 'frühere Zeitpunkte')} in den Tabellen darunter`,
  chosen: 'Ausgewählt',
  everyValue: 'Jeder Wert',
  choose: (title) => `${title} auswählen`,
  together: (n) => (n < 2 ? 'Ausgewählte zusammen zeigen' : `${count(n)} zusammen zeigen`),
  noUnit: 'ohne Einheit',
  drawing: 'Wird gezeichnet…',
  values: (n) => some(n, 'Wert', 'Werte'),
  reduced: (n) =>
    `${count(n)} gezeichnet: der niedrigste und der höchste jedes Abschnitts und jeder auffällige`,
  converted: (how) => `umgerechnet: ${how.join('; ')}`,
  asWritten: 'nur Werte in derselben Einheit',
  table: (title) => `${title}: alle Werte, neueste zuerst`,
  chart: (title) => `${title} im Zeitverlauf`,
  chartSays: 'Die Pfeiltasten gehen von Wert zu Wert. Die Tabelle darunter sagt dasselbe in Worten.',
  earlier: (n) => `${some(n, 'früherer Wert', 'frühere Werte')} nicht aufgeführt`,
  flag: 'Kennzeichen',
  latest: 'Letzter',
  change: 'Änderung',
  count: 'Werte',
};
