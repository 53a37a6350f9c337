import type { Match } from '../../record/index.ts';
import { t } from '../messages/index.ts';
import css from './sources.module.css';

/** A comparison side by side: both sides' words, field by field, and how far they agree. */
export function Evidence({ match, about }: { readonly match: Match; readonly about: string }) {
  const words = t.sourcesView;
  return (
    <>
      {match.vetoes.length > 0 && (
        <p className={css.veto}>
          {words.vetoes}: {match.vetoes.join('; ')}
        </p>
      )}
      <table className={css.table} aria-label={words.evidenceFor(about)}>
        <thead>
          <tr>
            <th scope="col">{t.detail.field}</th>
            <th scope="col">{words.here}</th>
            <th scope="col">{words.there}</th>
            <th scope="col">{words.evidence}</th>
          </tr>
        </thead>
        <tbody>
          {match.evidence.map(({ field, a, b, agreement, note }) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td data-label={words.here}>{a ?? t.notStated}</td>
              <td data-label={words.there}>{b ?? t.notStated}</td>
              <td>
                <span className={css.agreement} data-agreement={agreement}>
                  {words.agreement[agreement]}
                </span>
                {note !== null && <span className={css.why}>{note}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
