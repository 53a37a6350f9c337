import type { ServerResponse } from 'node:http';
import { constants, deflateRawSync } from 'node:zlib';
import { pause } from '../http.ts';
import { renderedBody, type Reply } from './reply.ts';
import type { Delivery } from './spoil.ts';

const DRIP_BYTES = 64;

/** Puts a reply on the wire, well or badly. */
export async function deliver(response: ServerResponse, reply: Reply, delivery: Delivery): Promise<void> {
  const body = Buffer.from(renderedBody(reply));
  const headers: Record<string, string | number> = { ...reply.headers };
  if (reply.status !== 304) headers['Content-Length'] = body.length;
  switch (delivery.how) {
    case 'whole':
      response.writeHead(reply.status, headers);
      response.end(reply.status === 304 ? undefined : body);
      return;
    case 'cut':
      response.writeHead(reply.status, headers);
      response.write(body.subarray(0, body.length >> 1), () => response.destroy());
      return;
    case 'drip':
      response.writeHead(reply.status, headers);
      for (let at = 0; at < body.length && !response.destroyed; at += DRIP_BYTES) {
        response.write(body.subarray(at, at + DRIP_BYTES));
        await pause(delivery.ms);
      }
      response.end();
      return;
    case 'huge':
      delete headers['Content-Length'];
      response.writeHead(reply.status, headers);
      return huge(response, reply, delivery.megabytes);
    case 'bomb':
      delete headers['Content-Length'];
      response.writeHead(reply.status, { ...headers, 'Content-Encoding': 'gzip' });
      return bomb(response, delivery.megabytes);
    case 'many':
      delete headers['Content-Length'];
      response.writeHead(reply.status, headers);
      return many(response);
  }
}

const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
const BLOCK = 16;

/** Blocks that need nothing of one another, so that one of them can be sent again and again. */
async function bomb(response: ServerResponse, megabytes: number): Promise<void> {
  const block = (text: string | Buffer): Buffer =>
    deflateRawSync(text, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const spaces = block(Buffer.alloc(BLOCK * 1024 * 1024, ' '));
  response.write(GZIP_HEADER);
  response.write(block('{"resourceType":"Bundle","type":"searchset","entry":['));
  await writeTimes(response, spaces, Math.ceil(megabytes / BLOCK));
  response.end();
}

async function many(response: ServerResponse): Promise<void> {
  const thousand = '{"resource":{"resourceType":"Basic"}},'.repeat(1000);
  response.write('{"resourceType":"Bundle","type":"searchset","entry":[');
  await writeTimes(response, thousand, 1000);
  response.end('{}]}');
}

/** No faster than it is taken, so that nobody's memory holds it here. */
async function writeTimes(response: ServerResponse, piece: string | Buffer, times: number): Promise<void> {
  const closed = new Promise<void>((resolve) => response.once('close', () => resolve()));
  for (let i = 0; i < times && !response.destroyed; i++) {
    const room = response.write(piece);
    const drained = room ? null : new Promise<void>((resolve) => response.once('drain', () => resolve()));
    if (drained) await Promise.race([drained, closed]);
  }
}

/** A valid page that goes on and on: its entries again and again, so that nobody's memory holds it here. */
async function huge(response: ServerResponse, reply: Reply, megabytes: number): Promise<void> {
  const filler = `{"resource":{"resourceType":"Basic","id":"filler","text":{"status":"generated","div":"<div>${'x'.repeat(60_000)}</div>"}},"search":{"mode":"include"}}`;
  const entries = (reply.bundle?.entries ?? []).map((entry) => `${entry},`).join('');
  response.write(`{"resourceType":"Bundle","type":"searchset","entry":[${entries}`);
  const times = Math.ceil((megabytes * 1024 * 1024) / filler.length);
  const closed = new Promise<void>((resolve) => response.once('close', () => resolve()));
  for (let i = 0; i < times && !response.destroyed; i++) {
    const room = response.write(`${filler}${i === times - 1 ? '' : ','}`);
    const drained = room ? null : new Promise<void>((resolve) => response.once('drain', () => resolve()));
    if (drained) await Promise.race([drained, closed]);
  }
  response.end(']}');
}
