import { workerScript } from './script-url.ts';
import type { FromWorker, RequestKind, Requests, WorkerEvent } from './messages.ts';

/** The page's end of the contract. */
export interface TimelineClient {
  /** Rejects with SessionEnded where the session ended before the answer. */
  request<K extends RequestKind>(kind: K, ask: Requests[K]['ask']): Promise<Requests[K]['answer']>;
  subscribe(listener: (event: WorkerEvent) => void): () => void;
  /** Another worker takes over at once. The old one revokes its tokens where it can, then ends with all it held. */
  restart(): void;
  /** Ends the worker now: every fact and token in it is gone with its memory. */
  close(): void;
}

/** Nobody is left to answer, and nobody should be told: the screen that asked is gone too. */
export class SessionEnded extends Error {}

interface Waiting {
  resolve(answer: never): void;
  reject(error: Error): void;
}

/** What revoking may take before the old worker is ended all the same. */
const FAREWELL_MS = 5_000;
const FAREWELL = -1;

export function startWorker(): TimelineClient {
  const script = workerScript();
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: WorkerEvent) => void>();
  let last = 0;

  const failAll = (error: Error) => {
    for (const each of waiting.values()) each.reject(error);
    waiting.clear();
  };
  const open = (): Worker => {
    const mine = new Worker(script, { type: 'module', name: 'throughline' });
    mine.addEventListener('message', (message: MessageEvent<FromWorker>) => {
      // What a worker says after its end is said to nobody.
      if (mine !== worker) return;
      const said = message.data;
      if ('events' in said) {
        for (const event of said.events) for (const listener of listeners) listener(event);
        return;
      }
      const asker = waiting.get(said.id);
      waiting.delete(said.id);
      if (said.ok) asker?.resolve(said.answer as never);
      else asker?.reject(new Error(said.error));
    });
    mine.addEventListener('error', (event) => {
      if (mine === worker) failAll(new Error(event.message || 'the worker stopped'));
    });
    return mine;
  };
  let worker = open();

  return {
    request: (kind, ask) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, kind, ask });
      }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    restart() {
      const old = worker;
      worker = open();
      failAll(new SessionEnded());
      endKindly(old);
    },
    close() {
      worker.terminate();
      listeners.clear();
      failAll(new SessionEnded());
    },
  };
}

function endKindly(worker: Worker): void {
  const end = () => worker.terminate();
  worker.addEventListener('message', (message: MessageEvent<FromWorker>) => {
    if ('id' in message.data && message.data.id === FAREWELL) end();
  });
  setTimeout(end, FAREWELL_MS);
  worker.postMessage({ id: FAREWELL, kind: 'forget', ask: null });
}
