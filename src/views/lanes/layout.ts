import type { FactKind } from '../../record/index.ts';
import type { LaneBar, LaneBins, Overview } from '../../timeline/index.ts';
import type { Scale } from '../axis/index.ts';

/** Above the lanes, where it is seen though they scroll. */
export const LANES_AXIS = 20;
const POINTS = 26;
const TRACK = 17;
const GAP = 6;
const TRACKS = 4;

export interface PlacedBar {
  readonly bar: LaneBar;
  readonly x: number;
  readonly width: number;
  readonly y: number;
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

export function placeLanes(view: Overview, scale: Scale, width: number): readonly PlacedLane[] {
  const placed: PlacedLane[] = [];
  let top = LANES_AXIS;
  for (const lane of view.lanes) {
    const { bars, tracks, hidden } = asBars(lane)
      ? placeBars(lane, scale, width)
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

/** Each bar on the first track that is free. What comes first (unsafe, disagreeing, going on) finds its place first. */
function placeBars(lane: LaneBins, scale: Scale, width: number) {
  const taken: (readonly [from: number, to: number])[][] = [];
  const bars: PlacedBar[] = [];
  let hidden = 0;
  for (const bar of lane.bars) {
    const from = Math.max(-2, scale.x(bar.from));
    const to = Math.min(width + 2, bar.to === null ? width + 2 : scale.x(bar.to));
    const x = Math.min(from, width - 6);
    const size = Math.max(6, to - x);
    const free = (track: readonly (readonly [number, number])[] | undefined): boolean =>
      track === undefined || track.every(([a, b]) => x > b + 2 || x + size < a - 2);
    const track = [0, 1, 2, 3].slice(0, TRACKS).find((n) => free(taken[n]));
    if (track === undefined) {
      hidden++;
      continue;
    }
    (taken[track] ??= []).push([x, x + size]);
    bars.push({ bar, x, width: size, y: GAP / 2 + track * TRACK });
  }
  return { bars, tracks: taken.length, hidden };
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
    (each) => x >= each.x && x <= each.x + each.width && y >= each.y && y <= each.y + TRACK,
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
