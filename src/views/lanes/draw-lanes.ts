import type { Overview } from '../../timeline/index.ts';
import type { Painter } from '../../ui/index.ts';
import { ticks, type Scale, type Span } from '../axis/index.ts';
import { diamond, triangle } from '../overview/index.ts';
import { BAR_HEIGHT, LANES_AXIS, type PlacedBar, type PlacedLane } from './layout.ts';

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
  { context, colour, font }: Painter,
  { bar, x, width: size, sure, y, label }: PlacedBar,
  chosen: boolean,
): void {
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
  if (label === null || bar.title === null) return;
  context.font = font(11, bar.safety || bar.conflict ? 600 : 400);
  context.fillStyle = colour(bar.safety ? '--danger' : bar.conflict ? '--warn' : '--text');
  context.fillText(clipped(context, bar.title, label.room), label.x, y + BAR_HEIGHT / 2 + 0.5);
}

function clipped(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room + 1) return text;
  const fits = Math.floor((text.length * room) / context.measureText(text).width) - 1;
  return `${[...text].slice(0, Math.max(1, fits)).join('')}…`;
}

/** One bar a bin, taller where there are more; what is wrong stands above it at every zoom. */
function drawPoints(
  { context, width, colour }: Painter,
  { view, scale }: Drawn,
  { lane, top, height }: PlacedLane,
): void {
  if (view.span === null) return;
  const step = (view.span.to - view.span.from) / view.bins;
  const base = top + height - 5;
  const room = height - 12;
  for (let i = 0; i < view.bins; i++) {
    const n = lane.counts[i] ?? 0;
    if (n === 0) continue;
    const x = scale.x(view.span.from + i * step);
    if (x < -8 || x > width + 8) continue;
    const w = Math.max(2, scale.x(view.span.from + (i + 1) * step) - x - 0.5);
    const h = Math.min(room, 6 + Math.log2(n) * 3);
    const outside = h * ((lane.outside[i] ?? 0) / n);
    context.fillStyle = colour('--mark');
    context.fillRect(x, base - h + outside, Math.min(w, 8), h - outside);
    context.fillStyle = colour('--mark-outside');
    context.fillRect(x, base - h, Math.min(w, 8), outside);
  }
  for (let i = 0; i < view.bins; i++) {
    const x = scale.x(view.span.from + (i + 0.5) * step);
    if (x < 0 || x > width) continue;
    if ((lane.safety[i] ?? 0) > 0) diamond(context, x, top + 6, colour('--danger'), 4);
    else if ((lane.critical[i] ?? 0) > 0) triangle(context, x, top + 6, colour('--danger'), 4);
    else if ((lane.conflicts[i] ?? 0) > 0) diamond(context, x, top + 6, colour('--warn'), 4);
  }
}
