import { useCallback, useRef, useState } from 'react';
import type { Overview } from '../../timeline/index.ts';
import { Canvas, useWidth } from '../../ui/index.ts';
import {
  fitted,
  panned,
  scaleOf,
  useGestures,
  wheelAct,
  zoomed,
  type Scale,
  type Span,
} from '../axis/index.ts';
import { axisText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { drawOverview } from './draw-overview.ts';
import { OverviewTip } from './overview-tip.tsx';
import css from './overview.module.css';

interface OverviewChartProps {
  readonly life: Span;
  readonly window: Span | null;
  readonly view: Overview | undefined;
  readonly ghost: Overview | undefined;
  readonly facts: string;
  readonly height: number;
  /** `done` ends a gesture: what is shown then is what is asked for. */
  readonly onWindow: (window: Span | null, done: boolean) => void;
}

/** The density of a whole life. Drag across it to choose a window, inside the window to move it. */
export function OverviewChart({ life, window, view, ghost, facts, height, onWindow }: OverviewChartProps) {
  const [measure, width] = useWidth();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const ref = useCallback(
    (found: HTMLElement | null) => {
      measure(found);
      setElement(found);
    },
    [measure],
  );
  const [hovered, setHovered] = useState<{ x: number; bins: readonly number[] } | null>(null);
  const onHover = (x: number | null) => {
    const bins = x === null || view === undefined ? [] : binsAt(view, scaleOf(life, Math.max(1, width)), x);
    setHovered(x === null || bins.length === 0 ? null : { x, bins });
  };
  useBrush(element, { life, window, width, onWindow, onHover });
  const drawing = useCallback(
    (painter: Parameters<typeof drawOverview>[0]) => drawOverview(painter, { life, window, view, ghost }),
    [life, window, view, ghost],
  );
  const span = life.to - life.from;
  return (
    <div ref={ref} className={css.chart} dir="ltr">
      <Canvas
        drawing={drawing}
        cssWidth={width}
        cssHeight={height}
        label={t.overview.chart(facts, axisText(life.from, span), axisText(life.to, span))}
      />
      {hovered !== null && view !== undefined && (
        <OverviewTip view={view} bins={hovered.bins} x={hovered.x} width={width} height={height} />
      )}
      <Handle end="from" life={life} window={window} onWindow={onWindow} />
      <Handle end="to" life={life} window={window} onWindow={onWindow} />
    </div>
  );
}

/** A pointer means a few pixels. */
const REACH = 3;

/** The bins under the pointer in which something happened. */
function binsAt({ span, bins, lanes }: Overview, scale: Scale, x: number): readonly number[] {
  if (span === null) return [];
  const step = (span.to - span.from) / bins;
  const at = (px: number): number => Math.floor((scale.time(px) - span.from) / step);
  const found: number[] = [];
  for (let bin = Math.max(0, at(x - REACH)); bin <= Math.min(bins - 1, at(x + REACH)); bin++)
    if (lanes.some((lane) => (lane.counts[bin] ?? 0) > 0)) found.push(bin);
  return found;
}

interface HandleProps extends Pick<OverviewChartProps, 'life' | 'window' | 'onWindow'> {
  readonly end: 'from' | 'to';
}

const STEPS = 400;

/** Each end of the window for the keyboard and for screen readers: a slider, drawn by the canvas. */
function Handle({ end, life, window, onWindow }: HandleProps) {
  const size = life.to - life.from;
  const shown = window ?? life;
  const value = Math.round(((shown[end] - life.from) / size) * STEPS);
  const set = (step: number) => {
    const time = life.from + (step / STEPS) * size;
    const next =
      end === 'from'
        ? { from: Math.min(time, shown.to - 1), to: shown.to }
        : { from: shown.from, to: Math.max(time, shown.from + 1) };
    onWindow(fitted(next, life), true);
  };
  return (
    <input
      type="range"
      className={css.handle}
      min={0}
      max={STEPS}
      value={value}
      aria-label={end === 'from' ? t.overview.start : t.overview.end}
      aria-valuetext={axisText(shown[end], shown.to - shown.from)}
      onChange={(event) => set(event.target.valueAsNumber)}
    />
  );
}

interface Brush extends Pick<OverviewChartProps, 'life' | 'window' | 'onWindow'> {
  readonly width: number;
  /** Null where the pointer has left. */
  readonly onHover: (x: number | null) => void;
}

/** Nothing of the page scrolls, so that a wheel has nothing else to do. */
const standsStill = (): boolean => {
  const { scrollHeight, clientHeight } = document.documentElement;
  return scrollHeight <= clientHeight;
};

/** How near to an end a press takes hold of it. */
const GRIP = 8;

function useBrush(element: HTMLElement | null, { life, window, width, onWindow, onHover }: Brush): void {
  const held = useRef<{ kind: 'new' | 'move' | 'from' | 'to'; window: Span | null }>({
    kind: 'new',
    window: null,
  });
  const latest = useRef<Span | null>(null);
  const scale = scaleOf(life, Math.max(1, width));
  const show = (next: Span | null, done: boolean) => {
    latest.current = next;
    onWindow(next, done);
  };
  useGestures(element, {
    hover: onHover,
    leave: () => onHover(null),
    down: (x) => {
      onHover(null);
      const [from, to] = window === null ? [-99, -99] : [scale.x(window.from), scale.x(window.to)];
      const kind =
        Math.abs(x - from) < GRIP
          ? 'from'
          : Math.abs(x - to) < GRIP
            ? 'to'
            : x > from && x < to
              ? 'move'
              : 'new';
      held.current = { kind, window };
      latest.current = window;
    },
    drag: (x, fromX) => {
      const { kind, window: before } = held.current;
      if (kind === 'new' || before === null) {
        show(
          fitted({ from: scale.time(Math.min(x, fromX)), to: scale.time(Math.max(x, fromX)) }, life),
          false,
        );
        return;
      }
      const by = scale.time(x) - scale.time(fromX);
      const from = before.from + (kind === 'to' ? 0 : by);
      const to = before.to + (kind === 'from' ? 0 : by);
      show(fitted({ from: Math.min(from, to), to: Math.max(from, to) }, life), false);
    },
    up: (x, _y, moved) => {
      if (moved) show(latest.current, true);
      // A click beside the window brings it there; without one it looks closer.
      else if (held.current.kind !== 'move')
        show(zoomed(window, life, window === null ? 0.2 : 1, scale.time(x)), true);
    },
    pinch: (grown, x) => show(zoomed(window, life, 1 / grown, scale.time(x)), false),
    wheel: (event, x) => {
      const act = wheelAct(event, standsStill());
      if (act === null) return false;
      show(
        'zoom' in act ? zoomed(window, life, act.zoom, scale.time(x)) : panned(window, life, act.pan),
        false,
      );
      return true;
    },
  });
}
