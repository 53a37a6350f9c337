import { useMemo } from 'react';
import type { FactKind } from '../../record/index.ts';
import { useOverview } from '../../session/index.ts';
import type { RowQuery } from '../../timeline/index.ts';
import type { Span } from '../axis/index.ts';
import { axisText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './time-table.module.css';

const PARTS = 8;

interface TimeTableProps {
  readonly query: RowQuery;
  readonly span: Span;
  /** Lists what a cell counts: this kind in this part of the time, or in all of it. */
  readonly onCell: (kind: FactKind, part: Span | null) => void;
}

/** What the drawings show, in words: how many of each kind in each part of the window, with what stands out. */
export function TimeTable({ query, span, onCell }: TimeTableProps) {
  const asked = useMemo(() => ({ ...query, window: span }), [query, span]);
  const view = useOverview(asked, PARTS);
  const step = (span.to - span.from) / PARTS;
  const parts = Array.from({ length: PARTS }, (_, i) => span.from + i * step);
  const partText = (from: number): string => {
    const [first, last] = [from, from + step - 1].map((time) => axisText(time, span.to - span.from));
    return first === last ? (first ?? '') : t.overview.window(first ?? '', last ?? '');
  };
  return (
    <div className={css.frame}>
      <table className={css.table}>
        <caption className="said">{t.lanes.table}</caption>
        <thead>
          <tr>
            <th scope="col">{t.lanes.kind}</th>
            {parts.map((from) => (
              <th key={from} scope="col">
                {partText(from)}
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
                  <Cell
                    n={lane.counts[i] ?? 0}
                    about={`${t.kinds[lane.kind][1]}, ${partText(from)}`}
                    onOpen={() => onCell(lane.kind, { from, to: from + step })}
                  />
                  <span className={css.more}>
                    {t.overview.ofWhich(
                      lane.conflicts[i] ?? 0,
                      lane.abnormal[i] ?? 0,
                      lane.outside[i] ?? 0,
                      lane.critical[i] ?? 0,
                    )}
                  </span>
                </td>
              ))}
              <td>
                <Cell n={lane.total} about={t.kinds[lane.kind][1]} onOpen={() => onCell(lane.kind, null)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly n: number;
  /** What it counts, for those who hear the button by itself. */
  readonly about: string;
  readonly onOpen: () => void;
}

/** A count opens what it counts. */
const Cell = ({ n, about, onOpen }: CellProps) =>
  n === 0 ? (
    t.count(0)
  ) : (
    <button type="button" className={css.count} aria-label={`${about}: ${t.count(n)}`} onClick={onOpen}>
      {t.count(n)}
    </button>
  );
