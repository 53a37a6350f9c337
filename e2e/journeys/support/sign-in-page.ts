/** Builds the page that signs in and does nothing else, once for each run. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

export async function buildSignInPage(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'throughline-sign-in-'));
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'sign-in-page'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } },
  });
  return outDir;
}
