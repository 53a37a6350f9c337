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

/** So many probes have to agree. */
const AGREE = 3;
/** Of the quickest answer: less than any request takes from its turn to its answer. */
const AT_ONCE = 0.5;

/**
 * `limit` is what a browser's HTTP/1.1 lets through to a host; beyond it, requests stand in a queue where the urgent
 * cannot pass the others. A script is not told which HTTP it has, but it can see: at first a few more are let in, no
 * more than have to agree, since what they ask leave for goes before what the first ones ask; and where those are
 * answered before a connection could have become free for them, there is room for `widest`. Where they are not, a few
 * still stand in the browser's queue: it sends the next one while this thread is busy with the last.
 */
export function openGate(limit: number, clock: Clock, widest = limit): Gate {
  let learning = widest > limit;
  let wide = learning ? limit + AGREE : limit;
  /** Beyond what is answered at once: they stand in the browser's queue. */
  let ready = 0;
  let inside = 0;
  let restUntil = 0;
  let quickest = Infinity;
  /** When each request was over. */
  const ends: number[] = [];
  const probes = { atOnce: 0, late: 0 };
  const queue: Waiting[] = [];

  const admit = () => {
    while (inside < wide + ready && queue.length > 0) {
      inside++;
      const urgent = queue.findIndex((each) => each.urgent);
      queue.splice(Math.max(0, urgent), 1)[0]?.enter(inside > limit ? ends.length + inside - limit : null);
    }
  };
  const leave = () => {
    inside--;
    admit();
  };
  const learn = (since: number, { needs }: Place): void => {
    if (!learning) return;
    const now = clock.now();
    const free = needs === null ? null : ends[needs - 1];
    ends.push(now);
    if (free === null) quickest = Math.min(quickest, now - since);
    // How long it took says little: a preflight, a token or a busy server is the same for all that were asked together.
    else if (free === undefined || now - free < AT_ONCE * quickest) probes.atOnce++;
    else probes.late++;
    if (Math.max(probes.atOnce, probes.late) < AGREE) return;
    learning = false;
    const room = probes.atOnce > probes.late;
    wide = room ? widest : limit;
    ready = room ? 0 : limit;
  };

  return {
    async enter(signal, urgent = false) {
      if (signal?.aborted) return null;
      const place = await turn(queue, admit, urgent, signal);
      if (place === null) return null;
      for (let left = restUntil - clock.now(); left > 0; left = restUntil - clock.now()) {
        // The clock may jump (sleep, correction): never wait longer at a stretch than was asked for at once.
        if (!(await sleep(Math.min(left, 60_000), signal))) {
          leave();
          return null;
        }
      }
      const since = clock.now();
      let left = false;
      return () => {
        if (left) return;
        left = true;
        learn(since, place);
        leave();
      };
    },
    rest(ms) {
      // Requests that were under way together are refused together: that is one scolding, not six.
      const resting = restUntil > clock.now();
      restUntil = Math.max(restUntil, clock.now() + ms);
      if (resting) return;
      wide = Math.max(1, Math.floor((learning ? limit : wide) / 2));
      ready = 0;
      learning = false;
    },
  };
}

interface Place {
  /** So many requests have to end before one of `limit` connections is free for it; null where one is. */
  readonly needs: number | null;
}

interface Waiting {
  readonly urgent: boolean;
  readonly enter: (needs: number | null) => void;
}

/** Waits in the queue for a free place; null when the signal ended the wait first. */
function turn(
  queue: Waiting[],
  admit: () => void,
  urgent: boolean,
  signal?: AbortSignal,
): Promise<Place | null> {
  return new Promise((resolve) => {
    const onAbort = () => {
      const place = queue.indexOf(waiting);
      if (place < 0) return;
      queue.splice(place, 1);
      resolve(null);
    };
    const waiting: Waiting = {
      urgent,
      enter(needs) {
        signal?.removeEventListener('abort', onAbort);
        resolve({ needs });
      },
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    queue.push(waiting);
    admit();
  });
}
