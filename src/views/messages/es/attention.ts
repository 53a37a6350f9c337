import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const attention: Catalogue['attention'] = {
  label: 'Requiere atención',
  disagreements: 'Donde las fuentes discrepan',
  critical: 'Resultados críticos',
  missing: 'No está todo aquí',
  nothing: 'Ninguna discrepancia ni resultado crítico entre lo que se ha leído.',
  hint: 'Elija cualquier dato para ver quién lo dice.',
  more: (n) => some(n, 'más', 'más'),
};
