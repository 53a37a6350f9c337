import { describe, expect, it } from 'vitest';
import type { CanonicalQuantity, Merged, Quantity } from '../record/index.ts';
import { buildTimeline, latest, trend } from './index.ts';
import { concept, merge, observation, on, quantity, sources } from './testing/facts.ts';
import { reduced } from './reduce.ts';

const ORDER = sources('general', 'riverside', 'county');
const build = (facts: readonly Merged[], masked: (m: Merged) => boolean = () => false) =>
  buildTimeline(facts, { home: ORDER[0]!, masked, order: ORDER, revision: 1 });
const A1C = { ...concept('Hemoglobin A1c', 'http://loinc.org', '4548-4'), canonical: 'lab:hba1c' };

const amount = (
  text: string,
  unit: string | null,
  canonical: Partial<CanonicalQuantity> | null,
  comparator: Quantity['comparator'] = null,
): Quantity => ({
  ...quantity(text, unit, comparator),
  canonical:
    canonical === null
      ? null
      : { value: Number(text), unit: '%', conversion: null, tolerance: 0.05, ...canonical },
});
const a1c = (id: string, day: string, value: Quantity, rest: object = {}) =>
  observation({
    id,
    title: 'HbA1c',
    code: A1C,
    when: on(day),
    value: { kind: 'quantity', quantity: value },
    ...rest,
  });
const plain = (id: string, day: string, text: string, rest: object = {}) =>
  a1c(id, day, amount(text, '%', {}), rest);

const trendOf = (facts: readonly Merged[], masked?: (m: Merged) => boolean) =>
  trend(build(facts, masked), { fact: facts[0]!.id, drawn: 200, listed: 50 });

describe('a trend', () => {
  it('is in time order, in one unit, with what the sources wrote', () => {
    const found = trendOf([
      merge([plain('1', '2024-03-14', '8.2', { interpretation: ['H'] })]),
      merge([
        a1c('2', '2023-03-14', amount('66', 'mmol/mol', { value: 8.19, conversion: 'mmol/mol to %' }), {
          ranges: [
            {
              low: amount('20', 'mmol/mol', { value: 4 }),
              high: amount('42', 'mmol/mol', { value: 6 }),
              text: null,
              type: null,
              appliesTo: null,
            },
          ],
        }),
      ]),
    ]);
    expect(found?.series).toHaveLength(1);
    const [one] = found?.series ?? [];
    expect(one).toMatchObject({ unit: '%', comparable: true, total: 2, conversions: ['mmol/mol to %'] });
    expect(one?.points).toMatchObject([
      { text: '66 mmol/mol', converted: '8.2 %', value: 8.19, low: 4, high: 6, abnormal: null },
      { text: '8.2 %', converted: null, value: 8.2, low: null, abnormal: 'abnormal' },
    ]);
    expect(one?.listed.map(({ text }) => text)).toEqual(['8.2 %', '66 mmol/mol']);
  });

  it('never mixes what cannot be compared', () => {
    const found = trendOf([
      merge([plain('1', '2024-03-14', '8.2')]),
      merge([a1c('2', '2024-02-14', amount('8.1', null, null))]),
      merge([a1c('3', '2024-01-14', amount('66', 'mmol/mol', null))]),
      // The same letters, and nothing that says they were understood as a percentage.
      merge([a1c('4', '2023-01-14', amount('7', '%', null))]),
    ]);
    expect(found?.series.map(({ unit, comparable, total }) => [unit, comparable, total])).toEqual(
      expect.arrayContaining([
        ['%', true, 1],
        ['', false, 1],
        ['mmol/mol', false, 1],
        ['%', false, 1],
      ]),
    );
  });

  it('keeps a comparator: under 5 is no 5', () => {
    const [one] = trendOf([merge([a1c('1', '2024-03-14', amount('4', '%', {}, '<'))])])?.series ?? [];
    expect(one?.points).toMatchObject([{ text: '<4 %', comparator: '<', value: 4 }]);
  });

  it('shows one point where sources agree and each number where they do not', () => {
    const [agreed] =
      trendOf([
        merge([plain('1', '2024-03-14', '8.2'), plain('2', '2024-03-14', '8.20', { source: 'county' })]),
      ])?.series ?? [];
    expect(agreed?.points).toMatchObject([{ sources: ['general', 'county'], disputed: false }]);
    const [argued] =
      trendOf([
        merge([plain('1', '2024-03-14', '8.2'), plain('2', '2024-03-14', '9.2', { source: 'county' })]),
      ])?.series ?? [];
    expect(argued?.points.map(({ value, disputed }) => [value, disputed])).toEqual([
      [8.2, true],
      [9.2, true],
    ]);
  });

  it('has none of what is masked, retracted, undated or not understood', () => {
    const shown = merge([plain('1', '2024-03-14', '8.2')]);
    const secret = merge([plain('2', '2024-02-14', '9.9')]);
    const status = { ...shown.shown.status, retracted: true };
    const facts = [
      shown,
      secret,
      merge([plain('3', '2024-01-14', '9.8', { status })]),
      merge([plain('4', '2024-01-13', '9.7', { unsafe: true })]),
      merge([a1c('5', '2024', amount('9.6', '%', {}), { when: { kind: 'undated', reason: 'not-stated' } })]),
    ];
    const found = trendOf(facts, (m) => m === secret);
    expect(found?.series[0]?.points.map(({ value }) => value)).toEqual([8.2]);
    expect(found?.masked).toBe(1);
    expect(
      trend(
        build(facts, (m) => m === secret),
        { fact: secret.id, drawn: 9, listed: 9 },
      ),
    ).toBeNull();
  });

  it('of blood pressure has both, of what is measured in words none', () => {
    const part = (code: string, text: string) => ({
      code: concept(code, 'http://loinc.org', code),
      value: { kind: 'quantity' as const, quantity: quantity(text, 'mm[Hg]') },
      interpretation: [],
      ranges: [],
    });
    const pressure = merge([
      observation({
        id: '1',
        kind: 'panel',
        when: on('2024-03-14'),
        components: [part('8480-6', '142'), part('8462-4', '88')],
      }),
    ]);
    expect(trendOf([pressure])?.series.map(({ points }) => points[0]?.value)).toEqual([142, 88]);
    const words = observation({
      id: '2',
      code: A1C,
      when: on('2024'),
      value: { kind: 'text', text: 'trace' },
    });
    expect(trendOf([merge([words])])).toBeNull();
  });
});

describe('the latest', () => {
  it('stands beside the one before it in the same unit', () => {
    const found = latest(
      build([
        merge([plain('1', '2024-03-14', '8.2', { categories: ['laboratory'] })]),
        merge([plain('2', '2023-03-14', '7.4')]),
        merge([plain('3', '2022-03-14', '6.9')]),
      ]),
    );
    expect(found).toMatchObject([
      { group: 'laboratory', total: 3, newest: { value: 8.2 }, before: { value: 7.4 } },
    ]);
  });
});

describe('reducing a series', () => {
  const points = Array.from({ length: 10_000 }, (_, i) => ({
    time: i,
    value: Math.sin(i / 700) * 10 + (i === 5_003 ? 90 : 0),
    abnormal: i % 499 === 0 ? 'abnormal' : null,
    disputed: false,
  }));
  it('keeps the ends, the extremes and every abnormal value, in order and within its room', () => {
    const kept = reduced(points, 200);
    expect(kept.length).toBeLessThanOrEqual(200);
    expect(kept[0]).toBe(points[0]);
    expect(kept.at(-1)).toBe(points.at(-1));
    expect(kept).toContain(points[5_003]);
    expect(kept.filter((p) => p.abnormal !== null)).toHaveLength(21);
    expect(kept.map((p) => p.time)).toEqual(kept.map((p) => p.time).toSorted((a, b) => a - b));
  });
  it('leaves a short one alone', () => {
    expect(reduced(points.slice(0, 200), 200)).toHaveLength(200);
  });
});
