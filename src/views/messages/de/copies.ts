import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const copies: Catalogue['copies'] = {
  print: 'Drucken',
  exportTitle: 'In eine Datei exportieren',
  scope: 'Wie viel',
  shown: 'Was die Zeitleiste jetzt zeigt: ihr Zeitfenster, die Suche und die Filter',
  all: 'Alles, was gelesen wurde',
  format: 'Als was',
  bundle: 'FHIR-Bundle: die Datensätze der Quellen selbst, mit ihrer Herkunft und warum manche eins sind',
  csv: 'Tabelle (CSV): eine Zeile je Eintrag',
  mark: 'Mit einer Byte-Reihenfolge-Marke beginnen, für Tabellenprogramme, die Umlaute sonst falsch lesen',
  contains: 'Enthalten sein wird',
  facts: (n) => some(n, 'Eintrag', 'Einträge'),
  records: (name, n) => `${name} ${some(n, 'Datensatz', 'Datensätze')}`,
  masked: (n) => `${some(n, 'verdeckter Eintrag fehlt', 'verdeckte Einträge fehlen')}.`,
  retracted: (n) =>
    `${some(n, 'irrtümlich erfasster Eintrag fehlt', 'irrtümlich erfasste Einträge fehlen')}.`,
  floor:
    'Noch nicht alle Quellen haben vollständig geantwortet: Die Kopie ist nicht vollständig und sagt das auch.',
  noticed: (n) => `${some(n, 'Eintrag trägt', 'Einträge tragen')} einen Hinweis:`,
  recorded: 'Dass diese Kopie gemacht wurde, wird protokolliert.',
  bundleSays:
    'Der erste Eintrag sagt, was von jeder Quelle gelesen wurde und was fehlt. Anhänge, die die Quellen getrennt aufbewahren, sind nicht enthalten.',
  csvSays: 'Vor Text, den ein Tabellenprogramm für eine Formel halten könnte, steht ein Apostroph.',
  save: 'Datei speichern',
  making: 'Die Kopie wird erstellt…',
  made: (size) => `Gespeichert: ${size}. Diese Anwendung schützt die Datei nicht mehr.`,
  lost: (n) =>
    `${some(n, 'Datensatz wird', 'Datensätze werden')} nicht mehr vorgehalten und ${n === 1 ? 'fehlt' : 'fehlen'}.`,
  failed: 'Die Kopie konnte nicht erstellt werden.',
};
