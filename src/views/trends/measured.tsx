import { useState } from 'react';
import type { FactId } from '../../record/index.ts';
import { useLatest, useOfSources } from '../../session/index.ts';
import { unitText } from '../../timeline/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import { MOST_TOGETHER } from '../address/index.ts';
import { amountText, changeText, flagText, measuredAtText, SourceMarks } from '../format/index.ts';
import { t } from '../messages/index.ts';
import { isIncomplete } from '../strip/index.ts';
import css from './trends.module.css';

/** Beyond these the search of the timeline finds them. */
const SHOWN = 300;

/** Everything with a number: its newest value, the one before, and how many there are. Each opens its trend. */
export function Measured({ onOpen }: { readonly onOpen: (ids: readonly FactId[]) => void }) {
  const [chosen, setChosen] = useState<readonly FactId[]>([]);
  const found = useLatest();
  const floor = useOfSources(isIncomplete);
  if (found === undefined) return <p className={css.note}>{t.list.loading}</p>;
  if (found.length === 0)
    return <p className={css.note}>{floor ? t.summary.noneFloor : t.summary.noneComplete}</p>;
  return (
    <section className={css.card} aria-label={t.trends.title}>
      <h2 className={css.title}>{t.trends.title}</h2>
      {floor && <p className={css.sub}>{t.trends.floor}</p>}
      <p className={css.acts}>
        <Button disabled={chosen.length < 2} onClick={() => onOpen(chosen)}>
          <Icon name="chart" />
          {t.trends.together(chosen.length)}
        </Button>
      </p>
      <div className={css.frame} tabIndex={-1}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className="said">{t.trends.chosen}</span>
              </th>
              <th scope="col">{t.detail.fields.title}</th>
              <th scope="col">{t.trends.latest}</th>
              <th scope="col">{t.detail.fields.when}</th>
              <th scope="col">{t.trends.change}</th>
              <th scope="col">{t.trends.count}</th>
              <th scope="col">{t.sources.label}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, SHOWN).map(({ title, unit, total, newest, before }) => (
              <tr key={`${title} ${unit} ${newest.id}`}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={t.trends.choose(title)}
                    checked={chosen.includes(newest.id)}
                    disabled={!chosen.includes(newest.id) && chosen.length > MOST_TOGETHER}
                    onChange={({ target }) =>
                      setChosen(
                        target.checked ? [...chosen, newest.id] : chosen.filter((id) => id !== newest.id),
                      )
                    }
                  />
                </td>
                <th scope="row">
                  <button type="button" className={css.open} onClick={() => onOpen([newest.id])}>
                    {title}
                  </button>
                </th>
                <td className={css.number}>
                  {amountText(newest)}{' '}
                  <span className={css.flag} data-tone={newest.abnormal === 'critical' ? 'danger' : 'warn'}>
                    {flagText(newest)}
                  </span>
                </td>
                <td>{measuredAtText(newest)}</td>
                <td className={css.number}>
                  {before === null
                    ? ''
                    : [changeText(newest, before), unitText(unit)].filter(Boolean).join(' ')}
                </td>
                <td className={css.number}>{floor ? t.atLeast(t.count(total)) : t.count(total)}</td>
                <td>
                  <SourceMarks sources={newest.sources} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length > SHOWN && <p className={css.note}>{t.summary.more(found.length - SHOWN)}</p>}
    </section>
  );
}
