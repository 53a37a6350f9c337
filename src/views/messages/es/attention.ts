import type { Catalogue } from '../catalogue.ts';

export const attention: Catalogue['attention'] = {
  label: 'Requiere atención',
  relation: {
    'duplicate-therapy': 'Dos fármacos de la misma clase',
    contradicts: 'Las fuentes se contradicen',
  },
  missing: 'No está todo aquí',
  nothing: 'Ninguna discrepancia ni resultado crítico entre lo que se ha leído.',
};
