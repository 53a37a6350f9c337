import { mainPoint, noticesOf, type Fact, type Merged, type SourceId } from '../record/index.ts';
import { byVisit, visitsOf } from './by-visit.ts';
import { filtered } from './filter.ts';
import { rowFlags } from './flags.ts';
import { placeOf } from './place.ts';
import { markAt } from './reviewed.ts';
import type { Dispute, Row, RowQuery, RowTime, RowWindow } from './row.ts';
import { endOf } from './of-fact.ts';
import { isMasked, kindAt, says, type Timeline } from './timeline.ts';
import { valueText } from './value-text.ts';

/** Text beyond this is in the detail. */
const LONGEST = 240;

/** A slice of what matches. Texts are made here, for the rows that are looked at and for no others. */
export function rows(timeline: Timeline, query: RowQuery, offset: number, limit: number): RowWindow {
  const found = filtered(timeline, query);
  const { indices, hiddenRetracted } = found;
  const start = Math.max(0, Math.floor(offset));
  const order = query.by === 'visit' ? byVisit(timeline, found) : indices;
  const slice = order.subarray(start, start + Math.max(0, Math.floor(limit)));
  return {
    revision: timeline.revision,
    total: indices.length,
    offset: start,
    rows: Array.from(slice, (i) => {
      const row = rowAt(timeline, i);
      return row === null || query.by !== 'visit' ? row : { ...row, ...visitAt(timeline, i) };
    }).filter((row) => row !== null),
    hiddenRetracted,
  };
}

/** The facts themselves, for whoever makes a copy of them; what is masked is counted and not among them. */
export function matching(
  timeline: Timeline,
  query: RowQuery,
): { readonly facts: readonly Merged[]; readonly masked: number; readonly hiddenRetracted: number } {
  const { indices, hiddenRetracted } = filtered(timeline, query);
  const seen = Array.from(indices).filter((i) => !isMasked(timeline, i));
  return {
    facts: seen.map((i) => timeline.facts[i]).filter((fact) => fact !== undefined),
    masked: indices.length - seen.length,
    hiddenRetracted,
  };
}

/** The marks of all that match, but for what is masked. */
export const listedMarks = (timeline: Timeline, query: RowQuery): readonly string[] =>
  Array.from(filtered(timeline, query).indices)
    .filter((i) => !isMasked(timeline, i))
    .map((i) => markAt(timeline, i));

function rowAt(timeline: Timeline, i: number): Row | null {
  const merged = timeline.facts[i];
  if (merged === undefined) return null;
  const masked = isMasked(timeline, i);
  const notices = masked ? [] : noticesOf(merged.sensitivity);
  return {
    id: merged.id,
    kind: kindAt(timeline, i),
    role: masked ? null : roleOf(merged.shown),
    title: masked ? null : shorten(merged.shown.title),
    value: masked ? null : shorten(valueText(merged.shown)),
    time: masked && Number.isNaN(timeline.from[i]) ? null : rowTime(merged),
    status: masked ? 'unknown' : merged.shown.status.code,
    standing: masked ? 'unknown' : merged.shown.status.standing,
    sources: sourcesOf(timeline, i),
    flags: rowFlags(timeline.flags[i] ?? 0),
    disputes: masked ? NONE : [...disputesOf(merged), ...contradictions(timeline, merged)],
    ...(notices.length === 0 ? {} : { notices }),
  };
}

function visitAt(timeline: Timeline, i: number): Pick<Row, 'visit'> {
  const visit = timeline.facts[visitsOf(timeline)[i] ?? -1];
  return visit === undefined
    ? {}
    : { visit: { id: visit.id, title: shorten(visit.shown.title), time: rowTime(visit) } };
}

const roleOf = (fact: Fact): string | null =>
  fact.kind === 'condition'
    ? fact.role
    : fact.kind === 'medication'
      ? fact.evidence
      : fact.kind === 'allergy' && fact.negates !== null
        ? 'none-known'
        : null;

/** More than these are in the detail. */
const DISPUTES = 3;

/** The gravest first. What is minor is told in the detail alone, as it raises no flag either. */
function disputesOf({ conflicts }: Merged): readonly Dispute[] {
  if (conflicts.length === 0) return NONE;
  const ofWeight = (weight: Dispute['weight']): readonly Dispute[] =>
    conflicts
      .filter((conflict) => conflict.weight === weight)
      .map(({ field, values }) => ({
        field,
        weight,
        other: null,
        values: values.map(({ value, sources }) => ({ value: shorten(value) ?? '', sources })),
      }));
  return [...ofWeight('safety'), ...ofWeight('clinical')].slice(0, DISPUTES);
}

const NONE: readonly Dispute[] = [];

/** What it stands against: 'no known allergies' beside an allergy. What is masked is not named. */
function contradictions(timeline: Timeline, merged: Merged): readonly Dispute[] {
  return merged.related.flatMap(({ id, kind }) => {
    if (kind !== 'contradicts' && kind !== 'duplicate-therapy') return [];
    const other = placeOf(timeline, id);
    if (other === undefined || isMasked(timeline, other)) return [];
    const value = shorten(timeline.facts[other]?.shown.title ?? null) ?? '';
    return [
      {
        field: kind,
        weight: 'safety' as const,
        other: id,
        values: [{ value, sources: sourcesOf(timeline, other) }],
      },
    ];
  });
}

const sourcesOf = (timeline: Timeline, i: number): readonly SourceId[] =>
  timeline.sources.filter((_, n) => says(timeline, i, n));

function shorten(text: string | null): string | null {
  if (text === null) return null;
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${[...line].slice(0, LONGEST).join('')}…`;
}

function rowTime(merged: Merged): RowTime | null {
  const point = mainPoint(merged.shown.when);
  if (point === null) return null;
  const end = endOf(merged);
  const last = end === null ? null : mainPoint(end);
  const { from, to, precision, offset } = point;
  const isPeriod = merged.shown.when.kind === 'period' || last !== null;
  return { from, to, precision, offset, end: last?.from ?? null, isPeriod };
}
