import { useCallback, useEffect } from 'react';
import { useReader, useReviewing, type ReviewedNow, type Reviewing } from '../../session/index.ts';
import { newSalt } from '../since/index.ts';
import { keepMarks, marksOf, whoIs } from './kept-marks.ts';

/** Of somebody whom no server named, the marks are this page's alone. */
const NOBODY = newSalt();

/**
 * Marks facts as reviewed. What was marked before is at hand from then on, and `kept` says whether it will be the next
 * time: marks are of one reader, and where nobody proved who that is there is nobody to keep them for.
 */
export function useReview(): {
  readonly kept: boolean;
  readonly review: (reviewing: Reviewing) => Promise<ReviewedNow>;
} {
  const { patient, user } = useReader();
  const { before, review } = useReviewing();
  const kept = user !== null;
  const begin = useCallback(async (): Promise<string | null> => {
    if (patient === null) return null;
    const who = await whoIs(`${patient} ${user ?? NOBODY}`);
    if (!(await before(who, null))) await before(who, user === null ? [] : marksOf(who));
    return who;
  }, [patient, user, before]);
  useEffect(() => void begin(), [begin]);
  return {
    kept,
    async review(reviewing) {
      const who = await begin();
      const now = await review(reviewing);
      if (who !== null && user !== null) keepMarks(who, now, Date.now());
      return now;
    },
  };
}
