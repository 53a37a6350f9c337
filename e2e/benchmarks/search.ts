/** From a keystroke to the first hits, over a hundred thousand records. */
import type { Bench } from './bench.ts';
import { median, most, within } from './harness/figure.ts';

const QUERIES = ['hemoglobin', 'a1c', 'warf', 'potasium', 'bp', 'e11.9', 'dialysis', 'sodium 138'] as const;

export const searchBench: Bench = async ({ large, tell }) => {
  const { tab } = await large();
  await tab.evaluate(`probe.click('^Timeline$')`);
  await tab.evaluate('probe.settled(300)');
  const times: number[] = [];
  for (const query of ['x', ...QUERIES]) {
    const ms = await tab.evaluate<number>(`probe.hitsAfter(${JSON.stringify(query)})`);
    tell(`search “${query}”: ${ms.toFixed(0)} ms`);
    times.push(ms);
    await tab.evaluate(`probe.hitsAfter('')`);
  }
  // The first search of a session makes the index.
  const [first = NaN, ...others] = times;
  return [
    within(
      {
        bench: 'search',
        what: '100,000 records: keystroke to hits, median',
        value: median(others),
        unit: 'ms',
      },
      50,
    ),
    within(
      { bench: 'search', what: '100,000 records: keystroke to hits, worst', value: most(others), unit: 'ms' },
      null,
    ),
    within(
      { bench: 'search', what: '100,000 records: the first search of a session', value: first, unit: 'ms' },
      null,
    ),
  ];
};
