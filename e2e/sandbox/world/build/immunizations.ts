/** Vaccines given, and vaccines declined. */
import type { Vaccine } from '../codes/drugs.ts';
import { SYSTEM, coding, concept, hl7 } from '../codes/systems.ts';
import type { Chart, Rec } from '../chart.ts';
import type { OutsideKey, StaffKey } from '../orgs.ts';
import type { OrgKey } from '../types.ts';

export interface Shot {
  readonly vaccine: Vaccine;
  readonly at: string;
  readonly lot?: string | undefined;
  readonly doctor?: StaffKey | undefined;
  /** Declined by the patient or the parents. */
  readonly refused?: boolean | undefined;
  readonly doseNumber?: number | undefined;
  readonly origin?: OrgKey | OutsideKey | undefined;
  readonly manufacturer?: string | undefined;
  readonly textOnly?: boolean | undefined;
  readonly encounter?: Rec | undefined;
}

export function immunization(chart: Chart, org: OrgKey, spec: Shot): Rec {
  const { vaccine } = spec;
  const code = spec.textOnly
    ? concept(vaccine.text)
    : concept(vaccine.text, coding(SYSTEM.cvx, vaccine.cvx, vaccine.display));
  return chart.put(
    org,
    'Immunization',
    {
      status: spec.refused ? 'not-done' : 'completed',
      statusReason: spec.refused ? hl7('v3-ActReason', 'PATOBJ', 'patient objection') : undefined,
      vaccineCode: code,
      encounter: spec.encounter ? { reference: spec.encounter.ref } : undefined,
      occurrenceDateTime: chart.when(org, spec.at),
      primarySource: spec.origin === undefined,
      manufacturer: spec.manufacturer ? { display: spec.manufacturer } : undefined,
      lotNumber: spec.lot,
      performer: spec.doctor
        ? [{ actor: chart.staff(org, spec.doctor) }]
        : [{ actor: chart.organization(org, spec.origin ?? org) }],
      protocolApplied: spec.doseNumber ? [{ doseNumberPositiveInt: spec.doseNumber }] : undefined,
    },
    { at: spec.at, origin: spec.origin, author: spec.doctor, profile: 'us-core-immunization' },
  );
}
