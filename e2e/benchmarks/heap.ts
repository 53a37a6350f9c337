/** Memory with a hundred thousand records, beside the same records parsed and kept. */
import { setTimeout as sleep } from 'node:timers/promises';
import { deflateRawSync } from 'node:zlib';
import { makeWorld, ORG_KEYS, resourcesOf } from '../sandbox/world/index.ts';
import type { Bench } from './bench.ts';
import { against, within } from './harness/figure.ts';
import { openRecord } from './harness/large-record.ts';
import type { Measured } from './peers/fetch-and-parse.ts';

const MB = 1024 * 1024;
const RECORDS = 100_000;
const LARGE = 'walter-brannigan';
const PAGE = 1_000;

/** Pages are compressed one after the other once no more of them come: until the heap no longer shrinks. */
async function atRest(heap: () => Promise<number | null>): Promise<number> {
  for (let last = Infinity; ;) {
    await sleep(3_000);
    const now = (await heap()) ?? NaN;
    if (!(now < last - MB)) return now;
    last = now;
  }
}

/** What the raw pages come to, compressed as the worker compresses them: the browser keeps them outside of the heap. */
function compressed(): number {
  const world = makeWorld({ people: [LARGE], largeRecords: RECORDS });
  let bytes = 0;
  for (const org of ORG_KEYS) {
    const resources = resourcesOf(world, org, LARGE);
    for (let i = 0; i < resources.length; i += PAGE)
      bytes += deflateRawSync(JSON.stringify(resources.slice(i, i + PAGE))).length;
  }
  return bytes;
}

export const heapBench: Bench = async ({ browser, stage, large, openPeers, tell }) => {
  const { tab, hospital } = await large();
  const page = (await tab.heap()) / MB;
  const loaded = ((await tab.workerHeap()) ?? NaN) / MB;
  const raw = compressed() / MB;
  const worker = (await atRest(() => tab.workerHeap())) / MB + raw;
  const blank = await openPeers();
  const before = (await blank.heap()) / MB;
  const servers = hospital.organisations.map(({ iss, patient, token, counts }) => ({
    iss,
    patient,
    token,
    counts,
  }));
  await blank.evaluate<Measured>(`peers.fetchAndParse(${JSON.stringify(servers)}, 1000)`);
  const parsed = (await blank.heap()) / MB - before;
  await blank.close();
  const small = await openRecord(browser, stage, 100);
  const least = (await small.tab.heap()) / MB;
  await small.tab.close();
  await small.hospital.stop();
  tell(
    `worker ${worker.toFixed(0)} MB (${raw.toFixed(0)} MB of it raw pages, compressed; ${loaded.toFixed(0)} MB before they are), the records parsed ${parsed.toFixed(0)} MB; page ${page.toFixed(1)} MB, with few records ${least.toFixed(1)} MB`,
  );
  return [
    against(
      { bench: 'heap', what: '100,000 records: worker', value: worker, unit: 'MB' },
      { name: 'the records parsed', value: parsed },
      0.6,
    ),
    against(
      {
        bench: 'heap',
        what: '100,000 records: worker, before the pages are compressed',
        value: loaded,
        unit: 'MB',
      },
      { name: 'the records parsed', value: parsed },
      null,
    ),
    within(
      {
        bench: 'heap',
        what: '100,000 records: page, beyond a small record’s',
        value: page - least,
        unit: 'MB',
      },
      10,
    ),
  ];
};
