/** The decisions of this session: held beside the sources, and forgotten with the patient. */
import type { Decision, SourceId } from '../record/index.ts';
import type { DecisionLine } from './deciding.ts';
import type { KeptHere } from './keeping.ts';

export interface Noted {
  readonly number: number;
  readonly decision: Decision;
  readonly from: DecisionLine['from'];
}

export interface Book {
  noted: readonly Noted[];
  /** Counts up, so that a number names one decision for as long as the session lasts. */
  last: number;
  /** What is kept at the sources, as far as it was read. */
  kept: Map<SourceId, KeptHere>;
}

export const emptyBook = (): Book => ({ noted: [], last: 0, kept: new Map() });
