import { createRemoteJWKSet, decodeJwt, importJWK, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../index.ts';
import { FhirClient } from '../testing/fhir-client.ts';
import { idAt, tinyWorld } from '../testing/tiny-world.ts';
import { authorize, exchange, signIn, tokenRequest, Visitor } from '../testing/visitor.ts';
import { ORG_KEYS } from '../world/index.ts';
import { tokenChecker } from './token-check.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ ports: 'random', quiet: true, world: tinyWorld() });
});
afterAll(() => sandbox.stop());

const json = async (url: string) => (await (await fetch(url)).json()) as Record<string, unknown>;

describe.each(ORG_KEYS)('sign-in at %s', (key) => {
  const patient = idAt('ines', key);

  test('code, PKCE, a token for the chosen patient, an id_token that verifies', async () => {
    const org = sandbox.orgs[key];
    const callback = await authorize(sandbox, org, { patient });
    expect(callback.pages).toEqual(['Sign in', 'Choose a patient']);
    const token = await exchange(sandbox, org, callback);
    expect(token.patient).toBe(patient);
    const claims = decodeJwt(token.access_token);
    expect(claims.aud).toBe(org.iss);
    const smart = await json(`${org.iss}/.well-known/smart-configuration`);
    const keys = createRemoteJWKSet(new URL(String(smart['jwks_uri'])));
    const { payload } = await jwtVerify(token.id_token ?? '', keys, {
      issuer: String(smart['issuer']),
      audience: sandbox.clientId,
    });
    expect(payload['nonce']).toBe('nonce-1');
    const client = new FhirClient(org, token);
    expect((await client.get(String(payload['fhirUser']))).status).toBe(200);
    expect(await client.ids(`Condition?patient=${patient}`)).toEqual([`${patient}-c1`]);
  });

  test('iss in the callback exactly where discovery promises it', async () => {
    const org = sandbox.orgs[key];
    const { params } = await authorize(sandbox, org, { patient });
    const metadata = await json(`${org.origin}/.well-known/openid-configuration`);
    expect(metadata['issuer']).toBe(org.origin);
    const promised = metadata['authorization_response_iss_parameter_supported'] === true;
    expect(params.get('iss')).toBe(promised ? org.origin : null);
    expect(promised).toBe(key === 'general' || key === 'county');
  });

  test('without PKCE, with plain PKCE, or for another audience there is no code', async () => {
    const org = sandbox.orgs[key];
    for (const wrong of [
      { challengeMethod: null },
      { challengeMethod: 'plain' },
      { aud: 'https://elsewhere.example' },
    ]) {
      const { params } = await authorize(sandbox, org, { patient, ...wrong });
      expect(params.get('code')).toBeNull();
      expect(params.get('error')).toBe('invalid_request');
    }
  });
});

test('each server keeps cookies of its own names, for they share a host', async () => {
  const visitor = new Visitor();
  for (const key of ORG_KEYS)
    await signIn(sandbox, sandbox.orgs[key], { patient: idAt('ines', key), visitor });
  const sessions = visitor.cookieNames.filter((name) => name.endsWith('_session'));
  expect(sessions.sort()).toEqual(ORG_KEYS.map((key) => `${key}_session`).sort());
});

test('refusing comes back as access_denied; unticked scopes are not granted', async () => {
  const org = sandbox.orgs.general;
  const refused = await authorize(sandbox, org, { refuse: true });
  expect(refused.params.get('error')).toBe('access_denied');
  const scope = 'openid launch/patient patient/Condition.rs patient/Observation.rs';
  const ticked = ['launch/patient', 'patient/Condition.rs'];
  const token = await signIn(sandbox, org, { patient: 'g-ines', scope, ticked });
  expect(token.scope.split(' ').sort()).toEqual(['launch/patient', 'openid', 'patient/Condition.rs']);
});

test('a session that is known signs in silently; one that is not is told so', async () => {
  const visitor = new Visitor();
  const org = sandbox.orgs.general;
  const scope = 'openid launch/patient patient/*.rs';
  const cold = await authorize(sandbox, org, { visitor, scope, prompt: 'none' });
  expect(cold.params.get('error')).toBe('login_required');
  await signIn(sandbox, org, { visitor, scope, patient: 'g-tom' });
  const callback = await authorize(sandbox, org, { visitor, scope, prompt: 'none' });
  expect(callback.pages).toEqual([]);
  expect((await exchange(sandbox, org, callback)).patient).toBe('g-tom');
});

describe('EHR launch', () => {
  test('asks nothing, and brings what the EHR knew', async () => {
    const url = new URL(sandbox.launchUrl('g-tom', 'frame'));
    expect(url.searchParams.get('iss')).toBe(sandbox.orgs.general.iss);
    const launch = url.searchParams.get('launch') ?? '';
    expect(launch).not.toContain('tom');
    const callback = await authorize(sandbox, sandbox.orgs.general, {
      launch,
      scope: 'launch openid fhirUser online_access patient/*.rs',
    });
    expect(callback.pages).toEqual([]);
    const token = await exchange(sandbox, sandbox.orgs.general, callback);
    expect(token).toMatchObject({
      patient: 'g-tom',
      encounter: 'g-tom-e1',
      need_patient_banner: false,
      intent: 'review-outside-records',
      tenant: 'general-hospital',
    });
    const style = await fetch(String(token['smart_style_url']));
    expect(await style.json()).toHaveProperty('color_background');
  });

  test('an unknown launch id gives no patient: the clinician has to choose one', async () => {
    const scope = 'launch openid patient/*.rs';
    const callback = await authorize(sandbox, sandbox.orgs.general, {
      launch: 'forged',
      scope,
      patient: 'g-ines',
    });
    expect(callback.pages).toEqual(['Sign in', 'Choose a patient']);
  });
});

describe('refresh', () => {
  const refresh = (key: 'general' | 'riverside', token: string | undefined) =>
    tokenRequest(sandbox, sandbox.orgs[key], { grant_type: 'refresh_token', refresh_token: token ?? '' });

  test('rotates; the old one replayed is invalid_grant and ends the new one too', async () => {
    const first = await signIn(sandbox, sandbox.orgs.general, { patient: 'g-ines' });
    const answer = await refresh('general', first.refresh_token);
    const second = (await answer.json()) as typeof first;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(second.patient).toBe('g-ines');
    const client = new FhirClient(sandbox.orgs.general, second);
    expect((await client.get('Patient/g-ines')).status).toBe(200);
    const replay = await refresh('general', first.refresh_token);
    expect(replay.status).toBe(400);
    expect(await replay.json()).toMatchObject({ error: 'invalid_grant' });
    expect((await refresh('general', second.refresh_token)).status).toBe(400);
    expect((await client.get('Patient/g-ines')).status).toBe(401);
  });

  test('kept: a refresh brings no new refresh token, and the old one goes on', async () => {
    const first = await signIn(sandbox, sandbox.orgs.riverside, { patient: 'r-ines' });
    for (let i = 0; i < 2; i++) {
      const again = await refresh('riverside', first.refresh_token);
      expect(again.status).toBe(200);
      expect(await again.json()).not.toHaveProperty('refresh_token');
    }
  });

  test('none: no refresh token, and no refresh scope granted', async () => {
    const token = await signIn(sandbox, sandbox.orgs.valley, { patient: 'v-ines' });
    expect(token.refresh_token).toBeUndefined();
    expect(token.scope).not.toContain('online_access');
  });

  test('without the scope there is none anywhere', async () => {
    const scope = 'openid launch/patient patient/*.rs';
    const token = await signIn(sandbox, sandbox.orgs.general, { patient: 'g-ines', scope });
    expect(token.refresh_token).toBeUndefined();
  });
});

test('revoking the refresh token ends the access token as well', async () => {
  const org = sandbox.orgs.county;
  const token = await signIn(sandbox, org, { patient: 'c-ines' });
  const client = new FhirClient(org, token);
  expect((await client.get('Patient/c-ines')).status).toBe(200);
  const revoked = await fetch(`${org.origin}/oauth/revoke`, {
    method: 'POST',
    headers: { origin: sandbox.urls.app },
    body: new URLSearchParams({ client_id: sandbox.clientId, token: token.refresh_token ?? '' }),
  });
  expect(revoked.status).toBe(200);
  expect((await client.get('Patient/c-ines')).status).toBe(401);
});

test('a callback elsewhere than the app is refused without a redirect', async () => {
  const { origin, iss } = sandbox.orgs.general;
  for (const redirect of [
    'https://evil.example/callback',
    `${sandbox.urls.app}/other`,
    `${sandbox.urls.app}.evil.example/callback`,
  ]) {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: sandbox.clientId,
      redirect_uri: redirect,
      aud: iss,
      scope: 'openid',
    });
    const response = await fetch(`${origin}/oauth/authorize?${query.toString()}`, { redirect: 'manual' });
    expect(response.status).toBe(400);
  }
});

test('a code is good once', async () => {
  const org = sandbox.orgs.general;
  const callback = await authorize(sandbox, org, { patient: 'g-ines' });
  expect(await exchange(sandbox, org, callback)).toHaveProperty('access_token');
  expect(await exchange(sandbox, org, callback)).toMatchObject({ error: 'invalid_grant' });
});

test('the token endpoint answers the app across origins, and no other site', async () => {
  const org = sandbox.orgs.general;
  const from = (origin: string) =>
    fetch(`${org.origin}/oauth/token`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({
        client_id: sandbox.clientId,
        grant_type: 'refresh_token',
        refresh_token: 'x',
      }),
    });
  const own = await from(sandbox.urls.app);
  expect(own.headers.get('access-control-allow-origin')).toBe(sandbox.urls.app);
  const other = await from('https://evil.example');
  expect(other.headers.get('access-control-allow-origin')).toBeNull();
});

describe('the token check', () => {
  const key = {
    kty: 'oct',
    k: Buffer.from('0123456789abcdef0123456789abcdef').toString('base64url'),
    alg: 'HS256',
  } as const;
  const issuer = 'http://issuer.example';
  const audience = 'http://issuer.example/fhir';

  async function checked(claims: { aud?: string; iss?: string; exp?: number; grant?: string; typ?: string }) {
    const { publicKey, privateKey } = await pair();
    const check = await tokenChecker({ key: publicKey, issuer, audience, lives: (grant) => grant === 'g1' });
    const token = await new SignJWT({ scope: 'patient/*.rs', patient: 'p', grant: claims.grant ?? 'g1' })
      .setProtectedHeader({ alg: 'ES256', typ: claims.typ ?? 'at+jwt' })
      .setIssuer(claims.iss ?? issuer)
      .setAudience(claims.aud ?? audience)
      .setExpirationTime(claims.exp ?? Math.floor(Date.now() / 1000) + 60)
      .sign(privateKey);
    return check(`Bearer ${token}`);
  }

  async function pair() {
    const { generateKeyPair, exportJWK } = await import('jose');
    const keys = await generateKeyPair('ES256', { extractable: true });
    return { publicKey: { ...(await exportJWK(keys.publicKey)), alg: 'ES256' }, privateKey: keys.privateKey };
  }

  test('takes a good one', async () => {
    await expect(checked({})).resolves.toMatchObject({ patient: 'p', grant: 'g1' });
  });

  test.each([
    ['another audience', { aud: 'http://other.example/fhir' }],
    ['another issuer', { iss: 'http://other.example' }],
    ['expired', { exp: Math.floor(Date.now() / 1000) - 5 }],
    ['revoked', { grant: 'g2' }],
    ['an id_token in its place', { typ: 'JWT' }],
  ])('refuses: %s', async (_, claims) => {
    await expect(checked(claims)).rejects.toMatchObject({ status: 401 });
  });

  test('refuses a token signed with a key of the forger', async () => {
    const { publicKey } = await pair();
    const check = await tokenChecker({ key: publicKey, issuer, audience, lives: () => true });
    const forged = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(audience)
      .sign(await importJWK(key));
    await expect(check(`Bearer ${forged}`)).rejects.toMatchObject({ status: 401 });
    await expect(check(undefined)).rejects.toMatchObject({ status: 401 });
  });
});
