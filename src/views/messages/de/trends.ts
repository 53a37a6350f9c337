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
  apart: 'Werte, deren Einheiten sich nicht ineinander umrechnen lassen, stehen in eigenen Grafiken.',
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
