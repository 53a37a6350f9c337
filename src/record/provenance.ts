import type { ClinicalDate } from './date.ts';
import type { Identifier, Party } from './people.ts';

/** Who said it, when, and through whom it came. null is 'not stated'. */
export interface Provenance {
  readonly version: string | null;
  /** `meta.lastUpdated`, as written: unreliable, shown, never used as a clinical time. */
  readonly lastUpdated: string | null;
  readonly metaSource: string | null;
  /** When it was written down, where the resource says so. */
  readonly recorded: ClinicalDate | null;
  readonly author: Party | null;
  readonly organisation: Party | null;
  readonly transmitter: Party | null;
  readonly identifiers: readonly Identifier[];
  /** When this app received it, by its clock. */
  readonly fetchedAt: number | null;
}
