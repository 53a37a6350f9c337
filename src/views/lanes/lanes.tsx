import { useCallback, useEffect, useMemo, useState } from 'react';
import type { FactId, FactKind } from '../../record/index.ts';
import { useOverview, useRows } from '../../session/index.ts';
import { EVERYTHING, type Overview, type RowQuery } from '../../timeline/index.ts';
import { Canvas, useWidth, type Painter } from '../../ui/index.ts';
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
import { t } from '../messages/index.ts';
import { drawLanes } from './draw-lanes.ts';
import css from './lanes.module.css';
import { LANES_AXIS, placeLanes, targetAt, type PlacedLane, type Target } from './layout.ts';
import { LaneKeys } from './lane-keys.tsx';
import { LaneTip } from './lane-tip.tsx';

interface LanesProps {
  readonly query: RowQuery;
  readonly life: Span;
  /** As it is right now, in the middle of a gesture too. */
  readonly window: Span | null;
  readonly chosen: FactId | null;
  readonly onWindow: (window: Span | null, done: boolean) => void;
  readonly onOpen: (id: FactId) => void;
  /** A lane's name narrows everything to its kind, and back. */
  readonly onKind: (kind: FactKind) => void;
}

/** A bin for every so many pixels. */
const BIN = 3;
/** While a gesture goes on, the worker is asked this often at most; between, what is there is stretched. */
const SETTLE = 90;

/** What happened and what lasted, by kind, in the window: density where there is much, marks and bars where not. */
export function Lanes({ query, life, window, chosen, onWindow, onOpen, onKind }: LanesProps) {
  const [measure, width] = useWidth();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const ref = useCallback(
    (found: HTMLElement | null) => {
      measure(found);
      setElement(found);
    },
    [measure],
  );
  const span = window ?? life;
  const settled = useSettled(span);
  const asked = useMemo(() => ({ ...query, window: settled }), [query, settled]);
  const view = useOverview(asked, Math.max(40, Math.floor(width / BIN)));
  const scale = useMemo(() => scaleOf(span, Math.max(1, width)), [span, width]);
  const [measured] = useState(measuring);
  const lanes = useMemo(
    () => (view === undefined ? [] : placeLanes(view, scale, width, measured)),
    [view, scale, width, measured],
  );
  const height = (lanes.at(-1)?.top ?? LANES_AXIS) + (lanes.at(-1)?.height ?? 0);
  const [tip, setTip] = useState<{ target: Target; x: number; y: number } | null>(null);
  const openFacts = useOpenFacts(query, life, onOpen, onWindow);
  const choose = (target: Target) => (target.kind === 'bar' ? onOpen(target.bar.bar.id) : openFacts(target));
  usePointing(element, {
    life,
    window,
    scale,
    view,
    lanes,
    onWindow,
    onHover: (target, x, y) => setTip(target === null ? null : { target, x, y }),
    onChoose: choose,
  });
  const drawing = useCallback(
    (painter: Painter) => {
      if (view !== undefined) drawLanes(painter, { span, scale, view, lanes, chosen });
    },
    [span, scale, view, lanes, chosen],
  );
  return (
    <section className={css.lanes} aria-label={t.lanes.label}>
      <ul className={css.labels} style={{ paddingTop: LANES_AXIS }}>
        {lanes.map((lane) => (
          <li key={lane.kind} className={css.label} style={{ height: lane.height }}>
            <button type="button" className={css.only} title={t.lanes.only} onClick={() => onKind(lane.kind)}>
              {t.kinds[lane.kind][1]}
            </button>
            <span title={lane.hiddenBars > 0 ? t.lanes.notDrawn(lane.hiddenBars) : undefined}>
              {laneCount(lane)}
            </span>
          </li>
        ))}
      </ul>
      <div ref={ref} className={css.chart} style={{ height }} dir="ltr">
        <Canvas drawing={drawing} cssWidth={width} cssHeight={height} label={lanesText(lanes)} />
        {view !== undefined && (
          <LaneKeys lanes={lanes} view={view} scale={scale} width={width} height={height} onChoose={choose} />
        )}
        {tip !== null && <LaneTip target={tip.target} x={tip.x} y={tip.y} width={width} height={height} />}
      </div>
    </section>
  );
}

/** How wide a title is drawn, in the typeface of the page. Nothing measured outlives the lanes: it is of the record. */
function measuring(): (text: string, strong: boolean) => number {
  const context = document.createElement('canvas').getContext('2d');
  const { fontFamily } = getComputedStyle(document.documentElement);
  const widths = new Map<string, number>();
  return (text, strong) => {
    const key = `${strong ? 'b' : ''}${text}`;
    const known = widths.get(key);
    if (known !== undefined || context === null) return known ?? 0;
    context.font = `${strong ? 600 : 400} 11px ${fontFamily}`;
    const width = Math.ceil(context.measureText(text).width);
    widths.set(key, width);
    return width;
  };
}

/** Of bars, as many as reach into the window; of what is counted, as many as happened in it. */
function laneCount({ lane, bars, hiddenBars }: PlacedLane): string {
  if (bars.length === 0) return t.count(lane.total);
  return hiddenBars > 0 ? t.lanes.someOf(bars.length, bars.length + hiddenBars) : t.count(bars.length);
}

const lanesText = (lanes: readonly PlacedLane[]): string =>
  lanes.length === 0
    ? t.overview.empty
    : lanes.map((lane) => t.lanes.laneOf(t.kinds[lane.kind][1], laneCount(lane))).join('; ');

/** The span once it has stood still for a moment. */
function useSettled(span: Span): Span {
  const [settled, setSettled] = useState(span);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(span), SETTLE);
    return () => clearTimeout(timer);
  }, [span]);
  return settled;
}

/** A single fact opens; several are looked at more closely. */
function useOpenFacts(
  query: RowQuery,
  life: Span,
  onOpen: LanesProps['onOpen'],
  onWindow: LanesProps['onWindow'],
) {
  const [probe, setProbe] = useState<RowQuery | null>(null);
  const found = useRows(probe ?? EVERYTHING, 0, 1);
  const [only] = found?.rows ?? [];
  useEffect(() => {
    if (probe === null || probe.window === null || found === undefined) return;
    const { from, to } = probe.window;
    const air = Math.max(36e5, (to - from) * 2);
    if (found.total === 1 && only !== undefined) onOpen(only.id);
    else if (found.total > 1) onWindow(fitted({ from: from - air, to: to + air }, life), true);
    // The question is answered; the same place may be asked about again.
    queueMicrotask(() => setProbe(null));
  }, [probe, found, only, life, onOpen, onWindow]);
  return (target: Target & { kind: 'facts' }) =>
    setProbe({ ...query, kinds: [target.lane.kind], window: { from: target.from, to: target.to } });
}

interface Pointing {
  readonly life: Span;
  readonly window: Span | null;
  readonly scale: Scale;
  readonly view: Overview | undefined;
  readonly lanes: readonly PlacedLane[];
  readonly onWindow: LanesProps['onWindow'];
  readonly onHover: (target: Target | null, x: number, y: number) => void;
  readonly onChoose: (target: Target) => void;
}

function usePointing(element: HTMLElement | null, pointing: Pointing): void {
  const { life, window, scale, view, lanes, onWindow, onHover, onChoose } = pointing;
  const [grabbed, setGrabbed] = useState<{ window: Span; scale: Scale } | null>(null);
  const at = (x: number, y: number): Target | null =>
    view === undefined ? null : targetAt(lanes, view, scale, x, y);
  useGestures(element, {
    down: () => setGrabbed(window === null ? null : { window, scale }),
    drag: (x, fromX) => {
      if (grabbed === null) return;
      const by = grabbed.scale.time(fromX) - grabbed.scale.time(x);
      onWindow(fitted({ from: grabbed.window.from + by, to: grabbed.window.to + by }, life), false);
    },
    up: (x, y, moved) => {
      const target = at(x, y);
      if (moved) onWindow(window, true);
      else if (target !== null) onChoose(target);
    },
    hover: (x, y) => onHover(at(x, y), x, y),
    leave: () => onHover(null, 0, 0),
    pinch: (grown, x) => onWindow(zoomed(window, life, 1 / grown, scale.time(x)), false),
    wheel: (event, x) => {
      const act = wheelAct(event);
      if (act === null) return false;
      onWindow(
        'zoom' in act ? zoomed(window, life, act.zoom, scale.time(x)) : panned(window, life, act.pan),
        false,
      );
      return true;
    },
  });
}
