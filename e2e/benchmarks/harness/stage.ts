/** The product's production build, with the peers beside it on the same origin. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { makeAppServer } from '../../sandbox/app-server.ts';
import { builtApp } from '../../sandbox/build-app.ts';
import { listen } from '../../sandbox/http.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BENCHMARKS = join(ROOT, 'e2e', 'benchmarks');

export interface Stage {
  readonly appDir: string;
  /** A page that holds what the product is measured against. */
  readonly peers: string;
  /** Runs in every page before its own code. */
  readonly probe: string;
  remove(): Promise<void>;
}

export async function buildStage(): Promise<Stage> {
  const dist = await builtApp(ROOT, () => {});
  if (dist === null) throw new Error('there is no app to measure');
  const appDir = mkdtempSync(join(tmpdir(), 'throughline-stage-'));
  cpSync(dist, appDir, { recursive: true });
  await build({
    root: join(BENCHMARKS, 'peers'),
    configFile: false,
    logLevel: 'error',
    base: './',
    build: {
      outDir: join(appDir, 'peers'),
      emptyOutDir: true,
      target: 'es2023',
      rolldownOptions: {
        input: [join(BENCHMARKS, 'peers', 'index.html'), join(BENCHMARKS, 'peers', 'react.html')],
      },
    },
  });
  const nobody = { organisations: [], frameAncestors: [], idleMinutes: 15, audit: { endpoint: null } };
  const served = await listen(makeAppServer(appDir, nobody), 0);
  return {
    appDir,
    peers: `${served.origin}/peers/index.html`,
    probe: await bundledProbe(),
    async remove() {
      await served.stop();
      rmSync(appDir, { recursive: true, force: true });
    },
  };
}

/** The same product with its functions' names and places kept, for a profile that can be read. */
export async function readableApp(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'throughline-readable-'));
  await build({
    root: ROOT,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, minify: false, sourcemap: true },
  });
  return outDir;
}

async function bundledProbe(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: join(BENCHMARKS, 'harness', 'probe.ts'), formats: ['iife'], name: 'probeModule' },
    },
  });
  const [first] = Array.isArray(made) ? made : [made];
  const chunk = first && 'output' in first ? first.output[0] : null;
  if (!chunk) throw new Error('the probe was not built');
  return chunk.code;
}
