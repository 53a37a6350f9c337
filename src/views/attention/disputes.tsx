import type { Dispute, Row } from '../../timeline/index.ts';
import { fieldWord, SourceMarks, valueWord } from '../format/index.ts';
import css from './disputes.module.css';

/** 'dose  G 5 mg daily  R 2.5 mg daily': what is said and by whom, side by side. */
export const Disputes = ({ row }: { readonly row: Row }) => <DisputeLines disputes={row.disputes} />;

export function DisputeLines({ disputes }: { readonly disputes: readonly Dispute[] }) {
  if (disputes.length === 0) return null;
  return (
    <span className={css.disputes}>
      {disputes.map(({ field, values, other }) => (
        <span key={`${field} ${other ?? ''}`} className={css.dispute}>
          <span className={css.field}>{fieldWord(field)}</span>
          {values.map(({ value, sources }) => (
            <span key={`${value} ${sources.join()}`} className={css.said}>
              <SourceMarks sources={sources} size={14} />
              <bdi>{valueWord(field, value)}</bdi>
            </span>
          ))}
        </span>
      ))}
    </span>
  );
}
