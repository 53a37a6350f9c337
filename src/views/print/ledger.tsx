import type { SourceView } from '../../session/index.ts';
import { t } from '../messages/index.ts';
import { receivedText, whyText } from '../sources/index.ts';
import { standingOf } from '../strip/index.ts';
import css from './print.module.css';

/** What the letters stand for, and of each source what was read and what is missing: paper cannot be asked later. */
export function Ledger({ views }: { readonly views: readonly SourceView[] }) {
  return (
    <section>
      <h2>{t.sourcesView.title}</h2>
      <ul className={css.list}>
        {views.map((view) => (
          <li key={view.organisation.id}>
            <span className={css.letters}>[{view.organisation.letter}]</span> {view.organisation.name}:{' '}
            {standingOf(view).text}
          </li>
        ))}
      </ul>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t.detail.prov.source}</th>
            <th scope="col">{t.sourcesView.type}</th>
            <th scope="col">{t.sourcesView.state}</th>
            <th scope="col">{t.sourcesView.received}</th>
          </tr>
        </thead>
        <tbody>
          {views.flatMap(({ organisation, lines }) =>
            lines.map(({ type, category, state }) => (
              <tr key={`${organisation.id} ${type} ${category ?? ''}`}>
                <td>{organisation.letter}</td>
                <td>{category === null ? type : `${type}, ${category}`}</td>
                <td className={state.kind === 'complete' ? undefined : css.loud}>
                  {[t.sourcesView.completeness[state.kind], whyText(state)]
                    .filter((part) => part !== null && part !== '')
                    .join(': ')}
                </td>
                <td>{receivedText(state)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
