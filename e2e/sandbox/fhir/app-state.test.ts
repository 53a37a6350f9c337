import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../index.ts';
import { FhirClient } from '../testing/fhir-client.ts';
import { tinyWorld } from '../testing/tiny-world.ts';
import { signIn } from '../testing/visitor.ts';

const CODE = 'http://app.example|decisions';
const SCOPE = `openid launch/patient patient/Patient.rs patient/Basic.cuds?code=${CODE}`;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', quiet: true, world: tinyWorld() });
});
afterAll(() => sandbox.stop());

async function client(scope = SCOPE, key: 'general' | 'riverside' = 'general') {
  const org = sandbox.orgs[key];
  const token = await signIn(sandbox, org, { scope, patient: `${key[0]}-ines` });
  const http = new FhirClient(org, token);
  const change = (method: string, id: string, match: string | null, body?: object) =>
    fetch(`${org.iss}/Basic/${id}`, {
      method,
      headers: { ...http.headers, ...(match === null ? {} : { 'if-match': match }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const found = (patient = 'g-ines', code = CODE) =>
    http.get(`Basic?${new URLSearchParams({ code, subject: `${org.iss}/Patient/${patient}` }).toString()}`);
  return { http, token, change, found };
}

const state = (more: object = {}, patient = 'g-ines') => ({
  resourceType: 'Basic',
  code: { coding: [{ system: 'http://app.example', code: 'decisions' }] },
  subject: { reference: `${sandbox.orgs.general.iss}/Patient/${patient}` },
  extension: [{ url: 'http://app.example/state', valueString: 'a' }],
  ...more,
});
const create = async (http: FhirClient, body: object) => http.post('Basic', JSON.stringify(body));

describe('SMART App State', () => {
  test('is offered by the hospital alone, and says so', async () => {
    const capabilities = async (key: 'general' | 'riverside') => {
      const answer = await fetch(`${sandbox.orgs[key].iss}/.well-known/smart-configuration`);
      return ((await answer.json()) as { capabilities: string[] }).capabilities;
    };
    expect(await capabilities('general')).toContain('smart-app-state');
    expect(await capabilities('riverside')).not.toContain('smart-app-state');
    const { token } = await client(
      'openid launch/patient patient/Patient.read patient/Basic.write',
      'riverside',
    );
    expect(token.scope).not.toContain('Basic');
  });

  test('is created, found, changed from the version it had, and removed', async () => {
    const { http, change, found } = await client();
    const made = await create(http, state());
    expect([made.status, made.headers.get('etag')]).toEqual([201, 'W/"1"']);
    const { id } = (await made.json()) as { id: string };
    expect(await (await found()).json()).toMatchObject({ total: 1, entry: [{ resource: { id } }] });

    const next = state({ id, extension: [{ url: 'http://app.example/state', valueString: 'b' }] });
    expect((await change('PUT', id, null, next)).status).toBe(428);
    const changed = await change('PUT', id, 'W/"1"', next);
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, 'W/"2"']);
    expect((await change('PUT', id, 'W/"1"', next)).status).toBe(412);
    const moved = { ...next, code: { coding: [{ system: 'http://app.example', code: 'other' }] } };
    expect([403, 412]).toContain((await change('PUT', id, 'W/"2"', moved)).status);

    expect((await change('DELETE', id, 'W/"1"')).status).toBe(412);
    expect((await change('DELETE', id, 'W/"2"')).status).toBe(204);
    expect((await change('PUT', id, 'W/"2"', next)).status).toBe(412);
    expect(await (await found()).json()).toMatchObject({ total: 0 });
  });

  test('is not made twice by whoever asks that it be not there yet', async () => {
    const { http, change } = await client();
    const condition = new URLSearchParams({
      code: CODE,
      subject: `${sandbox.orgs.general.iss}/Patient/g-ines`,
    });
    const once = await http.post('Basic', JSON.stringify(state()), { 'if-none-exist': condition.toString() });
    const twice = await http.post('Basic', JSON.stringify(state()), {
      'if-none-exist': condition.toString(),
    });
    expect([once.status, twice.status]).toEqual([201, 200]);
    const [{ id }, other] = [(await once.json()) as { id: string }, (await twice.json()) as { id: string }];
    expect(other.id).toBe(id);
    await change('DELETE', id, 'W/"1"');
  });

  test('is refused without a scope, for another code, for another patient, and where it is too large', async () => {
    const without = await client('openid launch/patient patient/*.rs');
    expect((await create(without.http, state())).status).toBe(403);
    const { http, found } = await client();
    const other = { code: { coding: [{ system: 'http://other.example', code: 'x' }] } };
    expect((await create(http, state(other))).status).toBe(403);
    expect((await create(http, state({}, 'g-tom'))).status).toBe(403);
    expect(await (await found('g-tom')).json()).toMatchObject({ total: 0 });
    const large = { extension: [{ url: 'u', valueString: 'x'.repeat(256 * 1024) }] };
    expect((await create(http, state(large))).status).toBe(413);
    expect((await create(http, state({ extension: [{ url: 'u', valueCode: 'x' }] }))).status).toBe(422);
    expect((await create(http, state({ subject: { reference: 'Patient/g-ines' } }))).status).toBe(422);
  });
});
