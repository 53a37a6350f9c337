/** What ships, as a CycloneDX list on standard output; its licences and scripts are judged by the tests beside it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const run = spawnSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'],
    {
      encoding: 'utf8',
      maxBuffer: 1e8,
    },
  );
  if (run.status !== 0) {
    console.error(run.stderr);
    process.exit(1);
  }
  process.stdout.write(run.stdout);
}
