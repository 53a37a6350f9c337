import type { Fetched, LedgerLine, RecordProblem, SourceId } from '../record/index.ts';

/** One page, judged: what is the patient's, and the text it was cut from. */
export interface FetchedPage {
  readonly source: SourceId;
  readonly entries: readonly Fetched[];
  /** For each entry its number in the text: `entryText(text, numbers[i])`. */
  readonly numbers: readonly number[];
  readonly text: string;
}

/** Where a load pours what it gets. A returned promise is waited for, so that a slow reader is not flooded. */
export interface Sink {
  page(page: FetchedPage): void | Promise<void>;
  ledger(line: LedgerLine): void;
  /** Somebody else's: held back, and to be announced. Free of clinical content. */
  quarantine(problem: RecordProblem): void;
  problem(problem: RecordProblem): void;
}
