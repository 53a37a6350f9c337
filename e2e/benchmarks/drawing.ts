/** The usual ways to draw events, in the same browser: what a timeline library and a plain list take. */
import type { Bench } from './bench.ts';
import { within, type Figure } from './harness/figure.ts';

const SIZES = [1_000, 10_000, 100_000] as const;
/** Longer than this nobody waits. */
const PATIENCE = 20_000;

export const peersBench: Bench = async ({ openPeers, tell }) => {
  const figures: Figure[] = [];
  for (const peer of ['plainList', 'visTimeline'] as const) {
    for (const size of SIZES) {
      // Ten times as much as what was already too slow is not waited for.
      const tab = await openPeers();
      const drawn = tab.evaluate<number>(`peers.${peer}(${size})`);
      const ms = await Promise.race([
        drawn,
        new Promise<number>((resolve) => setTimeout(() => resolve(NaN), PATIENCE)),
      ]);
      drawn.catch(() => undefined);
      await tab.close();
      tell(`${peer}, ${size} events: ${Number.isNaN(ms) ? 'not within 20 s' : `${ms.toFixed(0)} ms`}`);
      figures.push(
        within(
          {
            bench: 'peers',
            what: `${NAMES[peer]}, ${size.toLocaleString('en')} events: to the picture`,
            value: ms,
            unit: 'ms',
          },
          null,
        ),
      );
    }
  }
  return figures;
};

const NAMES = { plainList: 'a plain React list', visTimeline: 'vis-timeline' } as const;
