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
  moreBars: (n: number) => `+${count(n)} more`,
  laneOf: (kind: string, n: string) => `${kind}, ${n}`,
};
