/** A course of treatment leaves four kinds of evidence: the request, the dispense, the statement, the administration. */
import type { Drug } from '../codes/drugs.ts';
import { SYSTEM, coding, concept, hl7 } from '../codes/systems.ts';
import type { CodeableConcept } from '../codes/systems.ts';
import { dayOf } from '../chart.ts';
import type { Chart, PutOptions, Rec } from '../chart.ts';
import type { Label } from '../labels.ts';
import { ORGS } from '../orgs.ts';
import type { OutsideKey, StaffKey } from '../orgs.ts';
import { hash } from '../prng.ts';
import { addDays } from '../time.ts';
import type { OrgKey } from '../types.ts';

interface Dose {
  /** How many of the drug's units at a time. */
  readonly amount: number;
  readonly perDay: number;
  readonly asNeeded?: boolean | undefined;
  readonly text?: string | undefined;
}

export interface Medicine {
  readonly drug: Drug;
  readonly dose?: Dose | undefined;
  readonly at?: string | undefined;
  readonly end?: string | undefined;
  readonly status: string;
  readonly statusReason?: string | undefined;
  readonly intent?: string | undefined;
  readonly coding?: 'product' | 'ingredient' | 'ndc' | 'atc' | 'text' | undefined;
  /** Points at a Medication, of its own or contained, instead of naming the drug inline. */
  readonly asReference?: boolean | 'contained' | undefined;
  readonly doctor?: StaffKey | undefined;
  readonly encounter?: Rec | undefined;
  readonly basedOn?: Rec | undefined;
  readonly reason?: Rec | undefined;
  readonly reasonText?: string | undefined;
  readonly days?: number | undefined;
  readonly label?: Label | undefined;
  readonly origin?: OrgKey | OutsideKey | undefined;
  readonly note?: string | undefined;
}

const NAMING: Readonly<Record<OrgKey, NonNullable<Medicine['coding']>>> = {
  general: 'product',
  riverside: 'product',
  county: 'ingredient',
  valley: 'text',
};

function drugCode(org: OrgKey, spec: Medicine): CodeableConcept {
  const { drug } = spec;
  const ingredient = coding(SYSTEM.rxnorm, ...drug.ingredient);
  const product = drug.product ? coding(SYSTEM.rxnorm, ...drug.product) : ingredient;
  switch (spec.coding ?? NAMING[org]) {
    case 'product':
      return org === 'general'
        ? concept(
            drug.text,
            coding(
              `urn:oid:${ORGS.general.oid}.9`,
              String(hash(drug.text) % 999_999),
              drug.text.toUpperCase(),
            ),
            product,
          )
        : concept(drug.text, product);
    case 'ingredient':
      return concept(drug.text, ingredient);
    case 'ndc':
      return drug.ndc ? concept(drug.text, coding(SYSTEM.ndc, drug.ndc)) : concept(drug.text, product);
    case 'atc':
      return drug.atc ? concept(drug.text, coding(SYSTEM.atc, ...drug.atc)) : concept(drug.text, ingredient);
    case 'text':
      return concept(drug.text);
  }
}

function medication(chart: Chart, org: OrgKey, spec: Medicine): Record<string, unknown> {
  const code = drugCode(org, spec);
  if (!spec.asReference) return { medicationCodeableConcept: code };
  if (spec.asReference === 'contained')
    return {
      contained: [{ resourceType: 'Medication', id: 'drug', code }],
      medicationReference: { reference: '#drug', display: spec.drug.text },
    };
  const rec = chart.put(org, 'Medication', { code, status: 'active' }, { at: spec.at, provenance: false });
  return { medicationReference: { reference: rec.ref, display: spec.drug.text } };
}

const ROUTE: Readonly<Record<Drug['route'], readonly [string, string]>> = {
  oral: ['26643006', 'Oral route'],
  inhaled: ['447694001', 'Respiratory tract route'],
  subcutaneous: ['34206005', 'Subcutaneous route'],
  intravenous: ['47625008', 'Intravenous route'],
  sublingual: ['37839007', 'Sublingual route'],
};

const TIMES = ['', 'once daily', 'twice daily', 'three times daily', 'four times daily'] as const;

function doseText(drug: Drug, dose: Dose): string {
  if (dose.text) return dose.text;
  const unit = dose.amount > 1 && !drug.unit.endsWith('mL') ? `${drug.unit}s` : drug.unit;
  const often = TIMES[dose.perDay] ?? `${dose.perDay} times daily`;
  return `Take ${dose.amount} ${unit} ${often}${dose.asNeeded ? ' as needed' : ''}`;
}

function dosage(drug: Drug, dose: Dose): Record<string, unknown> {
  return {
    text: doseText(drug, dose),
    timing: { repeat: { frequency: dose.perDay, period: 1, periodUnit: 'd' } },
    ...(dose.asNeeded ? { asNeededBoolean: true } : {}),
    route: concept(undefined, coding(SYSTEM.snomed, ...ROUTE[drug.route])),
    doseAndRate: [{ doseQuantity: { value: dose.amount, unit: drug.unit } }],
  };
}

const options = (spec: Medicine, profile?: string): PutOptions => ({
  at: spec.at,
  label: spec.label,
  origin: spec.origin,
  author: spec.doctor,
  profile,
});

const reasons = (spec: Medicine): Record<string, unknown> => ({
  reasonReference: spec.reason ? [{ reference: spec.reason.ref }] : undefined,
  reasonCode: spec.reasonText ? [{ text: spec.reasonText }] : undefined,
  note: spec.note === undefined ? undefined : [{ text: spec.note }],
});

export function prescription(chart: Chart, org: OrgKey, spec: Medicine): Rec {
  return chart.put(
    org,
    'MedicationRequest',
    {
      status: spec.status,
      statusReason: spec.statusReason ? { text: spec.statusReason } : undefined,
      intent: spec.intent ?? 'order',
      category: [hl7('medicationrequest-category', spec.encounter ? 'inpatient' : 'community')],
      ...medication(chart, org, spec),
      encounter: spec.encounter ? { reference: spec.encounter.ref } : undefined,
      authoredOn: spec.at === undefined ? undefined : chart.when(org, spec.at),
      requester: spec.doctor ? chart.staff(org, spec.doctor) : chart.organization(org, spec.origin ?? org),
      ...reasons(spec),
      dosageInstruction: spec.dose ? [dosage(spec.drug, spec.dose)] : undefined,
      dispenseRequest: spec.days
        ? {
            validityPeriod: spec.at ? { start: dayOf(spec.at) } : undefined,
            numberOfRepeatsAllowed: 3,
            expectedSupplyDuration: { value: spec.days, unit: 'days', system: SYSTEM.ucum, code: 'd' },
          }
        : undefined,
    },
    options(spec, 'us-core-medicationrequest'),
  );
}

export function dispense(chart: Chart, org: OrgKey, spec: Medicine): Rec {
  const days = spec.days ?? 30;
  const units = spec.dose ? Math.ceil(spec.dose.amount * spec.dose.perDay * days) : undefined;
  return chart.put(
    org,
    'MedicationDispense',
    {
      status: spec.status,
      type: hl7('v3-ActCode', 'FF', 'First Fill'),
      ...medication(chart, org, spec),
      performer: [{ actor: chart.organization(org, spec.origin ?? org) }],
      authorizingPrescription: spec.basedOn ? [{ reference: spec.basedOn.ref }] : undefined,
      quantity: units === undefined ? undefined : { value: units, unit: spec.drug.unit },
      daysSupply: { value: days, unit: 'days', system: SYSTEM.ucum, code: 'd' },
      whenHandedOver: spec.at === undefined ? undefined : chart.when(org, spec.at),
      dosageInstruction: spec.dose ? [dosage(spec.drug, spec.dose)] : undefined,
      note: spec.note === undefined ? undefined : [{ text: spec.note }],
    },
    options(spec, 'us-core-medicationdispense'),
  );
}

export function statement(chart: Chart, org: OrgKey, spec: Medicine): Rec {
  const period = { start: spec.at, ...(spec.end ? { end: spec.end } : {}) };
  return chart.put(
    org,
    'MedicationStatement',
    {
      status: spec.status,
      statusReason: spec.statusReason ? [{ text: spec.statusReason }] : undefined,
      ...medication(chart, org, spec),
      effectivePeriod: spec.at === undefined ? undefined : period,
      dateAsserted: spec.at === undefined ? undefined : dayOf(spec.end ?? spec.at),
      informationSource: spec.doctor ? chart.staff(org, spec.doctor) : undefined,
      basedOn: spec.basedOn ? [{ reference: spec.basedOn.ref }] : undefined,
      ...reasons(spec),
      dosage: spec.dose ? [dosage(spec.drug, spec.dose)] : undefined,
    },
    options(spec),
  );
}

export function administration(chart: Chart, org: OrgKey, spec: Medicine): Rec {
  return chart.put(
    org,
    'MedicationAdministration',
    {
      status: spec.status,
      statusReason: spec.statusReason ? [{ text: spec.statusReason }] : undefined,
      ...medication(chart, org, spec),
      context: spec.encounter ? { reference: spec.encounter.ref } : undefined,
      effectiveDateTime: chart.when(org, spec.at ?? '2020-01-01'),
      performer: spec.doctor ? [{ actor: chart.staff(org, spec.doctor) }] : undefined,
      request: spec.basedOn ? { reference: spec.basedOn.ref } : undefined,
      note: spec.note === undefined ? undefined : [{ text: spec.note }],
      dosage: spec.dose
        ? {
            text: doseText(spec.drug, spec.dose),
            route: concept(undefined, coding(SYSTEM.snomed, ...ROUTE[spec.drug.route])),
            dose: { value: spec.dose.amount, unit: spec.drug.unit },
          }
        : undefined,
    },
    options(spec),
  );
}

/** Fills at the pharmacy, a month or a quarter apart. */
export function refills(
  chart: Chart,
  org: OrgKey,
  spec: Medicine & { at: string; times: number; every: number },
): Rec[] {
  return Array.from({ length: spec.times }, (_, i) =>
    dispense(chart, org, {
      ...spec,
      at: addDays(spec.at, i * spec.every),
      status: 'completed',
      days: spec.every,
    }),
  );
}
