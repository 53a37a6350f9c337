import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { appHeaders, PAGE_PATHS, type HeaderConfiguration, type Served } from '../../src/sources/index.ts';
import { send } from './http.ts';

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer | null;
  readonly served: Served;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Pages of the app: each is index.html, told apart by the app itself. */
const CALLBACK = /^\/callback(?:\/[\w-]*)?$/;
const isPage = (path: string): boolean =>
  (PAGE_PATHS as readonly string[]).includes(path) || CALLBACK.test(path);

/** Serves the built app as a production server would; `config.json` is made for the running ports. */
export function makeAppServer(dist: string | null, configuration: HeaderConfiguration & object): Server {
  const assets = dist === null ? new Map<string, Asset>() : loadAssets(dist);
  const config = Buffer.from(`${JSON.stringify(configuration, null, 2)}\n`);
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const reply = (status: number, served: Served, type: string, body: Buffer, encoding?: string) =>
      send(
        response,
        status,
        {
          ...appHeaders(configuration, served, false),
          'Content-Type': type,
          Vary: 'Accept-Encoding',
          ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
        },
        body,
      );
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return reply(405, 'other', 'text/plain', Buffer.from('Method not allowed\n'));
    }
    if (pathname === '/config.json') return reply(200, 'configuration', TYPES['.json'] ?? '', config);
    const page = isPage(pathname);
    const asset = assets.get(page ? '/index.html' : pathname);
    if (!asset) {
      const why = dist === null ? 'The app is not built; run the build, then start again.\n' : 'Not found\n';
      return reply(404, 'other', 'text/plain; charset=utf-8', Buffer.from(why));
    }
    const served = !page ? asset.served : pathname.startsWith('/callback') ? 'callback' : 'page';
    const zipped = asset.gzip !== null && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    if (zipped && asset.gzip) return reply(200, served, asset.type, asset.gzip, 'gzip');
    return reply(200, served, asset.type, asset.plain);
  };
  return createServer(answer);
}

/** Every file of the build, compressed once. */
function loadAssets(dist: string): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const file of filesBelow(dist)) {
    const path = `/${relative(dist, file).split(sep).join('/')}`;
    const plain = readFileSync(file);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const gzip = /text|json|svg|javascript/.test(type) ? gzipSync(plain, { level: 9 }) : null;
    assets.set(path, { type, plain, gzip, served: path.startsWith('/assets/') ? 'asset' : 'other' });
  }
  return assets;
}

export const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
