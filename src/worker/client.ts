import { workerScript } from './script-url.ts';
import type { FromWorker, RequestKind, Requests, WorkerEvent } from './messages.ts';

/** The page's end of the contract. */
export interface TimelineClient {
  request<K extends RequestKind>(kind: K, ask: Requests[K]['ask']): Promise<Requests[K]['answer']>;
  subscribe(listener: (event: WorkerEvent) => void): () => void;
  /** Ends the worker: every fact and token in it is gone with its memory. */
  close(): void;
}

interface Waiting {
  resolve(answer: never): void;
  reject(error: Error): void;
}

export function startWorker(): TimelineClient {
  const worker = new Worker(workerScript(), { type: 'module', name: 'throughline' });
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: WorkerEvent) => void>();
  let last = 0;

  const failAll = (why: string) => {
    for (const each of waiting.values()) each.reject(new Error(why));
    waiting.clear();
  };
  worker.addEventListener('message', (message: MessageEvent<FromWorker>) => {
    const said = message.data;
    if ('event' in said) {
      for (const listener of listeners) listener(said.event);
      return;
    }
    const asker = waiting.get(said.id);
    waiting.delete(said.id);
    if (said.ok) asker?.resolve(said.answer as never);
    else asker?.reject(new Error(said.error));
  });
  worker.addEventListener('error', (event) => failAll(event.message || 'the worker stopped'));

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
    close() {
      worker.terminate();
      listeners.clear();
      failAll('the session was closed');
    },
  };
}
