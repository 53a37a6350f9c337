import type { Row } from '../../timeline/index.ts';
import { SourceMarks } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './disputes.module.css';

/** Relations are worded as fields: what it contradicts is named beside it. */
const fieldText = (field: string): string =>
  field === 'contradicts' || field === 'duplicate-therapy' ? t.detail.relation[field] : field;

/** 'dose  G 5 mg daily  R 2.5 mg daily': what is said and by whom, side by side. */
export function Disputes({ row }: { readonly row: Row }) {
  if (row.disputes.length === 0) return null;
  return (
    <span className={css.disputes}>
      {row.disputes.map(({ field, values }) => (
        <span key={field} className={css.dispute}>
          <span className={css.field}>{fieldText(field)}:</span>
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
