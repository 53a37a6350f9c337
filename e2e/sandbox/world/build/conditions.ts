/** Problems and diagnoses, each organisation in its own vocabulary. */
import type { Problem } from '../codes/problems.ts';
import { SYSTEM, coding, concept, hl7 } from '../codes/systems.ts';
import type { CodeableConcept } from '../codes/systems.ts';
import { dayOf } from '../chart.ts';
import type { Chart, Rec } from '../chart.ts';
import type { Label } from '../labels.ts';
import { ORGS } from '../orgs.ts';
import type { OutsideKey, StaffKey } from '../orgs.ts';
import { hash } from '../prng.ts';
import type { OrgKey } from '../types.ts';

export type Vocabulary = 'snomed' | 'icd10' | 'icd9' | 'text' | 'all';

export interface Diagnosis {
  readonly problem: Problem;
  readonly category?: 'problem-list-item' | 'encounter-diagnosis' | undefined;
  /** 'YYYY', 'YYYY-MM', a day or an instant; absent where nobody wrote it. */
  readonly onset?: string | undefined;
  readonly recorded?: string | undefined;
  readonly abated?: string | undefined;
  readonly clinical?: 'active' | 'recurrence' | 'remission' | 'resolved' | 'inactive' | undefined;
  readonly verification?:
    'confirmed' | 'provisional' | 'differential' | 'refuted' | 'entered-in-error' | undefined;
  readonly vocabulary?: Vocabulary | undefined;
  readonly encounter?: Rec | undefined;
  readonly doctor?: StaffKey | undefined;
  readonly label?: Label | undefined;
  readonly origin?: OrgKey | OutsideKey | undefined;
  readonly severity?: readonly [string, string] | undefined;
  readonly bodySite?: readonly [string, string] | undefined;
  readonly note?: string | undefined;
}

const VOCABULARY: Readonly<Record<OrgKey, Vocabulary>> = {
  general: 'all',
  riverside: 'icd10',
  county: 'snomed',
  valley: 'icd10',
};

export function problemCode(org: OrgKey, problem: Problem, vocabulary?: Vocabulary): CodeableConcept {
  const wanted = vocabulary ?? VOCABULARY[org];
  const pair = (name: 'snomed' | 'icd10' | 'icd9') =>
    problem[name] ? [coding(SYSTEM[name], ...problem[name])] : [];
  switch (wanted) {
    case 'text':
      return concept(problem.text);
    case 'all':
      return concept(
        problem.text,
        coding(`urn:oid:${ORGS[org].oid}.7`, String(10_000 + (hash(problem.text) % 89_999)), problem.text),
        ...pair('icd10'),
        ...pair('snomed'),
      );
    default: {
      const found = pair(wanted);
      return concept(problem.text, ...(found.length > 0 ? found : [...pair('snomed'), ...pair('icd10')]));
    }
  }
}

export function condition(chart: Chart, org: OrgKey, spec: Diagnosis): Rec {
  const category = spec.category ?? 'problem-list-item';
  const verification = spec.verification ?? 'confirmed';
  const clinical = spec.clinical ?? (spec.abated ? 'resolved' : 'active');
  const recorded = spec.recorded ?? (spec.onset && spec.onset.length >= 10 ? dayOf(spec.onset) : undefined);
  return chart.put(
    org,
    'Condition',
    {
      // The standard forbids a clinical status on a record entered in error.
      clinicalStatus: verification === 'entered-in-error' ? undefined : hl7('condition-clinical', clinical),
      verificationStatus: hl7('condition-ver-status', verification),
      category: [hl7('condition-category', category)],
      severity: spec.severity
        ? concept(spec.severity[1], coding(SYSTEM.snomed, ...spec.severity))
        : undefined,
      code: problemCode(org, spec.problem, spec.vocabulary),
      bodySite: spec.bodySite
        ? [concept(spec.bodySite[1], coding(SYSTEM.snomed, ...spec.bodySite))]
        : undefined,
      encounter: spec.encounter ? { reference: spec.encounter.ref } : undefined,
      onsetDateTime: spec.onset === undefined ? undefined : chart.when(org, spec.onset),
      abatementDateTime: spec.abated === undefined ? undefined : chart.when(org, spec.abated),
      recordedDate: recorded,
      recorder: spec.doctor ? chart.staff(org, spec.doctor) : undefined,
      note: spec.note === undefined ? undefined : [{ text: spec.note }],
    },
    {
      at: recorded ?? spec.onset,
      label: spec.label,
      origin: spec.origin,
      author: spec.doctor,
      profile:
        category === 'encounter-diagnosis'
          ? 'us-core-condition-encounter-diagnosis'
          : 'us-core-condition-problems-health-concerns',
      narrative: org === 'riverside' ? `${spec.problem.text}, ${clinical}` : undefined,
    },
  );
}
