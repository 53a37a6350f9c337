import { expect, it } from 'vitest';
import { bucketOf, Buckets, UNMARKED } from './buckets.ts';

const MANY = 20_000;
const minuteOf = (i: number): number => i * 7;

it('whoever was posted is met at their minute, however many came before and after', () => {
  const buckets = new Buckets();
  const last = new Map<number, number>();
  for (let i = 0; i < MANY; i++) {
    const key = i % 3;
    last.set(key, buckets.post(key, minuteOf(i), i, i % 2, last.get(key) ?? 0));
  }
  for (let i = 0; i < MANY; i++) {
    const [at, met] = [minuteOf(i), [] as number[]];
    buckets.meet(i % 3, bucketOf(at), at, at + 1, UNMARKED, at, (slot) => met.push(slot));
    buckets.meet((i + 1) % 3, bucketOf(at), at, at + 1, UNMARKED, at, (slot) => met.push(slot));
    expect(met).toEqual([i]);
  }
  const back: number[] = [];
  buckets.meetBack(last.get(0) ?? 0, 1, (slot) => back.push(slot));
  expect(back).toEqual(Array.from({ length: Math.ceil(MANY / 6) }, (_, i) => i * 6).reverse());
});
