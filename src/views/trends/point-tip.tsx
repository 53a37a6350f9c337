import type { SeriesPoint } from '../../timeline/index.ts';
import { amountText, flagText, measuredAtText, rangeText, SourceMarks } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './trends.module.css';

interface PointTipProps {
  /** What was measured at one moment. */
  readonly points: readonly { readonly name: string; readonly point: SeriesPoint }[];
}

/** A value with its own reference range, its flag and its sources. */
export function PointTip({ points }: PointTipProps) {
  const first = points[0];
  if (first === undefined) return null;
  return (
    <div className={css.tip}>
      <p className={css.sub}>{measuredAtText(first.point)}</p>
      {points.map(({ name, point }) => (
        <div key={`${name} ${point.id} ${point.text}`}>
          <p>
            {points.length > 1 && `${name}: `}
            <strong>{amountText(point)}</strong> {flagText(point)} <SourceMarks sources={point.sources} />
          </p>
          {point.range !== null && <p className={css.sub}>{t.detail.range(rangeText(point.range))}</p>}
          {point.disputed && <p className={css.sub}>{t.list.conflict}</p>}
        </div>
      ))}
    </div>
  );
}
