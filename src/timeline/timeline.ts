import {
  FACT_KINDS,
  mainPoint,
  wallTime,
  type ClinicalDate,
  type FactId,
  type FactKind,
  type MemberKey,
  type Merged,
  type SourceId,
} from '../record/index.ts';
import { FLAG, flagBits } from './flags.ts';
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
  readonly sources: readonly SourceId[];
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
    places: Map<FactId, number> | null;
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
}

export const KIND_NUMBER = new Map<FactKind, number>(FACT_KINDS.map((kind, i) => [kind, i]));

/** End of what a fact covers: a problem ends where it abated. */
export function endOf(merged: Merged): ClinicalDate | null {
  const shown = merged.shown;
  if (shown.when.kind === 'period')
    return shown.when.end === null ? null : { kind: 'at', at: shown.when.end };
  return shown.kind === 'condition' ? shown.abatement : null;
}

function placed(date: ClinicalDate | null): { from: number; to: number } | null {
  const point = date === null ? null : mainPoint(date);
  if (point === null || point.flag === 'implausible-year') return null;
  const from = wallTime(point);
  return { from, to: Math.max(from + 1, from + (point.to - point.from)) };
}

export function buildTimeline(merged: readonly Merged[], options: TimelineOptions): Timeline {
  // People, places and products are part of the facts that name them: never rows of their own.
  const shown = merged.filter((m) => m.kind !== 'support');
  const sources = allSources(shown, options.order);
  const words = Math.max(1, Math.ceil(sources.length / 32));
  const columns = read(shown, options, new Map(sources.map((source, n) => [source, n])), words);
  // By what the columns tell, so that no place in the order says more of a masked fact than its row does.
  const order = newestFirst(
    columns.from,
    (a, b) => (columns.kind[a] ?? 0) - (columns.kind[b] ?? 0) || compareIds(shown[a], shown[b]),
  );
  return {
    revision: options.revision,
    facts: Array.from(order, (i) => shown[i]).filter((m): m is Merged => m !== undefined),
    sources,
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
      measured: null,
      changed: null,
      visits: null,
      byVisit: new WeakMap(),
    },
  };
}

type Columns = Pick<Timeline, 'from' | 'to' | 'kind' | 'flags' | 'saidBy'>;

/** One pass over the facts, since touching a hundred thousand objects is what takes the time. */
function read(
  facts: readonly Merged[],
  options: TimelineOptions,
  number: ReadonlyMap<SourceId, number>,
  words: number,
): Columns {
  const n = facts.length;
  const masked = new Set(facts.filter(options.masked).map((fact) => fact.id));
  const { sealedShows = ['kind', 'date'] } = options;
  const [kindHidden, dateHidden] = [!sealedShows.includes('kind'), !sealedShows.includes('date')];
  const columns = {
    from: new Float64Array(n).fill(NaN),
    to: new Float64Array(n).fill(NaN),
    kind: new Uint8Array(n),
    flags: new Uint16Array(n),
    saidBy: new Uint32Array(n * words),
  };
  facts.forEach((fact, i) => {
    const sealed = masked.has(fact.id);
    columns.kind[i] = KIND_NUMBER.get(sealed && kindHidden ? 'other' : fact.kind) ?? 0;
    columns.flags[i] = flagBits(fact, options.home, masked, options.launchVisit ?? null);
    const own = sealed && dateHidden ? null : placed(fact.shown.when);
    if (own !== null) {
      columns.from[i] = own.from;
      columns.to[i] = Math.max(own.to, placed(endOf(fact))?.to ?? own.to);
    }
    for (const member of fact.members) {
      const source = number.get(member.source) ?? 0;
      const word = i * words + (source >>> 5);
      columns.saidBy[word] = (columns.saidBy[word] ?? 0) | (1 << (source & 31));
    }
  });
  return columns;
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
  const others = new Set<SourceId>();
  for (const fact of facts)
    for (const member of fact.members) if (!known.has(member.source)) others.add(member.source);
  return [...order, ...[...others].sort()];
}

export const says = (timeline: Timeline, fact: number, source: number): boolean =>
  ((timeline.saidBy[fact * timeline.words + (source >>> 5)] ?? 0) & (1 << (source & 31))) !== 0;

export const isMasked = (timeline: Timeline, fact: number): boolean =>
  ((timeline.flags[fact] ?? 0) & FLAG.masked) !== 0;

/** As its row tells it: of a masked fact the site's policy may hide even that. */
export const kindAt = (timeline: Timeline, fact: number): FactKind =>
  FACT_KINDS[timeline.kind[fact] ?? 0] ?? 'other';
