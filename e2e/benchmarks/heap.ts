/** Memory with a hundred thousand records, beside the same records parsed and kept. */
import type { Bench } from './bench.ts';
import { against, within } from './harness/figure.ts';
import { openRecord } from './harness/large-record.ts';
import type { Measured } from './peers/fetch-and-parse.ts';

const MB = 1024 * 1024;

export const heapBench: Bench = async ({ browser, stage, large, openPeers, tell }) => {
  const { tab, hospital } = await large();
  const page = (await tab.heap()) / MB;
  const worker = ((await tab.workerHeap()) ?? NaN) / MB;
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
    `worker ${worker.toFixed(0)} MB, the records parsed ${parsed.toFixed(0)} MB; page ${page.toFixed(1)} MB, with few records ${least.toFixed(1)} MB`,
  );
  return [
    against(
      { bench: 'heap', what: '100,000 records: worker', value: worker, unit: 'MB' },
      { name: 'the records parsed', value: parsed },
      0.6,
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
