import type { Concept, Fact } from '../record/index.ts';
import { changedTimes } from './changed.ts';
import { FLAG } from './flags.ts';
import type { Only, RowQuery } from './row.ts';
import { searchHits } from './search.ts';
import { KIND_NUMBER } from './of-fact.ts';
import { isReviewed } from './reviewed.ts';
import { isMasked, says, type Filtered, type Timeline } from './timeline.ts';

const WANTED: Readonly<Partial<Record<Only, number>>> = {
  conflict: FLAG.conflict,
  critical: FLAG.critical,
  abnormal: FLAG.abnormal,
  outside: FLAG.outside,
  possible: FLAG.possiblySame,
};
/** A few queries live at once: list, overview, lanes, and the ones before the last key was typed. */
const REMEMBERED = 12;

/** Row numbers that match, in row order. */
export function filtered(timeline: Timeline, query: RowQuery): Filtered {
  const key = JSON.stringify([
    query.text.trim(),
    query.kinds,
    query.sources,
    query.window,
    query.only,
    query.includeRetracted,
    query.since ?? null,
  ]);
  const { filtered: memo } = timeline.memo;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const answer = compute(timeline, query);
  if (memo.size >= REMEMBERED)
    for (const oldest of memo.keys()) {
      memo.delete(oldest);
      break;
    }
  memo.set(key, answer);
  return answer;
}

function compute(timeline: Timeline, query: RowQuery): Filtered {
  const hits = searchHits(timeline, query.text);
  const kinds = query.kinds === null ? null : new Set(query.kinds.map((kind) => KIND_NUMBER.get(kind) ?? -1));
  const sources =
    query.sources?.map((source) => timeline.sources.indexOf(source)).filter((n) => n >= 0) ?? null;
  const wanted = query.only.map((flag) => WANTED[flag] ?? 0).reduce((all, bit) => all | bit, 0);
  const lacks = query.only.filter((what) => what === 'undated' || what === 'uncoded');
  const unreviewed = query.only.includes('unreviewed');
  const since = query.since ?? null;
  const changed = since === null ? null : changedTimes(timeline);
  const indices = new Uint32Array(timeline.facts.length);
  let n = 0;
  let hiddenRetracted = 0;
  for (let i = 0; i < indices.length; i++) {
    if (hits !== null && hits[i] === 0) continue;
    if (kinds !== null && !kinds.has(timeline.kind[i] ?? -1)) continue;
    if (changed !== null && !((changed[i] ?? NaN) >= (since ?? 0))) continue;
    if (!inWindow(timeline, i, query.window)) continue;
    if (sources !== null && !sources.some((source) => says(timeline, i, source))) continue;
    const flags = timeline.flags[i] ?? 0;
    if ((flags & wanted) !== wanted) continue;
    if (unreviewed && isReviewed(timeline, i)) continue;
    if (lacks.length > 0 && !isLacking(timeline, i, lacks, query.sources)) continue;
    if ((flags & FLAG.retracted) !== 0 && !query.includeRetracted) hiddenRetracted++;
    else indices[n++] = i;
  }
  return { indices: indices.slice(0, n), hiddenRetracted };
}

/**
 * Whether a source, one of those chosen where some are, leaves out what is asked for: another source's word for the
 * same does not mend its record. What is masked says nothing of itself here either.
 */
function isLacking(
  timeline: Timeline,
  i: number,
  lacks: readonly Only[],
  sources: RowQuery['sources'],
): boolean {
  const members = isMasked(timeline, i) ? [] : (timeline.facts[i]?.members ?? []);
  return lacks.every((what) =>
    members.some(
      (fact) =>
        (sources === null || sources.includes(fact.source)) &&
        (what === 'undated' ? fact.when.kind === 'undated' : isUncoded(fact)),
    ),
  );
}

/** Kinds that say what they are by a code; a plan or a coverage need not. */
const CODED: ReadonlySet<string> = new Set<Fact['kind']>([
  'condition',
  'allergy',
  'medication',
  'observation',
  'panel',
  'procedure',
  'immunization',
  'report',
]);
const hasCode = (concept: Concept | null): boolean =>
  concept?.codings.some(({ code }) => code !== null) ?? false;
const isUncoded = (fact: Fact): boolean =>
  CODED.has(fact.kind) && !hasCode(fact.code) && !(fact.kind === 'allergy' && hasCode(fact.substance));

/** Any part of what is known of it; the undated are in no window. */
function inWindow(timeline: Timeline, i: number, window: RowQuery['window']): boolean {
  if (window === null) return true;
  return (timeline.from[i] ?? NaN) < window.to && (timeline.to[i] ?? NaN) > window.from;
}
