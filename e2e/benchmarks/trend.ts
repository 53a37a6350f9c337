/** A value that was measured ten thousand times: to its chart, and a pointer over it. */
import type { Bench } from './bench.ts';
import type { Tab } from './harness/browser.ts';
import { median, percentile, within } from './harness/figure.ts';

const WATCHED = 3_000;
const CHART = '[data-chart] .recharts-line-curve';
/** Measured most often in the large record. */
const VALUE = 'Heart rate';

export const trendBench: Bench = async ({ large, tell }) => {
  const { tab } = await large();
  const open = `probe.appears('${CHART}', () => probe.click('^${VALUE}$'))`;
  const toList = async () => {
    await tab.evaluate(`probe.click('^Trends$')`);
    await tab.evaluate(`probe.settled(300)`);
  };
  // The first one fetches the drawing library.
  await toList();
  await tab.evaluate(open);
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    await toList();
    times.push(await tab.evaluate<number>(open));
  }
  const points = await tab.evaluate<string>(
    `(document.querySelector('main').innerText.match(/[\\d,]+ values/) ?? [''])[0]`,
  );
  const gaps = await hovering(tab);
  const hovered = percentile(gaps, 0.95);
  tell(
    `trend of ${points}: drawn after ${median(times).toFixed(0)} ms, hovering p95 ${hovered.toFixed(1)} ms`,
  );
  await tab.evaluate(`probe.click('^Timeline$')`);
  return [
    within(
      { bench: 'trend', what: `trend of ${points}: to the chart`, value: median(times), unit: 'ms' },
      150,
    ),
    within(
      {
        bench: 'trend',
        what: `trend of ${points}: hovering, frames, 95th percentile`,
        value: hovered,
        unit: 'ms',
      },
      25,
    ),
  ];
};

async function hovering(tab: Tab): Promise<readonly number[]> {
  const box = await tab.evaluate<{ x: number; y: number; width: number; height: number }>(
    `document.querySelector('[data-chart]').getBoundingClientRect().toJSON()`,
  );
  const watched = tab.evaluate<{ gaps: readonly number[] }>(`probe.watch(() => {}, ${WATCHED})`);
  const end = Date.now() + WATCHED - 200;
  for (let i = 0; Date.now() < end; i++) {
    const share = 0.1 + 0.8 * Math.abs(((i % 160) - 80) / 80);
    await tab.send('Input.dispatchMouseEvent', {
      type: 'mouseMoved',
      x: box.x + box.width * share,
      y: box.y + box.height / 2,
    });
    await new Promise((resolve) => setTimeout(resolve, 12));
  }
  return (await watched).gaps;
}
