import type { Catalogue } from '../catalogue.ts';
import { count } from './numbers.ts';

export const lanes: Catalogue['lanes'] = {
  label: 'Bahnen',
  show: 'Bahnen',
  marks: 'Markierungen der Bahnen',
  only: 'Nur diese Art oder wieder alle',
  table: 'Einträge nach Art im Zeitverlauf',
  kind: 'Art',
  all: 'Alle',
  ongoing: 'laufend',
  doubted: 'laut einer Quelle dauert es an',
  moreBars: (n) => `+${count(n)} weitere`,
  laneOf: (kind, n) => `${kind}, ${n}`,
};
