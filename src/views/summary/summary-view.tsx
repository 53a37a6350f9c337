import { useRef, useState } from 'react';
import { useRows, useOfSources } from '../../session/index.ts';
import type { Row, RowQuery } from '../../timeline/index.ts';
import { classNames, useCatchFocus } from '../../ui/index.ts';
import { CLEARED, type ChangeView } from '../address/index.ts';
import { Disputes } from '../attention/index.ts';
import { groupText, rowValueText, SourceMarks, statusWord } from '../format/index.ts';
import { titleOf } from '../list/index.ts';
import { t } from '../messages/index.ts';
import { isIncomplete } from '../strip/index.ts';
import { LatestCard } from './latest-card.tsx';
import { partsOf, rank, READ } from './parts.ts';
import css from './summary.module.css';

const SHOWN = 30;

interface SummaryProps {
  readonly change: ChangeView;
}

/** What counts now, one row a fact, with whoever says it; disagreements first. */
export function SummaryView({ change }: SummaryProps) {
  const [now] = useState(Date.now);
  const main = useRef<HTMLElement>(null);
  useCatchFocus(main, 'summary');
  return (
    <main ref={main} id="main" className={css.page} tabIndex={-1} aria-label={t.summary.title}>
      {partsOf(now).map((part) =>
        part.kind === 'latest' ? (
          <LatestCard key={part.title} title={part.title} groups={part.groups} change={change} />
        ) : (
          <Card key={part.title} title={part.title} query={part.query} keep={part.keep} change={change} />
        ),
      )}
    </main>
  );
}

interface CardProps extends SummaryProps {
  readonly title: string;
  readonly query: RowQuery;
  readonly keep: (row: Row) => boolean;
}

function Card({ title, query, keep, change }: CardProps) {
  const found = useRows(query, 0, READ);
  const floor = useOfSources(isIncomplete);
  const listed = found?.rows.filter((row) => row.role !== 'encounter-diagnosis') ?? [];
  const rows = listed.filter(keep);
  const diagnoses = (found?.rows.length ?? 0) - listed.length;
  const sorted = [...rows].sort((a, b) => rank(b) - rank(a));
  const ended = listed.length - rows.length;
  const beyond = sorted.length - SHOWN + Math.max(0, (found?.total ?? 0) - READ);
  const total = t.count(sorted.length);
  return (
    <section className={css.card} aria-label={title}>
      <div className={css.head}>
        <h2>{title}</h2>
        {sorted.length > 0 && <span className={css.count}>{floor ? t.atLeast(total) : total}</span>}
      </div>
      {found !== undefined && sorted.length === 0 && (
        <p className={css.none}>{floor ? t.summary.noneFloor : t.summary.noneComplete}</p>
      )}
      <ul>
        {sorted.slice(0, SHOWN).map((row) => (
          <SummaryRow key={row.id} row={row} change={change} />
        ))}
      </ul>
      {(ended > 0 || beyond > 0 || diagnoses > 0) && (
        <p className={css.foot}>
          {[
            beyond > 0 ? t.summary.more(beyond) : null,
            ended > 0 ? t.summary.ended(ended) : null,
            diagnoses > 0 ? t.summary.diagnoses(diagnoses) : null,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
      )}
    </section>
  );
}

function SummaryRow({ row, change }: SummaryProps & { readonly row: Row }) {
  const tone = row.flags.safety ? 'danger' : row.flags.conflict ? 'warn' : null;
  const said = tone === 'danger' ? t.list.safety : tone === 'warn' ? t.list.conflict : null;
  const status = row.standing === 'unknown' ? t.summary.statusUnknown : statusWord(row.status);
  const sub = [groupText(row.time), row.flags.masked ? null : status]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <li>
      <button
        type="button"
        className={classNames(css.row, tone === 'danger' && css.danger, tone === 'warn' && css.warn)}
        onClick={() => change({ ...CLEARED, kinds: [row.kind], fact: row.id })}
      >
        <span>
          <span className={css.title}>{titleOf(row)}</span>
          {row.value !== null && <span className={css.value}>{rowValueText(row)}</span>}
          <Disputes row={row} />
        </span>
        <SourceMarks sources={row.sources} />
        <span className={css.sub}>{sub}</span>
        {said !== null && (
          <span className={css.sub} data-tone={tone}>
            {said}
          </span>
        )}
      </button>
    </li>
  );
}
