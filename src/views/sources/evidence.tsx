import type { Match } from '../../record/index.ts';
import { said } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './sources.module.css';

/** What a side states; its sex is a code. */
const sideText = (field: string, text: string | null): string =>
  text === null ? t.notStated : field === 'sex' ? said(text) : text;

/** A comparison side by side: both sides' words, field by field, and how far they agree. */
export function Evidence({ match, about }: { readonly match: Match; readonly about: string }) {
  const words = t.sourcesView;
  return (
    <>
      {match.vetoes.length > 0 && (
        <p className={css.veto}>
          {words.vetoes}: {match.vetoes.map(said).join('; ')}
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
              <th scope="row">{said(field)}</th>
              <td data-label={words.here}>{sideText(field, a)}</td>
              <td data-label={words.there}>{sideText(field, b)}</td>
              <td>
                <span className={css.agreement} data-agreement={agreement}>
                  {words.agreement[agreement]}
                </span>
                {note !== null && <span className={css.why}>{said(note)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
