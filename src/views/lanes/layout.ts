import type { FactKind } from '../../record/index.ts';
import type { LaneBar, LaneBins, Overview } from '../../timeline/index.ts';
import type { Scale } from '../axis/index.ts';

/** Above the lanes, where it is seen though they scroll. */
export const LANES_AXIS = 20;
const POINTS = 24;
const TRACK = 17;
const GAP = 6;
const TRACKS = 4;

export interface PlacedBar {
  readonly bar: LaneBar;
  readonly x: number;
  readonly width: number;
  /** Of the width, what all sources agree on: beyond it, one says that it goes on. */
  readonly sure: number;
  readonly y: number;
  /** Where its title stands, in it or beside it, and the room it has there; null where there is none. */
  readonly label: { readonly x: number; readonly room: number } | null;
}

export interface PlacedLane {
  readonly kind: FactKind;
  readonly lane: LaneBins;
  readonly top: number;
  readonly height: number;
  readonly bars: readonly PlacedBar[];
  /** Bars that found no room: said as a number, never left out in silence. */
  readonly hiddenBars: number;
}

export const BAR_HEIGHT = TRACK - 3;

/** Kinds drawn as bars rather than by density: their length is what they tell. */
const asBars = (lane: LaneBins): boolean => lane.bars.length > 0 && lane.kind !== 'encounter';

export function placeLanes(
  view: Overview,
  scale: Scale,
  width: number,
  measure: Measure,
): readonly PlacedLane[] {
  const placed: PlacedLane[] = [];
  let top = LANES_AXIS;
  for (const lane of view.lanes) {
    const { bars, tracks, hidden } = asBars(lane)
      ? placeBars(lane, scale, width, measure)
      : { bars: [], tracks: 0, hidden: 0 };
    const height = tracks === 0 ? POINTS : tracks * TRACK + GAP;
    placed.push({
      kind: lane.kind,
      lane,
      top,
      height,
      bars: bars.map((bar) => ({ ...bar, y: top + bar.y })),
      hiddenBars: tracks === 0 ? 0 : hidden + lane.barsLeftOut,
    });
    top += height;
  }
  return placed;
}

/** How wide a title is drawn. */
export type Measure = (text: string, strong: boolean) => number;

/** Between a bar and the title beside it, and at either end of a title within its bar. */
const AIR = 4;
/** What is disputed carries its mark before its title. */
export const MARK_ROOM = 11;
/** A title that has not even so much room tells nothing. */
const LEAST = 40;

/**
 * Each bar on the first track that is free, and its title in it or, where the bar is too short, in the empty stretch
 * beside it. What comes first (unsafe, disagreeing, going on) finds its place first.
 */
function placeBars(lane: LaneBins, scale: Scale, width: number, measure: Measure) {
  const taken: Stretch[][] = [];
  const bars: PlacedBar[] = [];
  let hidden = 0;
  for (const bar of lane.bars) {
    const from = Math.max(-2, scale.x(bar.from));
    const stated = Math.min(width + 2, bar.to === null ? width + 2 : scale.x(bar.to));
    const to = bar.doubted ? width + 2 : stated;
    const x = Math.min(from, width - 6);
    const size = Math.max(6, to - x);
    const sure = bar.doubted ? (bar.to === null ? 0 : Math.max(0, stated - x)) : size;
    const free = (track: number, [a, b]: Stretch): boolean =>
      (taken[track] ?? []).every(([c, d]) => a > d + 2 || b < c - 2);
    const tracks = [0, 1, 2, 3].slice(0, TRACKS).filter((track) => free(track, [x, x + size]));
    const found = labelled(bar, { x, size, width, measure, tracks, free });
    if (found === null) {
      hidden++;
      continue;
    }
    const { track, label, stretch } = found;
    (taken[track] ??= []).push(stretch);
    bars.push({ bar, x, width: size, sure, y: GAP / 2 + track * TRACK, label });
  }
  return { bars, tracks: taken.length, hidden };
}

type Stretch = readonly [from: number, to: number];

interface Free {
  readonly x: number;
  readonly size: number;
  readonly width: number;
  readonly measure: Measure;
  /** Tracks where the bar itself has room. */
  readonly tracks: readonly number[];
  readonly free: (track: number, stretch: Stretch) => boolean;
}

interface Labelled {
  readonly track: number;
  readonly label: PlacedBar['label'];
  readonly stretch: Stretch;
}

/** The bar's track and where its title goes: within it, before it, after it, or shortened within it. */
function labelled(bar: LaneBar, { x, size, width, measure, tracks, free }: Free): Labelled | null {
  const [first] = tracks;
  if (first === undefined) return null;
  const own: Stretch = [x, x + size];
  const start = Math.max(0, x);
  const inside = Math.min(width, x + size) - start - 2 * AIR;
  const within: Labelled['label'] = { x: start + AIR, room: inside };
  const disputed = bar.safety || bar.conflict;
  const wanted = bar.title === null ? 0 : measure(bar.title, disputed) + (disputed ? MARK_ROOM : 0);
  if (bar.title === null) return { track: first, label: null, stretch: own };
  if (wanted <= inside) return { track: first, label: within, stretch: own };
  const before: Stretch = [x - AIR - wanted, x + size];
  const after: Stretch = [x, x + size + AIR + wanted];
  for (const track of tracks)
    if (before[0] >= 0 && free(track, before))
      return { track, label: { x: before[0], room: wanted }, stretch: before };
  for (const track of tracks)
    if (after[1] <= width && free(track, after))
      return { track, label: { x: x + size + AIR, room: wanted }, stretch: after };
  return { track: first, label: inside < LEAST ? null : within, stretch: own };
}

/** What stands under the pointer: a bar, or the facts of a few pixels of a lane. */
export type Target =
  | { readonly kind: 'bar'; readonly lane: PlacedLane; readonly bar: PlacedBar }
  | {
      readonly kind: 'facts';
      readonly lane: PlacedLane;
      readonly from: number;
      readonly to: number;
      readonly bins: readonly number[];
    };

const REACH = 4;

export function targetAt(
  lanes: readonly PlacedLane[],
  view: Overview,
  scale: Scale,
  x: number,
  y: number,
): Target | null {
  const lane = lanes.find((each) => y >= each.top && y < each.top + each.height);
  if (lane === undefined) return null;
  const bar = lane.bars.find(
    (each) =>
      x >= Math.min(each.x, each.label?.x ?? each.x) &&
      x <= Math.max(each.x + each.width, each.label === null ? 0 : each.label.x + each.label.room) &&
      y >= each.y &&
      y <= each.y + TRACK,
  );
  if (bar !== undefined) return { kind: 'bar', lane, bar };
  if (lane.bars.length > 0 || view.span === null) return null;
  const step = (view.span.to - view.span.from) / view.bins;
  const at = (px: number): number => Math.floor((scale.time(px) - (view.span?.from ?? 0)) / step);
  const bins: number[] = [];
  for (let i = Math.max(0, at(x - REACH)); i <= Math.min(view.bins - 1, at(x + REACH)); i++)
    if ((lane.lane.counts[i] ?? 0) > 0) bins.push(i);
  const [first] = bins;
  const last = bins.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    kind: 'facts',
    lane,
    bins,
    from: view.span.from + first * step,
    to: view.span.from + (last + 1) * step,
  };
}

export const countIn = (bins: Uint32Array, indices: readonly number[]): number =>
  indices.reduce((sum, i) => sum + (bins[i] ?? 0), 0);
