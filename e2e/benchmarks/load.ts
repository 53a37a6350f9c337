/** Loading: the product against the floor of fetch and parse, and against the client library everybody uses. */
import type { Bench, Ground } from './bench.ts';
import { against, median, within, type Figure } from './harness/figure.ts';
import { load, type Loaded } from './harness/loading.ts';
import { serversOf } from './harness/asked.ts';
import type { Measured } from './peers/fetch-and-parse.ts';
import { watchTasks, type LongestTask } from './harness/tasks.ts';
import { openHospital, type Hospital, type Organisation } from './hospital/index.ts';

interface Case {
  readonly name: string;
  readonly records: number;
  readonly sources: 3 | 4;
  readonly http2: boolean;
  readonly latency: number;
  readonly runs: number;
  readonly fhirclient: boolean;
}

const CASES: readonly Case[] = [
  {
    name: '1,000 records, 3 servers, 120 ms, HTTP/1.1',
    records: 1_300,
    sources: 3,
    http2: false,
    latency: 120,
    runs: 3,
    fhirclient: true,
  },
  {
    name: '10,000 records, 3 servers, 120 ms, HTTP/1.1',
    records: 11_900,
    sources: 3,
    http2: false,
    latency: 120,
    runs: 3,
    fhirclient: true,
  },
  {
    name: '10,000 records, 3 servers, 120 ms, HTTP/2',
    records: 11_900,
    sources: 3,
    http2: true,
    latency: 120,
    runs: 3,
    fhirclient: true,
  },
  {
    name: '33,000 records, 4 servers, no latency',
    records: 33_000,
    sources: 4,
    http2: false,
    latency: 0,
    runs: 3,
    fhirclient: false,
  },
  {
    name: '100,000 records, 4 servers, no latency',
    records: 100_000,
    sources: 4,
    http2: false,
    latency: 0,
    runs: 3,
    fhirclient: true,
  },
];

/** Where answers take time, of the best plan: what counts is when everything is asked for. */
const OF_THE_BEST = 1.2;
/** Where they take none, of the plain way: what counts is what is done beside moving and parsing the bytes. */
const OF_THE_PLAIN = 1.15;

/** By the clock of the page's own thread: the servers and the browser's other parts share the cores here. */
const TASK = 33;
/** By the clock on the wall. A frame that took longer than two is one that was seen to be late. */
const TWO_FRAMES = 34;

/** Of an answer's time, what the way takes; the rest is the server's work, which a preflight does not need. */
const WAY = 1 / 3;

export const loadBench: Bench = async (ground) => {
  const figures: Figure[] = [];
  for (const one of CASES) {
    const hospital = await openHospital({
      records: one.records,
      appDir: ground.stage.appDir,
      http2: one.http2,
    });
    await hospital.latency(one.latency, one.latency * WAY);
    figures.push(...(await measure(one, hospital, ground)));
    await hospital.stop();
  }
  return figures;
};

interface Run {
  readonly loaded: Loaded;
  /** The best plan, with everything known beforehand. */
  readonly best: Measured;
  /** Where answers take time, the best plan that must find out how many there are; where they take none, the plain way. */
  readonly unknowing: Measured;
  /** One page's round trip. */
  readonly page: number;
}

async function measure(one: Case, hospital: Hospital, ground: Ground): Promise<Figure[]> {
  const organisations = hospital.organisations.slice(0, one.sources);
  const runs: Run[] = [];
  for (let i = 0; i < one.runs; i++) runs.push(await runOnce(one, hospital, organisations, ground));
  const { computed } = await longestTask(hospital, organisations, ground);
  const of = (pick: (run: Run) => number) => median(runs.map(pick));
  const figure = (what: string, value: number, unit: Figure['unit'] = 'ms') =>
    ({ bench: 'load', what: `${one.name}: ${what}`, value, unit }) as const;
  const whole = figure(
    'whole timeline',
    of((r) => r.loaded.whole),
  );
  const best = { name: 'fetch and parse, everything known', value: of((r) => r.best.ms) };
  const isPlain = one.latency === 0;
  const unknowing = {
    name: `fetch and parse, ${isPlain ? 'page after page' : 'nothing known'}`,
    value: of((r) => r.unknowing.ms),
  };
  const beyondOnePage = figure(
    'first facts, beyond one page’s round trip',
    of((r) => r.loaded.first - r.page),
  );
  const longestFrame = figure(
    'longest frame of the page',
    of((r) => r.loaded.longestFrame),
  );
  const frame95 = figure(
    'frames, 95th percentile',
    of((r) => r.loaded.frame95),
  );
  const preflights = figure(
    'preflights for a server and type',
    of((r) => preflightsOf(r.loaded)),
    '',
  );
  return [
    against(whole, best, one.latency > 0 ? OF_THE_BEST : null),
    against(whole, unknowing, isPlain ? OF_THE_PLAIN : null),
    ...(one.fhirclient ? [await besideFhirclient(one, whole, organisations, runs, ground)] : []),
    within(beyondOnePage, 100),
    within(figure('longest task of the page, as it computes', computed), TASK),
    within(longestFrame, TWO_FRAMES),
    within(frame95, 20),
    within(preflights, 1),
  ];
}

async function runOnce(
  { name, latency }: Case,
  hospital: Hospital,
  organisations: readonly Organisation[],
  { browser, stage, openPeers, tell }: Ground,
): Promise<Run> {
  const loaded = await load({ browser, hospital, organisations, probe: stage.probe });
  await loaded.tab.close();
  const servers = JSON.stringify(serversOf(organisations, loaded));
  const bestOf = async (plan: string, sizes: readonly number[]): Promise<Measured> => {
    const runs: Measured[] = [];
    for (const size of sizes) runs.push(await inBlankPage(openPeers, `peers.${plan}(${servers}, ${size})`));
    return runs.reduce((a, b) => (a.ms <= b.ms ? a : b));
  };
  const best = await bestOf('fetchAndParse', [200, 1_000]);
  const unknowing = await (latency > 0
    ? bestOf('findOutAndParse', [200, 1_000])
    : bestOf('followNext', [100]));
  const page = await inBlankPage<number>(openPeers, `peers.onePage(${servers}[0], 100)`);
  const beside = [best, unknowing].map(({ ms, records }) => `${Math.round(ms)} ms (${records} records)`);
  tell(
    `${name}: ${Math.round(loaded.whole)} ms, fetch and parse ${beside.join(`, ${latency > 0 ? 'nothing known' : 'page after page'} `)}, first facts ${Math.round(loaded.first)} ms`,
  );
  return { loaded, best, unknowing, page };
}

/** A load of its own: what is watched takes longer. */
async function longestTask(
  hospital: Hospital,
  organisations: readonly Organisation[],
  { browser, stage }: Ground,
): Promise<LongestTask> {
  let longest: LongestTask | null = null;
  const { tab } = await load({
    browser,
    hospital,
    organisations,
    probe: stage.probe,
    watch: async () => {
      const stop = await watchTasks(browser);
      return async () => void (longest = await stop());
    },
  });
  await tab.close();
  if (longest === null) throw new Error('nobody watched');
  return longest;
}

async function besideFhirclient(
  { name, records, latency }: Case,
  whole: Parameters<typeof against>[0],
  organisations: readonly Organisation[],
  runs: readonly Run[],
  { openPeers, tell }: Ground,
): Promise<Figure> {
  const [first] = runs;
  if (!first) throw new Error('nothing was loaded');
  const servers = JSON.stringify(serversOf(organisations, first.loaded));
  const peer = await inBlankPage<Measured>(openPeers, `peers.withFhirclient(${servers})`);
  tell(`${name}: fhirclient ${Math.round(peer.ms)} ms (${peer.records} records)`);
  const limit = records > 10_000 && latency > 0 ? 0.22 : null;
  return against(whole, { name: 'fhirclient, pageLimit 0', value: peer.ms }, limit);
}

async function inBlankPage<T>(openPeers: Ground['openPeers'], expression: string): Promise<T> {
  const tab = await openPeers();
  const value = await tab.evaluate<T>(expression);
  await tab.close();
  return value;
}

/** The most that any type of any server cost. */
function preflightsOf({ requests }: Loaded): number {
  const counts = new Map<string, number>();
  for (const { org, method, type } of requests)
    if (method === 'OPTIONS') counts.set(`${org} ${type}`, (counts.get(`${org} ${type}`) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
