import { count } from './numbers.ts';

export const review = {
  reviewed: 'Gesichtet',
  isReviewed: 'Als gesichtet markiert',
  all: (n: number) =>
    n === 1 ? 'Diesen als gesichtet markieren' : `Diese ${count(n)} als gesichtet markieren`,
  marked: (n: number) => `${count(n)} als gesichtet markiert.`,
  kept: 'Für Sie in diesem Browser gemerkt, ohne etwas aus der Akte; was sich an einer Quelle ändert, gilt wieder als nicht gesichtet.',
  untilClosed:
    'Gemerkt, bis dieser Tab geschlossen wird, da kein Server gesagt hat, wer Sie sind; was sich an einer Quelle ändert, gilt wieder als nicht gesichtet.',
  undo: 'Rückgängig',
};
