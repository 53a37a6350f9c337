import type { Fact, FactKind } from './fact.ts';
import type { FactId, MemberKey, ResourceRef, SourceId } from './ids.ts';
import type { Sensitivity } from './sensitivity.ts';

export interface MemberId {
  readonly source: SourceId;
  readonly ref: ResourceRef;
}

/** Why two members are one: enough to explain it in a sentence. */
export interface Join {
  readonly rule: string;
  /** What was equal, in words: ['loinc 4548-4', '8.2 % = 66 mmol/mol', '2024-03-14']. */
  readonly keys: readonly string[];
  /** How far apart they were allowed to be: '5 min', 'one day', 'exact'. */
  readonly tolerance: string;
  readonly a: MemberId;
  readonly b: MemberId;
}

export interface Conflict {
  /** 'status', 'dose', 'value', 'criticality', 'verification', 'date', … */
  readonly field: string;
  readonly values: readonly { readonly value: string; readonly sources: readonly SourceId[] }[];
  /** Safety first: an allergy contradiction stands above a differing date. */
  readonly weight: 'safety' | 'clinical' | 'minor';
}

export type RelationKind =
  /** They look alike and are not certain to be one. */
  | 'possibly-same'
  /** Penicillin and amoxicillin; an encounter diagnosis and its problem. */
  | 'broader'
  | 'narrower'
  /** 'No known allergies' beside an allergy; active here and stopped there. */
  | 'contradicts'
  | 'duplicate-therapy'
  /** Panel and member, report and result, visit and what happened in it. */
  | 'part'
  | 'whole'
  | 'supersedes'
  | 'superseded-by';

export interface Relation {
  readonly id: FactId;
  readonly kind: RelationKind;
  readonly why: string;
}

/** One fact of the timeline: everything that several resources say about one thing. */
export interface Merged {
  readonly id: FactId;
  readonly kind: FactKind;
  /** What is shown first, chosen by a stated rule and never by the order of arrival. Always one of `members`. */
  readonly shown: Fact;
  /** Sorted by member key. */
  readonly members: readonly Fact[];
  readonly joined: readonly Join[];
  readonly conflicts: readonly Conflict[];
  readonly related: readonly Relation[];
  /** Every member is entered in error. */
  readonly retracted: boolean;
  /** The strictest of its members'. */
  readonly sensitivity: Sensitivity;
}

/** A clinician's word over the rules'. Kept with its reason; never applied silently once its evidence changed. */
export interface Decision {
  readonly kind: 'split' | 'join';
  /** Every record that was looked at: all that stood in the facts that were split or joined. */
  readonly members: readonly MemberKey[];
  /** Of a split: those that leave together, while the others stay. Absent where each stands alone afterwards. */
  readonly off?: readonly MemberKey[];
  /** What each member was when it was looked at, in the order of `members`: its version, as `evidenceOf` says it. */
  readonly evidence?: readonly string[];
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

/** Why a decision waits for a word. */
export type DecisionChange =
  /** Records that it names are not here (yet, or any more). */
  | 'not-here'
  /** What it names is no longer of one kind. */
  | 'kinds'
  /** The rules have joined another record to those that it names. */
  | 'another'
  /** A record that it names says something else than when it was decided. */
  | 'updated';

/** How a decision stands among the records that are here now. */
export interface Standing {
  readonly decision: Decision;
  /** Null where it is in force as it was made. */
  readonly change: DecisionChange | null;
  /** False where it is not applied until somebody confirms it. A changed split holds: to show two is safe. */
  readonly holds: boolean;
}
