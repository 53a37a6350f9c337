import type { Catalogue } from '../catalogue.ts';
import { count } from './numbers.ts';

export const lanes: Catalogue['lanes'] = {
  label: 'Carriles',
  show: 'Carriles',
  marks: 'Marcas de los carriles',
  only: 'Solo este tipo, o todos otra vez',
  table: 'Datos por tipo a lo largo del tiempo',
  kind: 'Tipo',
  all: 'Todos',
  ongoing: 'en curso',
  doubted: 'una fuente dice que continúa',
  moreBars: (n) => `+${count(n)} más`,
  laneOf: (kind, n) => `${kind}, ${n}`,
};
