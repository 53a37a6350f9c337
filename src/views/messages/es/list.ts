import type { Catalogue } from '../catalogue.ts';
import { some } from './numbers.ts';

export const list: Catalogue['list'] = {
  label: 'Datos, los más recientes primero',
  loading: 'Leyendo los registros…',
  nothingYet: 'Todavía no hay datos. Aparecerán aquí según respondan las fuentes.',
  none: 'No consta ningún dato: todas las fuentes han respondido por completo.',
  noneSoFar:
    'Hasta ahora no se ha encontrado nada. No todas las fuentes han respondido por completo, así que esto no significa que no haya nada.',
  noMatch: 'Ningún dato coincide.',
  noMatchFloor: 'Ningún dato coincide entre lo que se ha leído. Algunas fuentes están incompletas.',
  allReviewed: 'Aquí no queda nada sin revisar.',
  allReviewedFloor: 'No queda nada sin revisar entre lo que se ha leído. Algunas fuentes están incompletas.',
  clear: 'Quitar búsqueda y filtros',
  total: (n, floor) => (floor ? `Al menos ${n}` : n),
  by: { label: 'Agrupar la lista', day: 'Por día', visit: 'Por visita' },
  during: (visit) => `durante ${visit}`,
  hidden: (n) => some(n, 'dato anulado oculto', 'datos anulados ocultos'),
  showHidden: 'Mostrar',
  conflict: 'Las fuentes discrepan',
  safety: 'Seguridad: las fuentes discrepan',
  short: { conflict: 'Discrepan', safety: 'Seguridad' },
  abnormal: 'Alterado',
  critical: 'Crítico',
  retracted: 'Registrado por error',
  unsafe: 'Lleva un modificador que este producto no entiende',
  possiblySame: 'Puede repetir otro dato',
  zone: (text) => `UTC${text}`,
};
