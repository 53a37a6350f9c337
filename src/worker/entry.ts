import { createEngine } from './engine.ts';
import type { Asked, FromWorker, Said, ToWorker } from './messages.ts';
import { together } from './together.ts';

const say = together((all: readonly Said[]) => self.postMessage(all satisfies FromWorker));

const engine = createEngine({
  fetch: (...args) => self.fetch(...args),
  clock: { now: () => Date.now() },
  emit: (event) => say({ event }),
});

self.addEventListener('message', (message: MessageEvent<ToWorker>) => {
  for (const asked of message.data) answer(asked);
});

function answer({ id, kind, ask }: Asked): void {
  const handle = engine[kind] as (ask: unknown) => unknown;
  Promise.resolve()
    // Only what the contract names: 'constructor' is no request.
    .then(() => (Object.hasOwn(engine, kind) ? handle(ask) : Promise.reject(new Error('no such request'))))
    .then(
      (answer) => say({ id, ok: true, answer }),
      (error: unknown) => say({ id, ok: false, error: error instanceof Error ? error.message : 'unknown' }),
    );
}
