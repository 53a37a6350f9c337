/**
 * The bundle budget, gzip: what a first visit downloads before it can do anything, and what comes beside that. The
 * limits may be lowered and not raised: each stands a little above what was measured when it was set.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LANGUAGES } from '../../src/base/index.ts';

const ASSETS = join('dist', 'assets');
const KB = 1024;

const LIMITS = {
  /** The first picture: entry scripts with everything that they import statically, and one language. */
  page: 130,
  /** What talks to servers: the worker's entry with everything that it imports statically. */
  worker: 60,
  /**
   * What the worker asks for as soon as it runs, while somebody signs in: reading, matching and merging records, two
   * fifths of it tables of terminology. It holds nobody up, and is still every visitor's download.
   */
  'worker, beside': 104,
  css: 20,
} as const;

const gzip = (name: string): number => gzipSync(readFileSync(join(ASSETS, name)), { level: 9 }).length;
const sum = (names: Iterable<string>): number => [...names].reduce((n, name) => n + gzip(name), 0);

const FROM = /(?:^|[;}\s])(?:import|export)\s*(?:[^'"()]*?from\s*)?["']\.\/([^"']+\.js)["']/g;
const ON_DEMAND = /\bimport\(\s*["'`]\.\/([^"'`]+\.js)["'`]/g;
const named = (file: string, pattern: RegExp): string[] =>
  [...readFileSync(join(ASSETS, file), 'utf8').matchAll(pattern)].map((match) => match[1] ?? '');

/**
 * Comes when somebody opens a record or a document, writes a file or asks which codes are not understood, where a
 * patient has to be looked for, or where a site has maps of codes or a terminology server; for nobody else.
 */
const LATER = /^(?:papers|export|on-demand)-/;

/** Scripts and what they import statically. */
function closure(entries: Iterable<string>, seen = new Set<string>()): Set<string> {
  for (const entry of entries) {
    if (seen.has(entry)) continue;
    seen.add(entry);
    closure(named(entry, FROM), seen);
  }
  return seen;
}

export interface BundleSize {
  readonly name: string;
  readonly kilobytes: number;
  readonly limit: number;
}

/** Of the build that stands in `dist`. */
export function bundleSizes(): readonly BundleSize[] {
  if (!existsSync(ASSETS)) throw new Error('build first: npm run build');
  const html = readFileSync(join('dist', 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="[^"]*?([^"/]+\.js)"/g)].map(
    (match) => match[1] ?? '',
  );
  const assets = readdirSync(ASSETS);
  /** The catalogue of the heaviest language: one of them is part of the first picture. */
  const catalogue = LANGUAGES.map((language) => assets.find((name) => name.startsWith(`${language}-`)))
    .filter((name) => name !== undefined)
    .sort((a, b) => gzip(b) - gzip(a))
    .slice(0, 1);
  const worker = closure(assets.filter((name) => /^entry-.*\.js$/.test(basename(name))));
  const beside = closure(
    [...worker].flatMap((name) => named(name, ON_DEMAND)).filter((name) => !LATER.test(name)),
  );
  const figures: Readonly<Record<keyof typeof LIMITS, number>> = {
    page: catalogue.length === 0 ? 0 : sum(closure([...scripts, ...catalogue])),
    worker: sum(worker),
    'worker, beside': sum([...beside].filter((name) => !worker.has(name))),
    css: sum(assets.filter((name) => name.endsWith('.css'))),
  };
  return Object.entries(figures).map(([name, bytes]) => ({
    name,
    kilobytes: bytes / KB,
    limit: LIMITS[name as keyof typeof LIMITS],
  }));
}
