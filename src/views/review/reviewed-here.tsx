import type { FactId } from '../../record/index.ts';
import { Button, Icon, useKeys } from '../../ui/index.ts';
import { t } from '../messages/index.ts';
import { useReview } from './use-review.ts';

interface ReviewedHereProps {
  readonly id: FactId;
  readonly reviewed: boolean;
}

/** Whether the reader marked this fact as reviewed, as its sources have it now; and the mark. */
export function ReviewedHere({ id, reviewed }: ReviewedHereProps) {
  const { kept, review } = useReview();
  const toggle = () => void review({ kind: 'fact', id, reviewed: !reviewed });
  useKeys({ r: toggle });
  return (
    <>
      <Button aria-pressed={reviewed} onClick={toggle} title={kept ? t.review.kept : t.review.untilClosed}>
        <Icon name="check" />
        {t.review.reviewed}
      </Button>
      {/* By the key the focus is elsewhere, and nothing else would say it. */}
      <output className="said">{reviewed ? t.review.isReviewed : ''}</output>
    </>
  );
}
