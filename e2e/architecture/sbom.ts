/** What ships, written as a CycloneDX list and as a list of licences; both are judged by the tests beside it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Licences that a hospital may ship without asking anybody. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'CC0-1.0',
  'Unlicense',
]);

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
}

export interface Shipped {
  readonly name: string;
  /** Its folder below the root. */
  readonly path: string;
  readonly licence: string | null;
  readonly runsScript: boolean;
  readonly integrity: boolean;
}

/** The packages of the lock file that are not for development alone. */
export function shipped(root: string): Shipped[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, locked]) => ({
      name: `${path.replace(/^.*node_modules\//, '')}@${locked.version ?? '?'}`,
      path,
      licence: locked.license ?? licenceOf(join(root, path)),
      runsScript: locked.hasInstallScript === true,
      integrity: locked.integrity !== undefined,
    }));
}

function licenceOf(folder: string): string | null {
  try {
    const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      license?: unknown;
    };
    return typeof license === 'string' ? license : null;
  } catch {
    return null;
  }
}

/** Of alternatives one is enough; what must all hold must all be allowed. */
export function isAllowed(licence: string | null): boolean {
  if (licence === null) return false;
  const bare = licence.replace(/[()]/g, '');
  return bare.split(' OR ').some((either) => either.split(' AND ').every((one) => ALLOWED.has(one.trim())));
}

/** What ships and under which licence, with the text that each asks to be handed on. */
export function licenceList(root: string): string {
  const entries = shipped(root).map(({ name, licence, path }) => {
    const text = licenceText(join(root, path)) ?? '(it comes without the text of its licence)';
    return `${name} · ${licence ?? 'no licence named'}\n\n${text.trim()}\n`;
  });
  return entries.join(`\n${'-'.repeat(80)}\n\n`);
}

function licenceText(folder: string): string | null {
  try {
    const file = readdirSync(folder).find((each) => /^licen[cs]e(?:[.-]|$)/i.test(each));
    return file === undefined ? null : readFileSync(join(folder, file), 'utf8');
  } catch {
    return null;
  }
}

function sbom(): string {
  const asked = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'];
  const run = spawnSync('npm', asked, { encoding: 'utf8', maxBuffer: 1e8 });
  if (run.status === 0) return run.stdout;
  console.error(run.stderr);
  return process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = join(import.meta.dirname, '../..');
  mkdirSync(join(root, 'sbom'), { recursive: true });
  for (const [file, text] of [
    ['sbom/sbom.cdx.json', sbom()],
    ['sbom/licences.txt', licenceList(root)],
  ] as const) {
    writeFileSync(join(root, file), text);
    console.log(file);
  }
}
