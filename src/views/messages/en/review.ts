import { count } from './numbers.ts';

export const review = {
  reviewed: 'Reviewed',
  isReviewed: 'Marked as reviewed',
  all: (n: number) => `Mark ${n === 1 ? 'this one' : `these ${count(n)}`} as reviewed`,
  marked: (n: number) => `${count(n)} marked as reviewed.`,
  kept: 'Kept for you in this browser, without anything of the record; what changes at a source is unreviewed again.',
  untilClosed:
    'Kept until this tab is closed, since no server said who you are; what changes at a source is unreviewed again.',
  undo: 'Undo',
};
