import { useEffect, useState } from 'react';
import type { FactId } from '../../record/index.ts';
import { useReveal } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import css from './sealed.module.css';

/** Over a fact that is shown for a time: how long still, and the way back. The worker ends it, not this clock. */
export function RevealedBar({ id, until }: { readonly id: FactId; readonly until: number }) {
  const { conceal } = useReveal(id);
  const left = useSecondsUntil(until);
  return (
    <div className={css.bar}>
      <p>
        <span role="timer">{t.sealed.left(left)}</span>
      </p>
      <Button onClick={conceal}>{t.sealed.hide}</Button>
    </div>
  );
}

function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, []);
  return Math.max(0, Math.ceil((until - now) / 1000));
}
