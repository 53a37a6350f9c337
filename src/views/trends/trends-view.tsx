import { lazy, Suspense } from 'react';
import type { FactId } from '../../record/index.ts';
import { useTrend, useSources } from '../../session/index.ts';
import type { Trend } from '../../timeline/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import type { ChangeView } from '../address/index.ts';
import { padded } from '../axis/index.ts';
import { t } from '../messages/index.ts';
import { isIncomplete } from '../strip/index.ts';
import { chartsOf, type ChartOf } from './charts.ts';
import { Flowsheet } from './flowsheet.tsx';
import { Measured } from './measured.tsx';
import css from './trends.module.css';

/** The drawing library is large and is fetched when the first trend is opened. */
const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).TrendChart }));

/** Points that a still chart can show at once without a reader waiting for it. */
const DRAWN = 200;
const LISTED = 200;

interface TrendsViewProps {
  readonly fact: FactId | null;
  readonly change: ChangeView;
}

/** Everything that was measured; or of one result every value there is, as a chart and as the same in a table. */
export function TrendsView({ fact, change }: TrendsViewProps) {
  return (
    <main id="main" className={css.page} tabIndex={-1} aria-label={t.trends.title}>
      {fact === null ? (
        <Measured onOpen={(id) => change({ fact: id })} />
      ) : (
        <OfFact fact={fact} change={change} />
      )}
    </main>
  );
}

function OfFact({ fact, change }: { readonly fact: FactId; readonly change: ChangeView }) {
  const trend = useTrend(fact, DRAWN, LISTED);
  return (
    <>
      <div className={css.acts}>
        <Button onClick={() => change({ fact: null })}>
          <Icon name="left" />
          {t.trends.all}
        </Button>
        <Button onClick={() => change({ view: 'timeline' })}>{t.trends.toFact}</Button>
      </div>
      {trend === undefined && <p className={css.note}>{t.detail.loading}</p>}
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
  const floor = isIncomplete(useSources());
  const charts = chartsOf(trend.series);
  const times = trend.series.flatMap(({ points }) => points.map(({ time }) => time));
  // One axis for all of them, so that what happened together stands together.
  const span = padded({ from: Math.min(...times), to: Math.max(...times) + 1 });
  return (
    <>
      {(floor || trend.masked > 0) && (
        <p className={css.note}>
          {[floor ? t.trends.floor : null, trend.masked > 0 ? t.trends.masked(trend.masked) : null]
            .filter((part) => part !== null)
            .join(' ')}
        </p>
      )}
      {charts.length > 1 &&
        trend.series.some((each) => charts.some((other) => differs(other, each.analyte, each.key))) && (
          <p className={css.note}>{t.trends.apart}</p>
        )}
      {charts.map((chart) => (
        <section key={chart.key} className={css.card} aria-label={chart.title}>
          <h2 className={css.title}>
            {chart.title} <span className={css.unit}>{chart.unit === '' ? t.trends.noUnit : chart.unit}</span>
          </h2>
          <p className={css.sub}>{wordsOf(chart)}</p>
          <Suspense fallback={<p className={css.note}>{t.trends.drawing}</p>}>
            <Chart chart={chart} span={span} onOpen={onOpen} />
          </Suspense>
          <Flowsheet chart={chart} onOpen={onOpen} />
        </section>
      ))}
    </>
  );
}

/** Another chart of the same analyte: its numbers could not be brought to this one's unit. */
const differs = (chart: ChartOf, analyte: string, key: string): boolean =>
  chart.series.some((each) => each.analyte === analyte && each.key !== key);

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
