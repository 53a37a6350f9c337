import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const list: Catalogue['list'] = {
  label: 'Einträge, neueste zuerst',
  loading: 'Akten werden gelesen…',
  nothingYet: 'Noch keine Einträge. Sie erscheinen hier, sobald die Quellen antworten.',
  none: 'Keine Einträge: Alle Quellen haben vollständig geantwortet.',
  noneSoFar:
    'Bisher nichts gefunden. Nicht alle Quellen haben vollständig geantwortet; das heißt also nicht, dass es nichts gibt.',
  noMatch: 'Kein Eintrag passt.',
  noMatchFloor: 'Kein Eintrag passt unter dem, was gelesen wurde. Einige Quellen sind unvollständig.',
  allReviewed: 'Hier ist nichts mehr ungesichtet.',
  allReviewedFloor:
    'Unter dem, was gelesen wurde, ist nichts mehr ungesichtet. Einige Quellen sind unvollständig.',
  clear: 'Suche und Filter aufheben',
  total: (n, floor) => (floor ? `Mindestens ${n}` : n),
  by: { label: 'Liste gruppieren', day: 'Nach Tag', visit: 'Nach Kontakt' },
  during: (visit) => `während ${visit}`,
  hidden: (n) => some(n, 'widerrufener Eintrag ausgeblendet', 'widerrufene Einträge ausgeblendet'),
  showHidden: 'Anzeigen',
  conflict: 'Quellen widersprechen sich',
  safety: 'Sicherheit: Quellen widersprechen sich',
  short: { conflict: 'Widerspruch', safety: 'Sicherheit' },
  abnormal: 'Auffällig',
  critical: 'Kritisch',
  retracted: 'Irrtümlich erfasst',
  unsafe: 'Trägt einen Zusatz, den dieses Produkt nicht versteht',
  possiblySame: 'Wiederholt vielleicht einen anderen Eintrag',
  zone: (text) => `UTC${text}`,
};
