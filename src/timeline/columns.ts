/** One number a fact of everything that lists and canvases ask, read off the facts or taken over from before. */
import {
  mainPoint,
  wallTime,
  type ClinicalDate,
  type FactId,
  type MemberKey,
  type Merged,
  type SourceId,
} from '../record/index.ts';
import { flagBits } from './flags.ts';
import { changedOf, endOf, KIND_NUMBER } from './of-fact.ts';

export interface Columns {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly kind: Uint8Array;
  readonly flags: Uint16Array;
  readonly saidBy: Uint32Array;
  /** Null until somebody asks what is new. */
  readonly changed: Float64Array | null;
}

/** What besides the facts themselves decides what the columns say of them. */
export interface Light {
  readonly home: SourceId | null;
  readonly launchVisit: MemberKey | null;
  readonly masked: ReadonlySet<FactId>;
  readonly kindHidden: boolean;
  readonly dateHidden: boolean;
  readonly sources: readonly SourceId[];
}

/** Columns that were read before, and of which facts. */
export interface Before extends Columns {
  readonly facts: readonly Merged[];
  readonly light: Light;
}

export const wordsFor = (sources: readonly SourceId[]): number => Math.max(1, Math.ceil(sources.length / 32));

/**
 * A fact that nothing was added to is the same object as before, and its numbers are taken over: at every telling of a
 * load most are. One pass, since touching a hundred thousand objects is what takes the time.
 */
export function readColumns(facts: readonly Merged[], light: Light, before: Before | null): Columns {
  const n = facts.length;
  const words = wordsFor(light.sources);
  const number = new Map(light.sources.map((source, i) => [source, i]));
  const known = before !== null && sameLight(before.light, light) ? before : null;
  const places = known === null ? null : new Map(known.facts.map((fact, i) => [fact, i]));
  const columns = {
    from: new Float64Array(n).fill(NaN),
    to: new Float64Array(n).fill(NaN),
    kind: new Uint8Array(n),
    flags: new Uint16Array(n),
    saidBy: new Uint32Array(n * words),
    changed: (known?.changed ?? null) === null ? null : new Float64Array(n),
  };
  for (let i = 0; i < n; i++) {
    const fact = facts[i];
    if (fact === undefined) continue;
    const place = places?.get(fact);
    if (known !== null && place !== undefined) takeOver(columns, i, known, place, words);
    else readOne(columns, i, fact, light, number, words);
  }
  return columns;
}

type Writable = ReturnType<typeof readColumns> & { readonly changed: Float64Array | null };

function takeOver(columns: Writable, i: number, before: Columns, place: number, words: number): void {
  columns.from[i] = before.from[place] ?? NaN;
  columns.to[i] = before.to[place] ?? NaN;
  columns.kind[i] = before.kind[place] ?? 0;
  columns.flags[i] = before.flags[place] ?? 0;
  for (let w = 0; w < words; w++) columns.saidBy[i * words + w] = before.saidBy[place * words + w] ?? 0;
  if (columns.changed !== null) columns.changed[i] = before.changed?.[place] ?? NaN;
}

function readOne(
  columns: Writable,
  i: number,
  fact: Merged,
  light: Light,
  number: ReadonlyMap<SourceId, number>,
  words: number,
): void {
  const sealed = light.masked.has(fact.id);
  columns.kind[i] = KIND_NUMBER.get(sealed && light.kindHidden ? 'other' : fact.kind) ?? 0;
  columns.flags[i] = flagBits(fact, light.home, light.masked, light.launchVisit);
  const own = sealed && light.dateHidden ? null : placed(fact.shown.when);
  if (own !== null) {
    columns.from[i] = own.from;
    columns.to[i] = Math.max(own.to, placed(endOf(fact))?.to ?? own.to);
  }
  for (const member of fact.members) {
    const source = number.get(member.source) ?? 0;
    const word = i * words + (source >>> 5);
    columns.saidBy[word] = (columns.saidBy[word] ?? 0) | (1 << (source & 31));
  }
  if (columns.changed !== null) columns.changed[i] = sealed && own === null ? NaN : changedOf(fact);
}

const sameLight = (a: Light, b: Light): boolean =>
  a.home === b.home &&
  a.launchVisit === b.launchVisit &&
  a.kindHidden === b.kindHidden &&
  a.dateHidden === b.dateHidden &&
  a.sources.length === b.sources.length &&
  a.sources.every((source, i) => source === b.sources[i]) &&
  a.masked.size === b.masked.size &&
  [...a.masked].every((id) => b.masked.has(id));

function placed(date: ClinicalDate | null): { from: number; to: number } | null {
  const point = date === null ? null : mainPoint(date);
  if (point === null || point.flag === 'implausible-year') return null;
  const from = wallTime(point);
  return { from, to: Math.max(from + 1, from + (point.to - point.from)) };
}
