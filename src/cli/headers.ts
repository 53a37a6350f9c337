/**
 * `cli headers`: the headers that a deployment must send, as configuration for its web server. They come from the
 * same function that the sandbox's own server uses, so that what is tried here is what is deployed.
 */
import { readFileSync } from 'node:fs';
import {
  appHeaders,
  configurationProblemText,
  PAGE_PATHS,
  readConfiguration,
  type Configuration,
  type Served,
} from '../sources/index.ts';
import { UsageError } from './problem.ts';

const WRITERS: Readonly<Record<string, (headersOf: HeadersOf) => string>> = {
  nginx,
  caddy,
  static: statics,
  json,
};

type HeadersOf = (served: Served) => readonly (readonly [name: string, value: string])[];

export function headersCommand(config: string | null, target: string | null): void {
  if (config === null) throw new UsageError('--config file is missing');
  const write = Object.hasOwn(WRITERS, target ?? '') ? WRITERS[target ?? ''] : undefined;
  if (!write) throw new UsageError(`--for ${target ?? ''}: expected ${Object.keys(WRITERS).join(', ')}`);
  const configuration = readConfig(config);
  // What is deployed is served over https; whoever tests over http takes the sandbox.
  process.stdout.write(write((served) => Object.entries(appHeaders(configuration, served, true))));
}

function readConfig(path: string): Configuration {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${path}: cannot be read`);
  }
  const read = readConfiguration(text);
  if (!read.ok) throw new UsageError(read.error.map(configurationProblemText).join('\n'));
  return read.value;
}

const MADE = '# Made by `cli headers` from config.json; make it again when config.json changes.';

/** Also with an error, but for this: an asset that is missing while a new version is put in place is not missing for ever. */
const always = (served: Served, name: string): string =>
  served === 'asset' && name === 'Cache-Control' ? '' : ' always';

function nginx(headersOf: HeadersOf): string {
  const location = (match: string, served: Served, serve: string) =>
    [
      `location ${match} {`,
      ...headersOf(served).map(
        ([name, value]) => `    add_header ${name} "${value}"${always(served, name)};`,
      ),
      `    ${serve}`,
      '}',
    ].join('\n');
  const page = 'try_files /index.html =404;';
  return [
    `${MADE}\n# Include it in the server block, below its root.`,
    ...PAGE_PATHS.map((path) => location(`= ${path}`, 'page', page)),
    location('~ ^/callback(/[A-Za-z0-9_-]*)?$', 'callback', page),
    location('= /config.json', 'configuration', 'try_files $uri =404;'),
    location('^~ /assets/', 'asset', 'try_files $uri =404;'),
    location('/', 'other', 'try_files $uri =404;'),
    '',
  ].join('\n');
}

function caddy(headersOf: HeadersOf): string {
  const handle = (matcher: string, served: Served, serve: readonly string[]) =>
    [
      `handle ${matcher}{`,
      '    header {',
      ...headersOf(served).map(([name, value]) => `        ${name} "${value}"`),
      '    }',
      ...serve.map((line) => `    ${line}`),
      '}',
    ].join('\n');
  const page = ['rewrite * /index.html', 'file_server'];
  return [
    `${MADE}\n# Import it in the site block, below its root.`,
    `@page path ${PAGE_PATHS.join(' ')}`,
    '@callback path /callback /callback/*',
    // One that is missing while a new version is put in place is not missing for ever.
    '@asset {\n    path /assets/*\n    file\n}',
    handle('@page ', 'page', page),
    handle('@callback ', 'callback', page),
    handle('/config.json ', 'configuration', ['file_server']),
    handle('@asset ', 'asset', ['file_server']),
    handle('', 'other', ['file_server']),
    '',
  ].join('\n');
}

/** `_headers` of static hosts. No two rules match one address: hosts join what two rules say, and that is no header. */
function statics(headersOf: HeadersOf): string {
  const rule = (path: string, served: Served) =>
    [path, ...headersOf(served).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return [
    `${MADE}\n# Name it _headers. Every address below must answer with /index.html, but for the last two.`,
    ...PAGE_PATHS.map((path) => rule(path, 'page')),
    rule('/callback', 'callback'),
    rule('/callback/*', 'callback'),
    rule('/config.json', 'configuration'),
    rule('/assets/*', 'asset'),
    '',
  ].join('\n');
}

function json(headersOf: HeadersOf): string {
  const kinds: readonly Served[] = ['page', 'callback', 'configuration', 'asset', 'other'];
  const all = Object.fromEntries(kinds.map((served) => [served, Object.fromEntries(headersOf(served))]));
  return `${JSON.stringify(all, null, 2)}\n`;
}
