/** What is planned, agreed, referred, asked, implanted, inherited, consented and paid. */
import { SYSTEM, coding, concept, hl7, snomed } from '../codes/systems.ts';
import type { CodeableConcept } from '../codes/systems.ts';
import type { Problem } from '../codes/problems.ts';
import type { Chart, Label, Rec } from '../chart.ts';
import { OUTSIDE, ORGS } from '../orgs.ts';
import type { OutsideKey, StaffKey } from '../orgs.ts';
import type { OrgKey } from '../types.ts';
import { problemCode } from './conditions.ts';

export function carePlan(
  chart: Chart,
  org: OrgKey,
  spec: {
    title: string;
    at: string;
    text: string;
    addresses?: readonly Rec[];
    goals?: readonly Rec[];
    doctor?: StaffKey;
    status?: string;
  },
): Rec {
  return chart.put(
    org,
    'CarePlan',
    {
      text: {
        status: 'additional',
        div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${spec.text}</p></div>`,
      },
      status: spec.status ?? 'active',
      intent: 'plan',
      category: [
        concept(
          undefined,
          coding(
            'http://hl7.org/fhir/us/core/CodeSystem/careplan-category',
            'assess-plan',
            'Assessment and Plan of Treatment',
          ),
        ),
      ],
      title: spec.title,
      period: { start: spec.at },
      author: spec.doctor ? chart.staff(org, spec.doctor) : undefined,
      addresses: spec.addresses?.map((rec) => ({ reference: rec.ref })),
      goal: spec.goals?.map((rec) => ({ reference: rec.ref })),
    },
    { at: spec.at, author: spec.doctor, profile: 'us-core-careplan' },
  );
}

export const goal = (
  chart: Chart,
  org: OrgKey,
  spec: { text: string; start: string; due?: string; status?: string; achievement?: string },
): Rec =>
  chart.put(
    org,
    'Goal',
    {
      lifecycleStatus: spec.status ?? 'active',
      achievementStatus: spec.achievement ? hl7('goal-achievement', spec.achievement) : undefined,
      description: { text: spec.text },
      startDate: spec.start,
      target: spec.due ? [{ dueDate: spec.due }] : undefined,
    },
    { at: spec.start, profile: 'us-core-goal' },
  );

export const careTeam = (
  chart: Chart,
  org: OrgKey,
  spec: { name: string; start: string; members: readonly (readonly [string, StaffKey])[] },
): Rec =>
  chart.put(
    org,
    'CareTeam',
    {
      status: 'active',
      name: spec.name,
      period: { start: spec.start },
      participant: spec.members.map(([role, key]) => ({
        role: [{ text: role }],
        member: chart.staff(org, key),
      })),
    },
    { at: spec.start, profile: 'us-core-careteam' },
  );

export const referral = (
  chart: Chart,
  org: OrgKey,
  spec: {
    text: string;
    code?: CodeableConcept;
    at: string;
    doctor: StaffKey;
    to?: StaffKey;
    status?: string;
    priority?: string;
    reason?: Rec | undefined;
    reasonText?: string;
    encounter?: Rec | undefined;
    number?: string;
    origin?: OrgKey;
  },
): Rec =>
  chart.put(
    org,
    'ServiceRequest',
    {
      identifier: spec.number
        ? [{ system: `urn:oid:${ORGS[spec.origin ?? org].oid}.14`, value: spec.number }]
        : undefined,
      status: spec.status ?? 'active',
      intent: 'order',
      category: [snomed('3457005', 'Patient referral (procedure)')],
      priority: spec.priority ?? 'routine',
      code:
        spec.code ??
        concept(spec.text, coding(SYSTEM.snomed, '103696004', 'Patient referral to specialist (procedure)')),
      encounter: spec.encounter ? { reference: spec.encounter.ref } : undefined,
      authoredOn: chart.when(org, spec.at),
      requester: chart.staff(org, spec.doctor),
      performer: spec.to ? [chart.staff(org, spec.to)] : undefined,
      reasonReference: spec.reason ? [{ reference: spec.reason.ref }] : undefined,
      reasonCode: spec.reasonText ? [{ text: spec.reasonText }] : undefined,
    },
    { at: spec.at, author: spec.doctor, origin: spec.origin, profile: 'us-core-servicerequest' },
  );

export const referralTask = (
  chart: Chart,
  org: OrgKey,
  spec: { focus: Rec; at: string; status: string; description: string; doctor: StaffKey },
): Rec =>
  chart.put(
    org,
    'Task',
    {
      status: spec.status,
      intent: 'order',
      code: concept(
        undefined,
        coding('http://hl7.org/fhir/CodeSystem/task-code', 'fulfill', 'Fulfill the focal request'),
      ),
      description: spec.description,
      focus: { reference: spec.focus.ref },
      authoredOn: chart.when(org, spec.at),
      lastModified: chart.when(org, spec.at),
      requester: chart.staff(org, spec.doctor),
    },
    { at: spec.at },
  );

export const appointment = (
  chart: Chart,
  org: OrgKey,
  spec: {
    text: string;
    start: string;
    end: string;
    doctor: StaffKey;
    status?: string;
    basedOn?: Rec;
    created: string;
  },
): Rec =>
  chart.put(
    org,
    'Appointment',
    {
      status: spec.status ?? 'booked',
      description: spec.text,
      start: chart.when(org, spec.start),
      end: chart.when(org, spec.end),
      created: chart.when(org, spec.created),
      basedOn: spec.basedOn ? [{ reference: spec.basedOn.ref }] : undefined,
      participant: [
        { actor: chart.patientRef(org), status: 'accepted' },
        { actor: chart.staff(org, spec.doctor), status: 'accepted' },
      ],
    },
    { at: spec.created },
  );

export const device = (
  chart: Chart,
  org: OrgKey,
  spec: {
    type: readonly [string, string];
    text: string;
    at?: string;
    manufacturer?: string;
    status?: string;
    serial?: string;
    origin?: OutsideKey;
  },
): Rec =>
  chart.put(
    org,
    'Device',
    {
      status: spec.status ?? 'active',
      manufacturer: spec.manufacturer,
      manufactureDate: spec.at,
      serialNumber: spec.serial,
      deviceName: [{ name: spec.text, type: 'user-friendly-name' }],
      type: concept(spec.text, coding(SYSTEM.snomed, ...spec.type)),
    },
    { at: spec.at, origin: spec.origin, profile: 'us-core-implantable-device' },
  );

export const familyHistory = (
  chart: Chart,
  org: OrgKey,
  spec: {
    relation: readonly [string, string];
    problem: Problem;
    onsetAge?: number;
    at?: string;
    text?: string;
  },
): Rec =>
  chart.put(
    org,
    'FamilyMemberHistory',
    {
      status: 'completed',
      date: spec.at,
      relationship: hl7('v3-RoleCode', ...spec.relation),
      condition: [
        {
          code: problemCode(org, spec.problem, org === 'riverside' ? 'text' : 'snomed'),
          ...(spec.onsetAge
            ? { onsetAge: { value: spec.onsetAge, unit: 'years', system: SYSTEM.ucum, code: 'a' } }
            : {}),
        },
      ],
    },
    { at: spec.at },
  );

export const questionnaire = (
  chart: Chart,
  org: OrgKey,
  spec: {
    name: string;
    at: string;
    items: readonly (readonly [string, string])[];
    label?: Label;
    encounter?: Rec | undefined;
  },
): Rec =>
  chart.put(
    org,
    'QuestionnaireResponse',
    {
      questionnaire: `https://forms.riverside-clinic.example/Questionnaire/${spec.name}`,
      status: 'completed',
      encounter: spec.encounter ? { reference: spec.encounter.ref } : undefined,
      authored: chart.when(org, spec.at),
      source: chart.patientRef(org),
      item: spec.items.map(([text, value], i) => ({
        linkId: String(i + 1),
        text,
        answer: [{ valueString: value }],
      })),
    },
    { at: spec.at, label: spec.label, profile: 'us-core-questionnaireresponse' },
  );

export const consent = (
  chart: Chart,
  org: OrgKey,
  spec: { at: string; type: 'permit' | 'deny'; scope: string; label?: Label; text: string; status?: string },
): Rec =>
  chart.put(
    org,
    'Consent',
    {
      text: {
        status: 'additional',
        div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${spec.text}</p></div>`,
      },
      status: spec.status ?? 'active',
      scope: hl7('consentscope', 'patient-privacy', 'Privacy Consent'),
      category: [concept(undefined, coding(SYSTEM.loinc, '59284-0', 'Consent Document'))],
      dateTime: chart.when(org, spec.at),
      organization: [chart.organization(org, org)],
      policyRule: hl7('v3-ActCode', spec.scope),
      provision: {
        type: spec.type,
        ...(spec.label ? { securityLabel: [coding(SYSTEM.actCode, spec.label)] } : {}),
      },
    },
    { at: spec.at, label: spec.label },
  );

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
