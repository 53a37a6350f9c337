import type { Clock } from '../base/index.ts';
import { sleep } from './wait.ts';

/** Politeness towards one server: so many requests at once, first come first served, none while it asks for rest. */
export interface Gate {
  /**
   * Null when the signal ended the wait; otherwise to be called exactly once, when the request is over. What is
   * urgent goes before what is not.
   */
  enter(signal?: AbortSignal, urgent?: boolean): Promise<(() => void) | null>;
  /** The server said 429: nobody enters for a while, and fewer at a time from now on. */
  rest(ms: number): void;
}

export function openGate(limit: number, clock: Clock): Gate {
  let free = limit;
  let wide = limit;
  let restUntil = 0;
  const queue: Waiting[] = [];

  const admit = () => {
    while (free > 0 && queue.length > 0) {
      free--;
      const urgent = queue.findIndex((each) => each.urgent);
      queue.splice(Math.max(0, urgent), 1)[0]?.enter();
    }
  };
  const leave = () => {
    free++;
    admit();
  };

  return {
    async enter(signal, urgent = false) {
      if (signal?.aborted) return null;
      if (!(await turn(queue, admit, urgent, signal))) return null;
      for (let left = restUntil - clock.now(); left > 0; left = restUntil - clock.now()) {
        // The clock may jump (sleep, correction): never wait longer at a stretch than was asked for at once.
        if (!(await sleep(Math.min(left, 60_000), signal))) {
          leave();
          return null;
        }
      }
      let left = false;
      return () => {
        if (!left) leave();
        left = true;
      };
    },
    rest(ms) {
      // Requests that were under way together are refused together: that is one scolding, not six.
      const resting = restUntil > clock.now();
      restUntil = Math.max(restUntil, clock.now() + ms);
      if (resting) return;
      const narrower = Math.max(1, Math.floor(wide / 2));
      free -= wide - narrower;
      wide = narrower;
    },
  };
}

interface Waiting {
  readonly urgent: boolean;
  readonly enter: () => void;
}

/** Waits in the queue for a free place; false when the signal ended the wait first. */
function turn(queue: Waiting[], admit: () => void, urgent: boolean, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const onAbort = () => {
      const place = queue.indexOf(waiting);
      if (place < 0) return;
      queue.splice(place, 1);
      resolve(false);
    };
    const waiting: Waiting = {
      urgent,
      enter() {
        signal?.removeEventListener('abort', onAbort);
        resolve(true);
      },
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    queue.push(waiting);
    admit();
  });
}
