import type { ClinicalDate } from './date.ts';
import type { ResourceRef, SourceId } from './ids.ts';
import type { Identifier } from './people.ts';

export interface PersonName {
  readonly use: string | null;
  readonly family: string | null;
  readonly given: readonly string[];
  readonly suffix: readonly string[];
  readonly text: string | null;
}

export interface PersonAddress {
  readonly lines: readonly string[];
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}

/** A Patient resource as one source has it: what matching compares and the banner shows. */
export interface Person {
  readonly source: SourceId;
  readonly ref: ResourceRef;
  readonly names: readonly PersonName[];
  readonly birthDate: ClinicalDate;
  /** administrative gender; 'unknown' where not stated. */
  readonly gender: string;
  readonly identifiers: readonly Identifier[];
  readonly addresses: readonly PersonAddress[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** true/false as stated; null where not. */
  readonly multipleBirth: boolean | number | null;
  readonly deceased: boolean | string | null;
  readonly active: boolean | null;
  /** `replaced-by` and its like, as written. */
  readonly links: readonly { readonly type: string; readonly ref: string }[];
}

export type MatchOutcome = 'certain' | 'likely' | 'unlikely';

/** One field of the comparison, to be shown side by side. */
export interface FieldEvidence {
  readonly field: string;
  readonly agreement: 'agrees' | 'similar' | 'differs' | 'missing';
  readonly a: string | null;
  readonly b: string | null;
  /** Log-odds that it adds to the score. */
  readonly weight: number;
  readonly note: string | null;
}

export interface Match {
  readonly outcome: MatchOutcome;
  readonly score: number;
  readonly evidence: readonly FieldEvidence[];
  /** Why it may not be linked without a human, whatever the score: 'same-sex twin', 'strong identifier differs'. */
  readonly vetoes: readonly string[];
}
