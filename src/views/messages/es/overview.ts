import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const overview: Catalogue['overview'] = {
  label: 'Toda la vida',
  chart: (n, from, to) =>
    `${n} de ${from} a ${to}. Arrastre para elegir un periodo; la tabla dice lo mismo con palabras.`,
  start: 'Inicio del periodo',
  end: 'Fin del periodo',
  whole: 'Toda la vida',
  zoomIn: 'Ampliar',
  zoomOut: 'Reducir',
  earlier: 'Antes',
  later: 'Después',
  asTable: 'Mostrar como tabla',
  asChart: 'Mostrar como gráfico',
  empty: 'Todavía nada con fecha',
  undated: (n) => some(n, 'dato sin fecha', 'datos sin fecha'),
  window: (from, to) => `${from} – ${to}`,
  ofWhich: (conflicts, abnormal, outside, critical) =>
    [
      critical > 0 ? some(critical, 'crítico', 'críticos') : '',
      conflicts > 0 ? some(conflicts, 'discrepancia', 'discrepancias') : '',
      abnormal > 0 ? some(abnormal, 'alterado', 'alterados') : '',
      outside > 0 ? `${count(outside)} de fuera` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  legend: 'discrepancia',
  legendOutside: 'solo de fuera',
  legendSafety: 'seguridad',
  legendCritical: 'resultado crítico',
};
