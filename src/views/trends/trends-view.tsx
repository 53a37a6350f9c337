import { lazy, Suspense, useMemo, useRef } from 'react';
import type { FactId } from '../../record/index.ts';
import { useTrend, useOfSources } from '../../session/index.ts';
import { unitText, type Series, type Trend } from '../../timeline/index.ts';
import { Button, Icon, useCatchFocus } from '../../ui/index.ts';
import type { ChangeView } from '../address/index.ts';
import { padded } from '../axis/index.ts';
import { t } from '../messages/index.ts';
import { isIncomplete } from '../strip/index.ts';
import type { TrendChartProps } from './chart.tsx';
import { chartsOf, type ChartOf } from './charts.ts';
import { Flowsheet } from './flowsheet.tsx';
import { extent } from './levels.ts';
import { Measured } from './measured.tsx';
import { Together } from './together.tsx';
import css from './trends.module.css';

/** The drawing library is large and is fetched when the first trend is opened. */
const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).TrendChart }));

const Dense = lazy(async () => ({ default: (await import('./dense-chart.tsx')).DenseChart }));

/** Points that a still chart can show at once without a reader waiting for it. */
const DRAWN = 200;
const LISTED = 200;

interface TrendsViewProps {
  readonly fact: FactId | null;
  /** What stands on the same axis of time. */
  readonly also: readonly FactId[];
  readonly change: ChangeView;
}

/** Everything that was measured; or of one result every value there is, as a chart and as the same in a table. */
export function TrendsView({ fact, also, change }: TrendsViewProps) {
  const main = useRef<HTMLElement>(null);
  useCatchFocus(main, fact);
  return (
    <main ref={main} id="main" className={css.page} tabIndex={-1} aria-label={t.trends.title}>
      {fact === null ? (
        <Measured onOpen={([fact = null, ...also]) => change({ fact, also })} />
      ) : (
        <OfFact fact={fact} also={also} change={change} />
      )}
    </main>
  );
}

function OfFact({ fact, also, change }: Omit<TrendsViewProps, 'fact'> & { readonly fact: FactId }) {
  const trend = useTrend(fact, also, DRAWN, LISTED);
  return (
    <>
      <div className={css.acts}>
        <Button onClick={() => change({ fact: null, also: [] })}>
          <Icon name="left" />
          {t.trends.all}
        </Button>
        <Button onClick={() => change({ view: 'timeline' })}>{t.trends.toFact}</Button>
      </div>
      {trend === undefined && <p className={css.note}>{t.opened.loading}</p>}
      {trend === null && <p className={css.note}>{t.trends.none}</p>}
      {trend && <Charts trend={trend} onOpen={(id) => change({ view: 'timeline', fact: id })} />}
    </>
  );
}

interface ChartsProps {
  readonly trend: Trend;
  readonly onOpen: (id: FactId) => void;
}

function Charts({ trend, onOpen }: ChartsProps) {
  const floor = useOfSources(isIncomplete);
  const charts = useMemo(() => chartsOf(trend.series), [trend.series]);
  // One axis for all of them, so that what happened together stands together.
  const [from, to] = extent(trend.series.flatMap(({ points }) => points.map(({ time }) => time)));
  const span = useMemo(() => padded({ from, to: to + 1 }), [from, to]);
  return (
    <>
      {(floor || trend.masked > 0) && (
        <p className={css.note}>
          {[floor ? t.trends.floor : null, trend.masked > 0 ? t.trends.masked(trend.masked) : null]
            .filter((part) => part !== null)
            .join(' ')}
        </p>
      )}
      {apartOf(trend.series).map((words) => (
        <p key={words} className={css.note}>
          {words}
        </p>
      ))}
      {charts.length > 1 && <Together charts={charts} onOpen={onOpen} />}
      <div className={css.multiples} data-many={charts.length > 2 || undefined}>
        {charts.map((chart) => (
          <section key={chart.key} className={css.card} aria-label={chart.title}>
            <h2 className={css.title}>
              {chart.title}{' '}
              <span className={css.unit}>{chart.unit === '' ? t.trends.noUnit : chart.unit}</span>
            </h2>
            <p className={css.sub}>{wordsOf(chart)}</p>
            <Suspense fallback={<p className={css.note}>{t.trends.drawing}</p>}>
              <Drawing chart={chart} span={span} small={charts.length > 2} onOpen={onOpen} />
            </Suspense>
            {charts.length > 2 ? (
              // Beside many others each table opens when it is asked for; the flowsheet above has what is newest.
              <details>
                <summary className={css.more}>{t.trends.everyValue}</summary>
                <Flowsheet chart={chart} onOpen={onOpen} />
              </details>
            ) : (
              <Flowsheet chart={chart} onOpen={onOpen} />
            )}
          </section>
        ))}
      </div>
    </>
  );
}

/** Every abnormal value is drawn, however many there are: beyond what elements bear the chart is painted. */
const Drawing = (props: TrendChartProps) =>
  props.chart.series.reduce((sum, { points }) => sum + points.length, 0) > DRAWN ? (
    <Dense {...props} />
  ) : (
    <Chart {...props} />
  );

/** Which values could not be brought together, and why: one sentence an analyte. */
function apartOf(all: readonly Series[]): readonly string[] {
  const analytes = [...new Set(all.map(({ analyte }) => analyte))];
  return analytes.flatMap((analyte) => {
    const own = all.filter((each) => each.analyte === analyte);
    const [first] = own;
    if (first === undefined || own.length < 2) return [];
    const parts = own.map(
      ({ unit, total }) => `${unitText(unit) || t.trends.noUnit} (${t.trends.values(total)})`,
    );
    return [t.trends.apart(first.title, parts)];
  });
}

function wordsOf(chart: ChartOf): string {
  const conversions = [...new Set(chart.series.flatMap((each) => each.conversions))];
  const drawn = Math.max(...chart.series.map(({ points }) => points.length));
  const total = Math.max(...chart.series.map((each) => each.total));
  return [
    t.trends.values(total),
    drawn < total ? t.trends.reduced(drawn) : null,
    conversions.length > 0 ? t.trends.converted(conversions) : null,
    chart.series.every(({ comparable }) => comparable) ? null : t.trends.asWritten,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
