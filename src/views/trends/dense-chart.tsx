import { useCallback, useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { SeriesPoint } from '../../timeline/index.ts';
import { Canvas, Listbox, useWidth, type Painter } from '../../ui/index.ts';
import { amountText, flagText, measuredAtText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import type { TrendChartProps } from './chart.tsx';
import { drawDense, plotOf, type Plot } from './draw-dense.ts';
import { HEIGHT, levelsOf, SMALL } from './levels.ts';
import { PointTip } from './point-tip.tsx';
import css from './trends.module.css';

interface Named {
  readonly name: string;
  readonly point: SeriesPoint;
}

/** Where there is more to draw than elements can be made of: the same chart, painted. Keys go from value to value. */
export function DenseChart({ chart, span, small, onOpen }: TrendChartProps) {
  const [frame, width] = useWidth();
  const height = small ? SMALL : HEIGHT;
  const levels = useMemo(() => levelsOf(chart), [chart]);
  const plot = useMemo(() => plotOf(width, height, span, levels), [width, height, span, levels]);
  const points = useMemo(() => inTime(chart), [chart]);
  const [at, setAt] = useState<number | null>(null);
  const drawing = useCallback(
    (painter: Painter) => drawDense(painter, { chart, span, levels, plot }),
    [chart, span, levels, plot],
  );
  const shown = at === null ? null : (points[at] ?? null);
  const hover = (event: PointerEvent) =>
    setAt(nearest(points, plot, event.clientX - event.currentTarget.getBoundingClientRect().left));
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moved(event.key, at, points.length);
    if (event.key === 'Enter' && shown !== null) onOpen(shown.point.id);
    else if (to === null) return;
    else setAt(to);
    event.preventDefault();
  };
  return (
    <div ref={frame} className={css.chart} data-small={small || undefined} data-chart={chart.key} dir="ltr">
      {width > 0 && (
        <div
          className={css.dense}
          onPointerMove={hover}
          onPointerLeave={() => setAt(null)}
          onPointerUp={() => shown !== null && onOpen(shown.point.id)}
        >
          <Canvas drawing={drawing} cssWidth={width} cssHeight={height} label={t.trends.chart(chart.title)} />
          <Listbox
            className={css.values}
            aria-label={`${t.trends.chart(chart.title)}. ${t.trends.chartSays}`}
            aria-activedescendant={shown === null ? undefined : 'dense-value'}
            onKeyDown={onKeyDown}
            onBlur={() => setAt(null)}
          >
            <div id="dense-value" {...OPTION} aria-selected={shown !== null} className="said">
              {shown === null ? t.trends.values(points.length) : sayingOf(shown)}
            </div>
          </Listbox>
          {shown !== null && <Beside shown={shown} points={points} plot={plot} width={width} />}
        </div>
      )}
    </div>
  );
}

/** Keys are the listbox's, which holds the focus and names this as the active one. */
const OPTION = { role: 'option' } as const;

const inTime = ({ series }: TrendChartProps['chart']): readonly Named[] =>
  series
    .flatMap(({ title, points }) => points.map((point) => ({ name: title, point })))
    .sort((a, b) => a.point.time - b.point.time);

const sayingOf = ({ name, point }: Named): string =>
  [name, amountText(point), flagText(point), measuredAtText(point)]
    .filter((part) => part !== null)
    .join(', ');

function moved(key: string, at: number | null, length: number): number | null {
  const to: Readonly<Record<string, number>> = {
    ArrowRight: (at ?? -1) + 1,
    ArrowLeft: (at ?? length) - 1,
    Home: 0,
    End: length - 1,
  };
  const index = to[key];
  return index === undefined ? null : Math.max(0, Math.min(length - 1, index));
}

/** The point that the pointer means; null where none is near. */
function nearest(points: readonly Named[], plot: Plot, x: number): number | null {
  let best: number | null = null;
  let distance = 24;
  points.forEach(({ point }, i) => {
    const away = Math.abs(plot.x(point.time) - x);
    if (away < distance) [best, distance] = [i, away];
  });
  return best;
}

interface BesideProps {
  readonly shown: Named;
  readonly points: readonly Named[];
  readonly plot: Plot;
  readonly width: number;
}

/** What was measured at the same moment, beside where it stands. */
function Beside({ shown, points, plot, width }: BesideProps) {
  const x = plot.x(shown.point.time);
  const same = points.filter(({ point }) => point.time === shown.point.time);
  return (
    <>
      <span className={css.cursor} style={{ left: x, top: plot.y(shown.point.value) }} />
      <div className={css.beside} style={x > width / 2 ? { right: width - x + 12 } : { left: x + 12 }}>
        <PointTip points={same} />
      </div>
    </>
  );
}
