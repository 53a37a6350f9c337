import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../index.ts';
import { FhirClient } from '../testing/fhir-client.ts';
import { tinyWorld } from '../testing/tiny-world.ts';
import { signIn } from '../testing/visitor.ts';
import { Access, parseScope } from './access.ts';
import { Store } from './store.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', quiet: true, world: tinyWorld() });
});
afterAll(() => sandbox.stop());

const client = async (scope: string, key: 'general' | 'riverside' = 'general') => {
  const org = sandbox.orgs[key];
  return new FhirClient(org, await signIn(sandbox, org, { scope, patient: `${key[0]}-ines` }));
};

async function refusal(response: Response): Promise<[number, string]> {
  const body = (await response.json()) as {
    resourceType: string;
    issue: { severity: string; code: string }[];
  };
  expect(body.resourceType).toBe('OperationOutcome');
  expect(body.issue[0]?.severity).toBe('error');
  return [response.status, body.issue[0]?.code ?? ''];
}

test('no token, a broken one, one of another server: 401', async () => {
  const other = await signIn(sandbox, sandbox.orgs.riverside, { patient: 'r-ines' });
  const { iss } = sandbox.orgs.general;
  for (const authorization of [undefined, 'Bearer nonsense', 'Basic YTpi', `Bearer ${other.access_token}`]) {
    const response = await fetch(
      `${iss}/Patient/g-ines`,
      authorization ? { headers: { authorization } } : {},
    );
    expect(response.headers.get('www-authenticate')).toContain('invalid_token');
    expect(await refusal(response)).toEqual([401, 'login']);
  }
});

test('an expired token: 401', async () => {
  sandbox.orgs.general.habits.accessTokenSeconds = 5;
  const short = await client('openid launch/patient patient/*.rs');
  sandbox.orgs.general.habits.accessTokenSeconds = 3600;
  expect((await short.get('Patient/g-ines')).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 5100));
  expect(await refusal(await short.get('Patient/g-ines'))).toEqual([401, 'login']);
});

test('a missing scope: 403, and only for that type', async () => {
  const some = await client('openid launch/patient patient/Condition.rs patient/Patient.r');
  expect(await refusal(await some.get('Observation?patient=g-ines'))).toEqual([403, 'forbidden']);
  expect(await refusal(await some.get('Observation/g-ines-o0'))).toEqual([403, 'forbidden']);
  expect(await refusal(await some.get('Patient?name=ines'))).toEqual([403, 'forbidden']);
  expect((await some.get('Condition?patient=g-ines')).status).toBe(200);
  expect((await some.get('Patient/g-ines')).status).toBe(200);
});

test("another patient's record: 403, asked for by name, by search, or not at all", async () => {
  const own = await client('openid launch/patient patient/*.rs');
  for (const path of ['Patient/g-tom', 'Observation/g-tom-o0', 'Binary/g-tom-b1', 'Provenance/g-tom-p1']) {
    expect(await refusal(await own.get(path))).toEqual([403, 'forbidden']);
  }
  for (const query of ['patient=g-tom', 'subject=Patient/g-tom', 'patient=Patient/g-tom']) {
    expect(await refusal(await own.get(`Observation?${query}`))).toEqual([403, 'forbidden']);
  }
  expect(await refusal(await own.get('Patient/g-tom/$everything'))).toEqual([403, 'forbidden']);
  const unsaid = await own.ids('Observation?_count=500');
  expect(unsaid).toHaveLength(13);
  expect(unsaid.every((id) => id.startsWith('g-ines'))).toBe(true);
  expect(await own.ids('Patient?family=moreau')).toEqual(['g-ines']);
});

test('what belongs to nobody is readable, what does not exist is 404', async () => {
  const own = await client('openid launch/patient patient/*.rs');
  expect((await own.get('Organization/general-org')).status).toBe(200);
  expect(await refusal(await own.get('Observation/nothing'))).toEqual([404, 'not-found']);
  expect(await refusal(await own.get('Banana/1'))).toEqual([404, 'not-supported']);
});

test('a user-level scope reaches across patients', async () => {
  const user = await client('openid user/*.rs');
  expect(await user.ids('Patient?family=moreau')).toEqual(['g-ines', 'g-lena']);
  expect((await user.get('Observation/g-tom-o0')).status).toBe(200);
});

test('a granular scope filters silently, and refuses a read outside it', async () => {
  const category = 'http://terminology.hl7.org/CodeSystem/observation-category|vital-signs';
  const vitals = await client(`openid launch/patient patient/Observation.rs?category=${category}`);
  const ids = await vitals.ids('Observation?patient=g-ines');
  expect(ids).toEqual([2, 5, 8, 11].map((i) => `g-ines-o${i}`));
  expect((await vitals.get('Observation/g-ines-o2')).status).toBe(200);
  expect((await vitals.get('Observation/g-ines-o0')).status).toBe(403);
});

test('Provenance is brought along only with a scope of its own', async () => {
  const without = await client('openid launch/patient patient/Observation.rs');
  const path = 'Observation?patient=g-ines&_id=g-ines-o0&_revinclude=Provenance:target';
  expect((await without.bundle(path)).entry).toHaveLength(1);
  const withIt = await client('openid launch/patient patient/Observation.rs patient/Provenance.rs');
  expect((await withIt.bundle(path)).entry).toHaveLength(2);
});

test('a server of v1 scopes drops those of v2', async () => {
  const v1 = await client('openid launch/patient patient/Observation.rs patient/Condition.read', 'riverside');
  expect((await v1.get('Condition?patient=r-ines')).status).toBe(200);
  expect((await v1.get('Observation?patient=r-ines')).status).toBe(403);
});

describe('scopes', () => {
  test.each([
    ['patient/Observation.rs', 'v2', 'rs'],
    ['patient/*.cruds', 'v2', 'cruds'],
    ['user/Patient.read', 'v2', 'rs'],
    ['patient/Observation.write', 'v1', 'cud'],
    ['patient/Observation.*', 'v1', 'cruds'],
    ['patient/Observation.rs', 'v1', undefined],
    ['patient/Observation.sr', 'v2', undefined],
    ['patient/Observation.', 'v2', undefined],
    ['launch/patient', 'v2', undefined],
  ] as const)('%s in %s', (text, version, verbs) => {
    expect(parseScope(text, version)?.verbs).toBe(verbs);
  });
});

test('a merged-away Patient and its successor are one person to a token', () => {
  const store = new Store([
    {
      resourceType: 'Patient',
      id: 'old',
      active: false,
      link: [{ type: 'replaced-by', other: { reference: 'Patient/new' } }],
    },
    { resourceType: 'Patient', id: 'new' },
    { resourceType: 'Patient', id: 'kin' },
  ]);
  const access = new Access('patient/*.rs', 'old', { scopes: 'v2', breakGlass: false }, store);
  const sees = (id: string) => {
    const record = store.get('Patient', id);
    return record !== null && access.sees(record, 'r');
  };
  expect([sees('old'), sees('new'), sees('kin')]).toEqual([true, true, false]);
});
