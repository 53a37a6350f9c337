/**
 * When to tell the page that there is more: at once for the first facts, then no more often than the work of it
 * allows. Each telling goes over everything there is, so while records stream in it waits until there is a good deal
 * more than was told before: then all tellings of a load together cost a few times the last one, however many pages.
 */
export interface Pulse {
  /** Something changed; `records` where it is only that there are so many more, while others are about to be. */
  mark(records?: number, waiting?: number): void;
  /** Runs what is pending now; for when a load ends. */
  flush(): void;
}

const LEAST_MS = 120;
/** Telling takes no more than one part of so many of the time. */
const SHARE = 5;
/** So many times what was told is worth telling: each telling is a step on the way to the last one. */
const GROWTH = 2;
/** A reader is not left longer without what came. */
const PATIENCE_MS = 1_000;

export function createPulse(now: () => number, work: () => void): Pulse {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let due = Infinity;
  let notBefore = 0;
  let told = 0;
  let more = 0;
  const run = () => {
    timer = null;
    due = Infinity;
    told += more;
    more = 0;
    const start = now();
    work();
    const cost = now() - start;
    notBefore = start + cost + Math.max(LEAST_MS, (SHARE - 1) * cost);
  };
  return {
    mark(records, waiting = 0) {
      more += records ?? 0;
      // Not even behind what arrived meanwhile: every page of a first wave would be read before anybody sees one.
      if (told === 0 && more > 0) {
        if (timer !== null) clearTimeout(timer);
        run();
        return;
      }
      // A page that holds no record of its own is nothing to see.
      const isMuch = more > 0 && more >= told * GROWTH;
      // What is here and waits for its turn is told together with it, where that takes no longer than it took so far.
      const isNearlyAll = waiting > 0 && waiting < told + more;
      const soon = records === undefined || (isMuch && !isNearlyAll);
      const at = soon ? notBefore : Math.max(notBefore, Math.min(due, now() + PATIENCE_MS));
      if (timer !== null && at >= due) return;
      if (timer !== null) clearTimeout(timer);
      due = at;
      timer = setTimeout(run, Math.max(0, at - now()));
    },
    flush() {
      if (timer === null) return;
      clearTimeout(timer);
      run();
    },
  };
}
