import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { speak } from '../messages/index.ts';
import { fitted, padded, panned, scaleOf, zoomed, type Span } from './window.ts';
import { ticks } from './ticks.ts';

beforeAll(() => speak('en'));

const LIFE: Span = { from: Date.UTC(1957, 3, 23), to: Date.UTC(2024, 11, 7) };
const inside = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b]) => ({
    from: LIFE.from + Math.min(a, b) * (LIFE.to - LIFE.from),
    to: LIFE.from + Math.max(a, b) * (LIFE.to - LIFE.from),
  }));

describe('a window', () => {
  it('stays within the life and is never shorter than an hour', () => {
    fc.assert(
      fc.property(
        inside,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (window, factor, share) => {
          for (const next of [
            fitted(window, LIFE),
            zoomed(window, LIFE, factor),
            panned(window, LIFE, share),
          ]) {
            if (next === null) continue;
            expect(next.to - next.from).toBeGreaterThanOrEqual(3_540_000);
            expect(next.from).toBeGreaterThanOrEqual(LIFE.from - 60_000);
            expect(next.to).toBeLessThanOrEqual(LIFE.to + 60_000);
          }
        },
      ),
    );
  });

  it('keeps the moment under the pointer where it is', () => {
    const window = { from: Date.UTC(2010, 0, 1), to: Date.UTC(2012, 0, 1) };
    const at = Date.UTC(2010, 6, 1);
    const next = zoomed(window, LIFE, 0.5, at)!;
    expect(scaleOf(next, 1000).x(at)).toBeCloseTo(scaleOf(window, 1000).x(at), 1);
  });

  it('is none once it is the whole life', () => {
    expect(zoomed({ from: Date.UTC(2000, 0, 1), to: Date.UTC(2020, 0, 1) }, LIFE, 100)).toBeNull();
    expect(panned(null, LIFE, 0.5)).toBeNull();
  });

  it('moves by its own length without changing it', () => {
    const window = { from: Date.UTC(2010, 0, 1), to: Date.UTC(2011, 0, 1) };
    const next = panned(window, LIFE, 1)!;
    expect(next.from).toBe(window.to);
    expect(next.to - next.from).toBe(window.to - window.from);
  });

  it('has air on both sides of a life of one moment', () => {
    const span = padded({ from: 0, to: 1 });
    expect(span.from).toBeLessThan(0);
    expect(span.to).toBeGreaterThan(1);
  });
});

describe('ticks', () => {
  it('are few enough to be read at any zoom and width, and stand within the span', () => {
    fc.assert(
      fc.property(inside, fc.integer({ min: 200, max: 2500 }), (window, width) => {
        const span = { from: window.from, to: window.to + 3_600_000 };
        const found = ticks(span, width);
        expect(found.length).toBeLessThanOrEqual(width / 40 + 2);
        for (const { time } of found) expect(time >= span.from && time < span.to).toBe(true);
      }),
    );
  });

  it('stand on the first of January of whole years in a long life', () => {
    for (const { time } of ticks(LIFE, 1200))
      expect(new Date(time).toISOString()).toMatch(/-01-01T00:00:00.000Z$/);
  });
});
