import { useState } from 'react';
import type { FactKind } from '../../record/index.ts';
import { useRows, useSources } from '../../session/index.ts';
import { EVERYTHING, type Row, type RowQuery } from '../../timeline/index.ts';
import { classNames } from '../../ui/index.ts';
import { CLEARED, type ChangeView } from '../address/index.ts';
import { Disputes } from '../attention/index.ts';
import { groupText, SourceMarks } from '../format/index.ts';
import { titleOf } from '../list/index.ts';
import { t } from '../messages/index.ts';
import { isIncomplete } from '../strip/index.ts';
import { LatestCard } from './latest-card.tsx';
import css from './summary.module.css';

const of = (...kinds: FactKind[]): RowQuery => ({ ...EVERYTHING, kinds });
const MEDICATIONS = of('medication');
const ALLERGIES = of('allergy');
const PROBLEMS = of('condition');
const IMMUNIZATIONS = of('immunization');
const UPCOMING = of('appointment', 'referral');
const CARE_TEAM = of('care-team');
const VITALS = ['vital'] as const;
const LABS = ['laboratory'] as const;
/** Far more than a patient has that count now; what is beyond is said, not dropped. */
const READ = 400;
const SHOWN = 30;

interface SummaryProps {
  readonly change: ChangeView;
}

/** What counts now, one row a fact, with whoever says it; disagreements first. */
export function SummaryView({ change }: SummaryProps) {
  const [now] = useState(Date.now);
  return (
    <main id="main" className={css.page} tabIndex={-1} aria-label={t.summary.title}>
      <Card title={t.summary.allergies} query={ALLERGIES} keep={always} change={change} />
      <Card title={t.summary.medications} query={MEDICATIONS} keep={counts} change={change} />
      <Card title={t.summary.problems} query={PROBLEMS} keep={counts} change={change} />
      <LatestCard title={t.summary.vitals} groups={VITALS} change={change} />
      <LatestCard title={t.summary.labs} groups={LABS} change={change} />
      <Card
        title={t.summary.upcoming}
        query={UPCOMING}
        keep={(row) => isUpcoming(row, now)}
        change={change}
      />
      <Card title={t.summary.careTeam} query={CARE_TEAM} keep={counts} change={change} />
      <Card title={t.summary.immunizations} query={IMMUNIZATIONS} keep={always} change={change} />
    </main>
  );
}

interface CardProps extends SummaryProps {
  readonly title: string;
  readonly query: RowQuery;
  readonly keep: (row: Row) => boolean;
}

function Card({ title, query, keep, change }: CardProps) {
  const found = useRows(query, 0, READ);
  const floor = isIncomplete(useSources());
  const listed = found?.rows.filter((row) => row.role !== 'encounter-diagnosis') ?? [];
  const rows = listed.filter(keep);
  const diagnoses = (found?.rows.length ?? 0) - listed.length;
  const sorted = [...rows].sort((a, b) => rank(b) - rank(a));
  const ended = listed.length - rows.length;
  const beyond = sorted.length - SHOWN + Math.max(0, (found?.total ?? 0) - READ);
  const total = t.count(sorted.length);
  return (
    <section className={css.card} aria-label={title}>
      <div className={css.head}>
        <h2>{title}</h2>
        {sorted.length > 0 && <span className={css.count}>{floor ? t.atLeast(total) : total}</span>}
      </div>
      {found !== undefined && sorted.length === 0 && (
        <p className={css.none}>{floor ? t.summary.noneFloor : t.summary.noneComplete}</p>
      )}
      <ul>
        {sorted.slice(0, SHOWN).map((row) => (
          <SummaryRow key={row.id} row={row} change={change} />
        ))}
      </ul>
      {(ended > 0 || beyond > 0 || diagnoses > 0) && (
        <p className={css.foot}>
          {[
            beyond > 0 ? t.summary.more(beyond) : null,
            ended > 0 ? t.summary.ended(ended) : null,
            diagnoses > 0 ? t.summary.diagnoses(diagnoses) : null,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
      )}
    </section>
  );
}

const always = (): boolean => true;
/** What has no stated status is kept: it may well count. So is what sources disagree about. */
const counts = (row: Row): boolean =>
  row.standing === 'current' || row.standing === 'unknown' || row.flags.safety;
/** An appointment to come, and a referral that nobody has closed. */
const isUpcoming = ({ kind, standing, time }: Row, now: number): boolean =>
  standing !== 'ended' &&
  standing !== 'not-done' &&
  (kind === 'referral' || (time !== null && time.to > now));
const rank = ({ flags, standing }: Row): number =>
  (flags.safety ? 4 : 0) + (flags.conflict ? 2 : 0) + (standing === 'current' ? 1 : 0);

function SummaryRow({ row, change }: SummaryProps & { readonly row: Row }) {
  const tone = row.flags.safety ? 'danger' : row.flags.conflict ? 'warn' : null;
  const said = tone === 'danger' ? t.list.safety : tone === 'warn' ? t.list.conflict : null;
  const status = row.standing === 'unknown' ? t.summary.statusUnknown : row.status;
  const sub = [groupText(row.time), row.flags.masked ? null : status]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <li>
      <button
        type="button"
        className={classNames(css.row, tone === 'danger' && css.danger, tone === 'warn' && css.warn)}
        onClick={() => change({ ...CLEARED, kinds: [row.kind], fact: row.id })}
      >
        <span>
          <span className={css.title}>{titleOf(row)}</span>
          {row.value !== null && <span className={css.value}>{row.value}</span>}
          <Disputes row={row} />
        </span>
        <SourceMarks sources={row.sources} />
        <span className={css.sub}>{sub}</span>
        {said !== null && (
          <span className={css.sub} data-tone={tone}>
            {said}
          </span>
        )}
      </button>
    </li>
  );
}
