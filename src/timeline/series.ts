import type { FactId } from '../record/index.ts';
import { FLAG } from './flags.ts';
import { analytesOf, measuresAt, type Measure, type SeriesPoint } from './measures.ts';
import { reduced } from './reduce.ts';
import { isMasked, type Timeline } from './timeline.ts';

/** One analyte in one unit, oldest first. What cannot be compared is another series, never another scale of this one. */
export interface Series {
  readonly key: string;
  readonly analyte: string;
  readonly title: string;
  /** '' where the numbers carry none. */
  readonly unit: string;
  /** False where no safe conversion was found: only what was written in the very same unit stands here. */
  readonly comparable: boolean;
  /** Each conversion that some point went through, in words. */
  readonly conversions: readonly string[];
  /** All there are, of which `points` is what an axis can show and `listed` the newest, newest first. */
  readonly total: number;
  readonly points: readonly SeriesPoint[];
  readonly listed: readonly SeriesPoint[];
}

export interface Trend {
  readonly revision: number;
  readonly series: readonly Series[];
  /** Masked facts of whatever kind: none of them is in any trend. */
  readonly masked: number;
}

export interface TrendQuery {
  /** A fact in which something was measured. It stands for what was measured, so that no address need name that. */
  readonly fact: FactId;
  /** Others that are to stand on the same axis of time. */
  readonly also?: readonly FactId[];
  /** Points that a drawing of each series has room for. */
  readonly drawn: number;
  /** Newest values of each series, for the table. */
  readonly listed: number;
}

/** Every value of what the fact measures, and of what its parts measure; null where it measures nothing. */
export function trend(timeline: Timeline, { fact, also = [], drawn, listed }: TrendQuery): Trend | null {
  const analytes = new Set([fact, ...also].flatMap((each) => analytesWith(timeline, each)));
  if (analytes.size === 0) return null;
  const byAnalyte = measuredFacts(timeline);
  const all = [...analytes].flatMap((analyte) => series(timeline, byAnalyte.get(analyte) ?? [], analyte));
  return {
    revision: timeline.revision,
    masked: maskedIn(timeline),
    series: all.map((each) => ({
      ...each,
      points: reduced(each.points, drawn),
      listed: each.points.slice(-Math.max(0, listed)).toReversed(),
    })),
  };
}

/** What a fact and its parts measure. */
function analytesWith(timeline: Timeline, fact: FactId): readonly string[] {
  const at = timeline.facts.findIndex((each) => each.id === fact);
  const asked = timeline.facts[at];
  // A masked fact tells nothing of what it measures.
  if (asked === undefined || isMasked(timeline, at)) return [];
  const parts = new Set(asked.related.filter(({ kind }) => kind === 'part').map(({ id }) => id));
  const analytes = new Set(analytesOf(asked.shown));
  if (parts.size > 0)
    for (const [i, part] of timeline.facts.entries())
      if (parts.has(part.id) && !isMasked(timeline, i))
        for (const analyte of analytesOf(part.shown)) analytes.add(analyte);
  return [...analytes];
}

const maskedIn = (timeline: Timeline): number =>
  timeline.flags.reduce((sum, flags) => sum + ((flags & FLAG.masked) !== 0 ? 1 : 0), 0);

/** Which facts measure an analyte, in row order: asked once a revision. */
export function measuredFacts(timeline: Timeline): ReadonlyMap<string, readonly number[]> {
  const known = timeline.memo.measured;
  if (known !== null) return known;
  const found = new Map<string, number[]>();
  for (let i = 0; i < timeline.facts.length; i++) {
    const merged = timeline.facts[i];
    if (merged === undefined || !('components' in merged.shown) || isMasked(timeline, i)) continue;
    for (const analyte of new Set(merged.members.flatMap(analytesOf))) {
      const others = found.get(analyte);
      if (others === undefined) found.set(analyte, [i]);
      else others.push(i);
    }
  }
  timeline.memo.measured = found;
  return found;
}

/** The series of one analyte: one for each unit that cannot be converted into another's, the longest first. */
export function series(timeline: Timeline, facts: readonly number[], analyte: string): readonly Series[] {
  const groups = new Map<string, Measure[]>();
  for (const i of facts)
    for (const measure of measuresAt(timeline, i)) {
      if (measure.analyte !== analyte) continue;
      const key = `${analyte} ${measure.comparable ? '=' : '?'} ${measure.unit}`;
      const others = groups.get(key);
      if (others === undefined) groups.set(key, [measure]);
      else others.push(measure);
    }
  return [...groups]
    .map(([key, measures]) => whole(key, measures))
    .sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1));
}

function whole(key: string, measures: readonly Measure[]): Series {
  const points = measures
    .map(({ point }) => point)
    .sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.value - b.value));
  const conversions = points.flatMap(({ conversion }) => (conversion === null ? [] : [conversion]));
  // Facts stand newest first: the name is what the newest calls it.
  const { analyte, title, unit, comparable } = measures[0] ?? NOTHING;
  return {
    key,
    analyte,
    title,
    unit,
    comparable,
    conversions: [...new Set(conversions)],
    total: points.length,
    points,
    listed: points,
  };
}

const NOTHING = { analyte: '', title: '', unit: '', comparable: false } as const;
