import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const picker: Catalogue['picker'] = {
  title: 'Wessen Akte?',
  says: 'Sie sind angemeldet, ohne dass eine Person mitkam. Vergleichen Sie Name, Geburtsdatum und Nummer, bevor Sie wählen.',
  fields: { name: 'Name', birthDate: 'Geburtsdatum', identifier: 'Nummer' },
  search: 'Suchen',
  looking: 'Suche läuft…',
  none: 'Niemand wurde gefunden. Mit weniger Angaben suchen oder die Schreibweise prüfen.',
  found: (n, more) => `${some(n, 'Person', 'Personen')} gefunden${more ? ', und es gibt weitere' : ''}`,
  failed: (why) => `Die Suche ist nicht gelungen: ${why}.`,
  more: 'Mehr zeigen',
  choose: 'Wählen',
  inactive: 'Diese Akte ist als nicht mehr in Gebrauch gekennzeichnet.',
};
