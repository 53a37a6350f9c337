import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Configuration, Organisation, SignInProblem } from '../sources/index.ts';
import {
  beginSignIn,
  completeSignIn,
  readLaunch,
  redirectUriOf,
  type SignInDone,
  type SignInRequest,
} from './index.ts';
import { startAuthServer, type AuthServer } from './testing/server.ts';
import { newTab, type Tab } from './testing/tab.ts';

const APP = 'https://app.example.org/';

let general: AuthServer;
let other: AuthServer;
let tab: Tab;
beforeEach(async () => {
  general = await startAuthServer('general');
  other = await startAuthServer('other');
  tab = newTab(`${APP}?q=1`);
});
afterEach(async () => {
  await Promise.all([general.stop(), other.stop()]);
});

const configuration = (...organisations: Organisation[]): Configuration => ({
  organisations: organisations.length > 0 ? organisations : [general.organisation, other.organisation],
  frameAncestors: [],
  idleMinutes: 15,
  audit: { endpoint: null },
  terminology: { server: null },
});

async function leave(server: AuthServer, more: Partial<SignInRequest> = {}): Promise<URL> {
  const { organisation } = server;
  const redirectUri = redirectUriOf(APP, organisation);
  const begun = await beginSignIn({ organisation, mode: 'standalone', redirectUri, ...more }, tab);
  if (!begun.ok) throw new Error(JSON.stringify(begun.error));
  expect(begun.value.kind).toBe('leaving');
  return new URL(tab.went.at(-1) ?? '');
}

/** The address that an honest server would come back to. */
function callback(asked: URL, more: Record<string, string> = {}): string {
  const url = new URL(asked.searchParams.get('redirect_uri') ?? '');
  url.searchParams.set('code', 'c0de');
  url.searchParams.set('state', asked.searchParams.get('state') ?? '');
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  return url.href;
}

async function comeBack(href: string, now?: () => number) {
  tab.href = href;
  return completeSignIn(configuration(), href, tab, now);
}

const done = (result: Awaited<ReturnType<typeof comeBack>>): SignInDone => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const problem = (result: { ok: boolean; error?: SignInProblem }): string =>
  result.ok ? 'none' : (result.error?.kind ?? '');

describe('the way out', () => {
  it('asks with everything that the standard demands', async () => {
    const asked = await leave(general);
    const redirectUri = 'https://app.example.org/callback/general';
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'client-general',
      redirect_uri: redirectUri,
      aud: general.organisation.iss,
      code_challenge_method: 'S256',
    });
    expect(asked.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(asked.searchParams.get('nonce')).not.toBe(asked.searchParams.get('state'));
    expect(asked.searchParams.has('launch')).toBe(false);
    expect(asked.searchParams.get('scope')?.split(' ')).toEqual(
      expect.arrayContaining([
        'openid',
        'fhirUser',
        'launch/patient',
        'online_access',
        'patient/Observation.rs',
      ]),
    );
  });

  it('echoes the launch value of an EHR, and asks for `launch` instead of a picker', async () => {
    const asked = await leave(general, { mode: 'ehr', launch: 'x y&z' });
    expect(asked.searchParams.get('launch')).toBe('x y&z');
    expect(asked.searchParams.get('scope')?.split(' ')).toContain('launch');
    expect(asked.searchParams.get('scope')).not.toContain('launch/patient');
  });

  it('sends a form where the address would be too long and the server takes one, and never elsewhere', async () => {
    const scopes = Array.from({ length: 90 }, (_, i) => `patient/Observation.rs?category=part-${i}`);
    const long = { ...general.organisation, scopes: ['openid', ...scopes].join(' ') };
    general.smart['authorization_endpoint'] = `${general.origin}/authorize?tenant=7`;
    const begin = (organisation: Organisation, popup = false) =>
      beginSignIn(
        { organisation, mode: 'standalone', redirectUri: redirectUriOf(APP, organisation), popup },
        tab,
      );
    await begin(long);
    expect([tab.went.length, tab.forms]).toEqual([1, []]);

    general.smart['capabilities'] = ['permission-v2', 'authorize-post'];
    await begin(general.organisation);
    expect([tab.went.length, tab.forms]).toEqual([2, []]);

    await begin(long);
    expect(tab.went).toHaveLength(2);
    const [form] = tab.forms;
    expect(form).toMatchObject({
      action: `${general.origin}/authorize?tenant=7`,
      target: '_self',
      fields: { response_type: 'code', code_challenge_method: 'S256', client_id: 'client-general' },
    });
    expect(form?.fields['scope']).toContain('patient/Observation.rs?category=part-89');
    expect(form?.fields).not.toHaveProperty('tenant');

    await begin(long, true);
    expect(tab.forms[1]?.target).toBe(tab.popups[0]?.name);

    general.smart['authorization_endpoint'] = `${other.origin}/authorize`;
    await begin(long);
    expect([tab.went.length, tab.forms.length]).toEqual([3, 2]);
  });

  it('asks silently when told to', async () => {
    expect((await leave(general, { silent: true })).searchParams.get('prompt')).toBe('none');
    expect(problem(await comeBack(callback(new URL(tab.went[0] ?? ''), { error: 'login_required' })))).toBe(
      'login-required',
    );
  });

  it('signs nobody in to a server that the configuration marks open, and sends it nothing', async () => {
    const organisation = { ...general.organisation, open: true };
    const begun = await beginSignIn({ organisation, mode: 'standalone', redirectUri: APP }, tab);
    expect(begun).toMatchObject({
      ok: true,
      value: { kind: 'done', done: { signedIn: { tokens: null, patient: null } } },
    });
    expect(general.seen).toEqual([]);
    expect(tab.went).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['without S256', { code_challenge_methods_supported: ['plain'] }, 'no-pkce'],
    ['without any word about PKCE', { code_challenge_methods_supported: undefined }, 'no-pkce'],
    ['without an authorization endpoint', { authorization_endpoint: undefined }, 'no-endpoints'],
    ['without a token endpoint', { token_endpoint: undefined }, 'no-endpoints'],
    [
      'with a script as authorization endpoint',
      { authorization_endpoint: 'javascript:alert(1)' },
      'no-endpoints',
    ],
    [
      'with a token endpoint in the clear',
      { token_endpoint: 'http://ehr.example.org/token' },
      'no-endpoints',
    ],
  ])('refuses a server %s', async (_what, smart, kind) => {
    general.smart = smart;
    const { organisation } = general;
    const begun = await beginSignIn({ organisation, mode: 'standalone', redirectUri: APP }, tab);
    expect(problem(begun)).toBe(kind);
    expect(tab.went).toEqual([]);
    expect(tab.stored.size).toBe(0);
  });

  it('refuses a discovery whose issuer is not exactly the expected one', async () => {
    const begin = (organisation: Organisation) =>
      beginSignIn({ organisation, mode: 'standalone', redirectUri: APP }, tab);
    expect(problem(await begin({ ...general.organisation, issuer: `${general.origin}/` }))).toBe(
      'issuer-differs',
    );
    expect(problem(await begin({ ...general.organisation, issuer: general.origin }))).toBe('none');
    general.openid = { issuer: `${general.origin}/` };
    expect(problem(await begin(general.organisation))).toBe('issuer-differs');
  });

  it('does not ask for an identity that it could not check', async () => {
    general.instead.set('/.well-known/openid-configuration', (response) => response.writeHead(503).end());
    const asked = await leave(general);
    expect(asked.searchParams.get('scope')).not.toContain('openid');
    expect(asked.searchParams.has('nonce')).toBe(false);
  });

  it('says so where the browser denies a storage', async () => {
    const denied = {
      ...tab,
      get sessionStorage(): never {
        throw new DOMException('denied', 'SecurityError');
      },
    };
    const { organisation } = general;
    expect(problem(await beginSignIn({ organisation, mode: 'standalone', redirectUri: APP }, denied))).toBe(
      'no-storage',
    );
  });
});

describe('an EHR launch', () => {
  const launch = (iss: string) =>
    readLaunch(configuration(), `${APP}launch?iss=${encodeURIComponent(iss)}&launch=abc`);

  it('finds the organisation that launched', () => {
    const read = launch(general.organisation.iss);
    expect(read).toMatchObject({ ok: true, value: { launch: 'abc', organisation: { id: 'general' } } });
  });

  it('with an unlisted iss sends not one request', async () => {
    const port = new URL(general.origin).port;
    for (const iss of [
      `http://127.0.0.1.evil:${port}/fhir`,
      `http://u@127.0.0.1:${port}/fhir`,
      `https://127.0.0.1:${port}/fhir`,
      `http://127.0.0.1:1/fhir`,
      `http://xn--27-1.0.0.1:${port}/fhir`,
      `http://127.0.0.1.:${port}/fhir`,
      `HTTP://127.0.0.1:${port}/fhir`,
      `http://127.0.0.1:${port}/FHIR`,
    ])
      expect(problem(launch(iss))).toBe('issuer-not-allowed');
    expect(general.seen).toEqual([]);
  });

  it('with a missing or doubled parameter is refused', () => {
    const iss = encodeURIComponent(general.organisation.iss);
    for (const query of [
      `iss=${iss}`,
      'launch=abc',
      `iss=${iss}&launch=`,
      `iss=${iss}&iss=${iss}&launch=a`,
      `iss=${iss}&launch=a&launch=b`,
    ])
      expect(problem(readLaunch(configuration(), `${APP}launch?${query}`))).toBe('bad-launch');
  });
});

describe('the way back', () => {
  it.each([
    ['a list without any record', 'openid launch', true],
    ['an empty list', '', true],
    ['no list, which means: as asked', undefined, undefined],
    ['records', 'openid patient/Condition.rs', undefined],
    ['what may be added and not read', 'openid patient/AuditEvent.c', true],
  ])('grants nothing or something: %s', async (_what, scope, nothing) => {
    general.token = { patient: 'p7', ...(scope === undefined ? {} : { scope }) };
    const asked = await leave(general, { mode: 'ehr', launch: 'abc' });
    expect(done(await comeBack(callback(asked))).signedIn.grantsNothing).toBe(nothing);
  });

  it('brings a connection, its context and where the person was', async () => {
    general.token = {
      patient: 'p7',
      encounter: 'e9',
      need_patient_banner: false,
      intent: 'reconcile',
      tenant: 't1',
      smart_style_url: 'https://ehr.example.org/style.json',
      refresh_token: 'r1',
      scope: 'launch patient/Observation.rs',
      fhirContext: [
        { reference: 'ImagingStudy/1' },
        { canonical: 'urn:x', type: 'Questionnaire', role: 'fill' },
      ],
    };
    const asked = await leave(general, { mode: 'ehr', launch: 'abc', returnTo: '/timeline?window=1y' });
    const before = Date.now();
    const result = done(await comeBack(callback(asked)));
    expect(result.signedIn).toMatchObject({
      source: 'general',
      base: general.organisation.iss,
      patient: 'p7',
      encounter: 'e9',
      granted: 'launch patient/Observation.rs',
      tokens: {
        access: 'access-of-general',
        refresh: 'r1',
        tokenEndpoint: `${general.origin}/token`,
        revocationEndpoint: `${general.origin}/revoke`,
        clientId: 'client-general',
      },
    });
    expect(result.signedIn.tokens?.expiresAt).toBeGreaterThanOrEqual(before + 3_600_000);
    expect(result.context).toEqual({
      patient: 'p7',
      encounter: 'e9',
      needPatientBanner: false,
      intent: 'reconcile',
      tenant: 't1',
      smartStyleUrl: 'https://ehr.example.org/style.json',
      fhirContext: [
        { reference: 'ImagingStudy/1', canonical: null, identifier: null, type: null, role: 'launch' },
        { reference: null, canonical: 'urn:x', identifier: null, type: 'Questionnaire', role: 'fill' },
      ],
    });
    expect(result.returnTo).toBe('/timeline?window=1y');
    expect(result.asked).toContain('patient/Observation.rs');
    const form = general.requestsTo('/token')[0]?.form;
    expect(form?.get('redirect_uri')).toBe('https://app.example.org/callback/general');
    expect(form?.get('client_id')).toBe('client-general');
    expect(form?.get('code_verifier')).toMatch(/^[\w-]{43,128}$/);
  });

  it('leaves no code, state or iss in the address, before any request is made', async () => {
    const asked = await leave(general);
    let during = '';
    general.instead.set('/token', (response) => {
      during = tab.href;
      response.writeHead(500).end();
    });
    await comeBack(callback(asked, { iss: general.origin }));
    expect(during).toBe('https://app.example.org/callback/general');
    expect(tab.href).toBe('https://app.example.org/callback/general');
  });

  it('keeps no token anywhere, and nothing once it is done', async () => {
    general.token = { refresh_token: 'refresh-of-general', id_token: 'x.y.z' };
    await comeBack(callback(await leave(general)));
    general.token = { refresh_token: 'refresh-of-general' };
    done(await comeBack(callback(await leave(general))));
    expect(tab.written).toHaveLength(2);
    expect(tab.written.join()).not.toMatch(/access-of|refresh-of|x\.y\.z|c0de/);
    expect(tab.stored.size).toBe(0);
  });

  it('takes an answer once', async () => {
    const asked = await leave(general);
    done(await comeBack(callback(asked)));
    expect(problem(await comeBack(callback(asked)))).toBe('unknown-state');
    expect(general.requestsTo('/token')).toHaveLength(1);
  });

  it('is bound to its tab', async () => {
    const asked = await leave(general);
    tab = newTab(APP);
    expect(problem(await comeBack(callback(asked)))).toBe('unknown-state');
    expect(general.requestsTo('/token')).toEqual([]);
  });

  it('is not moved by a forged error with an unknown state', async () => {
    const asked = await leave(general);
    const stored = new Map(tab.stored);
    for (const state of ['', 'x', '__proto__', crypto.randomUUID() + crypto.randomUUID()])
      expect(problem(await comeBack(`${APP}callback/general?error=access_denied&state=${state}`))).toBe(
        'unknown-state',
      );
    expect(tab.stored).toEqual(stored);
    done(await comeBack(callback(asked)));
  });

  it('comes too late after half an hour', async () => {
    const asked = await leave(general);
    expect(problem(await comeBack(callback(asked), () => Date.now() + 31 * 60_000))).toBe('too-late');
    expect(general.requestsTo('/token')).toEqual([]);
  });

  it('says when it was declined or refused, in the words of the server', async () => {
    expect(problem(await comeBack(callback(await leave(general), { error: 'access_denied' })))).toBe(
      'declined',
    );
    const refused = await comeBack(
      callback(await leave(general), { error: 'invalid_scope', error_description: 'no patient/*\u0007' }),
    );
    expect(refused).toEqual({
      ok: false,
      error: { kind: 'refused', error: 'invalid_scope', detail: 'no patient/* ' },
    });
    general.instead.set('/token', (response) => {
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}');
    });
    const failed = await comeBack(callback(await leave(general)));
    expect(failed).toEqual({
      ok: false,
      error: { kind: 'bad-token-answer', detail: 'status 400: invalid_grant' },
    });
  });

  it('does not follow a redirect with the code', async () => {
    general.instead.set('/token', (response) =>
      response.writeHead(307, { location: `${other.origin}/token` }).end(),
    );
    expect(problem(await comeBack(callback(await leave(general))))).toBe('unreachable');
    expect(other.seen).toEqual([]);
  });

  it('refuses a doubled parameter', async () => {
    const asked = await leave(general);
    expect(problem(await comeBack(`${callback(asked)}&code=second`))).toBe('bad-callback');
    expect(general.requestsTo('/token')).toEqual([]);
  });
});

describe('several servers', () => {
  it("rejects the first server's code when the second returns it, without a token request", async () => {
    await leave(general);
    const evil = await leave(other);
    // The second sent the person on to the first with its own state: the first answers at its own address only.
    const mixed = new URL(redirectUriOf(APP, general.organisation));
    mixed.search = new URLSearchParams({
      code: 'of-general',
      state: evil.searchParams.get('state') ?? '',
    }).toString();
    expect(problem(await comeBack(mixed.href))).toBe('mixed-up');
    const named = callback(await leave(other), { iss: general.origin });
    expect(problem(await comeBack(named))).toBe('mixed-up');
    expect([...general.requestsTo('/token'), ...other.requestsTo('/token')]).toEqual([]);
  });

  it('signs in to both at once, each with what is its own', async () => {
    const first = await leave(general);
    const second = await leave(other);
    expect(first.searchParams.get('state')).not.toBe(second.searchParams.get('state'));
    const b = done(await comeBack(callback(second)));
    const a = done(await comeBack(callback(first)));
    expect([a.signedIn.tokens?.access, b.signedIn.tokens?.access]).toEqual([
      'access-of-general',
      'access-of-other',
    ]);
  });

  it('goes on with one after the other was refused', async () => {
    const first = await leave(general);
    expect(problem(await comeBack(callback(await leave(other), { error: 'server_error' })))).toBe('refused');
    done(await comeBack(callback(first)));
  });
});

describe('RFC 9207', () => {
  it.each(['smart', 'openid'] as const)(
    'an answer without the iss that the %s document promised is rejected',
    async (where) => {
      general[where] = { authorization_response_iss_parameter_supported: true };
      expect(problem(await comeBack(callback(await leave(general))))).toBe('mixed-up');
      expect(general.requestsTo('/token')).toEqual([]);
      done(await comeBack(callback(await leave(general), { iss: general.origin })));
    },
  );

  it('a differing iss is rejected even where none was promised, and in an error too', async () => {
    expect(problem(await comeBack(callback(await leave(general), { iss: `${general.origin}/` })))).toBe(
      'mixed-up',
    );
    expect(
      problem(await comeBack(callback(await leave(general), { iss: other.origin, error: 'access_denied' }))),
    ).toBe('mixed-up');
  });
});

describe('the id_token', () => {
  async function withToken(make: (nonce: string) => Promise<string>) {
    const asked = await leave(general);
    general.token = { id_token: await make(asked.searchParams.get('nonce') ?? '') };
    return comeBack(callback(asked));
  }

  it('tells who signed in', async () => {
    const own = await withToken((nonce) =>
      general.idToken(nonce, { fhirUser: `${general.organisation.iss}/Practitioner/7` }),
    );
    expect(done(own).user).toEqual({ issuer: general.origin, subject: 'dr-7', fhirUser: 'Practitioner/7' });
    const relative = await withToken((nonce) => general.idToken(nonce, { fhirUser: 'Practitioner/8' }));
    expect(done(relative).user?.fhirUser).toBe('Practitioner/8');
    const foreign = await withToken((nonce) =>
      general.idToken(nonce, { fhirUser: 'https://x.example/fhir/Practitioner/9' }),
    );
    expect(done(foreign).user?.fhirUser).toBe('https://x.example/fhir/Practitioner/9');
  });

  const now = Math.floor(Date.now() / 1000);
  it.each<[string, (nonce: string) => Promise<string>]>([
    ['signed by another key', (nonce) => general.idToken(nonce, {}, true)],
    ['of another issuer', (nonce) => general.idToken(nonce, { iss: other.origin })],
    ['for another app', (nonce) => general.idToken(nonce, { aud: 'client-other' })],
    ['for two apps without a party', (nonce) => general.idToken(nonce, { aud: ['client-general', 'x'] })],
    ['for another party', (nonce) => general.idToken(nonce, { azp: 'x' })],
    ['that expired', (nonce) => general.idToken(nonce, { iat: now - 7200, exp: now - 3600 })],
    ['without an end', (nonce) => general.idToken(nonce, { exp: undefined })],
    ['of another sign-in', () => general.idToken('another-nonce')],
    ['without a nonce', (nonce) => general.idToken(nonce, { nonce: undefined })],
    [
      'without a signature',
      async (nonce) => {
        const [, payload] = (await general.idToken(nonce)).split('.');
        return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
      },
    ],
    ['that is no token', async () => 'abc'],
  ])('%s is refused', async (_what, make) => {
    expect(problem(await withToken(make))).toBe('identity-not-verified');
  });
});
