/**
 * What happens where records of what was opened cannot be delivered. A site may let its clinicians go on, since a
 * patient waits; or it may close the record until somebody can tell again who looked at it.
 */
import type { AuditState } from '../audit/index.ts';
import type { Configuration } from '../sources/index.ts';

export interface AuditWatch {
  heard(state: AuditState): void;
  stop(): void;
}

const MINUTES = 5;

export function watchAudit(
  { whenUndelivered = 'go-on', lockAfterMinutes = MINUTES }: Configuration['audit'],
  onLock: () => void,
): AuditWatch {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    heard({ failing, waiting, refused, lost }) {
      if (whenUndelivered !== 'lock') return;
      // Not taken, or no room left to keep it: waiting brings none of these back.
      if (refused + lost > 0) {
        stop();
        onLock();
      } else if (!failing || waiting === 0) stop();
      else timer ??= setTimeout(onLock, lockAfterMinutes * 60_000);
    },
    stop,
  };
}
