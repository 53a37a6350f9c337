/** Measurements: laboratory results, vital signs, what people answer about themselves. */
import { VITAL } from '../codes/vitals.ts';
import type { Panel } from '../codes/labs.ts';
import type { Test } from '../codes/tests.ts';
import { SYSTEM, coding, concept, hl7 } from '../codes/systems.ts';
import type { CodeableConcept } from '../codes/systems.ts';
import type { Chart, PutOptions, Rec } from '../chart.ts';
import type { Label } from '../labels.ts';
import { decimal } from '../json.ts';
import { frozen } from '../shared.ts';
import { ORGS, OUTSIDE } from '../orgs.ts';
import type { OutsideKey, StaffKey } from '../orgs.ts';
import type { OrgKey } from '../types.ts';

export interface Result {
  readonly test: Test;
  readonly at?: string | undefined;
  readonly value?: number | undefined;
  readonly category?: 'laboratory' | 'vital-signs' | undefined;
  /** The other half of the world's unit (mmol/mol, mmol/L), with its own LOINC code. */
  readonly alt?: boolean | undefined;
  /** How the test is named: standard code, the laboratory's own code and text, or text alone. */
  readonly naming?: 'loinc' | 'local' | 'text' | 'both' | undefined;
  readonly status?: string | undefined;
  readonly comparator?: '<' | '<=' | '>' | '>=' | undefined;
  /** Why there is no value: a data-absent-reason code. */
  readonly absent?: string | undefined;
  /** Without a UCUM code, as some interfaces send it: the unit is only text. */
  readonly bareUnit?: boolean | undefined;
  readonly encounter?: Rec | undefined;
  readonly doctor?: StaffKey | undefined;
  readonly origin?: OrgKey | OutsideKey | undefined;
  readonly performer?: OrgKey | OutsideKey | undefined;
  readonly label?: Label | undefined;
  readonly version?: number | undefined;
  readonly note?: string | undefined;
  readonly identifier?: string | undefined;
  readonly device?: Rec | undefined;
  readonly digits?: number | undefined;
  readonly noRange?: boolean | undefined;
  readonly provenance?: boolean | undefined;
}

const NAMING: Readonly<Record<OrgKey, 'loinc' | 'both'>> = {
  general: 'both',
  riverside: 'loinc',
  county: 'loinc',
  valley: 'both',
};

const LOCAL: Readonly<Record<OrgKey, string>> = {
  general: `urn:oid:${ORGS.general.oid}.5`,
  riverside: `urn:oid:${ORGS.riverside.oid}.5`,
  county: `urn:oid:${ORGS.county.oid}.5`,
  valley: `urn:oid:${ORGS.valley.oid}.5`,
};

const CODES = new Map<string, CodeableConcept>();

/** What this organisation calls the test; shared by all its results, so frozen. */
export function testCode(
  org: OrgKey,
  test: Test | Panel,
  naming: Result['naming'] = NAMING[org],
  alt = false,
): CodeableConcept {
  const key = `${org}|${test.loinc}|${test.text}|${naming}|${alt}`;
  const known = CODES.get(key);
  if (known) return known;
  const made = frozen(nameTest(org, test, naming, alt));
  CODES.set(key, made);
  return made;
}

function nameTest(org: OrgKey, test: Test | Panel, naming: Result['naming'], alt: boolean): CodeableConcept {
  const other = alt && 'alt' in test ? test.alt : undefined;
  const standard = coding(SYSTEM.loinc, other?.loinc ?? test.loinc, other?.display ?? test.display);
  const local = coding(LOCAL[org], test.local, test.text);
  switch (naming) {
    case 'both':
      return concept(test.text, local, standard);
    case 'local':
      return concept(test.text, local);
    case 'text':
      return concept(test.text);
    default:
      return concept(test.text, standard);
  }
}

interface Amount {
  value?: number | string;
  comparator?: string;
  unit?: string;
  system?: string;
  code?: string;
}

function amount(test: Test, value: number, alt: boolean, digits?: number): Amount {
  const unit = alt && test.alt ? test.alt : test;
  const shown = alt && test.alt ? test.alt.convert(value) : value;
  return {
    value: decimal(shown.toFixed(digits ?? unit.decimals)),
    unit: unit.unit,
    system: SYSTEM.ucum,
    code: unit.ucum,
  };
}

function quantity(spec: Result): Amount {
  const made = amount(spec.test, spec.value ?? 0, spec.alt ?? false, spec.digits);
  if (spec.comparator) made.comparator = spec.comparator;
  if (spec.bareUnit) {
    delete made.system;
    delete made.code;
  }
  return made;
}

const interpretation = (test: Test, value: number): 'L' | 'H' | 'N' =>
  test.low !== undefined && value < test.low ? 'L' : test.high !== undefined && value > test.high ? 'H' : 'N';

const INTERPRETED = { L: 'Low', H: 'High', N: 'Normal' } as const;

const RANGES = new Map<string, readonly unknown[]>();

function range(test: Test, alt: boolean): readonly unknown[] | undefined {
  if (test.low === undefined && test.high === undefined) return undefined;
  const key = `${test.loinc}|${alt}`;
  const known = RANGES.get(key);
  if (known) return known;
  const made = frozen([
    {
      ...(test.low === undefined ? {} : { low: amount(test, test.low, alt) }),
      ...(test.high === undefined ? {} : { high: amount(test, test.high, alt) }),
    },
  ]);
  RANGES.set(key, made);
  return made;
}

export function observation(chart: Chart, org: OrgKey, spec: Result): Rec {
  const { test, value } = spec;
  const category = spec.category ?? 'laboratory';
  const numeric = value !== undefined && spec.absent === undefined;
  const flag = numeric && category === 'laboratory' ? interpretation(test, value) : undefined;
  const source = spec.performer ?? spec.origin ?? org;
  return chart.put(
    org,
    'Observation',
    {
      identifier: spec.identifier
        ? [{ system: identifierSystem(source), value: spec.identifier }]
        : undefined,
      status: spec.status ?? 'final',
      category: [hl7('observation-category', category)],
      code: testCode(org, test, spec.naming, spec.alt),
      encounter: spec.encounter ? { reference: spec.encounter.ref } : undefined,
      effectiveDateTime: spec.at === undefined ? undefined : chart.when(org, spec.at),
      performer: [spec.doctor ? chart.staff(org, spec.doctor) : chart.organization(org, source)],
      valueQuantity: numeric ? quantity(spec) : undefined,
      dataAbsentReason: spec.absent ? hl7('data-absent-reason', spec.absent) : undefined,
      interpretation: flag ? [hl7('v3-ObservationInterpretation', flag, INTERPRETED[flag])] : undefined,
      note: spec.note === undefined ? undefined : [{ text: spec.note }],
      device: spec.device ? { reference: spec.device.ref } : undefined,
      referenceRange:
        numeric && category === 'laboratory' && !spec.noRange ? range(test, spec.alt ?? false) : undefined,
    },
    options(spec, category === 'laboratory' ? 'us-core-observation-lab' : 'us-core-vital-signs'),
  );
}

type Told = Pick<Result, 'at' | 'version' | 'label' | 'origin' | 'doctor' | 'provenance'>;

const options = (spec: Told, profile: string): PutOptions => ({
  at: spec.at,
  version: spec.version,
  label: spec.label,
  origin: spec.origin,
  author: spec.doctor,
  provenance: spec.provenance,
  profile,
});

const identifierSystem = (source: OrgKey | OutsideKey): string =>
  `urn:oid:${source in ORGS ? ORGS[source as OrgKey].oid : OUTSIDE[source as OutsideKey].oid}.6`;

/** A blood pressure has no value of its own, only its two components. */
export function bloodPressure(
  chart: Chart,
  org: OrgKey,
  spec: Omit<Result, 'test' | 'value'> & { systolic: number; diastolic: number | null },
): Rec {
  const part = (test: Test, value: number | null): unknown => ({
    code: testCode(org, test, 'loinc'),
    ...(value === null
      ? { dataAbsentReason: hl7('data-absent-reason', 'error') }
      : { valueQuantity: amount(test, value, false) }),
  });
  const parts = [part(VITAL.systolic, spec.systolic), part(VITAL.diastolic, spec.diastolic)];
  return chart.put(
    org,
    'Observation',
    {
      status: spec.status ?? 'final',
      category: [hl7('observation-category', 'vital-signs')],
      code: concept(
        'Blood pressure',
        coding(SYSTEM.loinc, '85354-9', 'Blood pressure panel with all children optional'),
      ),
      encounter: spec.encounter ? { reference: spec.encounter.ref } : undefined,
      effectiveDateTime: spec.at === undefined ? undefined : chart.when(org, spec.at),
      performer: [spec.doctor ? chart.staff(org, spec.doctor) : chart.organization(org, spec.origin ?? org)],
      device: spec.device ? { reference: spec.device.ref } : undefined,
      // The exchange turns the order round; the pair is the same.
      component: org === 'county' ? parts.reverse() : parts,
    },
    options(spec, 'us-core-blood-pressure'),
  );
}

export interface Answer {
  readonly category: 'social-history' | 'survey' | 'sdoh';
  readonly loinc: readonly [string, string];
  readonly text: string;
  readonly at: string;
  readonly value: Record<string, unknown>;
  readonly encounter?: Rec | undefined;
  readonly doctor?: StaffKey | undefined;
  readonly origin?: OrgKey | OutsideKey | undefined;
  readonly derivedFrom?: Rec | undefined;
  readonly label?: Label | undefined;
  readonly version?: number | undefined;
  readonly provenance?: boolean | undefined;
}

const SMOKING = '72166-2';

/** Social history, social needs and survey scores. */
export function answer(chart: Chart, org: OrgKey, spec: Answer): Rec {
  const category =
    spec.category === 'sdoh'
      ? [
          hl7('observation-category', 'survey'),
          concept(
            undefined,
            coding('http://hl7.org/fhir/us/core/CodeSystem/us-core-category', 'sdoh', 'SDOH'),
          ),
        ]
      : [hl7('observation-category', spec.category)];
  return chart.put(
    org,
    'Observation',
    {
      status: 'final',
      category,
      code: concept(spec.text, coding(SYSTEM.loinc, ...spec.loinc)),
      encounter: spec.encounter ? { reference: spec.encounter.ref } : undefined,
      effectiveDateTime: chart.when(org, spec.at),
      performer: [spec.doctor ? chart.staff(org, spec.doctor) : chart.organization(org, spec.origin ?? org)],
      derivedFrom: spec.derivedFrom ? [{ reference: spec.derivedFrom.ref }] : undefined,
      ...spec.value,
    },
    options(
      spec,
      spec.loinc[0] === SMOKING ? 'us-core-smokingstatus' : 'us-core-observation-screening-assessment',
    ),
  );
}
