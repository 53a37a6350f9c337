/** The decisions of this session: held beside the sources, and forgotten with the patient. */
import type { Decision } from '../record/index.ts';
import type { DecisionLine, Saving } from './deciding.ts';

export interface Noted {
  readonly number: number;
  /** `reason` is empty where it was saved without its words. */
  readonly decision: Decision;
  readonly from: DecisionLine['from'];
  /** False for what was saved earlier and nobody has confirmed. */
  readonly confirmed: boolean;
}

export interface Book {
  noted: readonly Noted[];
  /** Counts up, so that a number names one decision for as long as the session lasts. */
  last: number;
  /** What was saved and cannot be told apart yet: its records' digests. */
  sealed: readonly SealedDecision[];
  saving: Saving;
}

/** A saved decision, its records named by digests: what belongs to other organisations is not told to the keeper. */
export interface SealedDecision {
  readonly kind: Decision['kind'];
  readonly members: readonly string[];
  readonly off: readonly string[] | null;
  readonly by: string;
  readonly at: number;
}

export const emptyBook = (): Book => ({
  noted: [],
  last: 0,
  sealed: [],
  saving: { kind: 'not-offered' },
});
