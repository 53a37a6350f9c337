/** Waits that a signal can end. None of them throws: each says whether it was cancelled. */

/** True when the time passed, false when the signal ended it. */
export function sleep(ms: number, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve(false);
      return;
    }
    const onAbort = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve(true);
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/**
 * The promise's value, or null as soon as the signal ends the wait. The work behind the promise goes on: whoever
 * else waits for it still gets it.
 */
export function unlessCancelled<T extends object>(work: Promise<T>, signal?: AbortSignal): Promise<T | null> {
  if (!signal) return work;
  if (signal.aborted) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const onAbort = () => resolve(null);
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** A controller that also ends with the given signal, and the call that unties the two again. */
export function tiedTo(signal: AbortSignal | undefined): { controller: AbortController; untie: () => void } {
  const controller = new AbortController();
  const onAbort = () => controller.abort();
  if (signal?.aborted) controller.abort();
  else signal?.addEventListener('abort', onAbort, { once: true });
  return { controller, untie: () => signal?.removeEventListener('abort', onAbort) };
}
