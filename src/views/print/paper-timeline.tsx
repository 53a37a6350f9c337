import type { Row, RowWindow } from '../../timeline/index.ts';
import { clockText, endText, groupText, zoneText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { Letters, RowWords } from './paper-rows.tsx';
import css from './print.module.css';

interface PaperTimelineProps {
  readonly found: RowWindow;
  /** Null for the whole life. */
  readonly window: string | null;
  readonly filtered: boolean;
  readonly floor: boolean;
}

/** The rows of the list, newest first, with the day in the margin. */
export function PaperTimeline({ found, window, filtered, floor }: PaperTimelineProps) {
  const { rows, total } = found;
  const all = t.facts(total);
  return (
    <section>
      <h2>{t.nav.timeline}</h2>
      <p>
        {[
          window ?? t.print.wholeLife,
          filtered ? t.print.filtered : null,
          floor ? t.atLeastFirst(all) : all,
          total > rows.length ? t.print.leftOut(total - rows.length) : null,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t.detail.fields.when}</th>
            <th scope="col">{t.print.kind}</th>
            <th scope="col">{t.detail.fields.title}</th>
            <th scope="col">{t.sources.label}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className={css.when}>{whenText(row)}</td>
              <td>{t.kinds[row.kind][0]}</td>
              <td>
                <RowWords row={row} />
              </td>
              <td>
                <Letters sources={row.sources} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function whenText({ time }: Row): string {
  if (time === null) return t.undated;
  const end = endText(time);
  return [groupText(time), clockText(time), zoneText(time), end === null ? null : `– ${end}`]
    .filter((part) => part !== null)
    .join(' ');
}
