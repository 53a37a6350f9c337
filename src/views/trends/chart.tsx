import { Area, ComposedChart, CartesianGrid, Line, Tooltip, XAxis, YAxis } from 'recharts';
import type { FactId } from '../../record/index.ts';
import type { SeriesPoint } from '../../timeline/index.ts';
import { useWidth } from '../../ui/index.ts';
import { ticks, type Span } from '../axis/index.ts';
import { SourceMark } from '../format/index.ts';
import { t } from '../messages/index.ts';
import type { ChartOf } from './charts.ts';
import { bandOf, HEIGHT, levelsOf, SMALL, tidy } from './levels.ts';
import { PointTip } from './point-tip.tsx';
import css from './trends.module.css';

export interface TrendChartProps {
  readonly chart: ChartOf;
  readonly span: Span;
  /** One of many beside one another. */
  readonly small: boolean;
  readonly onOpen: (id: FactId) => void;
}

/** A point shows the mark of its source where they have so much room; closer, they would hide one another. */
const ROOM = 24;
const LINES = [
  { colour: 'var(--accent)', dash: '' },
  { colour: 'var(--muted)', dash: '5 3' },
] as const;

/** Still: nothing of it moves or is panned, so that two hundred points are drawn once. */
export function TrendChart({ chart, span, small, onOpen }: TrendChartProps) {
  const [frame, width] = useWidth();
  const scale = levelsOf(chart);
  const [low, high] = [scale[0] ?? 0, scale.at(-1) ?? 1];
  const points = chart.series.reduce((sum, each) => sum + each.points.length, 0);
  const marks = ticks(span, Math.max(1, width - 80));
  const labels = new Map(marks.map(({ time, label }) => [time, label]));
  const time = { from: span.from, to: span.to };
  return (
    <div ref={frame} className={css.chart} data-small={small || undefined} data-chart={chart.key}>
      {width > 0 && (
        <ComposedChart
          width={width}
          height={small ? SMALL : HEIGHT}
          margin={{ top: 12, right: 16, bottom: 4, left: 4 }}
          title={t.trends.chart(chart.title)}
          desc={t.trends.chartSays}
        >
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis
            dataKey="time"
            type="number"
            domain={[time.from, time.to]}
            ticks={marks.map((tick) => tick.time)}
            tickFormatter={(at: number) => labels.get(at) ?? ''}
            stroke="var(--edge)"
            tick={TICK}
            allowDuplicatedCategory={false}
          />
          <YAxis
            domain={[low, high]}
            ticks={[...scale]}
            stroke="var(--edge)"
            tick={TICK}
            width={56}
            tickFormatter={tidy}
          />
          <Tooltip content={Tip} isAnimationActive={false} cursor={CURSOR} />
          {chart.series.slice(0, 1).map((each) => (
            <Area
              key={`${each.key} range`}
              data={each.points.map((point) => ({ time: point.time, range: bandOf(point, low, high) }))}
              dataKey="range"
              stroke="none"
              fill="var(--good)"
              fillOpacity={0.1}
              isAnimationActive={false}
              activeDot={false}
              tooltipType="none"
              type="linear"
            />
          ))}
          {chart.series.map((each, i) => (
            <Line
              key={each.key}
              data={[...each.points]}
              dataKey="value"
              name={each.title}
              stroke={LINES[i]?.colour ?? 'var(--accent)'}
              strokeDasharray={LINES[i]?.dash ?? ''}
              strokeWidth={1.5}
              type="linear"
              isAnimationActive={false}
              dot={(dot: DotProps) => (
                <Dot key={`${dot.index ?? ''}`} {...dot} marked={points * ROOM <= width} onOpen={onOpen} />
              )}
              activeDot={{ r: 6, fill: 'none', stroke: 'var(--text)', strokeWidth: 1.5 }}
            />
          ))}
        </ComposedChart>
      )}
    </div>
  );
}

const TICK = { fill: 'var(--muted)', fontSize: 12 } as const;
const CURSOR = { stroke: 'var(--edge)' } as const;

interface DotProps {
  readonly cx?: number;
  readonly cy?: number;
  readonly index?: number;
  readonly payload?: SeriesPoint;
}

const SIZE = 14;

/** Its source's mark, ringed where it is abnormal; '<' and '>' beside what is a bound. */
function Dot({
  cx,
  cy,
  payload,
  marked,
  onOpen,
}: DotProps & { readonly marked: boolean; readonly onOpen: (id: FactId) => void }) {
  if (cx === undefined || cy === undefined || payload === undefined) return <g />;
  const colour = payload.abnormal === 'critical' ? 'var(--danger)' : 'var(--warn)';
  const source = payload.sources[0];
  return (
    <g transform={`translate(${cx} ${cy})`} onClick={() => onOpen(payload.id)} className={css.dot}>
      {payload.abnormal !== null && (
        <path
          d={RING}
          fill="var(--surface)"
          stroke={colour}
          strokeWidth={payload.abnormal === 'critical' ? 2.5 : 1.5}
        />
      )}
      {marked && source !== undefined ? (
        <g transform={`translate(${-SIZE / 2} ${-SIZE / 2})`}>
          <SourceMark source={source} said={false} size={SIZE} />
        </g>
      ) : (
        <circle
          r={payload.abnormal === null ? 2.5 : 3}
          fill={payload.abnormal === null ? 'var(--accent)' : colour}
        />
      )}
      {payload.comparator !== null && (
        <text x={12} y={4} fill="var(--text)" fontSize={12}>
          {payload.comparator}
        </text>
      )}
    </g>
  );
}

/** A square on its corner: told from a source's mark by shape, not by colour. */
const RING = 'M0-13L13 0L0 13L-13 0z';

interface TipProps {
  readonly active?: boolean;
  readonly payload?: readonly { readonly name?: unknown; readonly payload?: SeriesPoint }[];
}

function Tip({ active, payload }: TipProps) {
  const points = (payload ?? []).flatMap(({ name, payload: point }) =>
    point !== undefined && 'text' in point ? [{ name: String(name), point }] : [],
  );
  return active === true ? <PointTip points={points} /> : null;
}
