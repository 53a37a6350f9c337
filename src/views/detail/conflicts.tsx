import type { Conflict } from '../../record/index.ts';
import { fieldWord, SourceMarks, useSourceNames, valueWord } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './detail.module.css';

const ORDER = ['safety', 'clinical', 'minor'] as const;

/** Disagreements come first, the dangerous ones before the rest. Every value stands beside whoever says it. */
export function Conflicts({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const nameOf = useSourceNames();
  if (conflicts.length === 0) return null;
  const sorted = [...conflicts].sort((a, b) => ORDER.indexOf(a.weight) - ORDER.indexOf(b.weight));
  return (
    <section className={css.section} aria-label={t.detail.conflicts}>
      <h3>{t.detail.conflicts}</h3>
      {sorted.map((conflict) => (
        <div key={conflict.field} className={css.conflict} data-weight={conflict.weight}>
          <p className={css.field}>
            {conflict.weight === 'safety' && `${t.detail.safety}: `}
            {fieldWord(conflict.field)}
          </p>
          <ul>
            {conflict.values.map(({ value, sources }) => (
              <li key={`${value} ${sources.join()}`} className={css.said}>
                <SourceMarks sources={sources} />
                <span>
                  <strong>{valueWord(conflict.field, value)}</strong> · {t.listed(sources.map(nameOf))}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
