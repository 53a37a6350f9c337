/** Allergies, reactions, and the statement that there are none. */
import { SYSTEM, coding, concept, hl7 } from '../codes/systems.ts';
import type { Coding } from '../codes/systems.ts';
import { dayOf } from '../chart.ts';
import type { Chart, Rec } from '../chart.ts';
import type { OutsideKey, StaffKey } from '../orgs.ts';
import type { OrgKey } from '../types.ts';

export interface Substance {
  readonly text: string;
  readonly codings: readonly Coding[];
  readonly category: 'medication' | 'food' | 'environment';
}

export const SUBSTANCE = {
  penicillin: {
    text: 'Penicillin',
    codings: [coding(SYSTEM.snomed, '91936005', 'Allergy to penicillin')],
    category: 'medication',
  },
  penicillinDrug: {
    text: 'Penicillin',
    codings: [coding(SYSTEM.rxnorm, '7980', 'penicillin G')],
    category: 'medication',
  },
  amoxicillin: {
    text: 'Amoxicillin',
    codings: [
      coding(SYSTEM.rxnorm, '723', 'amoxicillin'),
      coding(SYSTEM.snomed, '372687004', 'Amoxicillin (substance)'),
    ],
    category: 'medication',
  },
  sulfa: { text: 'Sulfa antibiotics', codings: [], category: 'medication' },
  peanut: {
    text: 'Peanut',
    codings: [coding(SYSTEM.snomed, '762952008', 'Peanut (substance)')],
    category: 'food',
  },
  latex: {
    text: 'Latex',
    codings: [coding(SYSTEM.snomed, '111088007', 'Latex (substance)')],
    category: 'environment',
  },
  noKnown: {
    text: 'No known allergies',
    codings: [coding(SYSTEM.snomed, '716186003', 'No known allergy (situation)')],
    category: 'medication',
  },
  noKnownDrug: {
    text: 'NKDA',
    codings: [coding(SYSTEM.snomed, '409137002', 'No known drug allergy (situation)')],
    category: 'medication',
  },
} as const satisfies Record<string, Substance>;

const REACTION = {
  hives: ['247472004', 'Wheal (finding)', 'Hives'],
  rash: ['271807003', 'Eruption of skin (disorder)', 'Rash'],
  anaphylaxis: ['39579001', 'Anaphylaxis (disorder)', 'Anaphylaxis'],
  nausea: ['422587007', 'Nausea (finding)', 'Nausea'],
} as const;

export interface Allergy {
  readonly substance: Substance;
  readonly criticality?: 'low' | 'high' | 'unable-to-assess' | undefined;
  readonly reaction?: keyof typeof REACTION | undefined;
  readonly severity?: 'mild' | 'moderate' | 'severe' | undefined;
  readonly onset?: string | undefined;
  readonly recorded?: string | undefined;
  readonly verification?: 'confirmed' | 'unconfirmed' | 'refuted' | 'entered-in-error' | undefined;
  readonly clinical?: 'active' | 'inactive' | 'resolved' | undefined;
  readonly doctor?: StaffKey | undefined;
  readonly origin?: OrgKey | OutsideKey | undefined;
  readonly note?: string | undefined;
}

export function allergy(chart: Chart, org: OrgKey, spec: Allergy): Rec {
  const verification = spec.verification ?? 'confirmed';
  const reaction = spec.reaction ? REACTION[spec.reaction] : undefined;
  return chart.put(
    org,
    'AllergyIntolerance',
    {
      clinicalStatus:
        verification === 'entered-in-error'
          ? undefined
          : hl7('allergyintolerance-clinical', spec.clinical ?? 'active'),
      verificationStatus: hl7('allergyintolerance-verification', verification),
      type: reaction ? 'allergy' : undefined,
      category: [spec.substance.category],
      criticality: spec.criticality,
      code: concept(spec.substance.text, ...spec.substance.codings),
      onsetDateTime: spec.onset,
      recordedDate: spec.recorded === undefined ? undefined : dayOf(spec.recorded),
      recorder: spec.doctor ? chart.staff(org, spec.doctor) : undefined,
      note: spec.note === undefined ? undefined : [{ text: spec.note }],
      reaction: reaction
        ? [
            {
              manifestation: [concept(reaction[2], coding(SYSTEM.snomed, reaction[0], reaction[1]))],
              ...(spec.severity ? { severity: spec.severity } : {}),
            },
          ]
        : undefined,
    },
    {
      at: spec.recorded ?? spec.onset,
      origin: spec.origin,
      author: spec.doctor,
      profile: 'us-core-allergyintolerance',
      narrative: org === 'riverside' ? spec.substance.text : undefined,
    },
  );
}
