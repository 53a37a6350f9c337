import type { FactId } from '../../record/index.ts';
import type { SeriesPoint } from '../../timeline/index.ts';
import { amountText, flagText, measuredAtText, SourceMarks } from '../format/index.ts';
import { t } from '../messages/index.ts';
import type { ChartOf } from './charts.ts';
import css from './trends.module.css';

/** Moments beside one another; the rest is in each value's own table. */
const COLUMNS = 12;

interface TogetherProps {
  readonly charts: readonly ChartOf[];
  readonly onOpen: (id: FactId) => void;
}

/** The flowsheet: what was measured at one moment stands in one column, newest first. */
export function Together({ charts, onOpen }: TogetherProps) {
  const all = charts.flatMap(({ series }) => series);
  const times = new Map<number, SeriesPoint>();
  for (const { listed } of all)
    for (const point of listed) if (!times.has(point.time)) times.set(point.time, point);
  const moments = [...times].sort(([a], [b]) => b - a);
  const columns = moments.slice(0, COLUMNS);
  return (
    <section className={css.card} aria-label={t.trends.flowsheet}>
      <h2 className={css.title}>{t.trends.flowsheet}</h2>
      <div className={css.frame} tabIndex={-1}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t.detail.fields.title}</th>
              {columns.map(([time, point]) => (
                <th key={time} scope="col">
                  {measuredAtText(point)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.map(({ key, title, listed }) => (
              <tr key={key}>
                <th scope="row">{title}</th>
                {columns.map(([time]) => (
                  <td key={time} className={css.number}>
                    {listed
                      .filter((point) => point.time === time)
                      .map((point) => (
                        <button
                          key={`${point.id} ${point.text}`}
                          type="button"
                          className={css.cell}
                          data-tone={
                            point.abnormal === null
                              ? undefined
                              : point.abnormal === 'critical'
                                ? 'danger'
                                : 'warn'
                          }
                          onClick={() => onOpen(point.id)}
                        >
                          {[amountText(point), flagText(point), point.disputed ? t.list.conflict : null]
                            .filter((part) => part !== null)
                            .join(' · ')}{' '}
                          <SourceMarks sources={point.sources} />
                        </button>
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {moments.length > COLUMNS && <p className={css.note}>{t.trends.moments(moments.length - COLUMNS)}</p>}
    </section>
  );
}
