import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPulse } from './pulse.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that takes `cost` ms of the clock, and notes when it began. */
function pulsed(cost: number) {
  const begun: number[] = [];
  const start = Date.now();
  const pulse = createPulse(Date.now, () => {
    begun.push(Date.now() - start);
    vi.setSystemTime(Date.now() + cost);
  });
  return { pulse, begun };
}

describe('when the page is told that there is more', () => {
  it('is at once for the first, and once for however many changes came meanwhile', () => {
    const { pulse, begun } = pulsed(0);
    for (let i = 0; i < 100; i++) pulse.mark();
    vi.advanceTimersByTime(0);
    expect(begun).toEqual([0]);
    for (let i = 0; i < 100; i++) pulse.mark();
    vi.advanceTimersByTime(119);
    expect(begun).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(begun).toEqual([0, 120]);
  });

  it('leaves four times the time that the work took, so that telling never costs more than a fifth', () => {
    const { pulse, begun } = pulsed(500);
    for (let i = 0; i < 1_000; i++) {
      pulse.mark();
      vi.advanceTimersByTime(10);
    }
    const gaps = begun.slice(1).map((at, i) => at - (begun[i] ?? 0));
    expect(gaps.length).toBeGreaterThan(2);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2_500);
  });

  it('tells what is pending when a load ends, and nothing where nothing is', () => {
    const { pulse, begun } = pulsed(0);
    pulse.flush();
    expect(begun).toEqual([]);
    pulse.mark();
    pulse.flush();
    expect(begun).toEqual([0]);
    vi.advanceTimersByTime(10_000);
    expect(begun).toEqual([0]);
  });
});
