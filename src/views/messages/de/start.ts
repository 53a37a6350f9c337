import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const start: Catalogue['start'] = {
  title: 'Eine Zeitachse aus allen Akten',
  intro:
    'Wählen Sie, wo Sie sich zuerst anmelden. Weitere Quellen können danach hinzukommen; nichts wird dieser Person zugeschrieben, solange nicht feststeht, dass die Akten von derselben Person sind.',
  none: 'Hier ist keine Einrichtung eingetragen. Bitte an die Stelle wenden, die dies betreibt.',
  fromEhr:
    'Aus dem Krankenhaus- oder Praxissystem geöffnet, ist die Person schon gewählt und diese Seite entfällt.',
  privacy: 'Die Akten liegen nur im Speicher dieses Tabs und sind fort, wenn er geschlossen wird.',
  search: 'Organisation oder Ort suchen',
  places: (n) =>
    n === 0 ? '' : `${some(n, 'weiterer Standort', 'weitere Standorte')}, zu finden über Name oder Ort.`,
  found: (n, shown) =>
    n === 0
      ? 'Hier heißt nichts so.'
      : `${some(n, 'Treffer', 'Treffer')}${n > shown ? `, die ersten ${count(shown)} gezeigt: mehr vom Namen eingeben` : ''}`,
  at: (organisation, town) => (town === null ? `bei ${organisation}` : `bei ${organisation} · ${town}`),
  doctor: 'Funktioniert eine Verbindung nicht? Schritt für Schritt prüfen.',
};
