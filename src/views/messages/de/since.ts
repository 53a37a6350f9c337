import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const since: Catalogue['since'] = {
  title: 'Neu seit',
  newSince: {
    looked: (time) => `Neu seit der letzten Ansicht dieser Akte, ${time}`,
    visit: (time) => `Neu seit dem letzten Kontakt hier, ${time}`,
  },
  looked: 'Letzte Ansicht dieser Akte',
  visit: 'Letzter Kontakt hier',
  date: 'Seit einem Tag',
  none: 'An keiner Quelle kam etwas hinzu oder wurde geändert.',
  noneFloor:
    'Unter dem, was gelesen wurde, kam nichts hinzu und wurde nichts geändert. Nicht alle Quellen haben vollständig geantwortet.',
  others: (n) => some(n, 'weiterer', 'weitere'),
  from: (n, name) => `${count(n)} von ${name}`,
};
