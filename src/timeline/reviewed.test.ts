import { describe, expect, it } from 'vitest';
import type { Fact, Merged } from '../record/index.ts';
import { buildTimeline, EVERYTHING, listedMarks, rows, withReviewed, type Reviewed } from './index.ts';
import { merge, observation, on, sources } from './testing/facts.ts';

const ORDER = sources('general', 'riverside');
const fact = (id: string, lastUpdated: string | null, source = 'general'): Fact => {
  const plain = observation({ id, source, title: `Result ${id}`, when: on('2024-03-14') });
  return { ...plain, provenance: { ...plain.provenance, lastUpdated } };
};
const build = (facts: readonly Merged[], reviewed: Reviewed, masked = false) =>
  buildTimeline(facts, { home: ORDER[0]!, masked: () => masked, order: ORDER, revision: 1, reviewed });
const UNREVIEWED = { ...EVERYTHING, only: ['unreviewed'] as const };
const left = (facts: readonly Merged[], reviewed: Reviewed, masked = false) =>
  rows(build(facts, reviewed, masked), UNREVIEWED, 0, 10).total;

const ONE: readonly [Fact] = [fact('1', '2024-03-15T10:00:00Z')];
const marksOf = (facts: readonly Merged[], who = 'w'): Reviewed => ({
  who,
  marks: new Set(listedMarks(build(facts, { who, marks: new Set() }), UNREVIEWED)),
});

describe('what is reviewed', () => {
  const reviewed = marksOf([merge(ONE)]);

  it('is what was marked, as its sources had it then', () => {
    expect(left([merge(ONE)], reviewed)).toBe(0);
    expect(left([merge(ONE), merge([fact('2', null)])], reviewed)).toBe(1);
  });

  it('is unreviewed again once a source changes it, or another source says it too', () => {
    expect(left([merge([fact('1', '2024-03-16T10:00:00Z')])], reviewed)).toBe(1);
    expect(left([merge([...ONE, fact('9', '2024-03-15T10:00:00Z', 'riverside')])], reviewed)).toBe(1);
  });

  it('needs no stamp of a server', () => {
    const unstamped = [merge([fact('3', null)])];
    expect(left(unstamped, marksOf(unstamped))).toBe(0);
  });

  it('is no masked fact: nobody saw it', () => {
    expect(left([merge(ONE)], reviewed, true)).toBe(1);
    expect(listedMarks(build([merge(ONE)], reviewed, true), EVERYTHING)).toEqual([]);
  });

  it('is nobody else’s, and names nothing', () => {
    expect(left([merge(ONE)], { ...reviewed, who: 'another' })).toBe(1);
    const [mark] = [...reviewed.marks];
    expect(mark).toMatch(/^[0-9a-f]{12}$/);
    expect(merge(ONE).id).not.toContain(mark);
  });

  it('counts at once, on the timeline that is there', () => {
    const timeline = build([merge(ONE)], { who: 'w', marks: new Set() });
    expect(rows(timeline, UNREVIEWED, 0, 10).total).toBe(1);
    expect(rows(withReviewed(timeline, reviewed, 2), UNREVIEWED, 0, 10)).toMatchObject({
      total: 0,
      revision: 2,
    });
  });
});
