/** What the insurer knows: cover, and what it paid. */
import { SYSTEM, coding, hl7 } from '../codes/systems.ts';
import type { Problem } from '../codes/problems.ts';
import type { Chart, Rec } from '../chart.ts';
import { OUTSIDE } from '../orgs.ts';
import type { OutsideKey } from '../orgs.ts';
import type { OrgKey } from '../types.ts';
import { problemCode } from './conditions.ts';

const MEMBER = `urn:oid:${OUTSIDE.payer.oid}.1`;

export const coverage = (
  chart: Chart,
  org: OrgKey,
  spec: { member: string; start: string; end?: string; status?: string; plan: string },
): Rec =>
  chart.put(
    org,
    'Coverage',
    {
      identifier: [
        {
          type: { coding: [coding(SYSTEM.identifierType, 'MB', 'Member Number')] },
          system: MEMBER,
          value: spec.member,
        },
      ],
      status: spec.status ?? 'active',
      type: hl7('v3-ActCode', 'HIP', 'health insurance plan policy'),
      subscriberId: spec.member,
      relationship: hl7('subscriber-relationship', 'self', 'Self'),
      period: { start: spec.start, ...(spec.end ? { end: spec.end } : {}) },
      payor: [chart.organization(org, 'payer')],
      class: [{ type: hl7('coverage-class', 'plan', 'Plan'), value: spec.plan, name: spec.plan }],
    },
    { at: spec.start, origin: 'payer', profile: 'us-core-coverage' },
  );

export const claim = (
  chart: Chart,
  org: OrgKey,
  spec: {
    at: string;
    coverage: Rec;
    provider: OrgKey | OutsideKey;
    type: 'professional' | 'institutional' | 'pharmacy';
    item: string;
    diagnosis?: Problem;
    billed: string;
    paid: string;
  },
): Rec => {
  const money = (value: string) => ({ value: Number(value), currency: 'USD' });
  return chart.put(
    org,
    'ExplanationOfBenefit',
    {
      status: 'active',
      type: hl7('claim-type', spec.type),
      use: 'claim',
      billablePeriod: { start: spec.at, end: spec.at },
      created: spec.at,
      insurer: chart.organization(org, 'payer'),
      provider: chart.organization(org, spec.provider),
      outcome: 'complete',
      diagnosis: spec.diagnosis
        ? [{ sequence: 1, diagnosisCodeableConcept: problemCode(org, spec.diagnosis, 'icd10') }]
        : undefined,
      insurance: [{ focal: true, coverage: { reference: spec.coverage.ref } }],
      item: [
        {
          sequence: 1,
          ...(spec.diagnosis ? { diagnosisSequence: [1] } : {}),
          productOrService: { text: spec.item },
          servicedDate: spec.at,
          net: money(spec.billed),
        },
      ],
      total: [
        { category: hl7('adjudication', 'submitted', 'Submitted Amount'), amount: money(spec.billed) },
        { category: hl7('adjudication', 'benefit', 'Benefit Amount'), amount: money(spec.paid) },
      ],
    },
    { at: spec.at, origin: 'payer' },
  );
};
