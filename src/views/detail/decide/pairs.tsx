import type { FactId, MemberId } from '../../../record/index.ts';
import { usePairs } from '../../../session/index.ts';
import { said, useSourceNames, withDates } from '../../format/index.ts';
import { t } from '../../messages/index.ts';
import css from './decide.module.css';

/** What the rules say of each two records, in a sentence a clinician understands. */
export function PairList({ id, other }: { readonly id: FactId; readonly other: FactId | null }) {
  const found = usePairs(id, other);
  const nameOf = useSourceNames();
  if (found === undefined) return <p className={css.hint}>{t.opened.loading}</p>;
  if (found === null || found.pairs.length === 0) return null;
  const named = ({ source, ref }: MemberId): string => `${nameOf(source)} (${ref})`;
  return (
    <>
      <ul className={css.pairs}>
        {found.pairs.map(({ a, b, verdict, sentence }) => (
          <li key={`${a.source}|${a.ref} ${b.source}|${b.ref}`} data-verdict={verdict}>
            <strong>{t.decide.pair(named(a), named(b))}</strong> {withDates(said(sentence))}
          </li>
        ))}
      </ul>
      {found.leftOut > 0 && <p className={css.hint}>{t.decide.pairsLeftOut(found.leftOut)}</p>}
    </>
  );
}
