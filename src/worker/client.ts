import { workerScript } from './script-url.ts';
import { questionOf } from './foreseen.ts';
import type { Asked, FromWorker, RequestKind, Requests, Said, ToWorker, WorkerEvent } from './messages.ts';
import { together } from './together.ts';

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
  let foreseen = new Map<string, unknown>();
  let last = 0;

  const failAll = (error: Error) => {
    for (const each of waiting.values()) each.reject(error);
    waiting.clear();
  };
  const hear = (said: Said): void => {
    if ('event' in said) {
      if (said.event.kind === 'revision')
        foreseen = new Map(said.foreseen?.map(({ question, answer }) => [question, answer]));
      for (const listener of listeners) listener(said.event);
      return;
    }
    const asker = waiting.get(said.id);
    waiting.delete(said.id);
    if (said.ok) asker?.resolve(said.answer as never);
    else asker?.reject(new Error(said.error));
  };
  const open = (): Worker => {
    const mine = new Worker(script, { type: 'module', name: 'throughline' });
    mine.addEventListener('message', (message: MessageEvent<FromWorker>) => {
      // What a worker says after its end is said to nobody.
      for (const said of message.data) if (mine === worker) hear(said);
    });
    mine.addEventListener('error', (event) => {
      if (mine === worker) failAll(new Error(event.message || 'the worker stopped'));
    });
    return mine;
  };
  let worker: Worker | null = null;
  const here = (): Worker => (worker ??= open());
  // After the first picture, where nobody asks before: to start it takes a core from what draws that.
  const soon = requestAnimationFrame(() => setTimeout(here));
  const ask = together((all: readonly Asked[]) => here().postMessage(all satisfies ToWorker));

  return {
    request: (kind, what) =>
      new Promise((resolve, reject) => {
        const asked = { id: ++last, kind, ask: what } as Asked;
        const known = foreseen.size === 0 ? undefined : foreseen.get(questionOf(asked));
        if (known !== undefined) return resolve(known as never);
        waiting.set(asked.id, { resolve, reject });
        ask(asked);
      }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    restart() {
      // What was said up to now is for the one that leaves: that the screen was locked is recorded by it.
      ask.now();
      const old = worker;
      worker = open();
      foreseen.clear();
      failAll(new SessionEnded());
      if (old !== null) endKindly(old);
    },
    close() {
      cancelAnimationFrame(soon);
      worker?.terminate();
      listeners.clear();
      failAll(new SessionEnded());
    },
  };
}

function endKindly(worker: Worker): void {
  const end = () => worker.terminate();
  worker.addEventListener('message', (message: MessageEvent<FromWorker>) => {
    if (message.data.some((said) => 'id' in said && said.id === FAREWELL)) end();
  });
  setTimeout(end, FAREWELL_MS);
  worker.postMessage([{ id: FAREWELL, kind: 'forget', ask: null }] satisfies ToWorker);
}
