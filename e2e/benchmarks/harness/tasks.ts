/** What the page's own thread did while something was loaded. */
import type { Browser, TraceEvent } from './browser.ts';

/** Of the longest task, in ms. */
export interface LongestTask {
  /** By the clock of its thread: what it computed. */
  readonly computed: number;
  /** By the clock on the wall, with the time in which others had its core. */
  readonly lasted: number;
}

/** Starts to watch; what is answered stops that and tells. */
export async function watchTasks(browser: Browser): Promise<() => Promise<LongestTask>> {
  const stop = await browser.trace(['toplevel']);
  return async () => longestOf(await stop());
}

function longestOf(events: readonly TraceEvent[]): LongestTask {
  const pages = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  let computed = 0;
  let lasted = 0;
  for (const { name, pid, tid, dur = 0, tdur = 0 } of events) {
    if (name !== 'ThreadControllerImpl::RunTask' || !pages.has(`${pid} ${tid}`)) continue;
    computed = Math.max(computed, tdur / 1000);
    lasted = Math.max(lasted, dur / 1000);
  }
  if (computed === 0) throw new Error('the browser noted no task of a page');
  return { computed, lasted };
}
