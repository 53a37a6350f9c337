/** From navigation to a shell that can be used, files in the browser's cache, beside a page that only renders with React. */
import type { Bench } from './bench.ts';
import { against, median } from './harness/figure.ts';
import { openHospital } from './hospital/index.ts';

const RUNS = 7;

export const startBench: Bench = async ({ browser, stage, tell }) => {
  const hospital = await openHospital({ records: 400, appDir: stage.appDir });
  const tab = await browser.open(stage.probe);
  const timed = async (url: string): Promise<number> => {
    const times: number[] = [];
    for (let run = 0; run <= RUNS; run++) {
      await tab.go(url);
      times.push(await tab.evaluate<number>('probe.shellAt()'));
    }
    // The first fills the cache.
    return median(times.slice(1));
  };
  const shell = await timed(`${hospital.app}/`);
  const blank = await timed(stage.peers.replace('index.html', 'react.html'));
  await tab.close();
  await hospital.stop();
  tell(`start ${shell.toFixed(0)} ms, a blank React page ${blank.toFixed(0)} ms`);
  return [
    against(
      { bench: 'start', what: 'from navigation to a usable shell, warm cache', value: shell, unit: 'ms' },
      { name: 'a blank React page', value: blank },
      2,
    ),
  ];
};
