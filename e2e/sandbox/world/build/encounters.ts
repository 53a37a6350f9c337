/** Visits, from a clinic appointment to the emergency visit inside an admission. */
import { SYSTEM, coding, concept } from '../codes/systems.ts';
import type { Chart, Rec } from '../chart.ts';
import type { Label } from '../labels.ts';
import { ORGS, OUTSIDE } from '../orgs.ts';
import type { OutsideKey, PlaceKey, StaffKey } from '../orgs.ts';
import { addMinutes } from '../time.ts';
import type { OrgKey } from '../types.ts';

const CLASS = {
  AMB: 'ambulatory',
  IMP: 'inpatient encounter',
  EMER: 'emergency',
  VR: 'virtual',
  HH: 'home health',
} as const;
type EncounterClass = keyof typeof CLASS;

export interface Visit {
  readonly class: EncounterClass;
  /** SNOMED CT code and display of the type; the text is what the department calls it. */
  readonly type: readonly [string, string];
  readonly text: string;
  readonly start: string;
  /** Minutes, or the local time it ended; absent while it goes on. */
  readonly end?: number | string | undefined;
  readonly status?: string | undefined;
  readonly reason?: string | undefined;
  readonly doctor?: StaffKey | undefined;
  readonly place?: PlaceKey | undefined;
  readonly partOf?: Rec | undefined;
  /** The visit number; the exchange often passes it on. */
  readonly number?: string | undefined;
  readonly diagnoses?: readonly Rec[] | undefined;
  readonly label?: Label | undefined;
  readonly origin?: OrgKey | OutsideKey | undefined;
  readonly discharge?: readonly [string, string] | undefined;
  readonly provenance?: boolean | undefined;
}

export function visit(chart: Chart, org: OrgKey, spec: Visit): Rec {
  const end = typeof spec.end === 'number' ? addMinutes(spec.start, spec.end) : spec.end;
  const origin = spec.origin ?? org;
  const numberSystem = `urn:oid:${origin in ORGS ? ORGS[origin as OrgKey].oid : OUTSIDE[origin as OutsideKey].oid}.2`;
  return chart.put(
    org,
    'Encounter',
    {
      identifier: spec.number === undefined ? undefined : [{ system: numberSystem, value: spec.number }],
      status: spec.status ?? 'finished',
      class: coding(SYSTEM.actCode, spec.class, CLASS[spec.class]),
      type: [encounterType(org, spec)],
      participant: spec.doctor ? [{ individual: chart.staff(org, spec.doctor), type: [PRIMARY] }] : undefined,
      period: end
        ? { start: chart.when(org, spec.start), end: chart.when(org, end) }
        : { start: chart.when(org, spec.start) },
      reasonCode: spec.reason === undefined ? undefined : [{ text: spec.reason }],
      diagnosis: spec.diagnoses?.map((dx) => ({ condition: { reference: dx.ref } })),
      hospitalization: spec.discharge
        ? {
            dischargeDisposition: {
              coding: [
                coding('http://terminology.hl7.org/CodeSystem/discharge-disposition', ...spec.discharge),
              ],
            },
          }
        : undefined,
      location: spec.place ? [{ location: chart.place(org, spec.place) }] : undefined,
      serviceProvider: chart.organization(org, origin),
      partOf: spec.partOf ? { reference: spec.partOf.ref } : undefined,
    },
    {
      at: end ?? spec.start,
      label: spec.label,
      origin: spec.origin,
      author: spec.doctor,
      provenance: spec.provenance,
      profile: 'us-core-encounter',
    },
  );
}

const PRIMARY = concept(
  undefined,
  coding('http://terminology.hl7.org/CodeSystem/v3-ParticipationType', 'PPRF', 'primary performer'),
);

/** The hospital types its visits with its own numbers only, as big vendors do. */
function encounterType(org: OrgKey, spec: Visit): unknown {
  if (org === 'general')
    return concept(spec.text, coding(`urn:oid:${ORGS.general.oid}.3`, localType(spec), spec.text));
  return concept(spec.text, coding(SYSTEM.snomed, ...spec.type));
}

const localType = (spec: Visit): string =>
  String(100 + ([...spec.text].reduce((sum, c) => sum + c.charCodeAt(0), 0) % 900));

export const VISIT_TYPE = {
  checkUp: ['185349003', 'Encounter for check up (procedure)'],
  followUp: ['390906007', 'Follow-up encounter (procedure)'],
  symptom: ['185345009', 'Encounter for symptom (procedure)'],
  emergency: ['50849002', 'Emergency room admission (procedure)'],
  inpatient: ['32485007', 'Hospital admission (procedure)'],
  consultation: ['11429006', 'Consultation (procedure)'],
  telemedicine: ['448337001', 'Telemedicine consultation with patient (procedure)'],
  psychotherapy: ['75516001', 'Psychotherapy (regime/therapy)'],
  prenatal: ['424619006', 'Prenatal visit (regime/therapy)'],
} as const satisfies Record<string, readonly [string, string]>;
