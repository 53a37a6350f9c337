import type { FactId, FactKind, Notice, Precision, SourceId } from '../record/index.ts';

/** When, as a row shows it: enough to format in any locale without the fact. */
export interface RowTime {
  readonly from: number;
  readonly to: number;
  readonly precision: Precision;
  /** Minutes east of UTC as the source wrote it; null where it gave none. */
  readonly offset: number | null;
  /** End of a period where it has one; null for a moment or an open end. */
  readonly end: number | null;
  readonly isPeriod: boolean;
}

/** What a list row, a lane mark or a search hit shows of one merged fact. Plain data: it crosses from the worker. */
export interface Row {
  readonly id: FactId;
  readonly kind: FactKind;
  /** Null where the fact is masked. */
  readonly title: string | null;
  /**
   * Whether a problem stands on the list or is a visit's diagnosis; what a medication's evidence is; 'none-known' of an
   * allergy that says there is none; null elsewhere.
   */
  readonly role: string | null;
  /** '8.2 %', '142/88 mmHg', '5 mg daily': one short text; null where there is none. */
  readonly value: string | null;
  readonly time: RowTime | null;
  readonly status: string;
  readonly standing: 'current' | 'ended' | 'not-done' | 'planned' | 'unknown';
  /** Each source that says it, in the configuration's order. */
  readonly sources: readonly SourceId[];
  readonly flags: RowFlags;
  /** What its sources disagree about, the gravest first: enough to be read without opening it. */
  readonly disputes: readonly Dispute[];
  /** What whoever receives it must be told; absent where nothing is. */
  readonly notices?: readonly Notice[];
  /** The visit that it belongs to, or is; only where rows are asked for by visit. */
  readonly visit?: RowVisit;
}

export interface RowVisit {
  readonly id: FactId;
  readonly title: string | null;
  readonly time: RowTime | null;
}

export interface Dispute {
  readonly field: string;
  /** What is minor stands in the detail alone. */
  readonly weight: 'safety' | 'clinical';
  /** The fact that it stands against, where the field is a relation. */
  readonly other: FactId | null;
  readonly values: readonly { readonly value: string; readonly sources: readonly SourceId[] }[];
}

export interface RowFlags {
  readonly conflict: boolean;
  /** A conflict or contradiction that bears on safety. */
  readonly safety: boolean;
  /** The source says so by its interpretation: 'abnormal' or 'critical'. Absent says nothing about normality. */
  readonly abnormal: 'abnormal' | 'critical' | null;
  readonly retracted: boolean;
  readonly masked: boolean;
  readonly unsafe: boolean;
  readonly possiblySame: boolean;
  /** No statement by the source that launched the app. */
  readonly outside: boolean;
  /** The visit that the EHR had open when it started this app. */
  readonly launchVisit?: boolean;
}

/** What a row must be or have to be listed. */
export const ONLY = [
  'conflict',
  'critical',
  'abnormal',
  'outside',
  'possible',
  'unreviewed',
  'undated',
  'uncoded',
] as const;
export type Only = (typeof ONLY)[number];

export interface RowQuery {
  readonly text: string;
  readonly kinds: readonly FactKind[] | null;
  readonly sources: readonly SourceId[] | null;
  /** Epoch ms; null is the whole life. Undated facts are in the window only when it is null. */
  readonly window: { readonly from: number; readonly to: number } | null;
  readonly only: readonly Only[];
  readonly includeRetracted: boolean;
  /** Only what was added or changed at a source at this moment (epoch ms) or later. */
  readonly since?: number | null;
  /** Each visit with what happened in it below it; left out, by time alone. */
  readonly by?: 'visit';
}

export const EVERYTHING: RowQuery = {
  text: '',
  kinds: null,
  sources: null,
  window: null,
  only: [],
  includeRetracted: false,
};

/** A slice of the rows that match, newest first; undated rows last. */
export interface RowWindow {
  readonly revision: number;
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly Row[];
  /** Retracted facts that match and are hidden. */
  readonly hiddenRetracted: number;
}

/** A stretch of time that a lane draws as a bar: a stay, a course, a problem. */
export interface LaneBar {
  readonly id: FactId;
  readonly title: string | null;
  readonly from: number;
  /** Null where no end is stated: drawn as open, and as going on only where `current`. */
  readonly to: number | null;
  readonly current: boolean;
  /** What is shown is over, and a source says that it goes on: drawn on beyond its end, as what is doubted. */
  readonly doubted: boolean;
  readonly conflict: boolean;
  readonly safety: boolean;
  readonly outside: boolean;
}

/** Counts over time for one lane. `counts` has one number a bin. */
export interface LaneBins {
  readonly kind: FactKind;
  readonly counts: Uint32Array;
  readonly conflicts: Uint32Array;
  readonly abnormal: Uint32Array;
  readonly outside: Uint32Array;
  readonly safety: Uint32Array;
  readonly critical: Uint32Array;
  /** All that match, placed or not: the bins' sum and `undated` together. */
  readonly total: number;
  /** Without a date, or with one that no axis can carry (the year 9999). Only counted without a window. */
  readonly undated: number;
  /** Only for kinds that last; at most a few dozen, those with something to say first. */
  readonly bars: readonly LaneBar[];
  readonly barsLeftOut: number;
}

export interface Overview {
  readonly revision: number;
  /** What the bins cover: the window asked for, else the span of all dated facts; null where there is none. */
  readonly span: { readonly from: number; readonly to: number } | null;
  readonly bins: number;
  readonly lanes: readonly LaneBins[];
}
