import type { SourceId } from './ids.ts';
import type { SourceProblem } from './problem.ts';

/** How much of one type of one source is here. Only 'complete' lets anybody say 'none recorded'. */
export type Completeness =
  | { readonly kind: 'not-asked'; readonly why: NotAskedReason }
  | { readonly kind: 'not-granted'; readonly detail: string }
  | { readonly kind: 'loading'; readonly received: number; readonly about: number | null }
  | {
      readonly kind: 'partial';
      readonly received: number;
      readonly about: number | null;
      readonly why: SourceProblem;
      /** What is missing is older than this (epoch ms), where the order of the pages tells. */
      readonly missingBefore: number | null;
      readonly at: number;
    }
  | { readonly kind: 'complete'; readonly received: number; readonly at: number }
  | { readonly kind: 'failed'; readonly why: SourceProblem; readonly at: number };

export type NotAskedReason =
  'not-linked' | 'not-configured' | 'on-demand' | 'unsupported-by-server' | 'waiting';

/** One line of the ledger: a type, or a category of a type ('Observation', 'laboratory'). */
export interface LedgerLine {
  readonly source: SourceId;
  readonly type: string;
  readonly category: string | null;
  readonly state: Completeness;
  /** What was done to get an answer, to be read by people: 'asked again without category'. */
  readonly remarks: readonly string[];
}

export type Ledger = readonly LedgerLine[];

/** Left alone, though there may be something: only of the other reasons for not asking can one say 'none'. */
const LEFT_ALONE: ReadonlySet<NotAskedReason> = new Set(['on-demand', 'not-configured']);

export const isLeftAlone = ({ state }: LedgerLine): boolean =>
  state.kind === 'not-asked' && LEFT_ALONE.has(state.why);

/** A count over this source is a floor until every line of it is complete. */
export const isFloor = (lines: Ledger): boolean =>
  lines.some(
    (line) => isLeftAlone(line) || (line.state.kind !== 'complete' && line.state.kind !== 'not-asked'),
  );
