import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const attention: Catalogue['attention'] = {
  label: 'Zu beachten',
  relation: {
    'duplicate-therapy': 'Zwei Mittel derselben Wirkstoffgruppe',
    contradicts: 'Quellen widersprechen sich',
  },
  offers: (n) =>
    `${some(n, 'aufbewahrte Entscheidung wartet', 'aufbewahrte Entscheidungen warten')} auf Ihr Wort`,
  toDecisions: 'Ansehen',
  missing: 'Nicht alles ist da',
  nothing: 'Keine Widersprüche und keine kritischen Befunde unter dem, was gelesen wurde.',
};
