/** What is computed during a load, by process, beside the floor's. */
import { availableParallelism } from 'node:os';
import type { Ground } from './bench.ts';
import { serversOf } from './harness/asked.ts';
import { between, computedBy, type Computed } from './harness/cpu.ts';
import { load } from './harness/loading.ts';
import { openHospital, type Hospital } from './hospital/index.ts';
import type { Measured, Server } from './peers/fetch-and-parse.ts';

interface Watched {
  readonly name: string;
  readonly records: number;
  readonly sources: 3 | 4;
  readonly http2: boolean;
  readonly latency: number;
}

/** Those whose budget hangs on what is computed. */
const LOADS: readonly Watched[] = [
  { name: '100,000 records, no latency', records: 100_000, sources: 4, http2: false, latency: 0 },
  { name: '33,000 records, no latency', records: 33_000, sources: 4, http2: false, latency: 0 },
  { name: '10,000 records, 120 ms, HTTP/1.1', records: 11_900, sources: 3, http2: false, latency: 120 },
  { name: '10,000 records, 120 ms, HTTP/2', records: 11_900, sources: 3, http2: true, latency: 120 },
];
/** The middle one is told: what is computed differs from load to load by a tenth. */
const RUNS = 3;

export async function computedTables(ground: Ground): Promise<string> {
  const tables: string[] = [];
  for (const one of LOADS) tables.push(`### ${one.name}\n\n${await computedTable(one, ground)}`);
  return `The servers, the browser’s network and the app share the machine, so that no load can end before all of it is computed. Of ${RUNS} loads the one is told that computed a middling amount.\n\n${tables.join('\n\n')}`;
}

interface Cost {
  readonly computed: Computed;
  readonly ms: number;
}

const sum = (of: Computed): number => [...of.values()].reduce((a, b) => a + b, 0);

/** The one of which as many computed more as less. */
const middle = (costs: readonly Cost[]): Cost =>
  costs.toSorted((a, b) => sum(a.computed) - sum(b.computed))[costs.length >> 1] ?? {
    computed: new Map(),
    ms: NaN,
  };

/** Nobody watches the functions here: only the system counts, which costs nothing. */
async function computedTable(one: Watched, ground: Ground): Promise<string> {
  const { records, http2, latency } = one;
  const hospital = await openHospital({ records, appDir: ground.stage.appDir, http2 });
  await hospital.latency(latency, latency / 3);
  const ours: Cost[] = [];
  const floors: Cost[] = [];
  for (let run = 0; run < RUNS; run++) {
    const { cost, servers } = await costOfLoad(hospital, one, ground);
    ours.push(cost);
    floors.push(await costOfFloor(hospital, servers, ground));
  }
  await hospital.stop();
  return table(middle(ours), middle(floors));
}

const computedNow = (ground: Ground, hospital: Hospital): Computed =>
  computedBy([ground.browser.pid, hospital.pid]);

async function costOfLoad(
  hospital: Hospital,
  { sources }: Watched,
  ground: Ground,
): Promise<{ readonly cost: Cost; readonly servers: readonly Server[] }> {
  const organisations = hospital.organisations.slice(0, sources);
  let computed: Computed = new Map();
  const loaded = await load({
    browser: ground.browser,
    hospital,
    organisations,
    probe: ground.stage.probe,
    watch: async () => {
      const before = computedNow(ground, hospital);
      return async () => void (computed = between(before, computedNow(ground, hospital)));
    },
  });
  await loaded.tab.close();
  return { cost: { computed, ms: loaded.whole }, servers: serversOf(organisations, loaded) };
}

async function costOfFloor(hospital: Hospital, servers: readonly Server[], ground: Ground): Promise<Cost> {
  const peers = await ground.openPeers();
  const before = computedNow(ground, hospital);
  const { ms } = await peers.evaluate<Measured>(`peers.fetchAndParse(${JSON.stringify(servers)}, 1000)`);
  const computed = between(before, computedNow(ground, hospital));
  await peers.close();
  return { computed, ms };
}

function table(ours: Cost, theirs: Cost): string {
  const product = ours.computed;
  const floor = theirs.computed;
  const shown = (value: number | undefined): string => (value === undefined ? '' : String(Math.round(value)));
  const rows = [...new Set([...product.keys(), ...floor.keys()])]
    .map((what) => ({ what, product: product.get(what) ?? 0, floor: floor.get(what) }))
    .filter((row) => row.product > 0 || (row.floor ?? 0) > 0)
    .sort((a, b) => b.product - a.product)
    .map((row) => `| ${row.what} | ${shown(row.product)} | ${shown(row.floor)} |`);
  return [
    '| computed, ms | Throughline | fetch and parse |',
    '| --- | ---: | ---: |',
    ...rows,
    `| **together** | **${shown(sum(product))}** | **${shown(sum(floor))}** |`,
    `| shared by ${availableParallelism()} cores: no sooner than | ${shown(sum(product) / availableParallelism())} | ${shown(sum(floor) / availableParallelism())} |`,
    `| measured, by the clock | ${shown(ours.ms)} | ${shown(theirs.ms)} |`,
  ].join('\n');
}
