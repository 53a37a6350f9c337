/** The decisions of this session: held beside the sources, and forgotten with the patient. */
import type { Decision } from '../record/index.ts';
import type { DecisionLine } from './deciding.ts';

export interface Noted {
  readonly number: number;
  readonly decision: Decision;
  readonly from: DecisionLine['from'];
}

export interface Book {
  noted: readonly Noted[];
  /** Counts up, so that a number names one decision for as long as the session lasts. */
  last: number;
}

export const emptyBook = (): Book => ({ noted: [], last: 0 });
