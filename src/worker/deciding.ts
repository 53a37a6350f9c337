/** What page and worker say to each other about a clinician's decisions: splits, joins, and how they stand. */
import type { Decision, DecisionChange, FactId, MemberId, SourceId } from '../record/index.ts';

/** Why two records are one, may be one, or are not. */
export interface Pair {
  readonly a: MemberId;
  readonly b: MemberId;
  /** What the rules say; a decision may say otherwise. */
  readonly verdict: 'same' | 'possibly' | 'different';
  /** For a clinician. */
  readonly sentence: string;
}

export interface Pairs {
  readonly pairs: readonly Pair[];
  /** Pairs that are not stated, where there are too many to be read. */
  readonly leftOut: number;
}

export type Deciding =
  | { readonly kind: 'join'; readonly facts: readonly [FactId, FactId]; readonly reason: string }
  /** `off` leave together and the others stay; null parts them all. */
  | {
      readonly kind: 'split';
      readonly fact: FactId;
      readonly off: readonly MemberId[] | null;
      readonly reason: string;
    };

/** `facts` hold the records of the decision afterwards, the one with its first record first. */
export type Decided =
  | { readonly kind: 'done'; readonly number: number; readonly facts: readonly FactId[] }
  | { readonly kind: 'refused'; readonly why: 'reason' | 'gone' | 'kinds' | 'nothing' };

/** A record that a decision names. Nulls where it is not here, or is masked. */
export interface DecidedRecord {
  readonly member: MemberId;
  readonly fact: FactId | null;
  readonly title: string | null;
  /** Taken off the others. */
  readonly off: boolean;
}

export interface DecisionLine {
  readonly number: number;
  readonly kind: Decision['kind'];
  readonly records: readonly DecidedRecord[];
  /** Kept at a source, and not applied unless somebody confirms it here. */
  readonly offered: boolean;
  /** Records of other organisations that it names and that are not found here. */
  readonly elsewhere: number;
  readonly reason: string;
  /** Null where it was kept without. */
  readonly by: string | null;
  readonly mine: boolean;
  readonly at: number;
  readonly from: 'here' | 'file' | 'kept';
  /** 'offered': its records are what they were when it was kept. */
  readonly standing: 'in-force' | 'offered' | 'to-confirm' | 'waiting';
  readonly change: DecisionChange | null;
  /** Where it is kept as it stands here. */
  readonly keptAt: readonly SourceId[];
  /** Whether it is applied while it waits to be confirmed. */
  readonly holds: boolean;
}

export interface Decisions {
  readonly lines: readonly DecisionLine[];
  /** The sources at which decisions can be kept. */
  readonly keeps: readonly KeepsAt[];
}

export interface KeepsAt {
  readonly source: SourceId;
  /** How many are kept there; null while that is not known. */
  readonly kept: number | null;
  /** How many of those in force here would be kept there and are not. */
  readonly unkept: number;
  readonly problem: KeepProblem | null;
}

export type KeepProblem =
  /** What is kept there was not written by this product, or is broken. */
  | 'unreadable'
  | 'too-large'
  /** Changed by others each time that it was tried. */
  | 'busy'
  | 'refused'
  | 'unanswered';

export type Keeping =
  /** What is kept there is read again. */
  | { readonly act: 'look'; readonly source: SourceId }
  /** All decisions that are in force here and name a record of the source. */
  | { readonly act: 'keep'; readonly source: SourceId }
  /** One is kept there no more; null removes all. */
  | { readonly act: 'drop'; readonly source: SourceId; readonly number: number | null };

export type Kept =
  /** `others` were kept by somebody else meanwhile. */
  | { readonly kind: 'done'; readonly kept: number; readonly others: number }
  | { readonly kind: 'failed'; readonly why: KeepProblem };

export type Imported =
  | { readonly kind: 'taken'; readonly taken: number; readonly known: number }
  | { readonly kind: 'refused'; readonly why: string };
