import { createEngine } from './engine.ts';
import { createForesight } from './foreseen.ts';
import type { Asked, FromWorker, Said, ToWorker } from './messages.ts';
import { together } from './together.ts';

const say = together((all: readonly Said[]) => self.postMessage(all satisfies FromWorker));

const engine = createEngine({
  fetch: (...args) => self.fetch(...args),
  clock: { now: () => Date.now() },
  emit: (event) => say({ event, foreseen: foresight.at(event) }),
});

const foresight = createForesight(handle);

self.addEventListener('message', (message: MessageEvent<ToWorker>) => {
  for (const asked of message.data) {
    foresight.hear(asked);
    answer(asked);
  }
});

/** Only what the contract names: 'constructor' is no request. */
function handle({ kind, ask }: Asked): unknown {
  if (!Object.hasOwn(engine, kind)) throw new Error('no such request');
  return (engine[kind] as (ask: unknown) => unknown)(ask);
}

function answer(asked: Asked): void {
  const { id } = asked;
  Promise.resolve()
    .then(() => handle(asked))
    .then(
      (answer) => say({ id, ok: true, answer }),
      (error: unknown) => say({ id, ok: false, error: error instanceof Error ? error.message : 'unknown' }),
    );
}
