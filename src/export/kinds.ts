import type { LedgerLine, Merged, SourceId } from '../record/index.ts';

/** What is known of a source that a copy names. */
export interface CopiedSource {
  readonly source: SourceId;
  readonly name: string;
  readonly base: string;
  readonly lines: readonly LedgerLine[];
}

/** Everything that a copy says beside the facts. */
export interface About {
  /** Epoch ms. */
  readonly now: number;
  readonly sources: readonly CopiedSource[];
  /** Left out since it is masked. */
  readonly masked: number;
  /** Left out since every source says that it was entered in error. */
  readonly hiddenRetracted: number;
  readonly facts: readonly Merged[];
}
