import type { Catalogue } from '../catalogue.ts';

export const filters: Catalogue['filters'] = {
  label: 'Búsqueda y filtros',
  search: 'Buscar datos, valores, códigos, notas',
  hint: 'Pulse / para buscar',
  kinds: 'Tipo',
  sources: 'Fuente',
  only: 'Solo',
  conflict: 'Discrepancias',
  abnormal: 'Alterados',
  critical: 'Críticos',
  outside: 'De fuera',
  possible: 'Posibles repeticiones',
  unreviewed: 'Sin revisar',
  undated: 'Sin fecha',
  uncoded: 'Sin código',
  dates: 'Fechas',
  from: 'Desde',
  to: 'Hasta',
  retracted: 'Mostrar anulados',
  clear: 'Quitar',
  button: (n) => (n === 0 ? 'Filtros' : `Filtros (${n})`),
};
