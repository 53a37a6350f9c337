/** How loading grows with the record and with the number of servers, beside fetch and parse of the same records. */
import type { Bench, Ground } from './bench.ts';
import { against, within, type Figure } from './harness/figure.ts';
import { load } from './harness/loading.ts';
import { openHospital } from './hospital/index.ts';
import type { Measured } from './peers/fetch-and-parse.ts';

const RECORDS = [1_000, 10_000, 100_000, 300_000] as const;
const SERVERS = [1, 3, 6, 12] as const;
/** For the growth with servers: what the first four hold; each further one holds again what one of them does. */
const SPREAD = 12_000;
const FOUR = 4;

export const growthBench: Bench = async (ground) => {
  const figures: Figure[] = [];
  const whole: number[] = [];
  for (const records of RECORDS) {
    const { ms, floor, worker, held } = await once(ground, records, 4);
    whole.push(ms);
    const what = `${records.toLocaleString('en')} records, 4 servers`;
    ground.tell(
      `${what}: ${Math.round(ms)} ms, fetch and parse ${Math.round(floor)} ms, worker ${Math.round(worker)} MB, ${held}`,
    );
    figures.push(
      against(
        { bench: 'growth', what, value: ms, unit: 'ms' },
        { name: 'fetch and parse', value: floor },
        null,
      ),
      within({ bench: 'growth', what: `${what}: worker`, value: worker, unit: 'MB' }, null),
    );
  }
  for (const servers of SERVERS) {
    const { ms, floor, read, held } = await once(ground, SPREAD, servers);
    const what = servers === 1 ? '1 server' : `${servers} servers`;
    ground.tell(`${what}: ${Math.round(ms)} ms, fetch and parse ${Math.round(floor)} ms, ${held}`);
    figures.push(
      against(
        {
          bench: 'growth',
          what: `${what}, ${read.toLocaleString('en')} records together`,
          value: ms,
          unit: 'ms',
        },
        { name: 'fetch and parse', value: floor },
        null,
      ),
    );
  }
  const [, ten = NaN, hundred = NaN] = whole;
  // Tenfold records: an exponent of 1 is ten times the time.
  return [
    ...figures,
    within(
      {
        bench: 'growth',
        what: 'from 10,000 to 100,000 records, exponent',
        value: Math.log10(hundred / ten),
        unit: '',
      },
      1.1,
    ),
  ];
};

async function once({ browser, stage, openPeers }: Ground, records: number, servers: number) {
  const further = Math.max(0, servers - FOUR);
  const hospital = await openHospital({ records, further, appDir: stage.appDir });
  const organisations = hospital.organisations.slice(0, servers);
  const { tab, whole, strip } = await load({ browser, hospital, organisations, probe: stage.probe });
  const worker = ((await tab.workerHeap()) ?? NaN) / 1024 / 1024;
  await tab.close();
  const peers = await openPeers();
  const asked = organisations.map(({ iss, patient, token, counts }) => ({ iss, patient, token, counts }));
  const floor = await peers.evaluate<Measured>(`peers.fetchAndParse(${JSON.stringify(asked)}, 1000)`);
  await peers.close();
  await hospital.stop();
  const read = floor.records;
  return {
    ms: whole,
    floor: floor.ms,
    read,
    worker,
    held: (strip.match(/[\d,]+ records/g) ?? []).join(', '),
  };
}
