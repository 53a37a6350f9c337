import type { CopyPlan } from '../../session/index.ts';
import { useSourceNames } from '../format/index.ts';
import { t } from '../messages/index.ts';
import css from './export.module.css';

interface WhatProps {
  readonly plan: CopyPlan | undefined;
  /** Not every source has answered in full. */
  readonly floor: boolean;
}

/** What a copy will hold, what it leaves out, and what whoever gets it must be told: said before it is made. */
export function What({ plan, floor }: WhatProps) {
  const nameOf = useSourceNames();
  if (plan === undefined) return <p>{t.list.loading}</p>;
  const words = t.copies;
  return (
    <section className={css.what} aria-label={words.contains}>
      <h3>{words.contains}</h3>
      <ul>
        <li>
          {words.facts(plan.facts)}
          {plan.records.length > 0 &&
            `: ${plan.records.map(({ source, count }) => words.records(nameOf(source), count)).join(', ')}`}
        </li>
        {plan.masked > 0 && <li>{words.masked(plan.masked)}</li>}
        {plan.hiddenRetracted > 0 && <li>{words.retracted(plan.hiddenRetracted)}</li>}
        {floor && <li className={css.warning}>{words.floor}</li>}
        {plan.notices.map(({ notice, count }) => (
          <li key={notice} className={css.warning}>
            {words.noticed(count)} {t.notices[notice]}
          </li>
        ))}
      </ul>
      <p className={css.sub}>{words.recorded}</p>
    </section>
  );
}
