import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const attention: Catalogue['attention'] = {
  label: 'Zu beachten',
  disagreements: 'Wo Quellen sich widersprechen',
  critical: 'Kritische Befunde',
  missing: 'Nicht alles ist da',
  nothing: 'Keine Widersprüche und keine kritischen Befunde unter dem, was gelesen wurde.',
  hint: 'Einen Eintrag wählen, um zu sehen, von wem er stammt.',
  more: (n) => some(n, 'weiterer', 'weitere'),
};
