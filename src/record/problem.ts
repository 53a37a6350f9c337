import type { ResourceRef, SourceId } from './ids.ts';

/** What can go wrong between us and a source. A new failure is one member here; then follow the compiler. */
export type SourceProblem =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'forbidden'; readonly detail: string }
  | { readonly kind: 'unreachable'; readonly detail: string }
  | { readonly kind: 'timed-out'; readonly afterMs: number }
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number | null }
  | { readonly kind: 'not-found'; readonly detail: string }
  | { readonly kind: 'expired'; readonly detail: string }
  | { readonly kind: 'server-error'; readonly status: number; readonly detail: string }
  | { readonly kind: 'rejected'; readonly status: number; readonly detail: string }
  | { readonly kind: 'malformed'; readonly detail: string }
  | { readonly kind: 'truncated'; readonly detail: string }
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'loop'; readonly detail: string }
  | { readonly kind: 'foreign-url'; readonly url: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unsupported'; readonly detail: string };

export type RecordProblemKind =
  /** An element is wrong; the rest of the resource is shown. */
  | 'bad-element'
  /** The resource cannot be read at all: this row is all there is of it. */
  | 'unreadable'
  /** An element that may change the meaning (modifierExtension, implicitRules): shown with a warning, not merged. */
  | 'unknown-modifier'
  /** It belongs to somebody else: held back, never shown as the patient's. */
  | 'quarantined'
  /** It was read earlier, and its source does not give it any more: it is shown nowhere. */
  | 'gone'
  /** An older version of a resource that is shown in its newer one. */
  | 'older-version'
  /** A clinician's split or join whose records have changed since: it says what was done about it. */
  | 'evidence-changed'
  /** What the server said beside its answer (OperationOutcome). */
  | 'server-said';

/** A row that stands for what could not be shown as it came. Free of clinical content. */
export interface RecordProblem {
  readonly source: SourceId;
  readonly ref: ResourceRef | null;
  readonly type: string | null;
  readonly kind: RecordProblemKind;
  /** The element, as a FHIRPath-like path, where there is one. */
  readonly path: string | null;
  readonly message: string;
}

/** True where the problem row is all that is shown of its resource, so that conservation counts it. */
export const standsForResource = (problem: RecordProblem): boolean =>
  problem.kind === 'unreadable' || problem.kind === 'older-version' || problem.kind === 'server-said';
