import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './app-server.ts';

const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json'];

/** The folder of a fresh build of the app; builds it first where there is none, or one older than its sources. */
export async function builtApp(root: string, tell: (text: string) => void): Promise<string | null> {
  const dist = join(root, 'dist');
  if (!existsSync(join(root, 'index.html'))) {
    tell('There is no index.html to build the app from; the servers start without it.');
    return null;
  }
  if (isFresh(root, dist)) return dist;
  tell('Building the app …');
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
  return dist;
}

function isFresh(root: string, dist: string): boolean {
  const made = join(dist, 'index.html');
  if (!existsSync(made)) return false;
  const builtAt = statSync(made).mtimeMs;
  return SOURCES.map((name) => join(root, name))
    .filter((path) => existsSync(path))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
    .every((path) => /\.test\.tsx?$/.test(path) || statSync(path).mtimeMs <= builtAt);
}
