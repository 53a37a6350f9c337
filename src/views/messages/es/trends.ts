import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const trends: Catalogue['trends'] = {
  title: 'Valores medidos',
  all: 'Todos los valores medidos',
  toFact: 'Mostrar en la cronología',
  none: 'Aquí no hay ningún número que se pueda dibujar en el tiempo.',
  floor: 'No todas las fuentes han respondido por completo: pueden faltar valores.',
  masked: (n) => `${some(n, 'dato oculto no figura', 'datos ocultos no figuran')} en ninguna tendencia.`,
  apart: 'Los valores cuyas unidades no se pueden convertir entre sí están en gráficos propios.',
  noUnit: 'sin unidad',
  drawing: 'Dibujando…',
  values: (n) => some(n, 'valor', 'valores'),
  reduced: (n) => `${count(n)} dibujados: el menor y el mayor de cada tramo, y todos los alterados`,
  converted: (how) => `convertido: ${how.join('; ')}`,
  asWritten: 'solo valores escritos en la misma unidad',
  table: (title) => `${title}: todos los valores, los más recientes primero`,
  chart: (title) => `${title} a lo largo del tiempo`,
  chartSays: 'Las flechas van de un valor a otro. La tabla de abajo dice lo mismo con palabras.',
  earlier: (n) => `${some(n, 'valor anterior sin listar', 'valores anteriores sin listar')}`,
  flag: 'Marca',
  latest: 'Último',
  change: 'Cambio',
  count: 'Valores',
};
