/**
 * `npm run bench`: every budget, in the production build, in a real browser, against the project's own servers.
 * `npm run bench -- load frames` measures only what is named. Results go to docs/performance.
 */
import { cpus } from 'node:os';
import type { Bench, Ground } from './bench.ts';
import { openBrowser } from './harness/browser.ts';
import type { Figure } from './harness/figure.ts';
import { openRecord, type LargeRecord } from './harness/large-record.ts';
import { printTable, writeReport } from './harness/report.ts';
import { buildStage } from './harness/stage.ts';
import { framesBench } from './frames.ts';
import { growthBench } from './growth.ts';
import { heapBench } from './heap.ts';
import { loadBench } from './load.ts';
import { mergeBench } from './pipeline.ts';
import { peersBench } from './drawing.ts';
import { profileBench } from './profile.ts';
import { searchBench } from './search.ts';
import { sizeBench } from './size.ts';
import { startBench } from './start-up.ts';
import { trendBench } from './trend.ts';

const BENCHES: Readonly<Record<string, Bench>> = {
  size: sizeBench,
  merge: mergeBench,
  load: loadBench,
  // Before what stands there is used: code, queries and answers of those who use it come on top.
  heap: heapBench,
  frames: framesBench,
  trend: trendBench,
  search: searchBench,
  start: startBench,
  peers: peersBench,
};

/** Only where they are named: they take long, and no budget hangs on them. */
const BESIDES: Readonly<Record<string, Bench>> = { growth: growthBench, profile: profileBench };
const ALL = { ...BENCHES, ...BESIDES };

const LARGE = 100_000;

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = asked.filter((name) => !(name in ALL));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(ALL).join(', ')}.`);
  process.exit(2);
}

const began = Date.now();
const stage = await buildStage();
const browser = await openBrowser();
let record: Promise<LargeRecord> | null = null;
const ground: Ground = {
  browser,
  stage,
  large: () => (record ??= openRecord(browser, stage, LARGE)),
  async openPeers() {
    const tab = await browser.open(stage.probe);
    await tab.go(stage.peers);
    return tab;
  },
  tell: (text) => console.log(text),
};

async function measureAll(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  try {
    for (const [name, bench] of Object.entries(asked.length === 0 ? BENCHES : ALL))
      if (asked.length === 0 || asked.includes(name)) figures.push(...(await bench(ground)));
    await (await record)?.hospital.stop();
  } finally {
    await browser.close();
    await stage.remove();
  }
  return figures;
}

const figures = await measureAll();
const machine = `${cpus().length} cores, Node ${process.versions.node}, ${browser.version}`;
printTable(figures);
writeReport(figures, machine);
const held = figures.filter(({ ok, limit }) => ok && limit !== null).length;
const budgets = figures.filter(({ limit }) => limit !== null).length;
const took = Math.round((Date.now() - began) / 1000);
console.log(`\n${held} of ${budgets} budgets hold; ${took} s on ${machine}.`);
process.exit(held === budgets ? 0 : 1);
