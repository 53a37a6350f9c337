/**
 * `npm run bench -- profile`: what is computed during a load, by process beside the floor's, and where the worker's time
 * goes. Tables by process, room and function go to docs/performance/profile.md.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename, join } from 'node:path';
import type { Bench } from './bench.ts';
import { computedTables } from './computed.ts';
import type { Profile } from './harness/browser.ts';
import { load } from './harness/loading.ts';
import { readableApp } from './harness/stage.ts';
import { openHospital } from './hospital/index.ts';

const RECORDS = 100_000;
const FUNCTIONS = 30;

export const profileBench: Bench = async (ground) => {
  const { browser, stage, tell } = ground;
  const computed = await computedTables(ground);
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
  return `# Where the time goes\n\n${computed}\n\n## In the worker\n\nWritten by \`npm run bench -- profile\`: ${RECORDS.toLocaleString('en')} records from four servers without latency, sampled every half millisecond; ${Math.round(busy)} ms of work. Watching costs time too: the shares are worth more than the milliseconds.\n\n| room | ms | share |\n| --- | ---: | ---: |\n${lines(byRoom, 20)}\n\n| function, its own time | ms | share |\n| --- | ---: | ---: |\n${lines(byFunction, FUNCTIONS)}\n`;
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
