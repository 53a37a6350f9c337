/**
 * Ways in which published mergers fail, on facts made by hand. The list of them, failure by failure and from the resource
 * on, is e2e/benchmarks/merge/cases/published.test.ts.
 */
import { describe, expect, it } from 'vitest';
import type { Fact, Merged } from '../record/index.ts';
import { explain, mergeFacts } from './index.ts';
import {
  A,
  allergy,
  at,
  at_place,
  B,
  C,
  concept,
  condition,
  dose,
  encounter,
  keyOf,
  medication,
  observation,
  period,
  quantity,
  seen_by,
  status,
  words,
} from './testing/facts.ts';

const merge = (...facts: Fact[]): readonly Merged[] => mergeFacts(facts).facts;
const sizes = (facts: readonly Merged[]) => facts.map((f) => f.members.length).sort();
const conflict = (fact: Merged | undefined, field: string) => fact?.conflicts.find((c) => c.field === field);
const relations = (fact: Merged | undefined) => fact?.related.map((r) => r.kind) ?? [];
const value = (text: string, unit: string | null = 'mg/dL') => ({
  kind: 'quantity' as const,
  quantity: quantity(text, unit),
});

describe('time', () => {
  it('takes the day of a moment from the clock on the wall, not from the process', () => {
    const evening = observation({ when: at('2024-03-14T22:30:00-05:00') });
    expect(sizes(merge(evening, observation({ source: B, when: at('2024-03-14') })))).toEqual([2]);
    expect(sizes(merge(evening, observation({ source: B, when: at('2024-03-15') })))).toEqual([1, 1]);
  });

  it('joins what is undated to no date', () => {
    const found = merge(observation(), observation({ source: B, when: at(null) }));
    expect(sizes(found)).toEqual([1, 1]);
    expect(relations(found[0])).toEqual(['possibly-same']);
  });

  it('keeps equal glucose at 08:00 and at 17:00 apart', () => {
    const morning = observation({ when: at('2024-03-14T08:00:00-05:00') });
    const evening = observation({ source: B, when: at('2024-03-14T17:00:00-05:00') });
    expect(sizes(merge(morning, evening))).toEqual([1, 1]);
    expect(explain(morning, evening).verdict).toBe('different');
    // And a day without a time fits both, so that it belongs to neither.
    const found = merge(
      morning,
      { ...evening, source: A },
      observation({ source: B, when: at('2024-03-14') }),
    );
    expect(sizes(found)).toEqual([1, 1, 1]);
    expect(found.filter((f) => relations(f).includes('possibly-same'))).toHaveLength(3);
  });

  it('calls a difference of exactly one hour possibly the same', () => {
    const found = merge(observation(), observation({ source: B, when: at('2024-03-14T09:00:00-05:00') }));
    expect(sizes(found)).toEqual([1, 1]);
    expect(found[0]?.related[0]?.why).toContain('one hour');
  });

  it('compares instants as instants, whatever their offsets', () => {
    expect(sizes(merge(observation(), observation({ source: B, when: at('2024-03-14T13:00:00Z') })))).toEqual(
      [2],
    );
    const local = observation({ source: B, when: at('2024-03-14T08:00:00Z') });
    expect(explain(observation(), local).verdict).toBe('possibly');
  });
});

describe('values', () => {
  it('joins 110 mg/dL with and without its code', () => {
    const coded = observation();
    const uncoded = observation({
      source: B,
      value: { kind: 'quantity', quantity: { ...quantity('110'), code: null, system: null } },
    });
    expect(sizes(merge(coded, uncoded))).toEqual([2]);
  });

  it('joins mg/dL and mmol/L of one analyte, and states no conflict', () => {
    const other = { kind: 'quantity' as const, quantity: quantity('6.1', 'mmol/L', [109.9, 'mg/dL', 0.9]) };
    const found = merge(observation(), observation({ source: B, value: other }));
    expect(sizes(found)).toEqual([2]);
    expect(found[0]?.conflicts).toEqual([]);
  });

  it('does not read gm/dL as mg/dL', () => {
    const gram = { ...quantity('110', 'gm/dL'), canonical: null };
    const found = merge(
      observation(),
      observation({ source: B, value: { kind: 'quantity', quantity: gram } }),
    );
    expect(sizes(found)).toEqual([1, 1]);
    expect(relations(found[0])).toEqual(['possibly-same']);
  });

  it('does not take 110 ng/L for 110 mg/dL, each in a unit of its own', () => {
    const nano = observation({ source: B, value: value('110', 'ng/L') });
    expect(sizes(merge(observation(), nano))).toEqual([1, 1]);
  });

  it('does not take <5 for 5', () => {
    const found = merge(observation({ value: value('5') }), observation({ source: B, value: value('<5') }));
    expect(sizes(found)).toEqual([1, 1]);
  });

  it('shows both where values differ at one time, and joins them only by identifier', () => {
    const found = merge(observation(), observation({ source: B, value: value('190') }));
    expect(sizes(found)).toEqual([1, 1]);
    expect(relations(found[0])).toEqual(['possibly-same']);
  });

  it.each([
    [
      'a panel of components only',
      observation({
        kind: 'panel',
        value: null,
        components: [
          { code: concept('vital:systolic'), value: value('120', 'mm[Hg]'), interpretation: [], ranges: [] },
        ],
      }),
    ],
    ['the integer 0', observation({ value: { kind: 'integer', value: 0, text: '0' } })],
    ['the boolean false', observation({ value: { kind: 'boolean', value: false } })],
    ['no value, with its reason', observation({ value: { kind: 'absent', reason: 'not-performed' } })],
    [
      'an allergy of a code only',
      allergy([], { substance: concept('http://snomed.info/sct|1'), code: null }),
    ],
    ['an undated visit', encounter({ when: at(null) })],
    ['no known problems', condition(words('No known problems'), { negation: true })],
  ] as [string, Fact][])('keeps %s', (_what, fact) => {
    expect(merge(fact).map((m) => m.members)).toEqual([[fact]]);
    const there = { ...fact, source: B } as Fact;
    expect(merge(fact, there).flatMap((m) => m.members)).toHaveLength(2);
  });
});

describe('status', () => {
  it('does not turn entered-in-error into final', () => {
    const wrong = observation({ status: status('entered-in-error') });
    const copy = observation({ source: B });
    const [found] = merge(wrong, copy);
    expect(found?.members).toHaveLength(2);
    expect(conflict(found, 'status')).toEqual({
      field: 'status',
      weight: 'safety',
      values: [
        { value: 'entered-in-error', sources: [A] },
        { value: 'final', sources: [B] },
      ],
    });
    expect(merge(wrong)[0]?.retracted).toBe(true);
  });

  it('shows a correction before what it corrects, and says so', () => {
    const [found] = merge(observation(), observation({ source: B, status: status('corrected') }));
    expect(found?.shown.status.code).toBe('corrected');
    expect(conflict(found, 'status')?.values.map((v) => v.value)).toEqual(['corrected', 'final']);
  });

  it('does not make one stopped warfarin with two doses of 5 mg active and 10 mg stopped', () => {
    const found = merge(
      medication('warfarin', '5 mg'),
      medication('warfarin', '10 mg', { source: B, status: status('stopped') }),
    );
    expect(sizes(found)).toEqual([1, 1]);
    expect(found.map(relations)).toEqual([['contradicts'], ['contradicts']]);
    expect(found.map((f) => f.shown.status.code).sort()).toEqual(['active', 'stopped']);
  });

  it('makes active here and stopped there of one strength one course in conflict', () => {
    const [found, ...rest] = merge(
      medication('warfarin', '5 mg'),
      medication('warfarin', '5 mg', { source: B, status: status('stopped') }),
    );
    expect(rest).toEqual([]);
    expect(conflict(found, 'status')?.weight).toBe('safety');
  });

  it('keeps criticality high and low in conflict, in any order', () => {
    const high = allergy(['penicillins'], { criticality: 'high' });
    const low = allergy(['penicillins'], { source: B, criticality: 'low' });
    expect(merge(high, low)).toEqual(merge(low, high));
    expect(conflict(merge(low, high)[0], 'criticality')?.weight).toBe('safety');
  });

  it('keeps an illness that had ended apart from the one that began later, whichever is looked at first', () => {
    const gout = concept('problem:gout');
    const over = condition(gout, {
      when: at('2010-05-01'),
      abatement: at('2011-01-01'),
      status: status('resolved'),
    });
    const later = condition(gout, { source: B, when: at('2020-05-01') });
    for (const [a, b] of [
      [over, later],
      [
        { ...over, source: B },
        { ...later, source: A },
      ],
    ] as const)
      expect(explain(a, b).sentence).toBe('Two facts. One had ended before the other began: two episodes.');
  });

  it('keeps refuted and confirmed as a conflict', () => {
    const confirmed = condition(concept('problem:asthma'));
    const refuted = condition(concept('problem:asthma'), {
      source: B,
      status: status('inactive', { verification: 'refuted', standing: 'ended' }),
    });
    const [found, ...rest] = merge(confirmed, refuted);
    expect(rest).toEqual([]);
    expect(conflict(found, 'verification')?.weight).toBe('safety');
  });
});

describe('grouping', () => {
  it('is transitive: a third record joins through either of the two', () => {
    const coding = (system: string, code: string) => ({ system, code, display: 'Thing' });
    const make = (source: typeof A, ...codings: ReturnType<typeof coding>[]) =>
      observation({ source, code: { codings, text: 'Thing', display: 'Thing', canonical: null } });
    const facts = [
      make(A, coding('urn:x', '1')),
      make(B, coding('urn:x', '1'), coding('urn:y', '2')),
      make(C, coding('urn:y', '2')),
    ];
    for (const order of [facts, [...facts].reverse(), [facts[2]!, facts[0]!, facts[1]!]])
      expect(sizes(mergeFacts(order).facts)).toEqual([3]);
  });
});

describe('visits', () => {
  const day = { when: period('2024-03-14', null), types: [concept('http://snomed.info/sct|185349003')] };

  it('keeps visits of one day at different hospitals apart', () => {
    const here = encounter({ ...day, people: [at_place('General Hospital')] });
    const there = encounter({ ...day, source: B, people: [at_place('Riverside Clinic')] });
    expect(sizes(merge(here, there))).toEqual([1, 1]);
    expect(sizes(merge(encounter(day), encounter({ ...day, source: B })))).toEqual([1, 1]);
  });

  it('joins a visit whose clocks differ by five minutes', () => {
    const place = [at_place('General Hospital')];
    const late = period('2024-03-14T09:05:00-05:00', '2024-03-14T09:35:00-05:00');
    expect(
      sizes(merge(encounter({ people: place }), encounter({ source: B, people: place, when: late }))),
    ).toEqual([2]);
  });

  it('says of neither of two that name the same days that it lies within the other', () => {
    const people = [at_place('Riverside Clinic')];
    const stay = { people, when: period('2024-03-14', '2024-03-16') };
    const other = encounter({ ...stay, source: B, encounterClass: 'IMP' });
    expect(merge(encounter(stay), other).flatMap((visit) => visit.related)).toEqual([]);
    const visit = encounter({ people, when: period('2024-03-15', '2024-03-15') });
    const kinds = merge(visit, other).map((each) => each.related.map((relation) => relation.kind));
    expect(kinds.flat().sort()).toEqual(['part', 'whole']);
  });

  it('does not keep one visit apart because the lists of its providers differ', () => {
    const here = encounter({ people: [at_place('General Hospital'), seen_by('Dr Ada Byron')] });
    const there = encounter({
      source: B,
      people: [at_place('General Hospital'), seen_by('Byron, Ada'), seen_by('Nurse Joy')],
    });
    expect(sizes(merge(here, there))).toEqual([2]);
  });
});

describe('what is never lost', () => {
  it('does not hide an outside allergy behind the home chart of the same name', () => {
    const severe = { manifestations: [words('Anaphylaxis')], severity: 'severe' };
    const mild = { manifestations: [words('Rash')], severity: 'mild' };
    const home = allergy([], {
      title: 'Penicillin',
      code: words('Penicillin'),
      substance: words('Penicillin'),
      reactions: [mild],
    });
    const outside = { ...home, source: B, reactions: [severe] };
    const [found] = merge(home, outside);
    expect(found?.members).toHaveLength(2);
    expect(conflict(found, 'severity')).toMatchObject({ weight: 'safety' });
  });

  it('keeps medications without an RxNorm code', () => {
    const herbal = medication(null, null, { code: words('Herbal tea'), title: 'Herbal tea' });
    expect(merge(herbal, { ...herbal, source: B }).flatMap((m) => m.members.map(keyOf))).toHaveLength(2);
  });

  it('shows a missing known allergy statement beside an allergy as a contradiction', () => {
    const none = allergy([], { negates: 'all', substance: null });
    const found = merge(none, allergy(['penicillins'], { source: B }));
    expect(sizes(found)).toEqual([1, 1]);
    expect(found.map(relations)).toEqual([['contradicts'], ['contradicts']]);
  });

  it('states a dose that differs as a conflict', () => {
    const [found] = merge(
      medication('warfarin', '5 mg', { doses: [dose('5 mg daily', '5', 1)] }),
      medication('warfarin', '5 mg', { source: B, doses: [dose('5 mg twice daily', '5', 2)] }),
    );
    expect(conflict(found, 'dose')?.weight).toBe('safety');
  });
});
