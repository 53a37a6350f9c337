/**
 * Every regular expression that ships, found in the syntax tree, and megabytes that would make a careless one hang.
 * What the records say is written by others: an expression that looks at each place of a text again from every other
 * place would stop the worker for hours on one megabyte of spaces.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import vm from 'node:vm';
import { parseSync, Visitor } from 'oxc-parser';

export interface Pattern {
  /** `src/launch/popup.ts:12` */
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

export interface Found {
  readonly patterns: readonly Pattern[];
  /** Made while the app runs, from what cannot be known here. */
  readonly dynamic: readonly string[];
}

export function patternsIn(file: string, text: string): Found {
  const patterns: Pattern[] = [];
  const dynamic: string[] = [];
  const at = (start: number): string => `${file}:${text.slice(0, start).split('\n').length}`;
  const made = (node: {
    readonly callee: unknown;
    readonly arguments: readonly unknown[];
    start: number;
  }) => {
    const callee = node.callee as { readonly type: string; readonly name?: string };
    if (callee.type !== 'Identifier' || callee.name !== 'RegExp') return;
    const [source, flags] = node.arguments as readonly { readonly type: string; readonly value?: unknown }[];
    if (source?.type === 'Literal' && typeof source.value === 'string')
      patterns.push({ at: at(node.start), source: source.value, flags: String(flags?.value ?? '') });
    else dynamic.push(at(node.start));
  };
  new Visitor({
    Literal(node) {
      if ('regex' in node && node.regex)
        patterns.push({ at: at(node.start), source: node.regex.pattern, flags: node.regex.flags });
    },
    NewExpression: made,
    CallExpression: made,
  }).visit(parseSync(file, text).program);
  return { patterns, dynamic };
}

/** Of all that ships: the tests and what they need are looked at by nobody's records. */
export function shippedPatterns(root: string): Found {
  const all = sourceFiles(join(root, 'src')).map((file) =>
    patternsIn(relative(root, file), readFileSync(file, 'utf8')),
  );
  return {
    patterns: all.flatMap(({ patterns }) => patterns),
    dynamic: all.flatMap(({ dynamic }) => dynamic),
  };
}

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$|\.d\.ts$/.test(entry.name) ? [path] : [];
  });

/** What nothing matches: a run that comes to its end here has to be tried again from elsewhere. */
const END = '\u0001';
const COMMON = [' ', '\n', 'a', 'A', '7', '-', '.', '"', '\\', '<'];

/** Runs of every character that the expression names, of every pair, and of what it begins with. */
function* torments(source: string, size: number): Generator<string> {
  const own = lettersOf(source);
  const fill = (unit: string): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  const starts = own.length > 0 ? ['', own.join('')] : [''];
  for (const each of new Set([...own, ...COMMON])) for (const start of starts) yield start + fill(each) + END;
  for (const run of runsOf(source)) yield fill(run) + END;
  // What escapes the end of something keeps it from ending.
  if (source.includes('\\\\'))
    for (const a of own) for (const start of ['', a]) yield start + fill(`\\${a}`) + END;
  for (const a of own) for (const b of new Set([...own, ' ', 'a', '7'])) if (a !== b) yield fill(a + b) + END;
}

/** Words and marks of several characters, as they stand in it. */
const runsOf = (source: string): readonly string[] =>
  [...new Set(source.match(/(?<![\\{,\d])[a-z]{2,}|[<!\-/>"'#&;:=]{2,}/gi))].slice(0, 8);

/** The characters that it names, a stand-in for each class; as many as make a difference. */
function lettersOf(source: string): string[] {
  const plain = source
    .replace(/\\p\{(?:L|Lu|Ll)[^}]*\}|\\w/g, 'a')
    .replace(/\\p\{[^}]*\}|\\x[0-9a-f]{2}|\\u\{?[0-9a-fA-F]+\}?/g, '')
    .replace(/\\d/g, '7')
    .replace(/\\s/g, ' ')
    .replace(/\\[bBSWDnrt]|\(\?[:=!<]+|\{\d*,?\d*\}|[[\]()|*+?^$]/g, '')
    .replaceAll('\\', '');
  return [...new Set(plain)].slice(0, 7);
}

/** What this process has worked, in ms: another one that takes the machine away meanwhile costs it nothing. */
const worked = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** How long it takes a text, in ms; Infinity where it does not come to an end in time, by the clock on the wall. */
function stopwatch({ source, flags }: Pattern, deadlineMs: number): (text: string) => number {
  const context = vm.createContext({ pattern: new RegExp(source, flags.replace('y', '')), text: '' });
  const script = new vm.Script('text.replace(pattern, "")');
  return (text) => {
    context['text'] = text;
    const before = worked();
    try {
      script.runInContext(context, { timeout: deadlineMs });
    } catch {
      return Infinity;
    }
    return worked() - before;
  };
}

/** The longest that one text takes it, in ms; Infinity where it does not come to an end in time. */
export function slowest(pattern: Pattern, size: number, deadlineMs: number): number {
  const time = stopwatch(pattern, deadlineMs);
  let worst = 0;
  for (const text of torments(pattern.source, size)) {
    worst = Math.max(worst, time(text));
    if (worst === Infinity) break;
  }
  return worst;
}

export interface Growth {
  /** At the size, in ms: the best of a few. */
  readonly ms: number;
  /** How many times what an eighth of it takes; eight is in proportion, sixty-four is its square. */
  readonly times: number;
}

const WORST = 3;
const TRIES = 3;

/** The worst of the texts that take it longest, each at the size and at an eighth of it. */
export function growth(pattern: Pattern, size: number, deadlineMs: number): Growth {
  const time = stopwatch(pattern, deadlineMs);
  const best = (text: string): number => Math.min(...Array.from({ length: TRIES }, () => time(text)));
  const small = [...torments(pattern.source, size / 8)];
  const worst = small
    // Twice, since a machine that stumbles once would hide those that are slow.
    .map((text, i) => ({ i, ms: Math.min(time(text), time(text)) }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, WORST);
  const found = worst.map(({ i, ms }): Growth => {
    if (ms === Infinity) return { ms, times: Infinity };
    const large = best([...torments(pattern.source, size)][i] ?? '');
    return { ms: large, times: large / best(small[i] ?? '') };
  });
  return found.reduce((a, b) => (b.ms > a.ms ? b : a), { ms: 0, times: 0 });
}

/** Every character looked at and replaced: what can be asked of any expression, and a measure of this machine. */
const PLAIN: Pattern = { at: 'here', source: '\\s', flags: 'g' };

/** How long the plainest of all takes this machine now. */
export function plainWork(size: number): number {
  const time = stopwatch(PLAIN, 60_000);
  const text = ' '.repeat(size);
  return Math.min(...Array.from({ length: 5 }, () => time(text)));
}
