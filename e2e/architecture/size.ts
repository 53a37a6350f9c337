/** The bundle budget: what a first visit downloads, gzip, against `docs/` and the README's promise. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = 'dist';
const KB = 1024;
const BUDGET = { page: 130 * KB, worker: 60 * KB, css: 20 * KB };

const gzip = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length;

/** Entry scripts and what they import statically; what is loaded on demand does not count. */
function closure(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const text = readFileSync(join(DIST, entry), 'utf8');
  const folder = entry.split('/').slice(0, -1).join('/');
  for (const [, name] of text.matchAll(/(?:^|[;}\s])import\s*(?:[^'"()]*?from\s*)?["']\.\/([^"']+\.js)["']/g))
    if (name) closure(join(folder, name), seen);
  return seen;
}

if (!existsSync(DIST)) throw new Error('build first: npm run build');
const html = readFileSync(join(DIST, 'index.html'), 'utf8');
const scripts = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="\/?([^"]+\.js)"/g)].map(
  (m) => m[1] ?? '',
);
const page = new Set(scripts.flatMap((s) => [...closure(s)]));
const assets = readdirSync(join(DIST, 'assets'));
const sum = (paths: Iterable<string>): number => [...paths].reduce((n, p) => n + gzip(join(DIST, p)), 0);

const figures = {
  page: sum(page),
  worker: sum(
    new Set(assets.filter((a) => /^entry-.*\.js$/.test(a)).flatMap((a) => [...closure(`assets/${a}`)])),
  ),
  css: sum(assets.filter((a) => a.endsWith('.css')).map((a) => `assets/${a}`)),
};

let over = false;
for (const [name, bytes] of Object.entries(figures)) {
  const limit = BUDGET[name as keyof typeof BUDGET];
  const fine = bytes > 0 && bytes <= limit;
  over ||= !fine;
  console.log(`${fine ? 'ok  ' : 'OVER'} ${name}: ${(bytes / KB).toFixed(1)} KB gzip of ${limit / KB} KB`);
}
process.exit(over ? 1 : 0);
