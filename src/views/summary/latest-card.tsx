import { useLatest, useOfSources } from '../../session/index.ts';
import { unitText, type Latest } from '../../timeline/index.ts';
import type { ChangeView } from '../address/index.ts';
import { amountText, changeText, dayText, flagText, measuredAtText, SourceMarks } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { isIncomplete } from '../strip/index.ts';
import css from './summary.module.css';

const SHOWN = 12;

interface LatestCardProps {
  readonly title: string;
  readonly groups: readonly Latest['group'][];
  readonly change: ChangeView;
}

/** The newest value of each thing measured, with how it changed since the one before. Each opens its trend. */
export function LatestCard({ title, groups, change }: LatestCardProps) {
  const all = useLatest();
  const floor = useOfSources(isIncomplete);
  const found = all?.filter(({ group }) => groups.includes(group));
  return (
    <section className={css.card} aria-label={title}>
      <div className={css.head}>
        <h2>{title}</h2>
      </div>
      {found?.length === 0 && (
        <p className={css.none}>{floor ? t.summary.noneFloor : t.summary.noneComplete}</p>
      )}
      <ul>
        {found?.slice(0, SHOWN).map((latest) => (
          <li key={`${latest.title} ${latest.unit} ${latest.newest.id}`}>
            <LatestRow latest={latest} onOpen={() => change({ view: 'trends', fact: latest.newest.id })} />
          </li>
        ))}
      </ul>
      {found !== undefined && found.length > SHOWN && (
        <p className={css.foot}>{t.summary.moreTrends(found.length - SHOWN)}</p>
      )}
    </section>
  );
}

function LatestRow({ latest, onOpen }: { readonly latest: Latest; readonly onOpen: () => void }) {
  const { title, unit, newest, before } = latest;
  const flag = flagText(newest);
  const by = before === null ? null : changeText(newest, before);
  return (
    <button type="button" className={css.row} onClick={onOpen}>
      <span>
        <span className={css.title}>{title}</span>
        <span className={css.value}>{amountText(newest)}</span>
      </span>
      <SourceMarks sources={newest.sources} />
      <span className={css.sub}>
        {[
          measuredAtText(newest),
          before === null
            ? t.summary.noneBefore
            : by === null
              ? t.summary.before(amountText(before), dayText(before.when))
              : t.summary.changed(`${by} ${unitText(unit)}`.trim(), dayText(before.when)),
        ].join(' · ')}
      </span>
      {flag !== null && (
        <span className={css.sub} data-tone={newest.abnormal === 'critical' ? 'danger' : 'warn'}>
          {flag}
        </span>
      )}
    </button>
  );
}
