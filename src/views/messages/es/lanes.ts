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
  /** Of what lasts, as many as there is room for. */
  someOf: (drawn: number, all: number) => `${count(drawn)} de ${count(all)}`,
  notDrawn: (n: number) =>
    `${count(n)} más no caben aquí: acerque la vista o elija el nombre del carril para verlos todos en la lista`,
  laneOf: (kind, n) => `${kind}, ${n}`,
};
