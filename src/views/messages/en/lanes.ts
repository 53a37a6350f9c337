import { count } from './numbers.ts';

export const lanes = {
  label: 'Lanes',
  show: 'Lanes',
  marks: 'Marks of the lanes',
  only: 'Only this kind, or all again',
  table: 'Facts by kind over time',
  kind: 'Kind',
  all: 'All',
  ongoing: 'ongoing',
  doubted: 'a source says that it goes on',
  /** Of what lasts, as many as there is room for. */
  someOf: (drawn: number, all: number) => `${count(drawn)} of ${count(all)}`,
  notDrawn: (n: number) =>
    `${count(n)} more have no room here: zoom in, or choose the name of the lane to list them all`,
  laneOf: (kind: string, n: string) => `${kind}, ${n}`,
};
