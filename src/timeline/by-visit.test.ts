import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactId, Merged } from '../record/index.ts';
import { buildTimeline, EVERYTHING, rows } from './index.ts';
import { encounter, merge, observation, on, sources } from './testing/facts.ts';

const BY_VISIT = { ...EVERYTHING, by: 'visit' as const };
const day = (n: number): string => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);

/** Visits, and results that happened at one of them or at none. */
const world: fc.Arbitrary<{ facts: readonly Merged[]; masked: ReadonlySet<FactId> }> = fc
  .tuple(
    fc.array(fc.record({ at: fc.nat(400), masked: fc.boolean() }), { maxLength: 6 }),
    fc.array(fc.record({ at: fc.nat(400), visit: fc.nat(9), masked: fc.boolean() }), { maxLength: 30 }),
  )
  .map(([visits, results]) => {
    const masked = new Set<FactId>();
    const made = visits.map(({ at, masked: hidden }, i) => {
      const visit = merge([encounter({ id: `v${i}`, title: `Visit ${i}`, when: on(day(at)) })]);
      if (hidden) masked.add(visit.id);
      return visit;
    });
    const others = results.map(({ at, visit, masked: hidden }, i) => {
      const at_ = made[visit];
      const related = at_ === undefined ? [] : [{ id: at_.id, kind: 'part' as const, why: 'during' }];
      const fact = merge([observation({ id: `o${i}`, when: on(day(at)) })], { related });
      if (hidden) masked.add(fact.id);
      return fact;
    });
    return { facts: [...made, ...others], masked };
  });

const build = ({ facts, masked }: { facts: readonly Merged[]; masked: ReadonlySet<FactId> }) =>
  buildTimeline(facts, {
    home: null,
    order: sources('general'),
    masked: ({ id }) => masked.has(id),
    revision: 1,
  });

describe('rows by visit', () => {
  it('are the same rows, each once', () => {
    fc.assert(
      fc.property(world, (given) => {
        const timeline = build(given);
        const ids = (by: object) =>
          rows(timeline, { ...EVERYTHING, ...by }, 0, 99)
            .rows.map(({ id }) => id)
            .sort();
        expect(ids(BY_VISIT)).toEqual(ids({}));
      }),
    );
  });

  it('stand together, their visit first, newest visit first', () => {
    fc.assert(
      fc.property(world, (given) => {
        const found = rows(build(given), BY_VISIT, 0, 99).rows;
        const keys = found.map((row) => row.visit?.id ?? row.id);
        const runs = keys.filter((key, i) => key !== keys[i - 1]);
        expect(new Set(runs).size).toBe(runs.length);
        found.forEach((row, i) => {
          if (row.visit !== undefined && keys[i - 1] !== keys[i]) expect(row.id).toBe(row.visit.id);
        });
        const newest = runs.map((key) =>
          Math.max(...found.filter((_, i) => keys[i] === key).map((row) => row.time?.from ?? -Infinity)),
        );
        expect(newest).toEqual([...newest].sort((a, b) => b - a));
      }),
    );
  });

  it('do not tell which visit what is masked belongs to, nor what belongs to a masked visit', () => {
    fc.assert(
      fc.property(world, (given) => {
        for (const row of rows(build(given), BY_VISIT, 0, 99).rows) {
          if (row.flags.masked) expect(row.visit).toBeUndefined();
          else if (row.visit !== undefined) expect(given.masked.has(row.visit.id)).toBe(false);
        }
      }),
    );
  });

  it('keep their visit where a filter leaves the visit itself out', () => {
    const visit = merge([encounter({ id: 'v', title: 'Chronic care visit', when: on('2024-03-14') })]);
    const result = merge([observation({ id: 'o', when: on('2024-03-14') })], {
      related: [{ id: visit.id, kind: 'part', why: 'during' }],
    });
    const timeline = build({ facts: [visit, result], masked: new Set() });
    const found = rows(timeline, { ...BY_VISIT, kinds: ['observation'] }, 0, 9).rows;
    expect(found.map((row) => row.visit?.title)).toEqual(['Chronic care visit']);
  });
});
