/**
 * When a screen that nobody uses is locked. What counts is time that has passed on the clock, not ticks of a timer:
 * a laptop that slept through its quarter of an hour is locked when it wakes, before its first click is served.
 */
import type { Clock } from '../base/index.ts';

/** 'act': a key, a click, a touch. 'move': the pointer went over the page, which a bumped desk can do as well. */
type Activity = 'act' | 'move';

export interface IdleWatch {
  start(): void;
  stop(): void;
  active(what: Activity): void;
  /** Looks at the clock; called often while running, and whenever the page may have slept. */
  look(): void;
}

export interface IdleOptions {
  readonly clock: Clock;
  readonly minutes: number;
  /** Seconds until the lock during the last minute before it; null when somebody is there again. */
  readonly onWarning: (secondsLeft: number | null) => void;
  readonly onLock: () => void;
}

const WARNING_MS = 60_000;

export function watchIdle({ clock, minutes, onWarning, onLock }: IdleOptions): IdleWatch {
  const limit = minutes * 60_000;
  const warnAt = Math.max(limit - WARNING_MS, limit / 2);
  let running = false;
  let idle = 0;
  let seen = 0;
  let warned: number | null = null;

  const warn = (left: number | null): void => {
    if (left === warned) return;
    warned = left;
    onWarning(left);
  };
  const rest = (): void => {
    idle = 0;
    seen = clock.now();
    warn(null);
  };
  const look = (): void => {
    if (!running) return;
    const now = clock.now();
    // Summed up, because a clock that is set back must not give anybody more time.
    idle += Math.max(0, now - seen);
    seen = now;
    if (idle >= limit) {
      running = false;
      warn(null);
      onLock();
    } else if (idle >= warnAt) warn(Math.ceil((limit - idle) / 1000));
  };
  return {
    start() {
      if (running) return;
      running = true;
      rest();
    },
    stop() {
      running = false;
      warn(null);
    },
    active(what) {
      look();
      // Once it has warned, only what somebody does on purpose counts.
      if (running && (warned === null || what === 'act')) rest();
    },
    look,
  };
}
