import type { Overview } from '../../timeline/index.ts';
import type { Scale } from '../axis/index.ts';
import { BAR_HEIGHT, type PlacedLane, type Target } from './layout.ts';

/** What the keys go to: a bar, or the facts of a few pixels of a lane, and where it stands. */
export interface LaneMark {
  readonly target: Target;
  /** Its middle in time, by which it is found again when the lanes are drawn anew. */
  readonly time: number;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Facts nearer to each other than this many bins are gone to as one, as a pointer would meet them. */
const MOST_BINS = 4;

/** The marks of a lane, from the left. */
function marksOf(lane: PlacedLane, view: Overview, scale: Scale): readonly LaneMark[] {
  if (lane.bars.length > 0)
    return lane.bars
      .map((bar): LaneMark => {
        const box = { x: bar.x, y: bar.y, width: bar.width, height: BAR_HEIGHT };
        return { target: { kind: 'bar', lane, bar }, time: scale.time(bar.x + bar.width / 2), box };
      })
      .sort((a, b) => a.box.x - b.box.x || a.box.y - b.box.y);
  if (view.span === null) return [];
  const start = view.span.from;
  const step = (view.span.to - start) / view.bins;
  return runsOf(lane.lane.counts).flatMap((bins) => {
    const from = start + (bins[0] ?? 0) * step;
    const to = start + ((bins.at(-1) ?? 0) + 1) * step;
    const [x, end] = [scale.x(from), scale.x(to)];
    // While a gesture stretches what was drawn before, some of it stands outside.
    if (end < 0) return [];
    const box = { x, y: lane.top + 2, width: Math.max(6, end - x), height: lane.height - 5 };
    return [{ target: { kind: 'facts', lane, from, to, bins } as const, time: (from + to) / 2, box }];
  });
}

/** Bins that stand so near to each other that they are one to the eye. */
export function runsOf(counts: Uint32Array): readonly (readonly number[])[] {
  const runs: number[][] = [];
  counts.forEach((n, bin) => {
    if (n === 0) return;
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === bin - 1 && run.length < MOST_BINS) run.push(bin);
    else runs.push([bin]);
  });
  return runs;
}

const nearest = (marks: readonly LaneMark[], time: number): number => {
  let best = 0;
  marks.forEach((mark, i) => {
    if (Math.abs(mark.time - time) < Math.abs((marks[best]?.time ?? Infinity) - time)) best = i;
  });
  return best;
};

/** Where the keys are: by kind and time, so that it stays there while the lanes are drawn anew. */
export interface Place {
  readonly lane: PlacedLane['kind'];
  readonly time: number;
}

export interface Standing {
  readonly mark: LaneMark;
  readonly index: number;
  readonly marks: readonly LaneMark[];
  readonly lane: number;
}

/** The mark at a place, or the one nearest to it; null where nothing is drawn. */
export function standingAt(
  lanes: readonly PlacedLane[],
  view: Overview,
  scale: Scale,
  place: Place | null,
): Standing | null {
  const wanted = place === null ? 0 : lanes.findIndex((lane) => lane.kind === place.lane);
  return standingIn(lanes, view, scale, Math.max(0, wanted), 1, place?.time ?? -Infinity);
}

/** The nearest mark of this lane, or of the first one beyond it that has any. */
function standingIn(
  lanes: readonly PlacedLane[],
  view: Overview,
  scale: Scale,
  from: number,
  by: 1 | -1,
  time: number,
): Standing | null {
  for (let at = from; at >= 0 && at < lanes.length; at += by) {
    const lane = lanes[at];
    const marks = lane === undefined ? [] : marksOf(lane, view, scale);
    const index = Number.isFinite(time) ? nearest(marks, time) : 0;
    const mark = marks[index];
    if (mark !== undefined) return { mark, index, marks, lane: at };
  }
  return null;
}

/** Where a key leads; null where it leads nowhere. */
export function moved(
  key: string,
  standing: Standing,
  lanes: readonly PlacedLane[],
  view: Overview,
  scale: Scale,
): Place | null {
  const { marks, index, lane, mark } = standing;
  const along: Readonly<Record<string, number>> = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    Home: 0,
    End: marks.length - 1,
  };
  const to = along[key];
  if (to !== undefined) return placeOf(marks[Math.max(0, Math.min(marks.length - 1, to))] ?? mark);
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const by = key === 'ArrowDown' ? 1 : -1;
  const next = standingIn(lanes, view, scale, lane + by, by, mark.time);
  return placeOf(next?.mark ?? mark);
}

const placeOf = ({ target, time }: LaneMark): Place => ({ lane: target.lane.kind, time });
