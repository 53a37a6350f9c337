/**
 * How published mergers fail, failure by failure, from the resource to what is said of it. None of them may happen here.
 * (The same on facts made by hand, with the reasons: src/merge/failures.test.ts.)
 */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/base/index.ts';
import { startReading } from '../../../../src/cli/source.ts';
import { match } from '../../../../src/match/index.ts';
import { sourceId, type Merged } from '../../../../src/record/index.ts';
import { buildTimeline, trend } from '../../../../src/timeline/index.ts';
import { allergy, cc, merge, obs, order, place, problem, report, said, value, visit } from './support.ts';

const G = cc('loinc:2345-7|Glucose');
const A1C = cc('loinc:4548-4|Hemoglobin A1c');
const on = (effectiveDateTime: string) => ({ effectiveDateTime });
const sizes = (facts: readonly Merged[]) => facts.map((m) => m.members.length);
const conflicts = ([fact]: readonly Merged[]) =>
  fact?.conflicts.map(({ field, weight }) => `${field} ${weight}`);
const pressure = (systolic: string) =>
  obs(cc('loinc:85354-9|Blood pressure'), {
    component: [{ code: cc('loinc:8480-6|Systolic'), ...value(`${systolic} mm[Hg]`) }],
  });

describe('time', () => {
  it('the day is not computed in the process’s own time zone', () => {
    const evening = obs(G, '110 mg/dL', on('2024-03-14T22:30:00-05:00'));
    for (const zone of ['UTC', 'Asia/Tokyo', 'America/Los_Angeles']) {
      process.env['TZ'] = zone;
      expect(said([evening], [obs(G, '110 mg/dL', on('2024-03-14'))]), zone).toBe('2');
      expect(said([evening], [obs(G, '110 mg/dL', on('2024-03-16'))]), zone).toBe('1 1');
    }
    delete process.env['TZ'];
  });

  it('undated is not joined to any date', () =>
    expect(said([obs(G, '110 mg/dL')], [obs(G, '110 mg/dL', { effectiveDateTime: undefined })])).toBe(
      '1 1 possibly-same',
    ));

  it('equal glucose at 08:00 and 17:00 does not become one', () =>
    expect(
      said(
        [obs(G, '110 mg/dL', on('2024-03-14T08:00:00-05:00'))],
        [obs(G, '110 mg/dL', on('2024-03-14T17:00:00-05:00'))],
      ),
    ).toBe('1 1'));

  it('different hospitals with the same date-only start do not become one visit', () =>
    expect(
      said([visit('2024-03-14', null, place('General'))], [visit('2024-03-14', null, place('Riverside'))]),
    ).toBe('1 1'));

  it('five minutes of skew do not make two visits', () =>
    expect(
      sizes(
        merge(
          [visit('2024-03-14T09:00:00-05:00', '2024-03-14T09:30:00-05:00', place('General'))],
          [visit('2024-03-14T09:05:00-05:00', '2024-03-14T09:35:00-05:00', place('General'))],
        ),
      ),
    ).toEqual([2]));
});

describe('units', () => {
  it('110 mg/dL with and without its UCUM code does not stay two', () =>
    expect(said([obs(G, '110 mg/dL')], [obs(G, value('110 mg/dL', false))])).toBe('2'));

  it('mg/dL beside mmol/L does not stay two', () =>
    expect(said([obs(G, '110 mg/dL')], [obs(G, '6.1 mmol/L')])).toBe('2'));

  it('A1c gm/dl is not relabelled mg/dL', () => {
    const found = merge([obs(A1C, '7.2 gm/dl')], [obs(A1C, '7.2 mg/dL')]);
    expect(sizes(found)).toEqual([1, 1]);
    const units = found.map(
      ({ shown }) => 'value' in shown && shown.value?.kind === 'quantity' && shown.value.quantity,
    );
    expect(units.map((q) => q && q.unit).sort()).toEqual(['gm/dl', 'mg/dL']);
    expect(said([obs(A1C, '7.2 gm/dl')], [obs(A1C, '7.2 %')])).toBe('1 1 possibly-same');
  });
});

describe('nothing is deleted', () => {
  it.each<[what: string, made: JsonObject]>([
    ['a component-only panel', pressure('120')],
    ['the integer 0', obs(cc('loinc:72514-3|Pain severity'), { valueInteger: 0 })],
    ['the boolean false', obs(cc('loinc:11449-6|Pregnancy status'), { valueBoolean: false })],
    ['a code-only allergy', allergy(cc('sct:300916003'))],
    ['an inline medicationCodeableConcept', order(cc('rx:861007'))],
    ['a conclusion-only report', report(cc('loinc:24627-2|CT Chest'), { conclusion: 'No embolism' })],
    ['an undated encounter', visit(null, null, place('General'))],
    ['‘no known problems’', problem(cc('sct:160245001|No current problems or disability'))],
  ])('%s', (_what, made) => {
    const [alone, ...others] = merge([made]);
    expect([alone?.members.length, others]).toEqual([1, []]);
    const twice = merge([made], [{ ...made, id: 'again' }]);
    expect(twice.flatMap((m) => m.members)).toHaveLength(2);
  });

  it('medications without an RxCUI are not dropped', () =>
    expect(
      merge([order(cc('Herbal tea'))], [order(cc('Herbal tea'))]).flatMap((m) => m.members),
    ).toHaveLength(2));

  it('outside allergies are not hidden because the home chart has the same display name, milder', () => {
    const reaction = (severity: string) => ({ reaction: [{ manifestation: [cc('Hives')], severity }] });
    const found = merge(
      [allergy(cc('Penicillin'), reaction('mild'))],
      [allergy(cc('Penicillin'), reaction('severe'))],
    );
    expect(sizes(found)).toEqual([2]);
    expect(conflicts(found)).toEqual(['severity safety']);
  });
});

describe('disagreement stays', () => {
  it('entered-in-error does not become final', () => {
    const wrong = obs(G, '110 mg/dL', { status: 'entered-in-error' });
    expect(merge([wrong]).map((m) => [m.shown.status.code, m.retracted])).toEqual([
      ['entered-in-error', true],
    ]);
    expect(conflicts(merge([wrong], [obs(G, '110 mg/dL')]))).toEqual(['status safety']);
  });

  it('corrected does not become final', () => {
    const found = merge([obs(G, '110 mg/dL')], [obs(G, '110 mg/dL', { status: 'corrected' })]);
    expect(found[0]?.shown.status.code).toBe('corrected');
    expect(conflicts(found)).toEqual(['status minor']);
  });

  it('warfarin 5 mg active + 10 mg stopped does not become one ‘stopped’ with both doses', () => {
    const found = merge(
      [order(cc('warfarin 5 mg tablet'))],
      [order(cc('warfarin 10 mg tablet'), { status: 'stopped' })],
    );
    expect(found.map((m) => m.shown.status.code).sort()).toEqual(['active', 'stopped']);
    expect(found.flatMap((m) => m.related.map((r) => r.kind))).toEqual(['contradicts', 'contradicts']);
  });

  it('criticality does not go from high to low by input order', () => {
    const [high, low] = ['high', 'low'].map((criticality) => allergy(cc('Penicillin'), { criticality }));
    for (const found of [merge([high!], [low!]), merge([low!], [high!])])
      expect(conflicts(found)).toEqual(['criticality safety']);
  });

  it('refuted and confirmed do not live in one resource unsaid', () => {
    const asthma = cc('sct:195967001|Asthma');
    expect(
      conflicts(merge([problem(asthma)], [problem(asthma, { clinicalStatus: undefined }, '', 'refuted')])),
    ).toContain('verification safety');
  });
});

describe('grouping', () => {
  const three = [
    obs(cc('loinc:99999-9|Zonulin'), '5 ng/mL'),
    obs(cc('loinc:99999-9', 'local:ZON', 'Zonulin'), '5 ng/mL'),
    obs(cc('local:ZON|Zon'), '5 ng/mL'),
  ];
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];

  it('1 or 2 rows do not depend on input order; a merged item has all its members’ keys, so that it is transitive', () => {
    for (const turn of orders) expect(said(...turn.map((i) => [three[i]!])), String(turn)).toBe('3');
  });

  it('provider sets that differ do not keep one visit apart', () => {
    const seen = (...names: string[]) => ({
      ...place('General'),
      participant: names.map((display) => ({ individual: { display } })),
    });
    const times = ['2024-03-14T09:00:00-05:00', '2024-03-14T09:30:00-05:00'] as const;
    expect(
      said([visit(...times, seen('Ada Byron'))], [visit(...times, seen('Byron, Ada', 'Joy Nurse'))]),
    ).toBe('2');
  });
});

describe('what is not of merging alone', () => {
  it('same-sex twins sharing a phone do not match', () => {
    const twin = (given: string): JsonObject => ({
      resourceType: 'Patient',
      id: given,
      name: [{ family: 'Okafor', given: [given] }],
      birthDate: '1971-03-04',
      gender: 'female',
      telecom: [{ system: 'phone', value: '503-222-0198' }],
      address: [{ line: ['12 Mill Street'], city: 'Salem', postalCode: '97301' }],
    });
    const [one, two] = ['Katherine', 'Josephine'].map((given) => {
      const reading = startReading(sourceId(given));
      reading.take({ resource: twin(given), fullUrl: null, deleted: null });
      return reading.end().persons[0]!;
    });
    expect(match(one!, two!).outcome).toBe('unlikely');
  });

  it('a missing reference range is not rendered as ‘normal’', () => {
    const facts = merge([obs(G, '110 mg/dL'), obs(G, '410 mg/dL', on('2024-03-15T12:00:00-05:00'))]);
    const timeline = buildTimeline(facts, {
      home: sourceId('A'),
      masked: () => false,
      order: [sourceId('A')],
      revision: 1,
    });
    const points = trend(timeline, { fact: facts[0]!.id, drawn: 9, listed: 9 })?.series[0]?.points ?? [];
    expect(points).toHaveLength(2);
    for (const point of points)
      expect([point.range, point.low, point.high, point.abnormal]).toEqual([null, null, null, null]);
    const shown = facts.map(({ shown: fact }) => ('interpretation' in fact ? fact.interpretation : null));
    expect(shown).toEqual([[], []]);
  });
});
