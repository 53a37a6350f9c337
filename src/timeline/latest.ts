import { measuredFacts, series } from './series.ts';
import type { SeriesPoint } from './measures.ts';
import type { Timeline } from './timeline.ts';

/** The newest value of something measured, and the one before it that it can be compared with. */
export interface Latest {
  readonly title: string;
  readonly unit: string;
  readonly group: 'vital' | 'laboratory' | 'other';
  readonly total: number;
  readonly newest: SeriesPoint;
  readonly before: SeriesPoint | null;
}

/** By group as a chart orders them; within it the newest first. */
const GROUPS = { vital: 0, laboratory: 1, other: 2 } as const;

/** Everything measured that has a number, each with its newest value. */
export function latest(timeline: Timeline): readonly Latest[] {
  const found: Latest[] = [];
  for (const [analyte, facts] of measuredFacts(timeline)) {
    for (const { title, unit, total, points } of series(timeline, facts, analyte)) {
      const newest = points.at(-1);
      if (newest === undefined) continue;
      const before = points.findLast((point) => point.time < newest.time) ?? null;
      found.push({ title, unit, group: groupOf(timeline, facts), total, newest, before });
    }
  }
  return found.sort(
    (a, b) =>
      GROUPS[a.group] - GROUPS[b.group] ||
      b.newest.time - a.newest.time ||
      (a.title < b.title ? -1 : a.title > b.title ? 1 : 0),
  );
}

/** As any source files it. */
function groupOf(timeline: Timeline, facts: readonly number[]): Latest['group'] {
  for (const i of facts) {
    const categories = timeline.facts[i]?.members.flatMap((member) => member.categories) ?? [];
    if (categories.includes('vital-signs')) return 'vital';
    if (categories.includes('laboratory')) return 'laboratory';
  }
  return 'other';
}
