import type { FactId } from '../../record/index.ts';
import type { SeriesPoint } from '../../timeline/index.ts';
import { amountText, flagText, measuredAtText, rangeText, SourceMarks } from '../format/index.ts';
import { t } from '../messages/index.ts';
import type { ChartOf } from './charts.ts';
import css from './trends.module.css';

interface FlowsheetProps {
  readonly chart: ChartOf;
  readonly onOpen: (id: FactId) => void;
}

/** The chart's twin: every value in words, newest first, each with its own range and whoever says it. */
export function Flowsheet({ chart, onOpen }: FlowsheetProps) {
  const rows = chart.series
    .flatMap(({ title, listed }) => listed.map((point) => ({ title, point })))
    .sort((a, b) => b.point.time - a.point.time);
  const more = chart.series.reduce((sum, { total, listed }) => sum + total - listed.length, 0);
  const several = chart.series.length > 1;
  return (
    <div className={css.frame} tabIndex={-1}>
      <table className={css.table}>
        <caption className="said">{t.trends.table(chart.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.detail.fields.when}</th>
            {several && <th scope="col">{t.detail.fields.title}</th>}
            <th scope="col">{t.detail.fields.value}</th>
            <th scope="col">{t.detail.fields.range}</th>
            <th scope="col">{t.trends.flag}</th>
            <th scope="col">{t.sources.label}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, point }) => (
            <tr key={`${title} ${point.id} ${point.text} ${point.time}`}>
              <th scope="row">
                <button type="button" className={css.open} onClick={() => onOpen(point.id)}>
                  {measuredAtText(point)}
                </button>
              </th>
              {several && <td>{title}</td>}
              <td className={css.number}>{amountText(point)}</td>
              <td>{point.range === null ? t.notStated : rangeText(point.range)}</td>
              <td>
                <Flag point={point} />
              </td>
              <td>
                <SourceMarks sources={point.sources} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={css.note}>{t.trends.earlier(more)}</p>}
    </div>
  );
}

function Flag({ point }: { readonly point: SeriesPoint }) {
  const words = [flagText(point), point.disputed ? t.list.conflict : null].filter((part) => part !== null);
  return (
    <span className={css.flag} data-tone={point.abnormal === 'critical' ? 'danger' : 'warn'}>
      {words.join(', ')}
    </span>
  );
}
