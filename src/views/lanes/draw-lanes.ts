import type { Overview } from '../../timeline/index.ts';
import type { Painter } from '../../ui/index.ts';
import { drawMark, gravest, ticks, type Scale, type Span } from '../axis/index.ts';
import { t } from '../messages/index.ts';
import { BAR_HEIGHT, countIn, LANES_AXIS, MARK_ROOM, type PlacedBar, type PlacedLane } from './layout.ts';
import { runsOf } from './marks.ts';

interface Drawn {
  readonly span: Span;
  readonly scale: Scale;
  readonly view: Overview;
  readonly lanes: readonly PlacedLane[];
  readonly chosen: string | null;
}

export function drawLanes(painter: Painter, drawn: Drawn): void {
  drawGrid(painter, drawn);
  for (const lane of drawn.lanes) {
    painter.context.fillStyle = painter.colour('--line');
    painter.context.fillRect(0, lane.top + lane.height - 1, painter.width, 1);
    if (lane.bars.length > 0) for (const bar of lane.bars) drawBar(painter, bar, bar.bar.id === drawn.chosen);
    else drawPoints(painter, drawn, lane);
  }
}

function drawGrid({ context, width, height, colour, font }: Painter, { span, scale }: Drawn): void {
  context.font = font(11);
  context.textBaseline = 'middle';
  for (const { time, label } of ticks(span, width)) {
    const x = Math.round(scale.x(time));
    context.fillStyle = colour('--line');
    context.fillRect(x, LANES_AXIS - 4, 1, height);
    context.fillStyle = colour('--muted');
    if (x + context.measureText(label).width + 4 < width) context.fillText(label, x + 4, LANES_AXIS / 2);
  }
}

function drawBar(
  painter: Painter,
  { bar, x, width: size, sure, y, label }: PlacedBar,
  chosen: boolean,
): void {
  const { context, colour, font } = painter;
  const edge = bar.safety ? '--danger' : bar.conflict ? '--warn' : '--mark';
  const fill = bar.safety ? '--danger-weak' : bar.conflict ? '--warn-weak' : '--accent-weak';
  const outline = (length: number): void => {
    context.beginPath();
    context.roundRect(x, y, length, BAR_HEIGHT, 3);
  };
  context.lineWidth = chosen ? 2 : 1;
  context.strokeStyle = colour(chosen ? '--accent' : edge);
  context.fillStyle = colour(fill);
  outline(sure);
  context.fill();
  // Without a stated end the bar has none: it is drawn open.
  if (bar.to === null && !bar.current) context.setLineDash([3, 2]);
  context.stroke();
  if (sure < size) {
    // Whether it went on is what the sources disagree about.
    outline(size);
    context.setLineDash([3, 2]);
    context.stroke();
  }
  context.setLineDash([]);
  const kind = gravest(Number(bar.safety), 0, Number(bar.conflict));
  const middle = y + BAR_HEIGHT / 2;
  if (kind !== null) drawMark(painter, kind, (label?.x ?? x + size / 2 - 4) + 4, middle, 4);
  if (label === null || bar.title === null) return;
  const room = kind === null ? 0 : MARK_ROOM;
  context.font = font(11, bar.safety || bar.conflict ? 600 : 400);
  context.fillStyle = colour(bar.safety ? '--danger' : bar.conflict ? '--warn' : '--text');
  context.fillText(clipped(context, bar.title, label.room - room), label.x + room, middle + 0.5);
}

function clipped(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room + 1) return text;
  const fits = Math.floor((text.length * room) / context.measureText(text).width) - 1;
  return `${[...text].slice(0, Math.max(1, fits)).join('')}…`;
}

/** One bar a bin, taller where there are more; how many stands beside it, and what is wrong above it at every zoom. */
function drawPoints(painter: Painter, { view, scale }: Drawn, { lane, top, height }: PlacedLane): void {
  if (view.span === null) return;
  const { context, width, colour } = painter;
  const step = (view.span.to - view.span.from) / view.bins;
  const at = (bin: number): number => scale.x((view.span?.from ?? 0) + bin * step);
  const base = top + height - 5;
  const room = height - 12;
  const [home, elsewhere] = [colour('--mark'), painter.striped('--mark-outside')];
  for (let i = 0; i < view.bins; i++) {
    const n = lane.counts[i] ?? 0;
    if (n === 0) continue;
    const x = at(i);
    if (x < -8 || x > width + 8) continue;
    const w = Math.min(8, Math.max(2, at(i + 1) - x - 0.5));
    const h = Math.min(room, 6 + Math.log2(n) * 3);
    const outside = h * ((lane.outside[i] ?? 0) / n);
    context.fillStyle = home;
    context.fillRect(x, base - h + outside, w, h - outside);
    context.fillStyle = elsewhere;
    context.fillRect(x, base - h, w, outside);
  }
  drawCounts(painter, lane.counts, at, base);
  for (let i = 0; i < view.bins; i++) {
    const x = at(i + 0.5);
    if (x < 0 || x > width) continue;
    const kind = gravest(lane.safety[i] ?? 0, lane.critical[i] ?? 0, lane.conflicts[i] ?? 0);
    if (kind !== null) drawMark(painter, kind, x, top + 6, 4);
  }
}

/** Beside each cluster how many it is of, wherever there is room to read it; the tip and the table say the others. */
function drawCounts(
  { context, width, colour, font }: Painter,
  counts: Uint32Array,
  at: (bin: number) => number,
  base: number,
): void {
  context.font = font(10);
  context.fillStyle = colour('--muted');
  // Digits are as wide as one another: none of many numbers needs measuring.
  const digit = context.measureText('0').width;
  const runs = runsOf(counts);
  runs.forEach((bins, i) => {
    const n = countIn(counts, bins);
    const x = at((bins.at(-1) ?? 0) + 1) + 2;
    const text = t.count(n);
    const next = runs[i + 1]?.[0];
    const end = next === undefined ? width : at(next) - 2;
    if (n > 1 && x > 0 && x + text.length * digit <= end) context.fillText(text, x, base - 4);
  });
}
