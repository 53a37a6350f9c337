import type { Catalogue } from '../catalogue.ts';

export const attention: Catalogue['attention'] = {
  label: 'Zu beachten',
  relation: {
    'duplicate-therapy': 'Zwei Mittel derselben Wirkstoffgruppe',
    contradicts: 'Quellen widersprechen sich',
  },
  missing: 'Nicht alles ist da',
  nothing: 'Keine Widersprüche und keine kritischen Befunde unter dem, was gelesen wurde.',
};
