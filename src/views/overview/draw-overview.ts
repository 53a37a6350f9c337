import type { Overview } from '../../timeline/index.ts';
import type { Painter } from '../../ui/index.ts';
import { drawMark, gravest, scaleOf, ticks, type Span } from '../axis/index.ts';

const AXIS = 18;
const MARKS = 12;

interface Bins {
  readonly all: Uint32Array;
  readonly outside: Uint32Array;
  readonly conflicts: Uint32Array;
  readonly safety: Uint32Array;
  readonly critical: Uint32Array;
}

/** All lanes in one. */
function summed(view: Overview): Bins {
  const empty = (): Uint32Array => new Uint32Array(view.bins);
  const sum = { all: empty(), outside: empty(), conflicts: empty(), safety: empty(), critical: empty() };
  for (const lane of view.lanes)
    for (let i = 0; i < view.bins; i++) {
      sum.all[i] = (sum.all[i] ?? 0) + (lane.counts[i] ?? 0);
      sum.outside[i] = (sum.outside[i] ?? 0) + (lane.outside[i] ?? 0);
      sum.conflicts[i] = (sum.conflicts[i] ?? 0) + (lane.conflicts[i] ?? 0);
      sum.safety[i] = (sum.safety[i] ?? 0) + (lane.safety[i] ?? 0);
      sum.critical[i] = (sum.critical[i] ?? 0) + (lane.critical[i] ?? 0);
    }
  return sum;
}

interface Drawn {
  readonly life: Span;
  readonly window: Span | null;
  /** What matches, and (faint, behind it) everything there is. */
  readonly view: Overview | undefined;
  readonly ghost: Overview | undefined;
}

export function drawOverview(painter: Painter, { life, window, view, ghost }: Drawn): void {
  drawAxis(painter, life);
  const most = highest(ghost ?? view);
  if (ghost !== undefined) drawBars(painter, life, ghost, most, true);
  if (view !== undefined) {
    drawBars(painter, life, view, most, false);
    drawMarks(painter, life, view);
  }
  if (window !== null) drawWindow(painter, life, window);
}

const highest = (view: Overview | undefined): number =>
  view === undefined ? 1 : summed(view).all.reduce((most, n) => Math.max(most, n), 1);

function drawAxis({ context, width, height, colour, font }: Painter, life: Span): void {
  const scale = scaleOf(life, width);
  const base = height - AXIS;
  context.fillStyle = colour('--line');
  context.fillRect(0, base, width, 1);
  context.font = font(11);
  context.textBaseline = 'middle';
  for (const { time, label } of ticks(life, width)) {
    const x = Math.round(scale.x(time));
    context.fillStyle = colour('--line');
    context.fillRect(x, MARKS, 1, height - MARKS - 4);
    context.fillStyle = colour('--muted');
    if (x + context.measureText(label).width + 4 < width)
      context.fillText(label, x + 4, height - AXIS / 2 + 1);
  }
}

/** The root of the count, so that a single visit can still be seen beside a week of monitoring. */
function drawBars(painter: Painter, life: Span, view: Overview, most: number, ghost: boolean): void {
  if (view.span === null) return;
  const { context, width, height, colour } = painter;
  const home = colour(ghost ? '--mark-ghost' : '--mark');
  const outside = ghost ? home : painter.striped('--mark-outside');
  const bins = summed(view);
  const scale = scaleOf(life, width);
  const room = height - AXIS - MARKS;
  const step = (view.span.to - view.span.from) / view.bins;
  const size = (n: number): number => (n === 0 ? 0 : Math.max(3, Math.sqrt(n / most) * room));
  for (let i = 0; i < view.bins; i++) {
    const n = bins.all[i] ?? 0;
    if (n === 0) continue;
    const x = scale.x(view.span.from + i * step);
    const w = Math.max(1.5, scale.x(view.span.from + (i + 1) * step) - x - 0.5);
    const full = size(n);
    const out = full * ((bins.outside[i] ?? 0) / n);
    context.fillStyle = home;
    context.fillRect(x, height - AXIS - full + out, w, full - out);
    context.fillStyle = outside;
    context.fillRect(x, height - AXIS - full, w, out);
  }
}

function drawMarks(painter: Painter, life: Span, view: Overview): void {
  if (view.span === null) return;
  const bins = summed(view);
  const scale = scaleOf(life, painter.width);
  const step = (view.span.to - view.span.from) / view.bins;
  for (let i = 0; i < view.bins; i++) {
    const kind = gravest(bins.safety[i] ?? 0, bins.critical[i] ?? 0, bins.conflicts[i] ?? 0);
    if (kind !== null)
      drawMark(
        painter,
        kind,
        scale.x(view.span.from + (i + 0.5) * step),
        MARKS / 2,
        kind === 'conflict' ? 4 : 4.5,
      );
  }
}

function drawWindow({ context, width, height, colour }: Painter, life: Span, window: Span): void {
  const scale = scaleOf(life, width);
  const [from, to] = [scale.x(window.from), Math.max(scale.x(window.to), scale.x(window.from) + 3)];
  context.fillStyle = colour('--shade');
  context.fillRect(0, 0, from, height);
  context.fillRect(to, 0, width - to, height);
  context.strokeStyle = colour('--accent');
  context.lineWidth = 1.5;
  context.strokeRect(from + 0.5, 0.75, to - from - 1, height - 1.5);
  context.fillStyle = colour('--accent');
  for (const x of [from, to]) {
    context.beginPath();
    context.roundRect(x - 3, height / 2 - 11, 6, 22, 3);
    context.fill();
  }
}
