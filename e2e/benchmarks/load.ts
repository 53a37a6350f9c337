/** Loading: the product against the floor of fetch and parse, and against the client library everybody uses. */
import type { Bench, Ground } from './bench.ts';
import { against, median, within, type Figure } from './harness/figure.ts';
import { load, type Loaded } from './harness/loading.ts';
import type { Measured, Server } from './peers/fetch-and-parse.ts';
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

/** A browser tells only of tasks over 50 ms; one of over 33 ms shows as a frame that is longer than two. */
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

async function measure(
  one: Case,
  hospital: Hospital,
  { browser, stage, openPeers, tell }: Ground,
): Promise<Figure[]> {
  const organisations = hospital.organisations.slice(0, one.sources);
  const runs: { loaded: Loaded; floor: Measured; plain: Measured | null; page: number }[] = [];
  let types: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  for (let run = 0; run < one.runs; run++) {
    const loaded = await load({ browser, hospital, organisations, probe: stage.probe });
    types = typesAsked(loaded);
    await loaded.tab.close();
    const servers = organisations.map((organisation) => serverOf(organisation, types));
    const floors: Measured[] = [];
    for (const size of [200, 1_000])
      floors.push(await inBlankPage(openPeers, `peers.fetchAndParse(${JSON.stringify(servers)}, ${size})`));
    const floor = floors.reduce((a, b) => (a.ms <= b.ms ? a : b));
    const plain =
      one.latency > 0
        ? null
        : await inBlankPage<Measured>(openPeers, `peers.followNext(${JSON.stringify(servers)}, 100)`);
    const page = await inBlankPage<number>(openPeers, `peers.onePage(${JSON.stringify(servers[0])}, 100)`);
    tell(
      `${one.name}: ${Math.round(loaded.whole)} ms, fetch and parse ${Math.round(floor.ms)} ms (${floor.records} records)${plain ? `, page after page ${Math.round(plain.ms)} ms (${plain.records} records)` : ''}, first facts ${Math.round(loaded.first)} ms`,
    );
    runs.push({ loaded, floor, plain, page });
  }
  const of = (pick: (run: (typeof runs)[number]) => number) => median(runs.map(pick));
  const bench = 'load';
  const whole = {
    bench,
    what: `${one.name}: whole timeline`,
    value: of((r) => r.loaded.whole),
    unit: 'ms',
  } as const;
  const figures = [
    against(
      whole,
      { name: 'fetch and parse, everything known', value: of((r) => r.floor.ms) },
      one.latency > 0 ? OF_THE_BEST : null,
    ),
    within(
      {
        bench,
        what: `${one.name}: first facts, beyond one page’s round trip`,
        value: of((r) => r.loaded.first - r.page),
        unit: 'ms',
      },
      100,
    ),
    within(
      {
        bench,
        what: `${one.name}: longest frame of the page`,
        value: of((r) => r.loaded.longestFrame),
        unit: 'ms',
      },
      TWO_FRAMES,
    ),
    within(
      { bench, what: `${one.name}: frames, 95th percentile`, value: of((r) => r.loaded.frame95), unit: 'ms' },
      20,
    ),
    within(
      {
        bench,
        what: `${one.name}: preflights for a server and type`,
        value: of((r) => preflights(r.loaded)),
        unit: '',
      },
      1,
    ),
  ];
  if (one.latency === 0)
    figures.push(
      against(
        whole,
        { name: 'fetch and parse, page after page', value: of((r) => r.plain?.ms ?? NaN) },
        OF_THE_PLAIN,
      ),
    );
  if (one.fhirclient) {
    const servers = organisations.map((organisation) => serverOf(organisation, types));
    const peer = await inBlankPage<Measured>(openPeers, `peers.withFhirclient(${JSON.stringify(servers)})`);
    tell(`${one.name}: fhirclient ${Math.round(peer.ms)} ms (${peer.records} records)`);
    figures.push(
      against(
        whole,
        { name: 'fhirclient, pageLimit 0', value: peer.ms },
        one.records > 10_000 && one.latency > 0 ? 0.22 : null,
      ),
    );
  }
  return figures;
}

async function inBlankPage<T>(openPeers: Ground['openPeers'], expression: string): Promise<T> {
  const tab = await openPeers();
  const value = await tab.evaluate<T>(expression);
  await tab.close();
  return value;
}

/** The floor reads the same types as the product: also those of which a server holds nothing. */
const serverOf = (
  { key, iss, patient, token, counts }: Organisation,
  types: ReadonlyMap<string, ReadonlySet<string>>,
): Server => ({
  iss,
  patient,
  token,
  counts: Object.fromEntries([...(types.get(key) ?? [])].map((type) => [type, counts[type] ?? 0])),
});

function typesAsked({ requests }: Loaded): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  for (const { org, method, type } of requests) {
    if (method === 'OPTIONS' || NOT_SEARCHED.has(type) || !/^[A-Z]/.test(type)) continue;
    asked.set(org, (asked.get(org) ?? new Set()).add(type));
  }
  return asked;
}

/** Read one by one, or looked up for what was read. */
const NOT_SEARCHED: ReadonlySet<string> = new Set([
  'Patient',
  'Organization',
  'Practitioner',
  'Location',
  'Medication',
]);

/** The most that any type of any server cost. */
function preflights({ requests }: Loaded): number {
  const counts = new Map<string, number>();
  for (const { org, method, type } of requests)
    if (method === 'OPTIONS') counts.set(`${org} ${type}`, (counts.get(`${org} ${type}`) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
