/** The small pools that messy facts are drawn from, so that they collide. */
import fc from 'fast-check';
import type { Concept, ObservationFact, Sensitivity, SourceId, Status } from '../../record/index.ts';
import * as make from './facts.ts';

export const sources: readonly SourceId[] = [make.A, make.B, make.C];

/** Concepts that are equal by map, by a shared code, by text only, or not at all. */
export const concepts: readonly Concept[] = [
  make.concept('lab:glucose', 'Glucose'),
  make.concept('lab:hba1c', 'HbA1c'),
  make.concept('http://loinc.org|1', 'Sodium'),
  { ...make.concept('urn:oid:2.16.840.1.113883.6.1|1', 'Sodium level') },
  {
    codings: [
      { system: 'http://loinc.org', code: '1', display: 'Sodium' },
      { system: 'urn:local', code: 'NA', display: 'Na' },
    ],
    text: null,
    display: 'Sodium',
    canonical: null,
  },
  make.concept('urn:local|NA', 'Na'),
  { ...make.concept('urn:local|NA', 'S-Natrium'), canonical: 'lab:sodium' },
  make.words('Sodium'),
  make.words('glucose'),
];

const times = [
  null,
  '2024',
  '2024-03',
  '2024-03-14',
  '2024-03-15',
  '2024-03-14T08:00:00-05:00',
  '2024-03-14T08:00-05:00',
  '2024-03-14T13:00:00Z',
  '2024-03-14T13:03:00Z',
  '2024-03-14T13:06:30Z',
  '2024-03-14T14:00:00Z',
  '2024-03-14T08:00:00',
  '2024-03-14T08:00:00Z',
  '2024-03-14T22:30:00-05:00',
  '2024-03-15T03:31:00Z',
];

export const when = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...times).map(make.at) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...times), fc.constantFrom(...times))
      .map(([a, b]) => make.period(a, b)),
  },
);

export const statuses: readonly Status[] = [
  make.status('final'),
  make.status('active'),
  make.status('stopped'),
  make.status('completed'),
  make.status('corrected'),
  make.status('entered-in-error'),
  make.status('not-done'),
  make.status('active', { verification: 'confirmed' }),
  make.status('inactive', { verification: 'refuted', standing: 'ended' }),
  make.status('unknown'),
];

export const labels: readonly Sensitivity[] = [
  { confidentiality: 'unknown', classes: [], caveats: [] },
  { confidentiality: 'N', classes: [], caveats: [] },
  { confidentiality: 'R', classes: ['PSY'], caveats: [] },
  { confidentiality: 'V', classes: ['HIV', 'SUD'], caveats: ['NORDSCLCD'] },
];

export const values: readonly ObservationFact['value'][] = [
  null,
  { kind: 'quantity' as const, quantity: make.quantity('110') },
  { kind: 'quantity' as const, quantity: make.quantity('110', null) },
  { kind: 'quantity' as const, quantity: make.quantity('110', 'ng/L') },
  // What no table converts, as it stands: gm/dL is not mg/dL.
  { kind: 'quantity' as const, quantity: { ...make.quantity('110', 'gm/dL'), canonical: null } },
  { kind: 'quantity' as const, quantity: { ...make.quantity('110'), canonical: null } },
  { kind: 'quantity' as const, quantity: make.quantity('<110') },
  { kind: 'quantity' as const, quantity: make.quantity('6.1', 'mmol/L', [109.9, 'mg/dL', 0.9]) },
  { kind: 'quantity' as const, quantity: make.quantity('110.4') },
  { kind: 'quantity' as const, quantity: make.quantity('190') },
  { kind: 'text' as const, text: 'Positive' },
  { kind: 'concept' as const, concept: make.words('positive') },
  { kind: 'absent' as const, reason: 'unknown' },
];
