import { describe, expect, it } from 'vitest';
import { undated } from '../record/index.ts';
import { buildTimeline, EVERYTHING, indexMore, overview, rows, valueText, type RowQuery } from './index.ts';
import {
  allergy,
  concept,
  condition,
  encounter,
  medication,
  merge,
  observation,
  on,
  quantity,
  sources,
} from './testing/facts.ts';
import type { Fact, Merged, OtherFact } from '../record/index.ts';

const ORDER = sources('general', 'riverside', 'county');
const HOME = ORDER[0]!;
const build = (facts: readonly Merged[], masked: (m: Merged) => boolean = () => false) =>
  buildTimeline(facts, { home: HOME, masked, order: ORDER, revision: 7 });
const titles = (facts: readonly Merged[], query: Partial<RowQuery> = {}) =>
  rows(build(facts), { ...EVERYTHING, ...query }, 0, 100).rows.map((row) => row.title);

const a1c = merge(
  [
    observation({
      id: '1',
      title: 'Hemoglobin A1c',
      code: concept('Hemoglobin A1c', 'http://loinc.org', '4548-4'),
      when: on('2024-03-14T08:10+01:00'),
      value: { kind: 'quantity', quantity: quantity('8.20', '%') },
      interpretation: ['H'],
    }),
    observation({ id: '2', source: 'county', title: 'HbA1c', when: on('2024-03-14') }),
  ],
  { conflicts: [{ field: 'value', weight: 'clinical', values: [] }] },
);
const warfarin = merge([
  medication({
    id: '3',
    source: 'riverside',
    title: 'Warfarin 5 mg tablet',
    when: on('2023-11'),
    status: {
      code: 'active',
      verification: null,
      reason: null,
      standing: 'current',
      retracted: false,
      corrected: false,
    },
    doses: [{ text: null, amount: quantity('5', 'mg'), route: null, perDay: 1, asNeeded: null }],
  }),
]);
const diabetes = merge([
  condition({
    id: '4',
    title: 'Type 2 diabetes mellitus',
    code: concept('Type 2 diabetes mellitus', 'http://hl7.org/fhir/sid/icd-10-cm', 'E11.9'),
    when: on('2015'),
    notes: [{ text: 'Tolerates metformin', author: null, time: null }],
  }),
]);
const undatedAllergy = merge([allergy({ id: '5', title: 'Penicillin', when: undated() })]);
const gone = merge([
  encounter({
    id: '6',
    title: 'Wrong chart visit',
    when: on('2024-01-02'),
    status: {
      code: 'entered-in-error',
      verification: null,
      reason: null,
      standing: 'unknown',
      retracted: true,
      corrected: false,
    },
  }),
]);
const all = [diabetes, undatedAllergy, gone, a1c, warfarin];

describe('rows', () => {
  it('stand newest first, undated last, with retracted ones hidden and counted', () => {
    const window = rows(build(all), EVERYTHING, 0, 10);
    expect(window.rows.map((row) => row.title)).toEqual([
      'Hemoglobin A1c',
      'Warfarin 5 mg tablet',
      'Type 2 diabetes mellitus',
      'Penicillin',
    ]);
    expect(window).toMatchObject({ total: 4, hiddenRetracted: 1, revision: 7 });
    expect(titles(all, { includeRetracted: true })).toContain('Wrong chart visit');
  });

  it('carry the source digits, every source in order, and what is wrong', () => {
    const [row] = rows(build(all), EVERYTHING, 0, 1).rows;
    expect(row).toMatchObject({ value: '8.20 %', sources: ['general', 'county'] });
    expect(row?.flags).toMatchObject({ conflict: true, safety: false, abnormal: 'abnormal', outside: false });
  });

  it('keep an honest time', () => {
    const list = rows(build(all), EVERYTHING, 0, 10).rows;
    expect(list.map((row) => row.time?.precision ?? null)).toEqual(['minute', 'month', 'year', null]);
    expect(list[0]?.time?.offset).toBe(60);
  });

  it('say by the home source alone what is outside', () => {
    expect(titles(all, { only: ['outside'] })).toEqual(['Warfarin 5 mg tablet']);
    expect(titles(all, { sources: sources('county') })).toEqual(['Hemoglobin A1c']);
  });

  it('are in a window when any part of what is known falls into it', () => {
    const year = (y: number) => ({ from: Date.UTC(y, 0, 1), to: Date.UTC(y + 1, 0, 1) });
    expect(titles(all, { window: year(2024) })).toEqual(['Hemoglobin A1c']);
    // 'Some time in 2015' is in the second half of 2015 as much as in the first.
    expect(titles(all, { window: { from: Date.UTC(2015, 8, 1), to: Date.UTC(2016, 0, 1) } })).toEqual([
      'Type 2 diabetes mellitus',
    ]);
  });

  it('never make the axis stretch to an implausible year', () => {
    const far = on('9999-12-31');
    if (far.kind !== 'at') throw new Error('a date');
    const odd = merge([
      observation({
        id: '9',
        title: 'Odd',
        when: { kind: 'at', at: { ...far.at, flag: 'implausible-year' } },
      }),
    ]);
    const timeline = build([...all, odd]);
    expect(overview(timeline, EVERYTHING, 10).span?.to).toBeLessThan(Date.UTC(2025, 0, 1));
    expect(rows(timeline, EVERYTHING, 0, 10).rows.at(-1)?.title).toBe('Odd');
  });
});

describe('what clinicians type', () => {
  const drug = (name: string) => merge([medication({ id: name, title: `${name} 5 mg tablet` })]);
  const result = (name: string) => merge([observation({ id: name.replaceAll(' ', ''), title: name })]);
  const record = [
    ...['warfarin', 'apixaban', 'metformin', 'furosemide', 'metoprolol', 'lisinopril'].map(drug),
    ...['Glucose', 'Potassium', 'Body weight 70 kg', 'Hemoglobin A1c', 'Blood pressure'].map(result),
    merge([
      condition({ id: 'x', title: 'Type 2 diabetes', code: concept('Type 2 diabetes', 'urn:x', 'E11.9') }),
    ]),
    merge([condition({ id: 'y', title: 'Acute myocardial infarction' })]),
    merge([observation({ id: 'z', title: 'Walk 30 minutes' })]),
    merge([observation({ id: 'r', title: 'Chest X-ray, two views' })]),
  ];
  it.each<[string, string]>([
    ['a1c', 'Hemoglobin A1c'],
    ['bp', 'Blood pressure'],
    ['e11.9', 'Type 2 diabetes'],
    ['warf', 'warfarin 5 mg tablet'],
    ['metfromin', 'metformin 5 mg tablet'],
    ['sugar', 'Glucose'],
    ['blood sugar', 'Glucose'],
    ['potasium', 'Potassium'],
    ['k', 'Potassium'],
    ['mi', 'Acute myocardial infarction'],
    ['lasix', 'furosemide 5 mg tablet'],
    ['beta blocker', 'metoprolol 5 mg tablet'],
    ['coumadin', 'warfarin 5 mg tablet'],
    ['chest xray', 'Chest X-ray, two views'],
    ['blood thinner', 'apixaban 5 mg tablet, warfarin 5 mg tablet'],
    ['warfarin', 'warfarin 5 mg tablet'],
  ])('%s finds %s', (text, found) => {
    expect(titles(record, { text }).sort().join(', ')).toBe(found);
  });

  it('is found whether the index was made in slices or at once', () => {
    const timeline = build(record);
    let slices = 1;
    while (!indexMore(timeline, 4)) slices++;
    expect(slices).toBe(4);
    expect(rows(timeline, { ...EVERYTHING, text: 'sugar' }, 0, 9).rows.map(({ title }) => title)).toEqual([
      'Glucose',
    ]);
  });
});

describe('what is left out', () => {
  const undatedOne = observation({ id: '1', title: 'Sodium', when: undated() });
  const coded = {
    title: 'Sodium',
    when: on('2024-03-14'),
    code: concept('Sodium', 'http://loinc.org', '2951-2'),
  };
  const both = merge([undatedOne, observation({ id: '2', source: 'county', ...coded })]);
  const only = (what: 'undated' | 'uncoded', source: string, masked = false) =>
    rows(
      build([both], () => masked),
      { ...EVERYTHING, only: [what], sources: sources(source) },
      0,
      9,
    ).total;

  it('is told of each source by its own record, and of what is masked not at all', () => {
    expect([only('undated', 'general'), only('undated', 'county')]).toEqual([1, 0]);
    expect([only('uncoded', 'general'), only('uncoded', 'county')]).toEqual([1, 0]);
    expect([only('undated', 'general', true), only('uncoded', 'general', true)]).toEqual([0, 0]);
  });
});

describe('search', () => {
  it('tells more texts apart than a short number can name', () => {
    const timeline = build(
      Array.from({ length: 2 ** 16 + 2 }, (_, i) =>
        merge([observation({ id: String(i), title: `kind${i}x` })]),
      ),
    );
    for (const i of [0, 1, 2 ** 16 - 1, 2 ** 16, 2 ** 16 + 1]) {
      const found = rows(timeline, { ...EVERYTHING, text: `kind${i}x` }, 0, 9).rows;
      expect(found.map(({ title }) => title)).toEqual([`kind${i}x`]);
    }
  });

  it.each([
    ['a1c', ['Hemoglobin A1c']],
    ['4548', ['Hemoglobin A1c']],
    ['haemoglobin', ['Hemoglobin A1c']],
    ['8.20', ['Hemoglobin A1c']],
    ['warf', ['Warfarin 5 mg tablet']],
    ['coumadin', ['Warfarin 5 mg tablet']],
    ['warfrain', ['Warfarin 5 mg tablet']],
    ['warfar 5 mg', ['Warfarin 5 mg tablet']],
    ['e11.9', ['Type 2 diabetes mellitus']],
    ['diabtes', ['Type 2 diabetes mellitus']],
    ['metformin', ['Type 2 diabetes mellitus']],
    ['pcn', ['Penicillin']],
    ['zebra', []],
    ['warf zebra', []],
  ])('%s', (text, expected) => {
    expect(titles(all, { text })).toEqual(expected);
  });

  it('finds blood pressure by its abbreviation, written as one value', () => {
    const pressure = merge([
      observation({
        id: '7',
        kind: 'panel',
        title: 'Blood pressure panel',
        when: on('2024-02-01'),
        components: ['8480-6', '8462-4'].map((code, i) => ({
          code: concept(i === 0 ? 'Systolic' : 'Diastolic', 'http://loinc.org', code),
          value: { kind: 'quantity', quantity: quantity(i === 0 ? '142' : '88', 'mmHg') },
          interpretation: [],
          ranges: [],
        })),
      }),
    ]);
    const [row] = rows(build([...all, pressure]), { ...EVERYTHING, text: 'bp' }, 0, 5).rows;
    expect(row?.value).toBe('142/88 mmHg');
  });
});

describe('a value', () => {
  it.each([
    ['1.3', '{INR}', null, '1.3'],
    ['7.40', '[pH]', null, '7.40 [pH]'],
    ['60', 'mL/min/{1.73_m2}', '>=', '≥60 mL/min/{1.73_m2}'],
    ['0.01', 'ng/mL', '<=', '≤0.01 ng/mL'],
    ['5', 'mg/L', '<', '<5 mg/L'],
  ] as const)('%s of %s', (digits, unit, comparator, expected) => {
    const fact = observation({
      id: '30',
      value: { kind: 'quantity', quantity: quantity(digits, unit, comparator) },
    });
    expect(rows(build([merge([fact])]), EVERYTHING, 0, 1).rows[0]?.value).toBe(expected);
  });
});

describe('what a row tells of a plan', () => {
  const plan = (
    kind: OtherFact['kind'],
    title: string,
    particulars: OtherFact['particulars'],
    people = {},
  ) => {
    const { status, provenance, sensitivity, when, source, ref } = a1c.shown;
    const base = { status, provenance, sensitivity, when, source, ref, title, type: 'X', subject: null };
    const none = { code: null, categories: [], people: [], notes: [], links: [], unsafe: false };
    return valueText({ ...base, ...none, ...people, kind, particulars, hasNarrative: false });
  };

  it.each([
    [
      'goal',
      'A1c',
      [
        ['Achievement', 'in-progress'],
        ['Due', '2026-12-31'],
      ],
      null,
    ],
    [
      'goal',
      'A1c',
      [
        ['Target', '7.5 %'],
        ['Due', '2026-12-31'],
      ],
      '7.5 %',
    ],
    [
      'referral',
      'Nephrology',
      [
        ['Intent', 'order'],
        ['Priority', 'urgent'],
        ['Reason', 'CKD'],
      ],
      'urgent · CKD',
    ],
    [
      'referral',
      'Nephrology',
      [
        ['Intent', 'order'],
        ['Priority', 'routine'],
      ],
      null,
    ],
    [
      'device',
      'Stride watch',
      [
        ['Type', 'Stride watch'],
        ['Serial number', '7'],
      ],
      '7',
    ],
    [
      'other',
      'Task',
      [
        ['Intent', 'order'],
        ['For', 'ServiceRequest/1-2'],
      ],
      null,
    ],
  ] as const)('%s %s: %j is %s', (kind, title, particulars, told) => {
    expect(
      plan(
        kind,
        title,
        particulars.map(([label, text]) => ({ label, text })),
      ),
    ).toBe(told);
  });

  it('names whom the patient meets, and not the patient', () => {
    const people = [
      { name: 'Maria Santos', ref: 'https://x.example/Patient/1', role: '' },
      { name: 'Ngozi Okonkwo', ref: 'Practitioner/2', role: '' },
    ];
    expect(plan('appointment', 'Visit', [], { people })).toBe('Ngozi Okonkwo');
  });
});

describe('a masked fact', () => {
  const timeline = build(all, (m) => m === a1c);
  const [row] = rows(timeline, EVERYTHING, 0, 1).rows;

  it('keeps its place and says nothing else', () => {
    expect(row).toMatchObject({ title: null, value: null, status: 'unknown', standing: 'unknown' });
    expect(row?.flags).toMatchObject({ masked: true, conflict: false, abnormal: null });
  });

  it('is not found by search or by what it would be flagged with', () => {
    for (const query of [
      { text: 'a1c' },
      { text: '8.2' },
      { only: ['abnormal'] as const },
      { only: ['conflict'] as const },
    ])
      expect(rows(timeline, { ...EVERYTHING, ...query }, 0, 5).total).toBe(0);
    const lane = overview(timeline, EVERYTHING, 4).lanes.find((l) => l.kind === 'observation');
    expect(lane?.abnormal.some((n) => n > 0)).toBe(false);
    expect(lane?.conflicts.some((n) => n > 0)).toBe(false);
  });
});

describe('what is new', () => {
  const written = (id: string, title: string, lastUpdated: string | null, recorded: string | null) => {
    const fact = observation({ id, title, when: on('2020-01-01') });
    const provenance = {
      ...fact.provenance,
      lastUpdated,
      recorded: recorded === null ? null : on(recorded),
    };
    return merge([{ ...fact, provenance }]);
  };
  const since = Date.UTC(2024, 0, 1);
  it('was added or changed since, by any of its sources, whenever it happened', () => {
    const facts = [
      written('40', 'Changed', '2024-02-01T00:00:00Z', '2020-01-02'),
      written('41', 'Added', null, '2024-02-01'),
      written('42', 'Old', '2023-12-31T23:59:59Z', null),
      written('43', 'Unstamped and old', null, null),
      merge([observation({ id: '44', title: 'Unstamped and new', when: on('2024-05-01') })]),
    ];
    expect(titles(facts, { since }).toSorted()).toEqual(['Added', 'Changed', 'Unstamped and new']);
    expect(titles(facts)).toHaveLength(5);
  });
});

describe('disputes', () => {
  const none = merge([allergy({ id: '20', source: 'county', title: 'No known allergies' })]);
  const peanut = merge([allergy({ id: '21', title: 'Peanut' })], {
    related: [{ id: none.id, kind: 'contradicts', why: 'beside it' }],
    conflicts: [
      { field: 'date', weight: 'minor', values: [] },
      { field: 'reaction', weight: 'clinical', values: [] },
      { field: 'criticality', weight: 'safety', values: [{ value: 'high', sources: [HOME] }] },
    ],
  });

  it('come gravest first, with what the fact stands against', () => {
    const row = rows(build([peanut, none]), EVERYTHING, 0, 5).rows.find((each) => each.title === 'Peanut');
    expect(row?.disputes.map(({ field }) => field)).toEqual(['criticality', 'reaction', 'contradicts']);
    expect(row?.disputes.at(-1)?.values).toEqual([{ value: 'No known allergies', sources: ['county'] }]);
  });

  it('of minutes between two clocks raise no flag', () => {
    const skewed = merge([observation({ id: '23', title: 'Potassium' })], {
      conflicts: [{ field: 'date', weight: 'minor', values: [] }],
    });
    const timeline = build([skewed, peanut, none]);
    const row = rows(timeline, EVERYTHING, 0, 5).rows.find((each) => each.title === 'Potassium');
    expect(row).toMatchObject({ disputes: [], flags: { conflict: false, safety: false } });
    expect(rows(timeline, { ...EVERYTHING, only: ['conflict'] }, 0, 5).total).toBe(1);
  });

  it('do not name what is masked', () => {
    const timeline = build([peanut, none], (m) => m === none);
    expect(JSON.stringify(rows(timeline, EVERYTHING, 0, 5))).not.toContain('No known');
    const alone = merge([allergy({ id: '22', title: 'Egg' })], {
      related: [{ id: none.id, kind: 'contradicts', why: 'beside it' }],
    });
    const [row] = rows(
      build([alone, none], (m) => m === none),
      { ...EVERYTHING, text: 'egg' },
      0,
      5,
    ).rows;
    expect(row?.flags).toMatchObject({ conflict: false, safety: false });
  });
});

describe('overview', () => {
  it('draws what goes on through a window in which nothing about it happened', () => {
    const window = { from: Date.UTC(2024, 5, 1), to: Date.UTC(2024, 6, 1) };
    const lane = overview(build(all), { ...EVERYTHING, window }, 30).lanes.find(
      (l) => l.kind === 'medication',
    );
    expect(lane).toMatchObject({
      total: 0,
      bars: [{ title: 'Warfarin 5 mg tablet', to: null, current: true }],
    });
  });

  it('draws on what is shown as over where a source that disagrees says that it goes on', () => {
    const pointOn = (day: string) => {
      const date = on(day);
      return date.kind === 'at' ? date.at : null;
    };
    const status = (code: string, standing: 'current' | 'ended'): Fact['status'] => ({
      ...medication({ id: '0' }).status,
      code,
      standing,
    });
    const stopped = medication({
      id: '71',
      when: { kind: 'period', start: pointOn('2022-05-16'), end: pointOn('2022-06-01') },
      status: status('stopped', 'ended'),
    });
    const active = medication({ id: '72', source: 'riverside', status: status('active', 'current') });
    const values = [
      { value: 'active', sources: sources('riverside') },
      { value: 'stopped', sources: sources('general') },
    ];
    const bars = (merged: Merged, masked = false) =>
      overview(
        build([merged], () => masked),
        { ...EVERYTHING, window: { from: Date.UTC(2024, 0), to: Date.UTC(2025, 0) } },
        30,
      ).lanes[0]?.bars;
    const torn = merge([stopped, active], { conflicts: [{ field: 'status', values, weight: 'safety' }] });
    expect(bars(torn)).toMatchObject([{ current: false, doubted: true }]);
    expect(bars(torn, true)).toBeUndefined();
    // The same source's later word is no disagreement.
    expect(bars(merge([stopped, active]))).toBeUndefined();
  });

  it('does not draw a problem as going on where no source says so', () => {
    expect(overview(build(all), EVERYTHING, 30).lanes.find((l) => l.kind === 'condition')?.bars).toEqual([]);
  });

  it('has no span where nothing is dated', () => {
    const view = overview(build([undatedAllergy]), EVERYTHING, 5);
    expect(view.span).toBeNull();
    expect(view.lanes[0]).toMatchObject({ total: 1, undated: 1 });
  });
});
