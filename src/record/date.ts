/**
 * Time as the source knows it. A date has a precision and is an interval: 2015 is not 1 January 2015.
 * An instant keeps its offset. Undated says why, and is never 1970.
 */
export type Precision = 'year' | 'month' | 'day' | 'minute' | 'second';

export interface DatePoint {
  /** First and (exclusive) last millisecond that the text can mean; as if UTC where the source gave no offset. */
  readonly from: number;
  readonly to: number;
  readonly precision: Precision;
  /** Minutes east of UTC as the source wrote it; null where it gave none. */
  readonly offset: number | null;
  /** The source's own text. */
  readonly text: string;
  /** Something to tell the reader: shown, never corrected. */
  readonly flag?: 'implausible-year' | 'leap-second' | 'no-zone';
}

export type UndatedReason =
  /** The resource has no such element. */
  | 'not-stated'
  /** The element is there and is no date. */
  | 'unreadable'
  /** data-absent-reason or null flavour, in the source's own code. */
  | { readonly absent: string };

export type ClinicalDate =
  | { readonly kind: 'at'; readonly at: DatePoint }
  /** At least one end is known. An open end means 'not stated', which is not 'still going on': see the status. */
  | { readonly kind: 'period'; readonly start: DatePoint | null; readonly end: DatePoint | null }
  | { readonly kind: 'undated'; readonly reason: UndatedReason; readonly text?: string };

export const undated = (reason: UndatedReason = 'not-stated'): ClinicalDate => ({ kind: 'undated', reason });

/** Where a fact stands in time order: the start where known, else the end; null when undated. */
export function sortTime(date: ClinicalDate): number | null {
  switch (date.kind) {
    case 'at':
      return date.at.from;
    case 'period':
      return date.start?.from ?? date.end?.from ?? null;
    case 'undated':
      return null;
  }
}

/** The source's own wall clock, as if UTC: what day it was where it was written. */
export const wallTime = (point: DatePoint): number => point.from + (point.offset ?? 0) * 60_000;

/** The point that a date is sorted and titled by. */
export function mainPoint(date: ClinicalDate): DatePoint | null {
  if (date.kind === 'at') return date.at;
  return date.kind === 'period' ? (date.start ?? date.end) : null;
}
