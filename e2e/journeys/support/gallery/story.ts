/** One invented patient, told by four organisations that do not quite agree: enough to draw every state with. */
import type { Fact, LedgerLine, Merged, Person, SourceId, Value } from '../../../../src/record/index.ts';
import { resourceRef, sourceId } from '../../../../src/record/index.ts';
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
} from '../../../../src/timeline/testing/facts.ts';

const status = (code: string, standing: Fact['status']['standing'], retracted = false): Fact['status'] => ({
  code,
  verification: null,
  reason: null,
  standing,
  retracted,
  corrected: false,
});
const src = (id: string): SourceId => sourceId(id);
let next = 0;
const id = (): string => String(++next);
const number = (text: string, unit: string): Value => ({ kind: 'quantity', quantity: quantity(text, unit) });
const period = (from: string, to: string | null): Fact['when'] => {
  const start = on(from);
  const end = to === null ? null : on(to);
  return {
    kind: 'period',
    start: start.kind === 'at' ? start.at : null,
    end: end?.kind === 'at' ? end.at : null,
  };
};

function lab(
  title: string,
  code: string,
  when: string,
  value: string,
  unit: string,
  flag = '',
  source = 'general',
) {
  return observation({
    id: id(),
    source,
    title,
    code: concept(title, 'http://loinc.org', code),
    when: on(when),
    status: status('final', 'current'),
    value: number(value, unit),
    interpretation: flag === '' ? [] : [flag],
    ranges: [{ low: null, high: quantity('5.6', unit), text: null, type: null, appliesTo: null }],
    categories: ['laboratory'],
  });
}

function pressure(when: string, high: string, low: string, source: string) {
  return observation({
    id: id(),
    source,
    kind: 'panel',
    title: 'Blood pressure',
    code: concept('Blood pressure panel', 'http://loinc.org', '85354-9'),
    when: on(when),
    status: status('final', 'current'),
    components: [
      ['8480-6', 'Systolic blood pressure', high],
      ['8462-4', 'Diastolic blood pressure', low],
    ].map(([code = '', name = '', value = '']) => ({
      code: concept(name, 'http://loinc.org', code),
      value: number(value, 'mmHg'),
      interpretation: Number(value) > 139 ? ['H'] : [],
      ranges: [],
    })),
  });
}

function chronic(): Merged[] {
  const warfarinHere = medication({
    id: id(),
    title: 'Warfarin 5 mg oral tablet',
    when: on('2023-11-02'),
    status: status('active', 'current'),
    drug: { ingredients: ['warfarin'], strength: '5 mg', form: 'tablet', classes: ['anticoagulant'] },
    doses: [{ text: '5 mg daily', amount: quantity('5', 'mg'), route: null, perDay: 1, asNeeded: false }],
    people: [{ name: 'Dr Ada Byron', ref: 'Practitioner/7', role: 'requester' }],
    provenance: {
      version: '3',
      lastUpdated: '2024-02-01T10:00:00Z',
      metaSource: null,
      recorded: on('2023-11-02T09:14Z'),
      author: { name: 'Dr Ada Byron', ref: null, role: 'author' },
      organisation: { name: 'General Hospital', ref: null, role: 'custodian' },
      transmitter: null,
      identifiers: [],
      fetchedAt: Date.UTC(2026, 10, 20, 12, 0),
    },
  });
  const warfarinThere = medication({
    id: id(),
    source: 'riverside',
    title: 'Warfarin sodium 5 MG Oral Tablet',
    when: on('2023-11'),
    status: status('stopped', 'ended'),
    doses: [{ text: '2.5 mg daily', amount: quantity('2.5', 'mg'), route: null, perDay: 1, asNeeded: false }],
    notes: [
      {
        text: 'Stopped after INR 4.6; patient to restart at cardiology’s advice.',
        author: 'J. Okafor NP',
        time: null,
      },
    ],
  });
  const warfarin = merge([warfarinHere, warfarinThere], {
    conflicts: [
      {
        field: 'status',
        weight: 'safety',
        values: [
          { value: 'active', sources: [src('general')] },
          { value: 'stopped', sources: [src('riverside')] },
        ],
      },
      {
        field: 'dose',
        weight: 'safety',
        values: [
          { value: '5 mg daily', sources: [src('general')] },
          { value: '2.5 mg daily', sources: [src('riverside')] },
        ],
      },
    ],
    joined: [
      {
        rule: 'same ingredient and strength, overlapping course',
        keys: ['warfarin', '5 mg', '2023-11'],
        tolerance: '31 days',
        a: { source: src('general'), ref: warfarinHere.ref },
        b: { source: src('riverside'), ref: warfarinThere.ref },
      },
    ],
  });
  const none = merge([
    allergy({
      id: id(),
      source: 'county',
      title: 'No known allergies',
      negates: 'all',
      when: on('2022-05-10'),
      status: status('active', 'current'),
    }),
  ]);
  const penicillin = merge(
    [
      allergy({
        id: id(),
        title: 'Penicillin',
        when: on('2009'),
        status: { ...status('active', 'current'), verification: 'confirmed' },
        criticality: 'high',
        reactions: [{ manifestations: [concept('Anaphylaxis')], severity: 'severe' }],
      }),
      allergy({
        id: id(),
        source: 'riverside',
        title: 'Penicillins',
        when: on('2009-06'),
        status: status('active', 'current'),
        criticality: 'low',
      }),
    ],
    {
      related: [{ id: none.id, kind: 'contradicts', why: 'No known allergies is recorded beside it' }],
      conflicts: [
        {
          field: 'criticality',
          weight: 'safety',
          values: [
            { value: 'high', sources: [src('general')] },
            { value: 'low', sources: [src('riverside')] },
          ],
        },
      ],
    },
  );
  const problems: readonly [string, string, string, string][] = [
    ['Atrial fibrillation', 'I48.91', '2019-08', 'general'],
    ['Type 2 diabetes mellitus', 'E11.9', '2015', 'general'],
    ['Essential hypertension', 'I10', '2011-02-17', 'riverside'],
    ['Chronic kidney disease stage 3', 'N18.3', '2021-09-30', 'county'],
  ];
  const drugs: readonly [string, string, string, string, string | null][] = [
    ['Metformin 1000 mg oral tablet', '1 tablet twice daily', '2015-06-01', 'general', null],
    ['Lisinopril 20 mg oral tablet', '20 mg daily', '2011-03-01', 'riverside', null],
    ['Atorvastatin 40 mg oral tablet', '40 mg at night', '2017-01-09', 'general', null],
    ['Amoxicillin 500 mg oral capsule', '500 mg three times daily', '2018-02-04', 'county', '2018-02-11'],
  ];
  return [
    warfarin,
    merge([{ ...none.shown }], {
      related: [{ id: penicillin.id, kind: 'contradicts', why: 'Penicillin allergy is recorded beside it' }],
    }),
    penicillin,
    ...problems.map(([title, code, when, source]) =>
      merge([
        condition({
          id: id(),
          source,
          title,
          code: concept(title, 'http://hl7.org/fhir/sid/icd-10-cm', code),
          when: on(when),
          status: { ...status('active', 'current'), verification: 'confirmed' },
        }),
        condition({
          id: id(),
          source: source === 'general' ? 'county' : 'general',
          title,
          when: on(when),
          status: status('active', 'current'),
        }),
      ]),
    ),
    merge([
      condition({
        id: id(),
        title: 'Community acquired pneumonia',
        when: on('2018-02-02'),
        abatement: on('2018-03-01'),
        status: status('resolved', 'ended'),
      }),
    ]),
    ...drugs.map(([title, text, from, source, to]) =>
      merge([
        medication({
          id: id(),
          source,
          title,
          when: period(from, to),
          status: to === null ? status('active', 'current') : status('completed', 'ended'),
          doses: [{ text, amount: null, route: null, perDay: null, asNeeded: null }],
        }),
      ]),
    ),
  ];
}

function visits(): Merged[] {
  const facts: Merged[] = [];
  for (let year = 2009; year <= 2024; year++)
    for (let n = 0; n < 3 + (year % 4); n++) {
      const source = ['general', 'riverside', 'county'][(year + n) % 3] ?? 'general';
      const month = String(1 + ((n * 3 + year) % 12)).padStart(2, '0');
      const day = String(1 + ((n * 7 + year) % 27)).padStart(2, '0');
      const date = `${year}-${month}-${day}`;
      const title =
        ['Office visit', 'Cardiology clinic', 'Emergency department visit', 'Telephone encounter'][n % 4] ??
        '';
      facts.push(
        merge([
          encounter({
            id: id(),
            source,
            title,
            when: period(`${date}T09:0${n % 6}-05:00`, `${date}T09:4${n % 6}-05:00`),
            status: status('finished', 'ended'),
            encounterClass: 'AMB',
            reasons: [concept(n % 2 === 0 ? 'Follow-up of atrial fibrillation' : 'Diabetes review')],
          }),
        ]),
        merge([
          pressure(
            `${date}T09:12-05:00`,
            String(124 + ((year * 7 + n * 5) % 28)),
            String(76 + (n % 14)),
            source,
          ),
        ]),
        merge([
          lab(
            'Creatinine',
            '2160-0',
            `${date}T10:05-05:00`,
            (0.9 + (year - 2009) * 0.03 + n * 0.02).toFixed(2),
            'mg/dL',
            '',
            'valley',
          ),
        ]),
        merge([
          lab(
            'Potassium',
            '2823-3',
            `${date}T10:05-05:00`,
            (3.9 + (n % 5) * 0.3).toFixed(1),
            'mmol/L',
            n === 5 ? 'HH' : '',
            'valley',
          ),
        ]),
      );
      if (n % 2 === 0) {
        const value = (6.4 + ((year + n) % 9) * 0.25).toFixed(1);
        const mine = lab(
          'Hemoglobin A1c',
          '4548-4',
          `${date}T08:10-05:00`,
          value,
          '%',
          Number(value) > 7 ? 'H' : '',
        );
        const theirs = lab(
          'HbA1c',
          '4548-4',
          date,
          String(Math.round((Number(value) - 2.152) / 0.09148)),
          'mmol/mol',
          '',
          'county',
        );
        facts.push(merge([mine, theirs]));
      }
    }
  return facts;
}

const odds = (): Merged[] => [
  merge([
    observation({
      id: id(),
      source: 'county',
      title: 'Smoking status',
      kind: 'social',
      when: on('2022-05-10'),
      status: status('final', 'current'),
      value: { kind: 'concept', concept: concept('Former smoker') },
    }),
  ]),
  merge([
    observation({
      id: id(),
      source: 'valley',
      title: 'INR',
      code: concept('INR', 'http://loinc.org', '6301-6'),
      when: on('2024-03-14T11:20-05:00'),
      status: status('final', 'current'),
      value: number('4.6', '{INR}'),
      interpretation: ['HH'],
    }),
  ]),
  merge([
    observation({
      id: id(),
      source: 'general',
      title: 'Weight of another patient',
      when: on('2024-01-03'),
      status: status('entered-in-error', 'unknown', true),
      value: number('70.10', 'kg'),
    }),
  ]),
  merge([allergy({ id: id(), source: 'riverside', title: 'Latex', status: status('active', 'current') })]),
  merge([
    encounter({
      id: id(),
      source: 'riverside',
      title: 'Psychotherapy',
      when: on('2023-09-12T15:00-05:00'),
      status: status('finished', 'ended'),
      sensitivity: { confidentiality: 'R', classes: ['PSY'], caveats: [] },
    }),
  ]),
];

export const facts = (): Merged[] => [...chronic(), ...visits(), ...odds()];

/** The same patient with so many results that nothing but a level of detail can draw them. */
export function many(count: number): Merged[] {
  const extra = Array.from({ length: count }, (_, i) =>
    merge([
      lab(
        `Monitor channel ${i % 40}`,
        `${i % 40}-0`,
        new Date(Date.UTC(2009, 0, 1) + i * 4.9e6).toISOString().slice(0, 16) + 'Z',
        String(60 + (i % 50)),
        '/min',
        i % 997 === 0 ? 'HH' : '',
        ['general', 'valley', 'county'][i % 3],
      ),
    ]),
  );
  return [...facts(), ...extra];
}

const ref =
  resourceRef('Patient/p1') ??
  (() => {
    throw new Error('a reference');
  })();

export function person(source: string, mrn: string): Person {
  return {
    source: src(source),
    ref,
    names: [{ use: 'official', family: 'Santos', given: ['Maria', 'Elena'], suffix: [], text: null }],
    birthDate: on('1957-04-23'),
    gender: 'female',
    identifiers: [{ system: 'urn:x', value: mrn, type: 'MR', use: null }],
    addresses: [],
    phones: [],
    emails: [],
    multipleBirth: null,
    deceased: null,
    active: true,
    links: [],
  };
}

export const lines = (
  source: string,
  state: 'complete' | 'loading' | 'partial' | 'mixed',
): readonly LedgerLine[] =>
  [
    'Patient',
    'Encounter',
    'Condition',
    'Observation',
    'MedicationRequest',
    'AllergyIntolerance',
    'DocumentReference',
  ].map((type, i) => ({
    source: src(source),
    type,
    category: type === 'Observation' ? 'laboratory' : null,
    remarks: type === 'Observation' ? ['asked again without a category'] : [],
    state:
      state === 'loading' && i > 2
        ? { kind: 'loading', received: 11 * i, about: i === 3 ? 140 : null }
        : state !== 'complete' && i === 6
          ? { kind: 'not-granted', detail: 'scope patient/DocumentReference.rs was not granted' }
          : state === 'mixed' && i === 3
            ? {
                kind: 'partial',
                received: 88,
                about: 140,
                why: { kind: 'timed-out', afterMs: 30000 },
                missingBefore: Date.UTC(2016, 4, 1),
                at: Date.UTC(2026, 10, 20, 12),
              }
            : state === 'mixed' && i === 5
              ? {
                  kind: 'failed',
                  why: { kind: 'server-error', status: 502, detail: 'Bad gateway' },
                  at: Date.UTC(2026, 10, 20, 12),
                }
              : { kind: 'complete', received: 7 * (i + 1), at: Date.UTC(2026, 10, 20, 12) },
  }));
