import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox, type FaultKind, type Sandbox } from './index.ts';
import { FhirClient, idsOf, nextOf, type BundleAnswer } from './testing/fhir-client.ts';
import { tinyWorld } from './testing/tiny-world.ts';
import { authorize, exchange, signIn, tokenRequest } from './testing/visitor.ts';

let sandbox: Sandbox;
let client: FhirClient;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', quiet: true, world: tinyWorld(30) });
  client = new FhirClient(
    sandbox.orgs.general,
    await signIn(sandbox, sandbox.orgs.general, { patient: 'g-ines' }),
  );
});
afterEach(() => sandbox.clearFaults());
afterAll(() => sandbox.stop());

const PAGE = 'Observation?patient=g-ines&_count=10';
const set = (fault: FaultKind, more: object = {}) => sandbox.setFault({ org: 'general', fault, ...more });

test.each([
  ['401', 401],
  ['403', 403],
  ['404', 404],
  ['410', 410],
  ['500', 500],
] as const)('%s', async (fault, status) => {
  set(fault);
  const response = await client.get(PAGE);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ resourceType: 'OperationOutcome' });
});

test('down: no answer at all', async () => {
  set('down');
  await expect(client.get(PAGE)).rejects.toThrow();
  sandbox.clearFaults();
  expect((await client.get(PAGE)).status).toBe(200);
});

test('slow: late, and whole', async () => {
  set('slow', { ms: 120 });
  const before = performance.now();
  expect(await client.ids(PAGE)).toHaveLength(10);
  expect(performance.now() - before).toBeGreaterThan(110);
});

test('slow drip: the head at once, the body in drops', async () => {
  set('slow-drip', { ms: 1 });
  const response = await client.get('Condition?patient=g-ines');
  let drops = 0;
  let size = 0;
  for await (const drop of response.body ?? []) {
    drops++;
    size += (drop as Uint8Array).length;
  }
  expect(drops).toBeGreaterThan(3);
  expect(size).toBe(Number(response.headers.get('content-length')));
});

test('cut in the middle', async () => {
  set('cut');
  const response = await client.get(PAGE);
  await expect(response.text()).rejects.toThrow();
});

test('truncated: half of it, said to be whole', async () => {
  set('truncated');
  const text = await (await client.get(PAGE)).text();
  expect(text).toMatch(/^\{"resourceType":"Bundle"/);
  expect(() => JSON.parse(text)).toThrow();
});

test('a web page in place of FHIR, with status 200', async () => {
  set('html');
  const response = await client.get(PAGE);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
});

test('a byte order mark', async () => {
  set('bom');
  const bytes = new Uint8Array(await (await client.get(PAGE)).arrayBuffer());
  expect(Array.from(bytes.slice(0, 4))).toEqual([0xef, 0xbb, 0xbf, 0x7b]);
});

describe('429', () => {
  test('in seconds', async () => {
    set('429-seconds', { seconds: 7 });
    const response = await client.get(PAGE);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
    expect(response.headers.get('access-control-expose-headers')).toContain('Retry-After');
  });

  test('as a date', async () => {
    set('429-date', { seconds: 120 });
    const after = Date.parse((await client.get(PAGE)).headers.get('retry-after') ?? '') - Date.now();
    expect(after).toBeGreaterThan(100_000);
    expect(after).toBeLessThanOrEqual(120_000);
  });

  test('not shown to scripts', async () => {
    set('429-hidden');
    const response = await client.get(PAGE);
    expect(response.status).toBe(429);
    expect(response.headers.get('access-control-expose-headers')).not.toContain('Retry-After');
  });
});

test("somebody else's resource, in a page and in a read", async () => {
  set('wrong-patient');
  const ids = await client.ids(PAGE);
  expect(ids).toHaveLength(11);
  expect(ids.filter((id) => !id.startsWith('g-ines'))).toHaveLength(1);
  const read = (await (await client.get('Patient/g-ines')).json()) as { id: string };
  expect(read.id).not.toBe('g-ines');
});

test('next leads back to the same page', async () => {
  set('next-loops');
  const second = await client.bundle(`${PAGE}&_offset=10`);
  const again = await client.bundle(nextOf(second) ?? '');
  expect(idsOf(again)).toEqual(idsOf(second));
});

test('an empty page with a next, which has the entries', async () => {
  set('empty-page', { nth: 2 });
  const { ids, pages } = await client.all(PAGE);
  expect([ids.length, new Set(ids).size, pages]).toEqual([31, 31, 5]);
});

test('a huge page is as large as asked, and valid', async () => {
  set('huge-page', { megabytes: 3 });
  const text = await (await client.get(PAGE)).text();
  expect(text.length).toBeGreaterThan(3 * 1024 * 1024);
  const bundle = JSON.parse(text) as BundleAnswer;
  expect(idsOf(bundle)).toHaveLength(10);
});

test('clock skew: the Date header and the id_token are from another time', async () => {
  sandbox.setFault({ org: 'general', fault: 'clock-skew', minutes: 60, type: 'token' });
  sandbox.setFault({ org: 'general', fault: 'clock-skew', minutes: 60 });
  const date = Date.parse((await client.get(PAGE)).headers.get('date') ?? '');
  expect(date - Date.now()).toBeGreaterThan(58 * 60_000);
  const token = await signIn(sandbox, sandbox.orgs.general, { patient: 'g-ines' });
  expect((decodeJwt(token.id_token ?? '').iat ?? 0) * 1000 - Date.now()).toBeGreaterThan(58 * 60_000);
  expect((await new FhirClient(sandbox.orgs.general, token).get('Patient/g-ines')).status).toBe(200);
});

describe('the token endpoint', () => {
  test('failing, and well again', async () => {
    const callback = await authorize(sandbox, sandbox.orgs.general, { patient: 'g-ines' });
    set('500', { type: 'token', times: 1 });
    const failed = await tokenRequest(sandbox, sandbox.orgs.general, {
      grant_type: 'authorization_code',
      code: 'x',
    });
    expect(failed.status).toBe(500);
    expect(failed.headers.get('access-control-allow-origin')).toBe(sandbox.urls.app);
    expect(await exchange(sandbox, sandbox.orgs.general, callback)).toHaveProperty('access_token');
  });

  test('refusing the grant', async () => {
    set('invalid-grant', { type: 'token' });
    const token = await signIn(sandbox, sandbox.orgs.general, { patient: 'g-ines' });
    expect(token.error).toBe('invalid_grant');
  });

  test('discovery unreachable', async () => {
    set('down', { type: 'discovery' });
    await expect(fetch(`${sandbox.orgs.general.iss}/.well-known/smart-configuration`)).rejects.toThrow();
    expect((await client.get('Patient/g-ines')).status).toBe(200);
  });
});

describe('when a fault strikes', () => {
  test('at the n-th request of its type, once, on its server', async () => {
    set('500', { type: 'Observation', nth: 2 });
    expect((await client.get('Condition?patient=g-ines')).status).toBe(200);
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) statuses.push((await client.get(PAGE)).status);
    expect(statuses).toEqual([200, 500, 200]);
    expect(sandbox.faults()[0]).toMatchObject({ seen: 3, applied: 1 });
  });

  test('in the middle of paging, by cursor as well', async () => {
    sandbox.orgs.general.habits.next = 'opaque';
    set('401', { type: 'Observation', nth: 3 });
    await expect(client.all(PAGE)).rejects.toThrow(/^401/);
    sandbox.orgs.general.habits.next = 'absolute';
  });

  test('as often as asked', async () => {
    set('500', { times: 2 });
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) statuses.push((await client.get(PAGE)).status);
    expect(statuses).toEqual([500, 500, 200]);
  });

  test('on every server with *', async () => {
    sandbox.setFault({ org: '*', fault: '500' });
    for (const { iss } of Object.values(sandbox.orgs)) {
      expect((await fetch(`${iss}/Patient/1`)).status).toBe(500);
    }
  });
});

test('the log says what was asked, and that a token was there, but never the token', async () => {
  sandbox.clearLog();
  await client.get('Condition?patient=g-ines');
  await client.post('Observation/_search', 'patient=g-ines');
  await fetch(`${sandbox.orgs.valley.iss}/metadata`);
  const log = sandbox.log();
  expect(
    log.map(({ org, method, path, type, authorization }) => [org, method, path, type, authorization]),
  ).toEqual([
    ['general', 'GET', '/fhir/Condition', 'Condition', true],
    ['general', 'POST', '/fhir/Observation/_search', 'Observation', true],
    ['valley', 'GET', '/fhir/metadata', 'metadata', false],
  ]);
  expect(log[1]?.search).toBe('patient=g-ines');
  expect(JSON.stringify(log)).not.toContain(client.headers['authorization']?.slice(-20));
});

test('latency delays every answer', async () => {
  sandbox.setLatency(80);
  const before = performance.now();
  await client.get('Patient/g-ines');
  sandbox.setLatency(0);
  expect(performance.now() - before).toBeGreaterThan(75);
});
