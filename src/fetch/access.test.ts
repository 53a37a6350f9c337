import { describe, expect, it } from 'vitest';
import type { SourceProblem } from '../record/index.ts';
import type { Access } from './access.ts';
import { openTo, QUICK, signedIn, tokensOf, startForTest } from './testing/harness.ts';
import { type Fault, type ServerOptions, type TestServer } from './testing/server.ts';

const start = (options: Partial<ServerOptions> = {}): Promise<TestServer> =>
  startForTest({ resources: [{ resourceType: 'Patient', id: 'p1' }], ...options });

const problem = async (access: Access, url = 'Patient/p1'): Promise<SourceProblem | null> => {
  const answer = await access.get(url);
  return answer.ok ? null : answer.error;
};

describe('the token stays at home', () => {
  const elsewhere = (server: TestServer) => [
    'https://evil.example/fhir/Patient/p1',
    `${server.origin}/other/Patient/p1`,
    `${server.origin}/fhirevil/Patient/p1`,
    `${server.base}/../admin`,
    server.base.replace('127.0.0.1', 'localhost'),
    server.base.replace('http:', 'https:'),
    `//evil.example/fhir/Patient/p1`,
    `http://user:pw@${new URL(server.base).host}/fhir/Patient/p1`,
    'javascript:alert(1)',
    'data:application/json,{}',
    `${server.base}.evil.example/Patient/p1`,
  ];

  it('no request leaves for any other scheme, host, port or path', async () => {
    const server = await start();
    const other = await start();
    const urls: string[] = [];
    const { access } = openTo(server, {
      signedIn: signedIn(server, { tokens: tokensOf(server) }),
      fetch: (url, init) => {
        urls.push(url);
        return fetch(url, init);
      },
    });
    for (const url of [...elsewhere(server), `${other.base}/Patient/p1`])
      expect(await problem(access, url), url).toMatchObject({ kind: 'foreign-url' });
    expect(urls).toEqual([]);
    expect(other.log).toEqual([]);
  });

  it('a redirect is not followed, and says no more than where to', async () => {
    const other = await start();
    const server = await start({
      fault: (_asked, response) => {
        response.writeHead(302, { location: `${other.base}/Patient/p1?name=canary` }).end();
        return true;
      },
    });
    const { access } = openTo(server, { signedIn: signedIn(server, { tokens: tokensOf(server) }) });
    const said = await problem(access);
    expect(said).toEqual({ kind: 'foreign-url', url: `redirect to ${other.origin}` });
    expect(other.log).toEqual([]);
  });

  it('an open server gets no Authorization', async () => {
    const server = await start();
    await openTo(server).access.get('Patient/p1');
    expect(server.log[0]?.token).toBeNull();
  });
});

describe('what goes wrong on the way is a value', () => {
  const always =
    (answer: (response: Parameters<Fault>[1]) => void): Fault =>
    (_asked, response) => {
      answer(response);
      return true;
    };
  const json = { 'content-type': 'application/fhir+json' };

  it.each<[string, Fault, string]>([
    ['403', always((r) => r.writeHead(403).end()), 'forbidden'],
    [
      '404',
      always((r) => r.writeHead(404, { 'content-type': 'text/html' }).end('<html>no</html>')),
      'not-found',
    ],
    ['410', always((r) => r.writeHead(410).end()), 'expired'],
    ['400', always((r) => r.writeHead(400).end()), 'rejected'],
    ['422', always((r) => r.writeHead(422).end()), 'rejected'],
    ['429 without end', always((r) => r.writeHead(429).end()), 'rate-limited'],
    ['500', always((r) => r.writeHead(500).end()), 'server-error'],
    ['501', always((r) => r.writeHead(501).end()), 'unsupported'],
    ['a closed connection', always((r) => r.destroy()), 'unreachable'],
    ['silence', always(() => undefined), 'timed-out'],
    ['headers and then silence', always((r) => r.writeHead(200, json).write('{')), 'timed-out'],
    [
      'a web page',
      always((r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>hi')),
      'malformed',
    ],
    ['XML', always((r) => r.writeHead(200).end('<Patient xmlns="http://hl7.org/fhir"/>')), 'malformed'],
    ['nothing', always((r) => r.writeHead(200, json).end()), 'malformed'],
    [
      'half a resource',
      always((r) => r.writeHead(200, json).end('{"resourceType":"Patient","id"')),
      'truncated',
    ],
    [
      'fewer bytes than announced',
      always((r) => {
        r.writeHead(200, { ...json, 'content-length': '1000' }).write('{"resourceType":');
        setTimeout(() => r.destroy(), 10);
      }),
      'truncated',
    ],
  ])('%s', async (_what, fault, kind) => {
    const server = await start({ fault });
    const isSilent = kind === 'timed-out';
    const { access } = openTo(server, { limits: isSilent ? { ...QUICK, idleMs: 100 } : QUICK });
    expect(await problem(access)).toMatchObject({ kind });
    expect(server.log.length).toBeLessThanOrEqual(8);
  });

  it('a slow drip ends at the total deadline, though it never falls silent', async () => {
    const server = await start({
      fault: (_asked, response) => {
        response.writeHead(200, json);
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
        return true;
      },
    });
    const { access } = openTo(server, { limits: { ...QUICK, totalMs: 200, retries: 0 } });
    expect(await problem(access)).toEqual({ kind: 'timed-out', afterMs: 200 });
  });

  it('a page without end stops at the cap', async () => {
    const server = await start({
      fault: (_asked, response) => {
        response.writeHead(200, json);
        const flood = () => {
          while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
        };
        response.on('drain', flood);
        flood();
        return true;
      },
    });
    const { access } = openTo(server, { limits: { ...QUICK, maxBytes: 1024 * 1024 } });
    expect(await problem(access)).toEqual({ kind: 'too-large', limitBytes: 1024 * 1024 });
    expect(server.log.length).toBe(1);
  });

  it('nobody there', async () => {
    const server = await start();
    const { access } = openTo(server);
    await server.close();
    expect(await problem(access)).toMatchObject({ kind: 'unreachable' });
  });

  it('cancelled at any point: waiting, sending, between tries', async () => {
    const server = await start({
      fault: (asked, response) => (asked.index % 2 ? true : (response.writeHead(503).end(), true)),
    });
    const { access } = openTo(server, { limits: { ...QUICK, concurrency: 1 } });
    for (const ms of [0, 5, 20, 60]) {
      const stop = new AbortController();
      const asked = [0, 1, 2].map(() => access.get('Patient/p1', { signal: stop.signal }));
      setTimeout(() => stop.abort(), ms);
      for (const each of asked) expect(await each).toEqual({ ok: false, error: { kind: 'cancelled' } });
    }
  });
});

describe('politeness and patience', () => {
  const slowly: Fault = (_asked, response, honest) => {
    setTimeout(() => response.writeHead(200).end(honest()), 40);
    return true;
  };

  it('asks for no more than the cap at once', async () => {
    const server = await start({ fault: slowly });
    const { access } = openTo(server, { limits: { ...QUICK, widest: 6 } });
    await Promise.all(Array.from({ length: 30 }, () => access.get('Patient/p1')));
    expect(server.highest).toBe(6);
  });

  it('a server that asked to slow down once is asked less at a time from then on', async () => {
    let scold = true;
    const server = await start({
      fault: (asked, response, honest) => {
        if (!scold) return slowly(asked, response, honest);
        scold = false;
        response.writeHead(429, { 'retry-after': '0' }).end();
        return true;
      },
    });
    const { access } = openTo(server);
    await access.get('Patient/p1');
    await Promise.all(Array.from({ length: 30 }, () => access.get('Patient/p1')));
    expect(server.highest).toBe(3);
  });

  it.each([
    ['in seconds', () => ({ 'retry-after': '0.2' })],
    [
      'as a date by the server’s own clock',
      () => ({ date: 'Mon, 01 Jan 2018 00:00:00 GMT', 'retry-after': 'Mon, 01 Jan 2018 00:00:00 GMT' }),
    ],
    ['not said', () => ({})],
  ])('429 with Retry-After %s is waited for', async (_how, headers) => {
    const server = await start({
      fault: (asked, response) => {
        if (asked.index > 0) return false;
        response.writeHead(429, headers()).end();
        return true;
      },
    });
    const { access } = openTo(server);
    expect(await problem(access)).toBeNull();
    expect(server.log.length).toBe(2);
  });

  it('a Retry-After beyond patience is told, not waited for', async () => {
    const server = await start({
      fault: (_asked, response) => {
        response.writeHead(429, { 'retry-after': '3600' }).end();
        return true;
      },
    });
    const { access } = openTo(server);
    expect(await problem(access)).toEqual({ kind: 'rate-limited', retryAfterMs: 3_600_000 });
    expect(server.log.length).toBe(1);
  });

  it('a byte order mark, JSON by another name and latin-1 are read', async () => {
    const server = await start({ habits: { bom: true, contentType: 'text/json' } });
    const answer = await openTo(server).access.get('Patient/p1');
    expect(answer.ok && answer.value.text.startsWith('{')).toBe(true);
    const latin = await start({
      fault: (_asked, response) => {
        response.writeHead(200, { 'content-type': 'application/json; charset=iso-8859-1' });
        response.end(Buffer.from('{"a":"é"}', 'latin1'));
        return true;
      },
    });
    const read = await openTo(latin).access.get('Patient/p1');
    expect(read.ok && read.value.text).toBe('{"a":"é"}');
  });

  it('a Binary is asked for with its exact type and comes as bytes', async () => {
    const server = await start({
      fault: (_asked, response) => {
        response.writeHead(200, { 'content-type': 'application/pdf' }).end(Buffer.from([0, 255, 1]));
        return true;
      },
    });
    const answer = await openTo(server).access.get('Binary/1', { accept: 'application/pdf', raw: true });
    expect(answer.ok && [...answer.value.bytes]).toEqual([0, 255, 1]);
    expect(server.log[0]?.accept).toBe('application/pdf');
  });
});
