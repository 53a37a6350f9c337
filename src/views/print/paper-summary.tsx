import { unitText, type Latest, type Row } from '../../timeline/index.ts';
import { amountText, changeText, flagText, groupText, measuredAtText, rangeText } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { partsOf, rank, type SummaryPart } from '../summary/index.ts';
import { Letters, Marks, RowWords } from './paper-rows.tsx';
import css from './print.module.css';

interface PaperSummaryProps {
  readonly rows: readonly Row[];
  readonly latest: readonly Latest[];
  readonly now: number;
  readonly floor: boolean;
}

/** The parts of the summary as paper has room for them: none is cut short without saying so. */
export function PaperSummary({ rows, latest, now, floor }: PaperSummaryProps) {
  return (
    <section>
      <h2>{t.summary.title}</h2>
      {partsOf(now).map((part) => (
        <section key={part.title} className={css.part}>
          <h3>{part.title}</h3>
          {part.kind === 'facts' ? (
            <Facts part={part} rows={rows} floor={floor} />
          ) : (
            <Newest
              found={latest.filter(({ group }) => part.groups.includes(group))}
              rows={rows}
              floor={floor}
            />
          )}
        </section>
      ))}
    </section>
  );
}

const None = ({ floor }: { readonly floor: boolean }) => (
  <p>{floor ? t.summary.noneFloor : t.summary.noneComplete}</p>
);

interface FactsProps {
  readonly part: Extract<SummaryPart, { kind: 'facts' }>;
  readonly rows: readonly Row[];
  readonly floor: boolean;
}

function Facts({ part: { query, keep }, rows, floor }: FactsProps) {
  const found = rows
    .filter((row) => query.kinds?.includes(row.kind) && row.role !== 'encounter-diagnosis' && keep(row))
    .sort((a, b) => rank(b) - rank(a));
  if (found.length === 0) return <None floor={floor} />;
  return (
    <ul className={css.list}>
      {found.map((row) => (
        <li key={row.id}>
          <RowWords row={row} /> <span className={css.sub}>{groupText(row.time)}</span>{' '}
          <Letters sources={row.sources} />
        </li>
      ))}
    </ul>
  );
}

interface NewestProps {
  readonly found: readonly Latest[];
  /** Everything: what a result has to be marked with stands in its row. */
  readonly rows: readonly Row[];
  readonly floor: boolean;
}

function Newest({ found, rows, floor }: NewestProps) {
  if (found.length === 0) return <None floor={floor} />;
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t.detail.fields.title}</th>
          <th scope="col">{t.trends.latest}</th>
          <th scope="col">{t.detail.fields.range}</th>
          <th scope="col">{t.detail.fields.when}</th>
          <th scope="col">{t.trends.change}</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ title, unit, newest, before }) => (
          <tr key={`${title} ${unit} ${newest.id}`}>
            <th scope="row">{title}</th>
            <td>
              {amountText(newest)} <strong>{flagText(newest)}</strong>
              <Marks row={rows.find(({ id }) => id === newest.id)} /> <Letters sources={newest.sources} />
            </td>
            <td>{newest.range === null ? t.notStated : rangeText(newest.range)}</td>
            <td>{measuredAtText(newest)}</td>
            <td>{before === null ? '' : `${changeText(newest, before) ?? ''} ${unitText(unit)}`.trim()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
