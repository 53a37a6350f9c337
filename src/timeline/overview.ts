import { FACT_KINDS, type FactKind, type Merged } from '../record/index.ts';
import { filtered } from './filter.ts';
import { FLAG } from './flags.ts';
import type { LaneBar, LaneBins, Overview, RowQuery } from './row.ts';
import { endOf, goesOnElsewhere } from './of-fact.ts';
import { isMasked, kindAt, type Timeline } from './timeline.ts';

/** Kinds that last, and so are drawn as bars besides being counted. */
const LASTING = new Set<FactKind>(['encounter', 'condition', 'medication', 'plan', 'device', 'coverage']);
/** More bars than these say less than the density does. */
const BARS = 60;
const MAX_BINS = 8192;

interface Lane {
  readonly counts: Uint32Array;
  readonly conflicts: Uint32Array;
  readonly abnormal: Uint32Array;
  readonly outside: Uint32Array;
  readonly safety: Uint32Array;
  readonly critical: Uint32Array;
  total: number;
  undated: number;
}

/** Counts by kind over the window, or over the whole life. A fact is counted once, in the bin where it starts. */
export function overview(timeline: Timeline, query: RowQuery, bins: number): Overview {
  const size = Math.min(MAX_BINS, Math.max(1, Math.floor(bins)));
  const span = query.window ?? wholeLife(timeline);
  const lanes = new Map<number, Lane>();
  const scale = span === null ? 0 : size / Math.max(1, span.to - span.from);
  const count = (i: number): void => {
    const lane = laneOf(lanes, timeline.kind[i] ?? 0, size);
    lane.total++;
    const from = timeline.from[i] ?? NaN;
    if (span === null || Number.isNaN(from)) lane.undated++;
    else countAt(lane, clamp(Math.floor((from - span.from) * scale), size), timeline.flags[i] ?? 0);
  };
  for (const i of filtered(timeline, query).indices) count(i);
  const lasting = lastingByKind(timeline, query, span);
  for (const kind of lasting.keys()) laneOf(lanes, kind, size);
  const found = [...lanes].sort(([a], [b]) => a - b);
  return {
    revision: timeline.revision,
    span,
    bins: size,
    lanes: found.map(([kind, lane]) =>
      laneBins(timeline, FACT_KINDS[kind] ?? 'other', lane, lasting.get(kind) ?? []),
    ),
  };
}

/** What began before the window and reaches into it is counted at its edge. */
const clamp = (bin: number, size: number): number => Math.min(size - 1, Math.max(0, bin));

function wholeLife(timeline: Timeline): Overview['span'] {
  let to = -Infinity;
  let from = Infinity;
  for (let i = 0; i < timeline.facts.length; i++) {
    if (((timeline.flags[i] ?? 0) & FLAG.retracted) !== 0) continue;
    const start = timeline.from[i] ?? NaN;
    if (Number.isNaN(start)) break;
    if (start < from) from = start;
    if (start + 1 > to) to = start + 1;
  }
  return from < to ? { from, to } : null;
}

function laneOf(lanes: Map<number, Lane>, kind: number, size: number): Lane {
  const known = lanes.get(kind);
  if (known !== undefined) return known;
  const bins = (): Uint32Array => new Uint32Array(size);
  const lane: Lane = {
    counts: bins(),
    conflicts: bins(),
    abnormal: bins(),
    outside: bins(),
    safety: bins(),
    critical: bins(),
    total: 0,
    undated: 0,
  };
  lanes.set(kind, lane);
  return lane;
}

function countAt(lane: Lane, bin: number, flags: number): void {
  add(lane.counts, bin);
  if ((flags & FLAG.conflict) !== 0) add(lane.conflicts, bin);
  if ((flags & FLAG.abnormal) !== 0) add(lane.abnormal, bin);
  if ((flags & FLAG.outside) !== 0) add(lane.outside, bin);
  if ((flags & FLAG.safety) !== 0) add(lane.safety, bin);
  if ((flags & FLAG.critical) !== 0) add(lane.critical, bin);
}

function add(bins: Uint32Array, at: number): void {
  bins[at] = (bins[at] ?? 0) + 1;
}

function laneBins(timeline: Timeline, kind: FactKind, lane: Lane, lasting: readonly number[]): LaneBins {
  const bars = barsOf(timeline, lasting);
  return { kind, ...lane, bars: bars.slice(0, BARS), barsLeftOut: Math.max(0, bars.length - BARS) };
}

/**
 * Facts that reach into the span, by kind. A current problem of 2019 is drawn through a window of 2024 though it is no
 * row of that window: nothing about it happened then.
 */
function lastingByKind(timeline: Timeline, query: RowQuery, span: Overview['span']): Map<number, number[]> {
  const found = new Map<number, number[]>();
  if (span === null) return found;
  for (const i of filtered(timeline, { ...query, window: null }).indices) {
    if (!reachesInto(timeline, i, span)) continue;
    const kind = timeline.kind[i] ?? 0;
    const others = found.get(kind);
    if (others === undefined) found.set(kind, [i]);
    else others.push(i);
  }
  return found;
}

function reachesInto(timeline: Timeline, i: number, span: NonNullable<Overview['span']>): boolean {
  const merged = timeline.facts[i];
  if (merged === undefined || !LASTING.has(kindAt(timeline, i)) || !((timeline.from[i] ?? NaN) < span.to))
    return false;
  return goesOn(timeline, i, merged) || (endOf(merged) !== null && (timeline.to[i] ?? 0) > span.from);
}

/** Without a stated end, and said by its source, or by one of several that disagree, to go on. */
const goesOn = (timeline: Timeline, i: number, merged: Merged): boolean =>
  !isMasked(timeline, i) &&
  ((endOf(merged) === null && merged.shown.status.standing === 'current') || goesOnElsewhere(merged));

/** What is unsafe, then what disagrees, then what goes on, then the newest. */
function barsOf(timeline: Timeline, indices: readonly number[]): readonly LaneBar[] {
  const bars: { bar: LaneBar; rank: number }[] = [];
  for (const i of indices) {
    const merged = timeline.facts[i];
    const from = timeline.from[i] ?? NaN;
    if (merged === undefined) continue;
    const masked = isMasked(timeline, i);
    const flags = timeline.flags[i] ?? 0;
    const bar: LaneBar = {
      id: merged.id,
      title: masked ? null : merged.shown.title,
      from,
      to: endOf(merged) === null ? null : (timeline.to[i] ?? from),
      current: !masked && merged.shown.status.standing === 'current',
      doubted: !masked && goesOnElsewhere(merged),
      conflict: (flags & FLAG.conflict) !== 0,
      safety: (flags & FLAG.safety) !== 0,
      outside: (flags & FLAG.outside) !== 0,
    };
    bars.push({ bar, rank: (bar.safety ? 4 : 0) + (bar.conflict ? 2 : 0) + (bar.current ? 1 : 0) });
  }
  return bars.sort((a, b) => b.rank - a.rank).map(({ bar }) => bar);
}
