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
  /** Of what lasts, as many as there is room for. */
  someOf: (drawn: number, all: number) => `${count(drawn)} von ${count(all)}`,
  notDrawn: (n: number) =>
    `${count(n)} weitere haben hier keinen Platz: vergrößern, oder den Namen der Spur wählen, um alle aufzulisten`,
  laneOf: (kind, n) => `${kind}, ${n}`,
};
