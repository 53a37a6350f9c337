/** `npm run advisories` asks a package registry; here one that answers as registries do, whatever the network has. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** What a registry says of a package, of the one version that is here. */
function packument(path: string): object {
  const name = decodeURIComponent(path.slice(1));
  const text = readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8');
  const manifest = JSON.parse(text) as { readonly version: string };
  return { name, 'dist-tags': { latest: manifest.version }, versions: { [manifest.version]: manifest } };
}

const AGAINST = {
  react: [
    {
      id: 1,
      url: 'https://advisories.example/1',
      title: 'made up',
      severity: 'high',
      vulnerable_versions: '*',
    },
  ],
};

/** How the script ends, and what the registry was asked. */
async function asked(advisories: object): Promise<{ code: number; told: string; paths: readonly string[] }> {
  const paths: string[] = [];
  const registry = createServer((request, response) => {
    const path = request.url ?? '';
    paths.push(path);
    response.setHeader('content-type', 'application/json');
    const answer = request.method === 'POST' ? advisories : packument(path);
    request.resume().on('end', () => response.end(JSON.stringify(answer)));
  });
  await new Promise<void>((resolve) => registry.listen(0, 'localhost', resolve));
  const url = `http://localhost:${(registry.address() as AddressInfo).port}/`;
  try {
    return await new Promise((resolve) =>
      execFile('npm', ['run', 'advisories', '--', '--registry', url], { cwd: ROOT }, (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code), told: out + err, paths }),
      ),
    );
  } finally {
    registry.closeAllConnections();
    registry.close();
  }
}

describe('what is known against the packages that ship', () => {
  it('ends the release where there is something, and names it', async () => {
    const { code, told, paths } = await asked(AGAINST);
    expect(paths).toContain('/-/npm/v1/security/advisories/bulk');
    expect(told).toContain('https://advisories.example/1');
    expect(code).toBe(1);
  }, 60_000);

  it('lets it pass where there is nothing', async () => {
    expect(await asked({})).toMatchObject({ code: 0 });
  }, 60_000);
});
