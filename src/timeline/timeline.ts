import {
  FACT_KINDS,
  type FactId,
  type FactKind,
  type MemberKey,
  type Merged,
  type SourceId,
} from '../record/index.ts';
import { readColumns, wordsFor, type Light } from './columns.ts';
import { FLAG } from './flags.ts';
import { newestFirst } from './order.ts';
import type { Indexing } from './search.ts';

/**
 * Everything that lists and canvases ask, in columns of one number a fact, in row order: newest first, what cannot
 * be placed in time last. Times are the source's own wall clock, so that a day's rows stand together whatever zones
 * they were written in.
 */
export interface Timeline {
  readonly revision: number;
  readonly facts: readonly Merged[];
  /** What the columns were read by. */
  readonly light: Light;
  readonly sources: readonly SourceId[];
  readonly reviewed: Reviewed;
  /** Start; NaN where it cannot be placed. */
  readonly from: Float64Array;
  /** The last moment (exclusive) that is known to belong to it; never before `from`. */
  readonly to: Float64Array;
  readonly kind: Uint8Array;
  readonly flags: Uint16Array;
  /** Which of `sources` say it: `words` numbers of 32 bits a fact. */
  readonly saidBy: Uint32Array;
  readonly words: number;
  /** What was asked lately, so that scrolling does not filter again, and the text index once somebody searches. */
  readonly memo: {
    filtered: Map<string, Filtered>;
    search: Indexing | null;
    places: ReadonlyMap<FactId, number> | null;
    relatedPlaces: ReadonlyMap<FactId, number> | null;
    changed: Float64Array | null;
    measured: ReadonlyMap<string, readonly number[]> | null;
    visits: Int32Array | null;
    byVisit: WeakMap<Filtered, Uint32Array>;
  };
}

export interface Filtered {
  readonly indices: Uint32Array;
  readonly hiddenRetracted: number;
}

/** What somebody marked as reviewed. A mark says nothing of the fact that it stands for. */
export interface Reviewed {
  /** Whose marks these are, and of which patient: a hash, and the salt of every mark. */
  readonly who: string;
  readonly marks: ReadonlySet<string>;
}

export const NOTHING_REVIEWED: Reviewed = { who: '', marks: new Set() };

export interface TimelineOptions {
  /** The source that launched the app. */
  readonly home: SourceId | null;
  /** The visit that was open where the app was launched. */
  readonly launchVisit?: MemberKey | null;
  readonly masked: (merged: Merged) => boolean;
  /** What the place of a masked fact still tells; all of it where left out. */
  readonly sealedShows?: readonly ('kind' | 'date')[];
  /** Sources in the configuration's order. */
  readonly order: readonly SourceId[];
  readonly revision: number;
  readonly reviewed?: Reviewed;
}

/** `before` is the timeline of the last revision, of which most facts are still the same. */
export function buildTimeline(
  merged: readonly Merged[],
  options: TimelineOptions,
  before: Timeline | null = null,
): Timeline {
  // People, places and products are part of the facts that name them: never rows of their own.
  const shown = merged.filter((m) => m.kind !== 'support');
  const { sealedShows = ['kind', 'date'] } = options;
  const light: Light = {
    home: options.home,
    launchVisit: options.launchVisit ?? null,
    masked: new Set(shown.filter(options.masked).map((fact) => fact.id)),
    kindHidden: !sealedShows.includes('kind'),
    dateHidden: !sealedShows.includes('date'),
    sources: allSources(shown, options.order),
  };
  const words = wordsFor(light.sources);
  const columns = readColumns(shown, light, before && { ...before, changed: before.memo.changed });
  // By what the columns tell, so that no place in the order says more of a masked fact than its row does.
  const order = newestFirst(
    columns.from,
    (a, b) => (columns.kind[a] ?? 0) - (columns.kind[b] ?? 0) || compareIds(shown[a], shown[b]),
  );
  return {
    revision: options.revision,
    facts: Array.from(order, (i) => shown[i]).filter((m): m is Merged => m !== undefined),
    light,
    sources: light.sources,
    reviewed: options.reviewed ?? NOTHING_REVIEWED,
    from: permuted(columns.from, order, 1),
    to: permuted(columns.to, order, 1),
    kind: permuted(columns.kind, order, 1),
    flags: permuted(columns.flags, order, 1),
    saidBy: permuted(columns.saidBy, order, words),
    words,
    memo: {
      filtered: new Map(),
      search: null,
      places: null,
      relatedPlaces: null,
      measured: null,
      changed: columns.changed && permuted(columns.changed, order, 1),
      visits: null,
      byVisit: new WeakMap(),
    },
  };
}

/** The column in row order, `width` numbers a fact. */
function permuted<T extends Float64Array | Uint8Array | Uint16Array | Uint32Array>(
  column: T,
  order: Uint32Array,
  width: number,
): T {
  const copy = column.slice();
  for (let i = 0; i < order.length; i++)
    for (let w = 0; w < width; w++) copy[i * width + w] = column[(order[i] ?? 0) * width + w] ?? 0;
  return copy as T;
}

const compareIds = (a: Merged | undefined, b: Merged | undefined): number =>
  a === undefined || b === undefined || a.id === b.id ? 0 : a.id < b.id ? -1 : 1;

function allSources(facts: readonly Merged[], order: readonly SourceId[]): readonly SourceId[] {
  const known = new Set(order);
  for (const fact of facts) for (const { source } of fact.members) known.add(source);
  return known.size === order.length ? order : [...order, ...[...known].slice(order.length).sort()];
}

export const says = (timeline: Timeline, fact: number, source: number): boolean =>
  ((timeline.saidBy[fact * timeline.words + (source >>> 5)] ?? 0) & (1 << (source & 31))) !== 0;

export const isMasked = (timeline: Timeline, fact: number): boolean =>
  ((timeline.flags[fact] ?? 0) & FLAG.masked) !== 0;

/** As its row tells it: of a masked fact the site's policy may hide even that. */
export const kindAt = (timeline: Timeline, fact: number): FactKind =>
  FACT_KINDS[timeline.kind[fact] ?? 0] ?? 'other';
