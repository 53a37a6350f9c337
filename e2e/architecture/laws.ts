/**
 * The import laws of the house. Each folder of src may import what it names here, and nothing else; every folder
 * is entered through its index.ts. Type-only and dynamic imports are imports.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

const STAGES = ['normalise', 'consent', 'match', 'merge', 'timeline', 'papers', 'export'] as const;
/** No React, no fhirclient, no DOM, no network, no clock. tsconfig.pure.json takes the types away as well. */
const PURE = ['base', 'record', ...STAGES];

/** What each folder may import. '*' of packages means any. */
export const LAW: Readonly<Record<string, { folders: readonly string[]; packages: readonly string[] }>> = {
  base: { folders: [], packages: [] },
  record: { folders: ['base'], packages: [] },
  sources: { folders: ['base', 'record'], packages: ['zod'] },
  launch: { folders: ['base', 'record', 'sources'], packages: ['fhirclient', 'jose'] },
  fetch: { folders: ['base', 'record', 'sources'], packages: [] },
  normalise: { folders: ['base', 'record'], packages: [] },
  consent: { folders: ['base', 'record'], packages: [] },
  match: { folders: ['base', 'record'], packages: [] },
  merge: { folders: ['base', 'record'], packages: [] },
  timeline: { folders: ['base', 'record'], packages: [] },
  papers: { folders: ['base', 'record'], packages: [] },
  export: { folders: ['base', 'record'], packages: [] },
  worker: { folders: ['base', 'record', 'sources', 'fetch', 'audit', ...STAGES], packages: [] },
  audit: { folders: ['base', 'record'], packages: [] },
  session: {
    folders: ['base', 'record', 'sources', 'launch', 'timeline', 'worker', 'audit'],
    packages: ['react', '@tanstack/react-query'],
  },
  ui: { folders: ['base'], packages: ['react', 'react-dom'] },
  views: {
    folders: ['base', 'record', 'timeline', 'session', 'ui'],
    packages: ['react', 'react-dom', 'recharts'],
  },
  app: {
    folders: ['base', 'record', 'session', 'views', 'ui'],
    packages: ['react', 'react-dom', '@tanstack/react-query'],
  },
  'main.tsx': { folders: ['app', 'session', 'ui'], packages: ['react', 'react-dom'] },
  cli: { folders: ['base', 'record', 'sources', 'launch', ...STAGES], packages: ['node'] },
};

const CLOCK = /\bnew Date\(\s*\)|\bDate\.now\b|\bMath\.random\b|\bperformance\.now\b/;

export interface Breach {
  readonly file: string;
  readonly law: string;
}

export function breaches(root: string): Breach[] {
  const src = join(root, 'src');
  return sourceFiles(src).flatMap((file) => {
    const inside = relative(src, file).split(sep).join('/');
    const text = readFileSync(file, 'utf8');
    return breachesOf(inside, text);
  });
}

/** The breaches of one file, `inside` being its path below src. */
export function breachesOf(inside: string, text: string): Breach[] {
  const folder = inside.split('/')[0] ?? inside;
  const law = LAW[folder];
  const breach = (message: string): Breach => ({ file: `src/${inside}`, law: message });
  if (!law) return [breach(`'${folder}' is no room of this house: see docs and LAW in e2e/architecture`)];
  const isTest = /\.test\.tsx?$|\/testing\//.test(inside);
  const found: Breach[] = [];
  for (const name of importsOf(inside, text)) {
    if (name.startsWith('.')) found.push(...ofPath(inside, name, folder, law.folders).map(breach));
    else if (!isTest && !law.packages.some((p) => allows(p, name)))
      found.push(breach(`${folder} may not import '${name}'`));
  }
  if (!isTest && PURE.includes(folder) && CLOCK.test(text))
    found.push(breach(`${folder} is pure: it may not read a clock or a random number`));
  return found;
}

const allows = (allowed: string, name: string): boolean =>
  allowed === 'node' ? name.startsWith('node:') : name === allowed || name.startsWith(`${allowed}/`);

function ofPath(inside: string, name: string, folder: string, allowed: readonly string[]): string[] {
  const target = relative('/src', resolve('/src', dirname(inside), name))
    .split(sep)
    .join('/');
  const [first = '', ...rest] = target.split('/');
  if (target.startsWith('..')) {
    // A stylesheet or a test's own support may live elsewhere; nothing that ships may.
    return /\.test\.tsx?$|\/testing\//.test(inside) ? [] : [`'${name}' leaves src`];
  }
  if (first === folder) return [];
  const messages: string[] = [];
  if (!allowed.includes(first)) messages.push(`${folder} may not import ${first} ('${name}')`);
  if (rest.join('/') !== 'index.ts' && !target.endsWith('.css'))
    messages.push(`${first} is entered through its index.ts ('${name}')`);
  return messages;
}

/** Static, type-only, re-exported, dynamic and `import('…')` types. */
function importsOf(file: string, text: string): string[] {
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const names = [
    ...module.staticImports.map((i) => i.moduleRequest.value),
    ...module.staticExports.flatMap((e) => e.entries.flatMap((x) => x.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map((i) => text.slice(i.moduleRequest.start, i.moduleRequest.end)),
    ...[...text.matchAll(/\bimport\(\s*(['"`][^'"`]+['"`])/g)].map((m) => m[1] ?? ''),
    ...[...text.matchAll(/new URL\(\s*(['"]\.[^'"]+['"])\s*,\s*import\.meta\.url/g)].map((m) => m[1] ?? ''),
  ];
  return [...new Set(names.map((n) => n.replace(/^['"`]|['"`]$/g, '')))];
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}
