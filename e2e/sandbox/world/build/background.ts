/** What is implanted, inherited, asked and consented to. */
import { SYSTEM, coding, concept, hl7 } from '../codes/systems.ts';
import type { Problem } from '../codes/problems.ts';
import type { Chart, Rec } from '../chart.ts';
import type { Label } from '../labels.ts';
import type { OutsideKey } from '../orgs.ts';
import type { OrgKey } from '../types.ts';
import { problemCode } from './conditions.ts';

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
