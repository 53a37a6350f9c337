import type { SeriesPoint } from '../../timeline/index.ts';
import type { Painter } from '../../ui/index.ts';
import { drawMark, ticks, type Span } from '../axis/index.ts';
import type { ChartOf } from './charts.ts';
import { bandOf, tidy } from './levels.ts';

/** Where values stand on the drawing. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
}

const [LEFT, RIGHT, TOP, BOTTOM] = [60, 16, 12, 30];

export function plotOf(width: number, height: number, span: Span, levels: readonly number[]): Plot {
  const [left, right, top, bottom] = [LEFT, width - RIGHT, TOP, height - BOTTOM];
  const [low, high] = [levels[0] ?? 0, levels.at(-1) ?? 1];
  return {
    left,
    right,
    top,
    bottom,
    x: (time) => left + ((time - span.from) / (span.to - span.from)) * (right - left),
    y: (value) => bottom - ((value - low) / (high - low || 1)) * (bottom - top),
  };
}

interface Dense {
  readonly chart: ChartOf;
  readonly span: Span;
  readonly levels: readonly number[];
  readonly plot: Plot;
}

/** More points than a drawing of elements bears: all of what is abnormal among them, by shape as on the lanes. */
export function drawDense(painter: Painter, dense: Dense): void {
  drawAxes(painter, dense);
  const [first] = dense.chart.series;
  if (first !== undefined) drawBand(painter, dense, first.points);
  dense.chart.series.forEach(({ points }, i) => {
    drawLine(painter, dense.plot, points, i);
    drawPoints(painter, dense.plot, points);
  });
}

function drawAxes({ context, colour, font }: Painter, { span, levels, plot }: Dense): void {
  context.font = font(12);
  context.textBaseline = 'middle';
  for (const level of levels) {
    const y = Math.round(plot.y(level));
    context.fillStyle = colour('--line');
    context.fillRect(plot.left, y, plot.right - plot.left, 1);
    context.fillStyle = colour('--muted');
    context.textAlign = 'right';
    context.fillText(tidy(level), plot.left - 8, y);
  }
  context.textAlign = 'center';
  for (const { time, label } of ticks(span, Math.max(1, plot.right - plot.left)))
    context.fillText(label, plot.x(time), plot.bottom + 16);
  context.textAlign = 'left';
  context.fillStyle = colour('--edge');
  context.fillRect(plot.left, plot.bottom, plot.right - plot.left, 1);
}

/** Each point's own reference range, between one point and the next. */
function drawBand(
  { context, colour }: Painter,
  { levels, plot }: Dense,
  points: readonly SeriesPoint[],
): void {
  const [low, high] = [levels[0] ?? 0, levels.at(-1) ?? 1];
  context.fillStyle = colour('--good');
  context.globalAlpha = 0.1;
  points.forEach((point, i) => {
    const next = points[i + 1];
    const [a, b] = [bandOf(point, low, high), next === undefined ? null : bandOf(next, low, high)];
    if (a === null || b === null || next === undefined) return;
    context.beginPath();
    context.moveTo(plot.x(point.time), plot.y(a[0]));
    context.lineTo(plot.x(next.time), plot.y(b[0]));
    context.lineTo(plot.x(next.time), plot.y(b[1]));
    context.lineTo(plot.x(point.time), plot.y(a[1]));
    context.fill();
  });
  context.globalAlpha = 1;
}

function drawLine({ context, colour }: Painter, plot: Plot, points: readonly SeriesPoint[], i: number): void {
  context.strokeStyle = colour(i === 0 ? '--accent' : '--muted');
  context.lineWidth = 1;
  if (i > 0) context.setLineDash([5, 3]);
  context.beginPath();
  for (const point of points) context.lineTo(plot.x(point.time), plot.y(point.value));
  context.stroke();
  context.setLineDash([]);
}

/** A bound says so where there is room for it. */
const ROOM = 16;

function drawPoints(painter: Painter, plot: Plot, points: readonly SeriesPoint[]): void {
  const { context, colour, font } = painter;
  context.font = font(12);
  points.forEach((point, i) => {
    const [x, y] = [plot.x(point.time), plot.y(point.value)];
    if (point.abnormal === 'critical') drawMark(painter, 'critical', x, y, 4.5);
    else if (point.abnormal === 'abnormal') drawMark(painter, 'conflict', x, y, 3.5);
    else {
      context.fillStyle = colour('--accent');
      context.beginPath();
      context.arc(x, y, 2, 0, 7);
      context.fill();
    }
    const next = points[i + 1];
    if (point.comparator === null || (next !== undefined && plot.x(next.time) - x < ROOM)) return;
    context.fillStyle = colour('--text');
    context.fillText(point.comparator, x + 6, y);
  });
}
