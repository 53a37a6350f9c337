/**
 * The way of audit records to where the site keeps them: in small batches, in order, again and again while the
 * receiver is down. What waits is held in memory and bounded; what no longer fits is counted, never forgotten in
 * silence.
 */
import type { JsonObject } from '../base/index.ts';

export interface AuditState {
  /** Recorded and not yet acknowledged. */
  readonly waiting: number;
  readonly delivered: number;
  /** The receiver answered that it will not take them. */
  readonly refused: number;
  /** Came when the queue was full. */
  readonly lost: number;
  /** The last attempt did not get through. */
  readonly failing: boolean;
}

export interface SinkPort {
  /** 'later' where the receiver or the way to it is down. Never throws. */
  deliver(event: JsonObject): Promise<'delivered' | 'refused' | 'later'>;
  /** Runs once after so many ms. */
  after(ms: number, run: () => void): void;
  readonly onState: (state: AuditState) => void;
  readonly limits?: Partial<SinkLimits>;
}

export interface SinkLimits {
  readonly queue: number;
  readonly batch: number;
  readonly gatherMs: number;
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
}

const LIMITS: SinkLimits = {
  queue: 5000,
  batch: 25,
  gatherMs: 500,
  firstRetryMs: 1000,
  longestRetryMs: 60_000,
};

export interface Sink {
  send(event: JsonObject): void;
  state(): AuditState;
  /** Sends what waits now; done when it is delivered or cannot be. For the moment before tokens are forgotten. */
  flush(): Promise<void>;
}

export function createSink(port: SinkPort): Sink {
  const limits = { ...LIMITS, ...port.limits };
  const queue: JsonObject[] = [];
  let state: AuditState = { waiting: 0, delivered: 0, refused: 0, lost: 0, failing: false };
  let planned = false;
  let running: Promise<void> | null = null;
  let failures = 0;

  const change = (part: Partial<AuditState>) => {
    state = { ...state, ...part, waiting: queue.length };
    port.onState(state);
  };
  const plan = (ms: number) => {
    if (planned) return;
    planned = true;
    port.after(ms, () => {
      planned = false;
      void run();
    });
  };
  const run = (most = limits.batch): Promise<void> =>
    (running ??= sendAll(most).finally(() => (running = null)));

  async function sendAll(most: number): Promise<void> {
    for (let sent = 0; sent < most; sent++) {
      const next = queue[0];
      if (next === undefined) break;
      const outcome = await port.deliver(next);
      if (outcome === 'later') {
        const pause = Math.min(limits.longestRetryMs, limits.firstRetryMs * 2 ** failures++);
        change({ failing: true });
        return plan(pause);
      }
      queue.shift();
      failures = 0;
      change({ failing: false, [outcome]: state[outcome] + 1 });
    }
    if (queue.length > 0) plan(limits.gatherMs);
  }

  return {
    send(event) {
      if (queue.length >= limits.queue) return change({ lost: state.lost + 1 });
      queue.push(event);
      change({});
      // While the receiver is down, the next attempt is planned already.
      if (!state.failing) plan(limits.gatherMs);
    },
    state: () => state,
    async flush() {
      await running;
      await run(queue.length);
    },
  };
}
