import type { Row } from '../../timeline/index.ts';
import { SourceMarks } from '../format/index.ts';
import css from './disputes.module.css';

/** 'dose  G 5 mg daily  R 2.5 mg daily': what is said and by whom, side by side. */
export function Disputes({ row }: { readonly row: Row }) {
  if (row.disputes.length === 0) return null;
  return (
    <span className={css.disputes}>
      {row.disputes.map(({ field, values }) => (
        <span key={field} className={css.dispute}>
          <span className={css.field}>{field}:</span>
          {values.map(({ value, sources }) => (
            <span key={`${value} ${sources.join()}`} className={css.said}>
              <SourceMarks sources={sources} />
              {value}
            </span>
          ))}
        </span>
      ))}
    </span>
  );
}
