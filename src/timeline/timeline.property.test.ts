import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undated, type Fact, type Merged } from '../record/index.ts';
import { buildTimeline, EVERYTHING, overview, rows } from './index.ts';
import { newestFirst } from './order.ts';
import { withinEdits } from './search.ts';
import {
  condition,
  encounter,
  medication,
  merge,
  observation,
  on,
  sources,
  type Common,
} from './testing/facts.ts';

const ORDER = sources('general', 'riverside', 'county');

type Make = (given: Common) => Fact;

const date = fc.option(
  fc
    .tuple(fc.integer({ min: -1e12, max: 1.8e12 }), fc.constantFrom(4, 7, 10, 16))
    .map(([time, length]) => on(new Date(time).toISOString().slice(0, length) + (length === 16 ? 'Z' : ''))),
);

const facts: fc.Arbitrary<readonly Merged[]> = fc
  .array(
    fc.record({
      when: date,
      make: fc.constantFrom<Make>(observation, condition, encounter, medication),
      source: fc.constantFrom('general', 'riverside', 'county', 'unheard-of'),
      retracted: fc.boolean(),
      title: fc.constantFrom('Sodium', 'Potassium', 'Warfarin', 'Visit'),
    }),
    { maxLength: 40 },
  )
  .map((specs) =>
    specs.map(({ when, make, source, retracted, title }, i) =>
      merge([
        make({
          id: String(i),
          source,
          title,
          when: when ?? undated(),
          status: {
            code: 'final',
            verification: null,
            reason: null,
            standing: 'current',
            retracted,
            corrected: false,
          },
        }),
      ]),
    ),
  );

const build = (merged: readonly Merged[]) =>
  buildTimeline(merged, { home: ORDER[0]!, masked: () => false, order: ORDER, revision: 1 });
const ALL = { ...EVERYTHING, includeRetracted: true };

describe('timeline', () => {
  it('slices of any size put together are all facts, each once', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 9 }), (merged, size) => {
        const timeline = build(merged);
        const seen: string[] = [];
        for (let at = 0; at < merged.length; at += size)
          seen.push(...rows(timeline, ALL, at, size).rows.map((row) => row.id));
        expect([...seen].sort()).toEqual(merged.map((m) => m.id).sort());
      }),
    );
  });

  it('windows that together cover time hold all dated facts', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: -1e12, max: 1.8e12 }), (merged, cut) => {
        const timeline = build(merged);
        const ids = (window: { from: number; to: number }) =>
          rows(timeline, { ...ALL, window }, 0, 100).rows.map((row) => row.id);
        const both = new Set([...ids({ from: -1e15, to: cut }), ...ids({ from: cut, to: 1e15 })]);
        expect(both.size).toBe(merged.filter((m) => m.shown.when.kind !== 'undated').length);
      }),
    );
  });

  it('is the same in any order of arrival', () => {
    fc.assert(
      fc.property(
        facts.chain((merged) =>
          fc.tuple(fc.constant(merged), fc.shuffledSubarray([...merged], { minLength: merged.length })),
        ),
        ([merged, shuffled]) => {
          expect(rows(build(shuffled), ALL, 0, 100)).toEqual(rows(build(merged), ALL, 0, 100));
          expect(overview(build(shuffled), ALL, 13)).toEqual(overview(build(merged), ALL, 13));
        },
      ),
    );
  });

  it('bins and undated add up to the total, and the totals to the rows', () => {
    fc.assert(
      fc.property(
        facts,
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom('', 'sod', 'warf'),
        (merged, bins, text) => {
          const timeline = build(merged);
          const query = { ...EVERYTHING, text };
          const view = overview(timeline, query, bins);
          let total = 0;
          for (const lane of view.lanes) {
            expect(lane.counts.reduce((sum, n) => sum + n, 0) + lane.undated).toBe(lane.total);
            total += lane.total;
          }
          expect(total).toBe(rows(timeline, query, 0, 0).total);
        },
      ),
    );
  });

  it('rows and hidden retracted ones are all there is', () => {
    fc.assert(
      fc.property(facts, (merged) => {
        const window = rows(build(merged), EVERYTHING, 0, 0);
        expect(window.total + window.hiddenRetracted).toBe(merged.length);
      }),
    );
  });
});

describe('newestFirst', () => {
  it('orders as a comparison sort does', () => {
    const time = fc.oneof(
      fc.integer({ min: -4e15, max: 4e15 }),
      fc.constant(NaN),
      fc.integer({ min: 0, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(time), (times) => {
        const expected = times
          .map((t, i) => ({ t, i }))
          .sort((a, b) =>
            Number.isNaN(a.t) || Number.isNaN(b.t)
              ? Number(Number.isNaN(a.t)) - Number(Number.isNaN(b.t)) || a.i - b.i
              : b.t - a.t || a.i - b.i,
          )
          .map(({ i }) => i);
        expect([...newestFirst(Float64Array.from(times), (a, b) => a - b)]).toEqual(expected);
      }),
    );
  });
});

describe('withinEdits', () => {
  it('allows one typing slip of any sort', () => {
    const word = fc.string({ minLength: 4, maxLength: 12, unit: fc.constantFrom('a', 'b', 'c', 'd') });
    fc.assert(
      fc.property(
        word,
        fc.nat(),
        fc.constantFrom('drop', 'double', 'swap', 'other'),
        (typed, where, slip) => {
          const at = where % (typed.length - 1);
          const [before, here, next, after] = [
            typed.slice(0, at),
            typed[at]!,
            typed[at + 1]!,
            typed.slice(at + 2),
          ];
          const slipped = {
            drop: before + next + after,
            double: before + here + here + next + after,
            swap: before + next + here + after,
            other: `${before}z${next}${after}`,
          }[slip];
          expect(withinEdits(typed, slipped, 1)).toBe(true);
        },
      ),
    );
  });

  it('is symmetric', () => {
    const word = fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b') });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 2 }), (a, b, n) => {
        expect(withinEdits(a, b, n)).toBe(withinEdits(b, a, n));
      }),
    );
  });
});

describe('a timeline that takes over what it knew', () => {
  it('is the same as one that is read anew, whatever came, went, was masked or came from elsewhere', () => {
    const light = fc.record({
      masked: fc.constantFrom('nothing', 'Warfarin', 'Sodium'),
      home: fc.constantFrom(...ORDER, null),
      order: fc.constantFrom(ORDER, ORDER.slice(0, 2)),
      sealedShows: fc.constantFrom<readonly ('kind' | 'date')[]>(['kind', 'date'], ['kind'], []),
    });
    fc.assert(
      fc.property(
        facts,
        fc.infiniteStream(fc.boolean()),
        fc.infiniteStream(fc.boolean()),
        light,
        light,
        (all, inFirst, inSecond, first, second) => {
          const under = (given: typeof first, revision: number) => ({
            ...given,
            revision,
            masked: (one: Merged) => one.shown.title === given.masked,
          });
          const before = buildTimeline(
            all.filter(() => inFirst.next().value),
            under(first, 1),
          );
          // Somebody asked what is new: that is taken over too.
          rows(before, { ...EVERYTHING, since: 0 }, 0, 1);
          const now = all.filter(() => inSecond.next().value);
          const [taken, anew] = [
            buildTimeline(now, under(second, 2), before),
            buildTimeline(now, under(second, 2)),
          ];
          const told = (timeline: typeof taken) => ({
            all: rows(timeline, { ...EVERYTHING, includeRetracted: true }, 0, 100),
            fresh: rows(timeline, { ...EVERYTHING, since: 1e11 }, 0, 100),
            lanes: overview(timeline, EVERYTHING, 20),
          });
          expect(told(taken)).toEqual(told(anew));
        },
      ),
    );
  });
});
