import { createEngine } from './engine.ts';
import type { FromWorker, ToWorker, WorkerEvent } from './messages.ts';

const say = (message: FromWorker): void => self.postMessage(message);

/** What is told in one go travels in one message, and is drawn once. */
const told: WorkerEvent[] = [];

const engine = createEngine({
  fetch: (...args) => self.fetch(...args),
  clock: { now: () => Date.now() },
  emit(event) {
    if (told.push(event) === 1) queueMicrotask(() => say({ events: told.splice(0) }));
  },
});

self.addEventListener('message', (message: MessageEvent<ToWorker>) => {
  const { id, kind, ask } = message.data;
  const handle = engine[kind] as (ask: unknown) => unknown;
  Promise.resolve()
    // Only what the contract names: 'constructor' is no request.
    .then(() => (Object.hasOwn(engine, kind) ? handle(ask) : Promise.reject(new Error('no such request'))))
    .then(
      (answer) => say({ id, ok: true, answer }),
      (error: unknown) => say({ id, ok: false, error: error instanceof Error ? error.message : 'unknown' }),
    );
});
