/** What is planned, agreed, referred and booked. */
import { SYSTEM, coding, concept, hl7, snomed } from '../codes/systems.ts';
import type { CodeableConcept } from '../codes/systems.ts';
import type { Chart, Rec } from '../chart.ts';
import { ORGS } from '../orgs.ts';
import type { StaffKey } from '../orgs.ts';
import type { OrgKey } from '../types.ts';

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
