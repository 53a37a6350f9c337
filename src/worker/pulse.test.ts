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
  it('is soon for the first, and once for however many changes came meanwhile', () => {
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

  it('does not let the first records wait, not even for what was told before of none', () => {
    const { pulse, begun } = pulsed(0);
    pulse.mark();
    vi.advanceTimersByTime(10);
    pulse.mark(2);
    expect(begun).toEqual([0, 10]);
    pulse.mark(2);
    expect(begun).toEqual([0, 10]);
  });

  it('does not hurry to tell of a page that holds nothing to see', () => {
    const { pulse, begun } = pulsed(0);
    pulse.mark(0);
    vi.advanceTimersByTime(900);
    expect(begun).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(begun).toEqual([1_000]);
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

  it('waits for a good deal more while records stream in, so that a load is told in few tellings', () => {
    const { pulse, begun } = pulsed(0);
    let records = 0;
    const at: number[] = [];
    for (let page = 0; page < 100; page++) {
      records += 1_000;
      const before = begun.length;
      pulse.mark(1_000);
      vi.advanceTimersByTime(130);
      if (begun.length > before) at.push(records);
    }
    // 13 seconds: nobody waits longer than one, and what is early comes closer together.
    expect(at.slice(0, 4)).toEqual([1_000, 3_000, 9_000, 17_000]);
    expect(begun.length).toBeLessThan(22);
    const gaps = begun.slice(1).map((time, i) => time - (begun[i] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1_130);
  });

  it('waits for what is here already, where that is less than what came so far', () => {
    const { pulse, begun } = pulsed(0);
    pulse.mark(100);
    vi.advanceTimersByTime(200);
    pulse.mark(1_000, 5_000);
    vi.advanceTimersByTime(0);
    expect(begun).toHaveLength(2);
    vi.advanceTimersByTime(200);
    pulse.mark(4_000, 1_000);
    vi.advanceTimersByTime(200);
    expect(begun).toHaveLength(2);
    pulse.mark(1_000, 0);
    vi.advanceTimersByTime(0);
    expect(begun).toHaveLength(3);
  });

  it('does not let what changed otherwise wait for more records', () => {
    const { pulse, begun } = pulsed(0);
    pulse.mark(10_000);
    vi.advanceTimersByTime(200);
    pulse.mark(1);
    vi.advanceTimersByTime(200);
    expect(begun).toHaveLength(1);
    pulse.mark();
    vi.advanceTimersByTime(0);
    expect(begun).toHaveLength(2);
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
