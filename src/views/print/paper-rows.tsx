import { useSources } from '../../session/index.ts';
import type { Notice, SourceId } from '../../record/index.ts';
import type { Row } from '../../timeline/index.ts';
import { fieldWord, rowValueText, statusWord, valueWord } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { titleOf } from '../list/index.ts';
import css from './print.module.css';

/** '[G R]': the letters that the end of the paper explains. */
export function Letters({ sources }: { readonly sources: readonly SourceId[] }) {
  const views = useSources();
  const letters = views
    .filter(({ organisation }) => sources.includes(organisation.id))
    .map(({ organisation }) => organisation.letter);
  return <span className={css.letters}>[{letters.join(' ')}]</span>;
}

/** Each notice has its own: which of them a fact carries must be told from the line alone. */
export const NOTICE_MARK: Readonly<Record<Notice, string>> = { 'part-2': '†', 'no-redisclosure': '‡' };

export const Marks = ({ row }: { readonly row: Pick<Row, 'notices'> | undefined }) =>
  row?.notices === undefined ? null : <> {row.notices.map((notice) => NOTICE_MARK[notice]).join(' ')}</>;

/** What a row says in one line, and below it what its sources disagree about. */
export function RowWords({ row }: { readonly row: Row }) {
  const flags = [
    row.flags.safety ? t.list.safety : row.flags.conflict ? t.list.conflict : null,
    row.flags.abnormal === 'critical'
      ? t.list.critical
      : row.flags.abnormal === 'abnormal'
        ? t.list.abnormal
        : null,
    row.flags.retracted ? t.list.retracted : null,
  ].filter((flag) => flag !== null);
  const status = row.flags.masked
    ? null
    : row.standing === 'unknown'
      ? t.summary.statusUnknown
      : statusWord(row.status);
  return (
    <>
      <span className={css.title}>{titleOf(row)}</span>
      <Marks row={row} />
      {row.value !== null && <span> {rowValueText(row)}</span>}
      {status !== null && <span className={css.sub}> · {status}</span>}
      {flags.length > 0 && <strong className={css.flag}> {flags.join(', ')}</strong>}
      {row.disputes.map((dispute) => (
        <span key={dispute.field} className={css.dispute}>
          {fieldWord(dispute.field)}:
          {dispute.values.map(({ value, sources }) => (
            <span key={`${value} ${sources.join()}`}>
              {' '}
              {valueWord(dispute.field, value)} <Letters sources={sources} />
            </span>
          ))}
        </span>
      ))}
    </>
  );
}
