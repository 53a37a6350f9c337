/**
 * `npm run guard`: what must not get much worse unnoticed. Ratios and growth of one run with wide margins, the best of
 * several: it fails on what doubled, not on a crowded machine.
 */
import { pipeline } from '../peers/pipeline.ts';

const SMALL = 4_000;
const LARGE = 32_000;

const LIMITS = {
  /** Of normalise and merge to `JSON.parse` of the same bytes. */
  ratio: 12,
  /** Of the time to the records: 1 is linear. */
  exponent: 1.35,
} as const;

const small = pipeline(SMALL, 7);
const large = pipeline(LARGE, 3);
const work = ({ normalise, merge }: typeof small): number => normalise + merge;
const figures = {
  ratio: work(large) / large.parse,
  exponent: Math.log(work(large) / work(small)) / Math.log(large.records / small.records),
} as const;

let broken = small.wrong + large.wrong > 0;
if (broken) console.log(`OVER false merges: ${small.wrong + large.wrong}`);
for (const name of ['ratio', 'exponent'] as const) {
  const fine = figures[name] <= LIMITS[name];
  broken ||= !fine;
  console.log(`${fine ? 'ok  ' : 'OVER'} ${name}: ${figures[name].toFixed(2)} of ${LIMITS[name]}`);
}
process.exit(broken ? 1 : 0);
