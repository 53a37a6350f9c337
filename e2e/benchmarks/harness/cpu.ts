/** What each process of a measurement has computed so far, by what it does; nothing where the system does not tell. */
import { readdirSync, readFileSync } from 'node:fs';

export type Computed = ReadonlyMap<string, number>;

interface Process {
  readonly parent: number;
  readonly ms: number;
  readonly command: string;
}

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

/** In ms, of these processes and all that they started. */
export function computedBy(roots: readonly number[]): Computed {
  const all = processes();
  const found = new Map<string, number>();
  const add = (what: string, ms: number): void => void found.set(what, (found.get(what) ?? 0) + ms);
  for (const [pid, { ms, command }] of all) {
    if (!isBelow(pid, roots, all)) continue;
    if (command.includes('--type=renderer'))
      for (const [name, own] of threadsOf(pid)) add(THREADS[name] ?? 'the page: drawing and the rest', own);
    else if (command.includes('network.mojom')) add('the browser’s network', ms);
    else
      add(
        command.includes('--type=') || command.includes('--headless') ? 'the browser itself' : 'the servers',
        ms,
      );
  }
  return found;
}

export const between = (before: Computed, after: Computed): Computed =>
  new Map([...after].map(([what, ms]) => [what, ms - (before.get(what) ?? 0)]));

/** As Chromium names its threads. */
const THREADS: Readonly<Record<string, string>> = {
  chromium: 'the page: its own thread',
  chrome: 'the page: its own thread',
  DedicatedWorker: 'the worker',
  ThreadPoolForeg: 'the engine’s helpers: compiling, collecting garbage',
};

function processes(): ReadonlyMap<number, Process> {
  const all = new Map<number, Process>();
  for (const name of namesIn('/proc')) {
    const stat = /^\d+$/.test(name) ? textOf(`/proc/${name}/stat`) : null;
    if (stat !== null)
      all.set(Number(name), { ...fieldsOf(stat), command: textOf(`/proc/${name}/cmdline`) ?? '' });
  }
  return all;
}

function* threadsOf(pid: number): Generator<readonly [name: string, ms: number]> {
  for (const thread of namesIn(`/proc/${pid}/task`)) {
    const stat = textOf(`/proc/${pid}/task/${thread}/stat`);
    if (stat !== null) yield [stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')), fieldsOf(stat).ms];
  }
}

/** After the name, which may hold anything: state, parent, …, and from the twelfth on what was computed. */
function fieldsOf(stat: string): Pick<Process, 'parent' | 'ms'> {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * TICK_MS };
}

function isBelow(pid: number, roots: readonly number[], all: ReadonlyMap<number, Process>): boolean {
  for (let at = pid; at > 1; at = all.get(at)?.parent ?? 0) if (roots.includes(at)) return true;
  return false;
}

/** A process may end while it is looked at. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
