import { useRef, useState } from 'react';
import type { RowQuery } from '../../timeline/index.ts';
import { Button, Icon, useCatchFocus } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import css from './review.module.css';
import { useReview } from './use-review.ts';

interface ReviewBarProps {
  readonly query: RowQuery;
  /** How many facts are listed. */
  readonly listed: number;
}

/** Over a list of what is not reviewed: marks all of it, says what it did, and takes it back. */
export function ReviewBar({ query, listed }: ReviewBarProps) {
  const { kept, review } = useReview();
  const all = useRef<HTMLButtonElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const [marked, setMarked] = useState<number | null>(null);
  useCatchFocus(back, marked === null || listed);
  useCatchFocus(all, marked === null && listed);
  const where = kept ? t.review.kept : t.review.untilClosed;
  const markAll = async () => setMarked((await review({ kind: 'listed', query })).added.length);
  const undo = async () => {
    await review({ kind: 'undo' });
    setMarked(null);
  };
  return (
    <div className={css.bar}>
      {listed > 0 && (
        <Button ref={all} onClick={() => void markAll()} title={where}>
          <Icon name="check" />
          {t.review.all(listed)}
        </Button>
      )}
      <output>{marked !== null && t.review.marked(marked)}</output>
      {marked !== null && marked > 0 && (
        <>
          <Button ref={back} look="quiet" onClick={() => void undo()}>
            {t.review.undo}
          </Button>
          <span>{where}</span>
        </>
      )}
    </div>
  );
}
