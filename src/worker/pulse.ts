/**
 * When to tell the page that there is more: at once for the first facts, then no more often than the work of it
 * allows, so that publishing never costs more than a fifth of the time.
 */
export interface Pulse {
  /** Something changed. */
  mark(): void;
  /** Runs what is pending now; for when a load ends. */
  flush(): void;
}

const LEAST_MS = 120;
const SHARE = 5;

export function createPulse(now: () => number, work: () => void): Pulse {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let notBefore = 0;
  const run = () => {
    timer = null;
    const start = now();
    work();
    const cost = now() - start;
    notBefore = start + cost + Math.max(LEAST_MS, (SHARE - 1) * cost);
  };
  return {
    mark() {
      timer ??= setTimeout(run, Math.max(0, notBefore - now()));
    },
    flush() {
      if (timer === null) return;
      clearTimeout(timer);
      run();
    },
  };
}
