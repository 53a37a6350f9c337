import type { FactId } from '../../record/index.ts';
import { useRows, useSources } from '../../session/index.ts';
import { EVERYTHING, type Row } from '../../timeline/index.ts';
import type { ChangeView } from '../address/index.ts';
import { groupText, SourceMark, SourceMarks } from '../format/index.ts';
import { titleOf } from '../list/index.ts';
import { t } from '../messages/index.ts';
import { NewSince } from '../since/index.ts';
import { standingOf } from '../strip/index.ts';
import css from './attention.module.css';
import { Disputes } from './disputes.tsx';

const CONFLICTS = { ...EVERYTHING, only: ['conflict' as const] };
const ABNORMAL = { ...EVERYTHING, only: ['abnormal' as const] };
const READ = 200;
const SHOWN = 8;

interface AttentionProps {
  readonly onOpen: (id: FactId) => void;
}

/** While no fact is chosen: what a clinician would want to be told first, and what is missing. */
export function Attention({ onOpen, change }: AttentionProps & { readonly change: ChangeView }) {
  const conflicts = useRows(CONFLICTS, 0, READ);
  const abnormal = useRows(ABNORMAL, 0, READ);
  const missing = useSources().filter((view) => standingOf(view).tone !== 'good');
  const disagreeing = [...(conflicts?.rows ?? [])].sort(
    (a, b) => Number(b.flags.safety) - Number(a.flags.safety),
  );
  const critical = (abnormal?.rows ?? []).filter((row) => row.flags.abnormal === 'critical');
  const nothing = conflicts?.total === 0 && critical.length === 0;
  return (
    <div className={css.panel}>
      <h2 className={css.heading}>{t.attention.label}</h2>
      <p className={css.hint}>{nothing ? t.attention.nothing : t.attention.hint}</p>
      <Items title={t.attention.disagreements} rows={disagreeing} onOpen={onOpen} />
      <Items title={t.attention.critical} rows={critical} onOpen={onOpen} />
      <NewSince change={change} />
      {missing.length > 0 && (
        <section className={css.section}>
          <h3>{t.attention.missing}</h3>
          <ul className={css.list}>
            {missing.map((view) => (
              <li key={view.organisation.id} className={css.missing}>
                <SourceMark source={view.organisation.id} said={false} />
                <span>
                  {view.organisation.name}: {standingOf(view).text}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Items({
  title,
  rows,
  onOpen,
}: AttentionProps & { readonly title: string; readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <section className={css.section}>
      <h3>{title}</h3>
      <ul className={css.list}>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <Item row={row} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && <p className={css.hint}>{t.attention.more(rows.length - SHOWN)}</p>}
    </section>
  );
}

function Item({ row, onOpen }: AttentionProps & { readonly row: Row }) {
  const critical = row.flags.abnormal === 'critical';
  return (
    <button
      type="button"
      className={css.item}
      data-tone={row.flags.safety || critical ? 'danger' : 'warn'}
      onClick={() => onOpen(row.id)}
    >
      <span className={css.line}>
        <span>
          <span className={css.title}>{titleOf(row)}</span>{' '}
          {row.value !== null && row.disputes.length === 0 && (
            <span className={critical ? css.critical : undefined}>{row.value}</span>
          )}
        </span>
        <SourceMarks sources={row.sources} />
      </span>
      <span className={css.when}>{[t.kinds[row.kind][0], groupText(row.time)].join(' · ')}</span>
      <Disputes row={row} />
    </button>
  );
}
