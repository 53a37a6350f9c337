/** What page and worker say to each other about a clinician's decisions: splits, joins, and how they stand. */
import type { Decision, DecisionChange, FactId, MemberId } from '../record/index.ts';

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
  readonly reason: string;
  readonly by: string;
  readonly mine: boolean;
  readonly at: number;
  readonly from: 'here' | 'file';
  readonly standing: 'in-force' | 'to-confirm' | 'waiting';
  readonly change: DecisionChange | null;
  /** Whether it is applied while it waits to be confirmed. */
  readonly holds: boolean;
}

export interface Decisions {
  readonly lines: readonly DecisionLine[];
}

export type Imported =
  | { readonly kind: 'taken'; readonly taken: number; readonly known: number }
  | { readonly kind: 'refused'; readonly why: string };
