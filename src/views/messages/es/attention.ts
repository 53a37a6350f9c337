import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const attention: Catalogue['attention'] = {
  label: 'Requiere atención',
  relation: {
    'duplicate-therapy': 'Dos fármacos de la misma clase',
    contradicts: 'Las fuentes se contradicen',
  },
  offers: (n) => `${some(n, 'decisión guardada espera', 'decisiones guardadas esperan')} su palabra`,
  toDecisions: 'Verlas',
  missing: 'No está todo aquí',
  nothing: 'Ninguna discrepancia ni resultado crítico entre lo que se ha leído.',
};
