import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { habitsOf } from './habits.ts';
import { startSandbox, type Habits, type Sandbox } from './index.ts';
import { FhirClient, nextOf, type BundleAnswer } from './testing/fhir-client.ts';
import { tinyWorld } from './testing/tiny-world.ts';
import { signIn } from './testing/visitor.ts';
import { ORG_KEYS } from './world/index.ts';

/** Each habit is switched on the one server, so that a test shows what the switch does and nothing else. */
let sandbox: Sandbox;
let client: FhirClient;
let usual: Habits;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', quiet: true, world: tinyWorld(30) });
  usual = { ...sandbox.orgs.general.habits };
  client = new FhirClient(
    sandbox.orgs.general,
    await signIn(sandbox, sandbox.orgs.general, { patient: 'g-ines' }),
  );
});
afterEach(() => void Object.assign(sandbox.orgs.general.habits, usual));
afterAll(() => sandbox.stop());

const withHabit = (habits: Partial<Habits>) => void Object.assign(sandbox.orgs.general.habits, habits);
const OBSERVATIONS = 'Observation?patient=g-ines';

test('every organisation behaves in its own way', () => {
  const shapes = ORG_KEYS.map((key) => JSON.stringify(habitsOf(key)));
  expect(new Set(shapes).size).toBe(ORG_KEYS.length);
});

test('a default page size, and a cap that cuts a larger _count without a word', async () => {
  withHabit({ defaultPage: 7, maxPage: 10 });
  expect(await client.ids(OBSERVATIONS)).toHaveLength(7);
  expect(await client.ids(`${OBSERVATIONS}&_count=1000`)).toHaveLength(10);
  expect(await client.ids(`${OBSERVATIONS}&_count=3`)).toHaveLength(3);
});

describe('next', () => {
  test('absolute', async () => {
    const next = nextOf(await client.bundle(`${OBSERVATIONS}&_count=10`)) ?? '';
    expect(next).toMatch(new RegExp(`^${sandbox.orgs.general.iss}/Observation\\?.*_offset=10`));
  });

  test('relative to the request, for $everything too', async () => {
    withHabit({ next: 'relative' });
    expect(nextOf(await client.bundle(`${OBSERVATIONS}&_count=10`))).toMatch(/^Observation\?/);
    expect((await client.all(`${OBSERVATIONS}&_count=10`)).ids).toHaveLength(31);
    expect((await client.all('Patient/g-ines/$everything?_count=10')).ids).toHaveLength(38);
  });

  test('opaque, and only for the session that got it', async () => {
    withHabit({ next: 'opaque' });
    const next = nextOf(await client.bundle(`${OBSERVATIONS}&_count=10`)) ?? '';
    expect(next).toMatch(/\/fhir\?_page=[\w-]+$/);
    expect((await client.all(`${OBSERVATIONS}&_count=10`)).ids).toHaveLength(31);
    const token = await signIn(sandbox, sandbox.orgs.general, { patient: 'g-tom' });
    expect((await new FhirClient(sandbox.orgs.general, token).get(next)).status).toBe(403);
  });

  test('expires: 410', async () => {
    withHabit({ next: 'opaque', nextExpiresMs: -1 });
    const next = nextOf(await client.bundle(`${OBSERVATIONS}&_count=10`)) ?? '';
    expect((await client.get(next)).status).toBe(410);
  });

  test('a phantom page after the last full one', async () => {
    withHabit({ phantomNext: true });
    const { ids, pages } = await client.all(`${OBSERVATIONS}&_count=31`);
    expect([ids.length, pages]).toEqual([31, 2]);
  });

  test('a plus sign left bare', async () => {
    const query = `${OBSERVATIONS}&date=ge2020-01-01T00:00:00%2B01:00&_count=10`;
    expect(nextOf(await client.bundle(query))).toContain('%2B01');
    withHabit({ rawPlusInNext: true });
    expect(nextOf(await client.bundle(query))).toContain('+01');
  });

  test('offsets that end', async () => {
    withHabit({ maxOffset: 20 });
    expect((await client.get(`${OBSERVATIONS}&_offset=20`)).status).toBe(200);
    expect((await client.get(`${OBSERVATIONS}&_offset=21`)).status).toBe(400);
  });
});

test.each([
  ['exact', 31],
  ['missing', undefined],
  ['page', 10],
  ['estimate', 100],
] as const)('total: %s', async (total, said) => {
  withHabit({ total });
  expect((await client.bundle(`${OBSERVATIONS}&_count=10`)).total).toBe(said);
});

test('an estimated total is right on the last page', async () => {
  withHabit({ total: 'estimate' });
  expect((await client.bundle(`${OBSERVATIONS}&_count=10&_offset=30`)).total).toBe(31);
});

test('an empty search holds a remark among its entries', async () => {
  const none = `${OBSERVATIONS}&code=nothing`;
  expect((await client.bundle(none)).entry).toBeUndefined();
  withHabit({ emptySearch: 'outcome' });
  const { entry } = await client.bundle(none);
  expect(entry?.map(({ resource, search }) => [resource.resourceType, search?.mode])).toEqual([
    ['OperationOutcome', 'outcome'],
  ]);
});

test('Observation needs a category or a code', async () => {
  withHabit({ observationNeedsCategory: true });
  expect((await client.get(OBSERVATIONS)).status).toBe(400);
  expect((await client.get(`${OBSERVATIONS}&category=laboratory`)).status).toBe(200);
  expect((await client.get(`${OBSERVATIONS}&code=718-7`)).status).toBe(200);
  expect((await client.get('Condition?patient=g-ines')).status).toBe(200);
});

test('a status is needed', async () => {
  withHabit({ statusNeeded: ['MedicationRequest'] });
  expect((await client.get('MedicationRequest?patient=g-ines')).status).toBe(400);
  expect((await client.get('MedicationRequest?patient=g-ines&status=active')).status).toBe(200);
});

test('unknown parameters: 400, 422, or ignored without a word', async () => {
  const query = `${OBSERVATIONS}&categroy=laboratory`;
  withHabit({ unknownParams: 'refuse-400' });
  expect((await client.get(query)).status).toBe(400);
  withHabit({ unknownParams: 'refuse-422' });
  expect((await client.get(query)).status).toBe(422);
  withHabit({ unknownParams: 'ignore' });
  const bundle = await client.bundle(query);
  expect(bundle.total).toBe(31);
  expect(bundle.link[0]?.url).not.toContain('categroy');
});

test('the first issue of a 400 is only informational', async () => {
  withHabit({ informationFirst: true });
  const { issue } = (await (await client.get(`${OBSERVATIONS}&nope=1`)).json()) as {
    issue: { severity: string }[];
  };
  expect(issue.map(({ severity }) => severity)).toEqual(['information', 'error']);
});

test('no searches by POST', async () => {
  withHabit({ postSearch: false });
  expect((await client.post('Observation/_search', 'patient=g-ines')).status).toBe(405);
});

test('_sort without effect', async () => {
  withHabit({ sorts: false });
  expect((await client.ids(`${OBSERVATIONS}&_sort=-date&_count=1`))[0]).toBe('g-ines-o0');
});

test('XML unless JSON is asked for', async () => {
  withHabit({ xmlUnlessAsked: true });
  const xml = await client.get('Condition?patient=g-ines', { accept: '*/*' });
  expect(xml.headers.get('content-type')).toContain('application/fhir+xml');
  const text = await xml.text();
  expect(text).toMatch(/^<\?xml .*<Bundle xmlns="http:\/\/hl7.org\/fhir">/);
  expect(text).toContain('<resource><Condition><id value="g-ines-c1"/>');
  const json = await client.get('Condition?patient=g-ines', { accept: 'application/fhir+json' });
  expect(json.headers.get('content-type')).toContain('json');
});

test('404 as a web page', async () => {
  withHabit({ html404: true });
  const response = await client.get('Observation/nothing');
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
});

test('how long a preflight is remembered', async () => {
  const preflight = () =>
    fetch(`${sandbox.orgs.general.iss}/${OBSERVATIONS}`, {
      method: 'OPTIONS',
      headers: {
        origin: sandbox.urls.app,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
  const remembered = await preflight();
  expect(remembered.status).toBe(204);
  expect(remembered.headers.get('access-control-allow-headers')).toBe('authorization');
  expect(remembered.headers.get('access-control-max-age')).toBe('600');
  withHabit({ preflightMaxAge: null });
  expect((await preflight()).headers.get('access-control-max-age')).toBeNull();
});

test('a 401 without CORS headers', async () => {
  const refused = () =>
    fetch(`${sandbox.orgs.general.iss}/Patient/g-ines`, { headers: { origin: 'http://a.example' } });
  expect((await refused()).headers.get('access-control-allow-origin')).toBe('http://a.example');
  withHabit({ corsOn401: false });
  const bare = await refused();
  expect([bare.status, bare.headers.get('access-control-allow-origin')]).toEqual([401, null]);
});

describe('a CapabilityStatement that is wrong', () => {
  const listed = async () => {
    const response = await fetch(`${sandbox.orgs.general.iss}/metadata`);
    const { rest } = (await response.json()) as { rest: { resource: { type: string }[] }[] };
    return rest[0]?.resource.map(({ type }) => type) ?? [];
  };

  test('says less than it does', async () => {
    withHabit({ capability: 'understates' });
    expect(await listed()).not.toContain('Provenance');
    expect((await client.get('Provenance?patient=g-ines')).status).toBe(200);
  });

  test('says more than it does', async () => {
    withHabit({ capability: 'overstates' });
    expect(await listed()).toContain('RiskAssessment');
    expect((await client.get('RiskAssessment?patient=g-ines')).status).toBe(404);
  });
});

test('short tokens', async () => {
  withHabit({ accessTokenSeconds: 60 });
  expect((await signIn(sandbox, sandbox.orgs.general, { patient: 'g-ines' })).expires_in).toBe(60);
});

test('a launch that asks the clinician to sign in all the same', async () => {
  withHabit({ launchSignsIn: false });
  const launch = new URL(sandbox.launchUrl('g-tom')).searchParams.get('launch') ?? '';
  const scope = 'launch openid patient/*.rs';
  const token = await signIn(sandbox, sandbox.orgs.general, { launch, scope });
  expect(token.patient).toBe('g-tom');
});

test('discovery follows the habits', async () => {
  const smart = async () =>
    (await (await fetch(`${sandbox.orgs.general.iss}/.well-known/smart-configuration`)).json()) as {
      capabilities: string[];
      scopes_supported: string[];
    };
  const modern = await smart();
  expect(modern.capabilities).toEqual(
    expect.arrayContaining(['permission-v2', 'permission-online', 'launch-ehr']),
  );
  expect(modern.scopes_supported).toContain('patient/Observation.rs');
  withHabit({ scopes: 'v1', refresh: 'none' });
  const old = await smart();
  expect(old.capabilities).toContain('permission-v1');
  expect(old.capabilities).not.toContain('permission-online');
  expect(old.scopes_supported).toContain('patient/Observation.read');
  expect(old.scopes_supported).not.toContain('offline_access');
});

test('pages of a search by POST go on by GET', async () => {
  const response = await client.post('Observation/_search', 'patient=g-ines&_count=10');
  const next = nextOf(JSON.parse(await response.text()) as BundleAnswer) ?? '';
  expect(await client.ids(next)).toHaveLength(10);
});
