import { useRows, useOfSources } from '../../session/index.ts';
import { EVERYTHING, type Row } from '../../timeline/index.ts';
import { Icon } from '../../ui/index.ts';
import { CLEARED, type ChangeView } from '../address/index.ts';
import { SourceMarks } from '../format/index.ts';
import { titleOf } from '../list/index.ts';
import { t } from '../messages/index.ts';
import { isIncomplete } from '../strip/index.ts';
import css from './banner.module.css';

const ALLERGIES = { ...EVERYTHING, kinds: ['allergy' as const] };
const READ = 60;
/** What one line has room for; the rest is counted. */
const SHOWN = 4;

/** By name, since a number of allergies warns of nothing; what sources disagree about comes first and says so. */
export function Allergies({ change }: { readonly change: ChangeView }) {
  const floor = useOfSources(isIncomplete);
  const found = useRows(ALLERGIES, 0, READ);
  if (found === undefined) return null;
  const denials = found.rows.filter(({ role }) => role === 'none-known');
  const real = found.rows.filter(({ role, standing }) => role !== 'none-known' && standing !== 'not-done');
  const sorted = [...real].sort((a, b) => rankOf(b) - rankOf(a));
  const more = sorted.length - SHOWN + (found.total - found.rows.length);
  const none = real.length === 0;
  return (
    <button
      type="button"
      className={css.allergies}
      data-tone={none ? undefined : sorted.some(isDisputed) ? 'danger' : 'warn'}
      onClick={() => change({ ...CLEARED, kinds: ['allergy'] })}
    >
      {!none && <Icon name="warning" />}
      <span>{none ? noneText(denials.length, floor) : t.banner.allergies}</span>
      {none && <SourceMarks sources={[...new Set(denials.flatMap(({ sources }) => sources))]} size={16} />}
      {sorted.slice(0, SHOWN).map((row) => (
        <span key={row.id} className={css.allergy} data-ended={row.standing === 'ended'}>
          <bdi>{titleOf(row)}</bdi>
        </span>
      ))}
      {more > 0 && <span>{t.banner.more(more)}</span>}
      {!none && (
        <span className={css.disputed}>
          {[sorted.some(isDisputed) ? t.banner.disputed : null, floor ? t.banner.perhapsMore : null]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      )}
    </button>
  );
}

/** That there is none is said where a source says so, or where all have answered in full. */
const noneText = (denials: number, floor: boolean): string =>
  denials > 0 ? t.banner.noneKnownSays : floor ? t.banner.allergiesUnknown : t.banner.allergiesNone;

const isDisputed = ({ flags }: Row): boolean => flags.conflict;
const rankOf = ({ flags, standing }: Row): number =>
  (flags.safety ? 4 : 0) + (flags.conflict ? 2 : 0) + (standing === 'ended' ? 0 : 1);
