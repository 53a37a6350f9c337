export interface Turns {
  /** Resolves when it is the turn of so many records. */
  take(records: number, ready: () => Promise<void> | null): Promise<void>;
  /** So many records are here and wait. */
  waiting(): number;
}

/** Turns are taken one after the other, each in a task of its own, so that what came meanwhile goes between them. */
export function createTurns(): Turns {
  let last = Promise.resolve();
  let waiting = 0;
  return {
    take(records, ready) {
      waiting += records;
      last = last.then(async () => {
        await task();
        await ready();
        waiting -= records;
      });
      return last;
    },
    waiting: () => waiting,
  };
}

/** Not a timer: of several in a row, a browser makes each wait for four milliseconds. */
const task = (): Promise<void> =>
  typeof scheduler === 'object' ? scheduler.postTask(() => undefined) : viaMessage();

/** A message to oneself goes by way of another thread, which may have to wait for a core. */
const viaMessage = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
