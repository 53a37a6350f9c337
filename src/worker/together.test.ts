import { expect, it } from 'vitest';
import { together } from './together.ts';

it('passes on as one what is handed over in one go, and what waits at once where that is asked', async () => {
  const passed: (readonly number[])[] = [];
  const hand = together<number>((all) => passed.push(all));
  hand(1);
  hand(2);
  expect(passed).toEqual([]);
  await Promise.resolve();
  expect(passed).toEqual([[1, 2]]);
  hand(3);
  hand.now();
  expect(passed).toEqual([[1, 2], [3]]);
  hand.now();
  await Promise.resolve();
  expect(passed).toHaveLength(2);
});
