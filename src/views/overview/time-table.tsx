import { useMemo } from 'react';
import { useOverview } from '../../session/index.ts';
import type { RowQuery } from '../../timeline/index.ts';
import type { Span } from '../axis/index.ts';
import { axisText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './time-table.module.css';

const PARTS = 8;

/** What the drawings show, in words: how many of each kind in each part of the window, with what stands out. */
export function TimeTable({ query, span }: { readonly query: RowQuery; readonly span: Span }) {
  const asked = useMemo(() => ({ ...query, window: span }), [query, span]);
  const view = useOverview(asked, PARTS);
  const step = (span.to - span.from) / PARTS;
  const parts = Array.from({ length: PARTS }, (_, i) => span.from + i * step);
  return (
    <div className={css.frame}>
      <table className={css.table}>
        <caption className="said">{t.lanes.table}</caption>
        <thead>
          <tr>
            <th scope="col">{t.lanes.kind}</th>
            {parts.map((from) => (
              <th key={from} scope="col">
                {t.overview.window(
                  axisText(from, span.to - span.from),
                  axisText(from + step - 1, span.to - span.from),
                )}
              </th>
            ))}
            <th scope="col">{t.lanes.all}</th>
          </tr>
        </thead>
        <tbody>
          {view?.lanes.map((lane) => (
            <tr key={lane.kind}>
              <th scope="row">{t.kinds[lane.kind][1]}</th>
              {parts.map((from, i) => (
                <td key={from}>
                  {t.count(lane.counts[i] ?? 0)}
                  <span className={css.more}>
                    {t.overview.ofWhich(lane.conflicts[i] ?? 0, lane.abnormal[i] ?? 0, lane.outside[i] ?? 0)}
                  </span>
                </td>
              ))}
              <td>{t.count(lane.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
