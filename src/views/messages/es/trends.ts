import type { Catalogue } from '../catalogue.ts';
import { count, some } from './numbers.ts';

export const trends: Catalogue['trends'] = {
  title: 'Valores medidos',
  all: 'Todos los valores medidos',
  toFact: 'Mostrar en la cronología',
  none: 'Aquí no hay ningún número que se pueda dibujar en el tiempo.',
  floor: 'No todas las fuentes han respondido por completo: pueden faltar valores.',
  masked: (n) => `${some(n, 'dato oculto no figura', 'datos ocultos no figuran')} en ninguna tendencia.`,
  apart: (title, units) =>
    `${title}: no se conoce una conversión segura entre ${units.join(' y ')}, por eso cada uno tiene su propio gráfico.`,
  flowsheet: 'Hoja de evolución',
  moments: (n) => `${some(n, 'momento anterior', 'momentos anteriores')} en las tablas de abajo`,
  chosen: 'Elegido',
  everyValue: 'Todos los valores',
  choose: (title) => `Elegir ${title}`,
  together: (n) => (n < 2 ? 'Mostrar juntos los elegidos' : `Mostrar ${count(n)} juntos`),
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
