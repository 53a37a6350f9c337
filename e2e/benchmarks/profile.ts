/**
 * `npm run bench -- profile`: what is computed while a hundred thousand records are read, by process beside the floor's,
 * and where the worker's time goes. Tables by process, room and function go to docs/performance/profile.md.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import type { Bench, Ground } from './bench.ts';
import type { Profile } from './harness/browser.ts';
import { between, computedBy, type Computed } from './harness/cpu.ts';
import { load } from './harness/loading.ts';
import { readableApp } from './harness/stage.ts';
import { openHospital } from './hospital/index.ts';
import type { Measured } from './peers/fetch-and-parse.ts';

const RECORDS = 100_000;
const FUNCTIONS = 30;

export const profileBench: Bench = async (ground) => {
  const { browser, stage, tell } = ground;
  const computed = await computedTable(ground);
  const appDir = await readableApp();
  const hospital = await openHospital({ records: RECORDS, appDir });
  let profile: Profile | null = null;
  const { tab } = await load({
    browser,
    hospital,
    organisations: hospital.organisations,
    probe: stage.probe,
    watch: async (watched) => {
      const stop = await watched.profileWorker();
      return async () => void (profile = await stop());
    },
  });
  await tab.close();
  await hospital.stop();
  if (profile === null) throw new Error('nothing was watched');
  const text = tableOf(profile, appDir, computed);
  rmSync(appDir, { recursive: true, force: true });
  mkdirSync(join('docs', 'performance'), { recursive: true });
  writeFileSync(join('docs', 'performance', 'profile.md'), text);
  tell(text);
  return [];
};

interface Place {
  readonly file: string;
  readonly name: string;
}

/** Nobody watches the functions here: only the system counts, which costs nothing. */
async function computedTable({ browser, stage, openPeers }: Ground): Promise<string> {
  const hospital = await openHospital({ records: RECORDS, appDir: stage.appDir });
  const now = () => computedBy([browser.pid, hospital.pid]);
  const { organisations } = hospital;
  let product: Computed = new Map();
  const { tab, whole } = await load({
    browser,
    hospital,
    organisations,
    probe: stage.probe,
    watch: async () => {
      const before = now();
      return async () => void (product = between(before, now()));
    },
  });
  await tab.close();
  const peers = await openPeers();
  const asked = organisations.map(({ iss, patient, token, counts }) => ({ iss, patient, token, counts }));
  const before = now();
  const { ms } = await peers.evaluate<Measured>(`peers.fetchAndParse(${JSON.stringify(asked)}, 1000)`);
  const floor = between(before, now());
  await peers.close();
  await hospital.stop();
  const shown = (value: number | undefined): string => (value === undefined ? '' : String(Math.round(value)));
  const sum = (of: Computed): number => [...of.values()].reduce((a, b) => a + b, 0);
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
    `| measured, by the clock | ${shown(whole)} | ${shown(ms)} |`,
  ].join('\n');
}

function tableOf(profile: Profile, appDir: string, computed: string): string {
  const maps = new Map<string, SourceMap | null>();
  const placeOf = ({
    functionName,
    url,
    lineNumber,
    columnNumber,
  }: Profile['nodes'][number]['callFrame']): Place => {
    if (url === '') return { file: '', name: functionName };
    const name = basename(new URL(url).pathname);
    let map = maps.get(name);
    if (map === undefined) {
      map = mapOf(join(appDir, 'assets', `${name}.map`));
      maps.set(name, map);
    }
    const entry = map?.findEntry(lineNumber, columnNumber);
    const file = entry && 'originalSource' in entry ? entry.originalSource : name;
    return { file: file.replace(/^.*?(src|node_modules)\//, '$1/'), name: functionName || '(unnamed)' };
  };
  const places = new Map(profile.nodes.map((node) => [node.id, placeOf(node.callFrame)]));
  const byFunction = new Map<string, number>();
  const byRoom = new Map<string, number>();
  let busy = 0;
  profile.samples.forEach((id, i) => {
    const { file, name } = places.get(id) ?? { file: '', name: '' };
    const ms = (profile.timeDeltas[i] ?? 0) / 1000;
    if (name === '(idle)' || name === '(root)') return;
    busy += ms;
    add(byFunction, file === '' ? name : `${name} · ${file}`, ms);
    add(
      byRoom,
      file === ''
        ? name === '(garbage collector)'
          ? 'collecting garbage'
          : 'the browser’s own'
        : roomOf(file),
      ms,
    );
  });
  const lines = (of: ReadonlyMap<string, number>, most: number) =>
    [...of]
      .sort((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([what, ms]) => `| ${what} | ${Math.round(ms)} | ${((100 * ms) / busy).toFixed(1)} % |`)
      .join('\n');
  return `# Where the time goes\n\n${RECORDS.toLocaleString('en')} records from four servers without latency. The servers, the browser’s network and the app share the machine, so that no load can end before all of it is computed:\n\n${computed}\n\n## In the worker\n\nWritten by \`npm run bench -- profile\`: ${RECORDS.toLocaleString('en')} records from four servers without latency, sampled every half millisecond; ${Math.round(busy)} ms of work. Watching costs time too: the shares are worth more than the milliseconds.\n\n| room | ms | share |\n| --- | ---: | ---: |\n${lines(byRoom, 20)}\n\n| function, its own time | ms | share |\n| --- | ---: | ---: |\n${lines(byFunction, FUNCTIONS)}\n`;
}

function mapOf(path: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

const add = (to: Map<string, number>, key: string, ms: number): void =>
  void to.set(key, (to.get(key) ?? 0) + ms);

const roomOf = (file: string): string => file.split('/').slice(0, 2).join('/');
