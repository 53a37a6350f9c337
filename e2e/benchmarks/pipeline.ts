/** `merge`: what normalising and merging cost beside parsing the same bytes, and how that grows. */
import type { Bench } from './bench.ts';
import { against, within, type Figure } from './harness/figure.ts';
import type { Pipeline } from './peers/pipeline.ts';

const SIZES = [10_000, 100_000] as const;

export const mergeBench: Bench = async ({ tell, openPeers }) => {
  const figures: Figure[] = [];
  const spent: number[] = [];
  for (const size of SIZES) {
    const tab = await openPeers();
    const one = await tab.evaluate<Pipeline>(`peers.pipeline(${size}, 7)`);
    await tab.close();
    const work = one.normalise + one.merge;
    spent.push(work);
    tell(
      `${one.records} records → ${one.facts} facts: parse ${Math.round(one.parse)} ms, normalise ${Math.round(one.normalise)} ms, merge ${Math.round(one.merge)} ms`,
    );
    const parse = { name: 'JSON.parse', value: one.parse };
    const of = (what: string) =>
      ({ bench: 'merge', what: `${size.toLocaleString('en')} records: ${what}`, unit: 'ms' }) as const;
    figures.push(
      against({ ...of('normalise and merge'), value: work }, parse, size === 100_000 ? 0.6 : null),
      against({ ...of('each value read once, and nothing else'), value: one.read }, parse, null),
      against({ ...of('normalise alone'), value: one.normalise }, parse, null),
      against({ ...of('merge alone'), value: one.merge }, parse, null),
      within({ ...of('false merges'), unit: '', value: one.wrong }, 0),
    );
  }
  const [small = NaN, large = NaN] = spent;
  figures.push(
    within(
      { bench: 'merge', what: 'growth from 10,000 to 100,000 records', value: large / small, unit: '×' },
      11,
    ),
  );
  return figures;
};
