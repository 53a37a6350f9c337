import { useUnmapped } from '../../session/index.ts';
import { SourceMark } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './sources.module.css';

/** The most frequent are worth a map first; the rest are counted. */
const SHOWN = 50;

/** Codes that nothing says the meaning of, for whoever keeps the site's maps; and maps that could not be used. */
export function UnmappedCodes() {
  const unmapped = useUnmapped();
  if (unmapped === undefined) return null;
  const { codes, remarks, server } = unmapped;
  if (codes.length === 0 && remarks.length === 0) return null;
  const words = t.unmapped;
  return (
    <section className={css.source} aria-labelledby="unmapped-codes">
      <div className={css.head}>
        <div className={css.words}>
          <h3 id="unmapped-codes" className={css.name}>
            {words.title} ({t.count(codes.length)})
          </h3>
          <p className={css.muted}>{words.intro}</p>
          {server !== null && (
            <p className={css.muted}>
              {words.asked(server.asked, server.answered, server.failed)}
              {server.resting && ` ${words.resting}`}
            </p>
          )}
        </div>
      </div>
      {remarks.map((remark) => (
        <p key={remark} className={css.alert}>
          {remark}
        </p>
      ))}
      {codes.length > 0 && (
        <div className={css.part}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{words.source}</th>
                <th scope="col">{words.code}</th>
                <th scope="col">{words.about}</th>
                <th scope="col">{words.records}</th>
              </tr>
            </thead>
            <tbody>
              {codes.slice(0, SHOWN).map(({ source, domain, system, code, display, count }) => (
                <tr key={`${source} ${domain} ${system ?? ''} ${code}`}>
                  <td>
                    <SourceMark source={source} />
                  </td>
                  <th scope="row">
                    {display ?? code}
                    <span className={css.why}>{`${code} · ${system ?? words.noSystem}`}</span>
                  </th>
                  <td data-label={words.about}>{words.domain[domain]}</td>
                  <td data-label={words.records}>{t.count(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {codes.length > SHOWN && <p className={css.muted}>{words.more(codes.length - SHOWN)}</p>}
        </div>
      )}
    </section>
  );
}
