import { describe, expect, it } from 'vitest';
import { sourceId, type Completeness, type LedgerLine } from '../../record/index.ts';
import { freshnessOf } from './freshness.ts';

const line = (state: Completeness): LedgerLine => ({
  source: sourceId('county'),
  type: 'Observation',
  category: null,
  state,
  remarks: [],
});
const complete = (at: number) => line({ kind: 'complete', received: 1, at });
const HOUR = 3_600_000;

describe('when a source was last read', () => {
  it('is when the oldest of what is complete was: one type read again does not make the rest fresh', () => {
    const lines = [complete(1_000), complete(HOUR)];
    expect(freshnessOf(lines, HOUR, HOUR)).toEqual({ at: 1_000, stale: false });
    expect(freshnessOf(lines, HOUR + 1_000, HOUR)).toEqual({ at: 1_000, stale: true });
  });

  it('is not said while it is read, nor where nothing was read to its end', () => {
    const failed = line({ kind: 'failed', why: { kind: 'signed-out' }, at: 5 });
    expect(freshnessOf([complete(0), line({ kind: 'loading', received: 0, about: null })], 1, 1)).toBeNull();
    expect(freshnessOf([complete(0), line({ kind: 'not-asked', why: 'waiting' })], 1, 1)).toBeNull();
    expect(freshnessOf([failed], 1, 1)).toBeNull();
    expect(freshnessOf([failed, complete(3)], 4, 9)).toEqual({ at: 3, stale: false });
  });
});
