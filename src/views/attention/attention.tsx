import type { FactId } from '../../record/index.ts';
import { useRows, useOfSources, useSources } from '../../session/index.ts';
import { EVERYTHING, type Dispute, type Row } from '../../timeline/index.ts';
import { Button, classNames } from '../../ui/index.ts';
import { CLEARED, type ChangeView } from '../address/index.ts';
import { groupText, rowValueText, SourceMark, SourceMarks, statusWord } from '../format/index.ts';
import { titleOf } from '../list/index.ts';
import { t } from '../messages/index.ts';
import { NewSince } from '../since/index.ts';
import { isIncomplete, isReading, standingOf } from '../strip/index.ts';
import css from './attention.module.css';
import { Offers } from './offers.tsx';
import { DisputeLines } from './disputes.tsx';
import { grouped, type Group } from './groups.ts';

const CONFLICTS = { ...EVERYTHING, only: ['conflict' as const] };
const CRITICAL = { ...EVERYTHING, only: ['critical' as const] };
const READ = 200;

interface AttentionProps {
  readonly onOpen: (id: FactId) => void;
  readonly change: ChangeView;
  /** In the flow of a narrow page: a few rows, and the rest one click away. */
  readonly brief: boolean;
}

/** While no fact is chosen: what a clinician would want to be told first, what is new, and what is missing. */
export function Attention({ onOpen, change, brief }: AttentionProps) {
  const conflicts = useRows(CONFLICTS, 0, READ);
  const critical = useRows(CRITICAL, 0, READ);
  const floor = useOfSources(isIncomplete);
  const reading = useOfSources(isReading);
  const groups = shownOf(grouped(conflicts?.rows ?? []), brief ? 6 : 12);
  const told = new Set(groups.flatMap((group) => group.rows.map((row) => row.id)));
  const total = conflicts?.total ?? 0;
  // Of records that are still coming nobody can say yet what they hold.
  const nothing = conflicts?.total === 0 && critical?.total === 0 && !reading;
  const apart = (critical?.rows ?? []).filter((row) => !told.has(row.id));
  const count = t.banner.conflicts(total);
  return (
    <div className={classNames(css.panel, brief && css.brief)}>
      <div className={css.first}>
        <div className={css.head}>
          <h2>{t.attention.label}</h2>
          {total > 0 && (
            <Button
              look="quiet"
              className={css.all}
              onClick={() => change({ ...CLEARED, only: ['conflict'] })}
            >
              {floor ? t.atLeastFirst(count) : count}
            </Button>
          )}
        </div>
        {nothing && <p className={css.hint}>{t.attention.nothing}</p>}
        <ul className={css.groups}>
          {groups.map((group) => (
            <li key={group.key} className={css.group} data-tone={group.safety ? 'danger' : 'warn'}>
              {group.relation !== null && (
                <p className={css.relation}>{t.attention.relation[group.relation]}</p>
              )}
              {group.rows.map((row) => (
                <Item key={row.id} row={row} together={group.relation !== null} onOpen={onOpen} />
              ))}
            </li>
          ))}
          {apart.slice(0, brief ? 2 : 8).map((row) => (
            <li key={row.id} className={css.group} data-tone="danger">
              <Item row={row} together={false} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      </div>
      <div className={css.rest}>
        <Offers change={change} />
        <NewSince change={change} />
        <Missing />
      </div>
    </div>
  );
}

/** As many groups as have so many rows together, and one at least. */
function shownOf(groups: readonly Group[], most: number): readonly Group[] {
  let rows = 0;
  return groups.filter((group, i) => {
    rows += group.rows.length;
    return i === 0 || rows <= most;
  });
}

/** The name first and largest; below it what is said, by whom. What the group says is not said again. */
function Item({
  row,
  together,
  onOpen,
}: Pick<AttentionProps, 'onOpen'> & { readonly row: Row; readonly together: boolean }) {
  const critical = row.flags.abnormal === 'critical';
  const disputes = row.disputes.filter(({ other }) => !together || other === null);
  const said = row.disputes.length > 0 ? null : rowValueText(row);
  return (
    <button type="button" className={css.item} data-opens={row.id} onClick={() => onOpen(row.id)}>
      <span className={css.line}>
        <span>
          <span className={css.title}>{titleOf(row)}</span>{' '}
          {said !== null && <span className={critical ? css.critical : undefined}>{said}</span>}
          {critical && <span className={css.flag}>{t.list.critical}</span>}{' '}
          <span className={css.when}>{whenText(row, disputes)}</span>
        </span>
        <SourceMarks sources={row.sources} size={16} />
      </span>
      <DisputeLines disputes={disputes} />
    </button>
  );
}

/** 'active · 10 Jun 2026': what the reader would not presume, and nothing that the dispute says. */
function whenText(row: Row, disputes: readonly Dispute[]): string {
  const drug = row.kind === 'medication' || row.kind === 'allergy';
  const status =
    drug && row.standing !== 'unknown' && !disputes.some(({ field }) => field === 'status')
      ? statusWord(row.status)
      : null;
  const parts = [drug ? null : t.kinds[row.kind][0], status, row.time === null ? null : groupText(row.time)];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Which source has not answered in full, and how it stands. */
function Missing() {
  const missing = useSources().filter((view) => standingOf(view).tone !== 'good');
  if (missing.length === 0) return null;
  return (
    <section className={css.section} aria-label={t.attention.missing}>
      <ul>
        {missing.map((view) => (
          <li key={view.organisation.id} className={css.missing}>
            <SourceMark source={view.organisation.id} said={false} size={16} />
            <span>
              <bdi>{view.organisation.name}</bdi>: {standingOf(view).text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
