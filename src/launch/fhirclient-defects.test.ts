/**
 * Each known defect of fhirclient 2.6.3, shown in the library itself where that can be done here, and shown closed
 * by the wrap. A test of the first kind that fails after an upgrade says that a wall may come down.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { authorize, buildTokenRequest } from 'fhirclient/lib/smart.js';
import { getAccessTokenExpiration } from 'fhirclient/lib/lib.js';
import { generatePKCEChallenge } from 'fhirclient/lib/security/browser.js';
import type { fhirclient } from 'fhirclient/lib/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTokenResponse, type Configuration } from '../sources/index.ts';
import { answerCallback, beginSignIn, completeSignIn, redirectUriOf, type SignInRequest } from './index.ts';
import { startAuthServer, type AuthServer } from './testing/server.ts';
import { newTab, type Tab } from './testing/tab.ts';

const APP = 'https://app.example.org/';
let server: AuthServer;
let other: AuthServer;
let tab: Tab;
beforeEach(async () => {
  server = await startAuthServer('general');
  other = await startAuthServer('other');
  tab = newTab(APP);
});
afterEach(async () => {
  await Promise.all([server.stop(), other.stop()]);
});

const configuration = (): Configuration => ({
  organisations: [server.organisation, other.organisation],
  frameAncestors: [],
  idleMinutes: 15,
  audit: { endpoint: null },
  terminology: { server: null },
});

const begin = (of: AuthServer, more: Partial<SignInRequest> = {}) =>
  beginSignIn(
    {
      organisation: of.organisation,
      mode: 'standalone',
      redirectUri: redirectUriOf(APP, of.organisation),
      ...more,
    },
    tab,
  );

async function leave(of: AuthServer, more: Partial<SignInRequest> = {}): Promise<URLSearchParams> {
  expect(await begin(of, more)).toMatchObject({ ok: true, value: { kind: 'leaving' } });
  return new URL(tab.went.at(-1) ?? '').searchParams;
}

function comeBack(asked: URLSearchParams, more: Record<string, string> = {}) {
  const url = new URL(asked.get('redirect_uri') ?? '');
  url.search = new URLSearchParams({ code: 'c0de', state: asked.get('state') ?? '', ...more }).toString();
  return completeSignIn(configuration(), url.href, tab);
}

/** fhirclient as it is: the page's address and one storage for all. */
function bare(page: string, kept = new Map<string, unknown>()): fhirclient.Adapter {
  const adapter = {
    options: {},
    getUrl: () => new URL(page),
    getStorage: () => ({
      get: async (key: string) => kept.get(key),
      set: async (key: string, value: unknown) => void kept.set(key, value),
      unset: async (key: string) => kept.delete(key),
    }),
    relative: (path: string) => new URL(path, page).href,
    security: { generatePKCEChallenge },
  };
  return adapter as unknown as fhirclient.Adapter;
}
const bareUrl = async (page: string, options: fhirclient.AuthorizeParams = {}, kept?: Map<string, unknown>) =>
  new URL(
    String(
      await authorize(bare(page, kept), {
        iss: server.organisation.iss,
        clientId: 'client-general',
        redirectUri: `${APP}callback`,
        noRedirect: true,
        pkceMode: 'required',
        ...options,
      }),
    ),
  );

describe('fhirclient defect: its own state is 16 characters of Math.random', () => {
  it('in the library', async () => {
    expect((await bareUrl(APP)).searchParams.get('state')).toHaveLength(16);
  });
  it('closed: 244 bits of the system, different each time', async () => {
    const states = [(await leave(server)).get('state'), (await leave(server)).get('state')];
    for (const state of states)
      expect(state).toMatch(/^(?:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}){2}$/);
    expect(states[0]).not.toBe(states[1]);
  });
});

describe('fhirclient defect: iss, clientId, patientId, launch and fhirServiceUrl of the address override the configuration', () => {
  const hostile = () =>
    `${APP}?iss=${encodeURIComponent(other.organisation.iss)}&clientId=evil&patientId=999&launch=evil&fhirServiceUrl=${encodeURIComponent(other.organisation.iss)}`;

  it('in the library', async () => {
    const url = await bareUrl(hostile());
    expect(url.origin).toBe(other.origin);
    expect(url.searchParams.get('client_id')).toBe('evil');
    const skipped = await bareUrl(`${APP}?fhirServiceUrl=${encodeURIComponent(other.organisation.iss)}`, {
      iss: '',
    });
    expect(skipped.origin).toBe(new URL(APP).origin);
  });
  it('closed: the address is not looked at', async () => {
    tab.href = hostile();
    const asked = await leave(server);
    expect(tab.went[0]).toContain(`${server.origin}/authorize`);
    expect(asked.get('aud')).toBe(server.organisation.iss);
    expect(asked.get('client_id')).toBe('client-general');
    expect(asked.has('launch')).toBe(false);
    server.token = { patient: undefined };
    const done = await comeBack(asked, {
      patientId: '999',
      clientId: 'evil',
      fhirServiceUrl: other.organisation.iss,
    });
    expect(done).toMatchObject({
      ok: true,
      value: { signedIn: { patient: null, base: server.organisation.iss } },
    });
    expect(other.seen).toEqual([]);
  });
});

describe("fhirclient defect: no authorize endpoint in discovery means 'open server', even where PKCE is required", () => {
  it('in the library', async () => {
    server.smart = { authorization_endpoint: undefined };
    server.instead.set('/fhir/metadata', (response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    );
    expect((await bareUrl(APP)).origin).toBe(new URL(APP).origin);
  });
  it('closed: the sign-in is refused', async () => {
    server.smart = { authorization_endpoint: undefined };
    server.instead.set('/fhir/metadata', (response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    );
    expect(await begin(server)).toMatchObject({ ok: false, error: { kind: 'no-endpoints' } });
  });
});

describe('fhirclient defect: launch is added only where the scope lacks the word, so launch/patient loses it', () => {
  it('in the library', async () => {
    const url = await bareUrl(APP, { launch: 'abc', scope: 'launch/patient patient/*.rs' });
    expect(url.searchParams.get('scope')?.split(' ')).not.toContain('launch');
  });
  it('closed: an EHR launch asks for launch whatever the configured scopes say', async () => {
    for (const scopes of ['launch/patient patient/*.rs', 'patient/*.rs', 'launch patient/*.rs', null]) {
      const organisation = { ...server.organisation, scopes };
      const asked = (await leave({ ...server, organisation }, { mode: 'ehr', launch: 'abc' }))
        .get('scope')
        ?.split(' ');
      expect(asked?.filter((scope) => scope.startsWith('launch'))).toEqual(['launch']);
    }
  });
});

describe('fhirclient defect: code is not URL-encoded', () => {
  const code = 'a+b/c=&grant_type=evil%20é';
  it('in the library', async () => {
    const state = { serverUrl: 'x', clientId: 'c', redirectUri: APP, tokenUri: `${server.origin}/token` };
    const { body } = await buildTokenRequest(bare(APP), { code, state });
    expect(new URLSearchParams(String(body)).get('code')).not.toBe(code);
  });
  it('closed: the server receives it as it gave it', async () => {
    await comeBack(await leave(server), { code });
    const form = server.requestsTo('/token')[0]?.form;
    expect(form?.getAll('code')).toEqual([code]);
    expect(form?.getAll('grant_type')).toEqual(['authorization_code']);
  });
});

describe('fhirclient defect: a string expires_in concatenates, so the token never refreshes', () => {
  it('in the library', () => {
    const response = { access_token: 'x', expires_in: '3600' } as unknown as fhirclient.TokenResponse;
    expect(Number(getAccessTokenExpiration(response, bare(APP)))).toBeGreaterThan(1e12);
  });
  it('closed', async () => {
    server.token = { expires_in: '3600' };
    const before = Date.now();
    const done = await comeBack(await leave(server));
    const expiresAt = done.ok ? (done.value.signedIn.tokens?.expiresAt ?? 0) : 0;
    expect(expiresAt).toBeGreaterThanOrEqual(before + 3_600_000);
    expect(expiresAt).toBeLessThan(before + 3_700_000);
  });
});

describe('fhirclient defect: refresh throws unless the granted scope lists offline_access or online_access', () => {
  it('closed: the refresh token is kept whatever was granted', () => {
    const read = readTokenResponse(
      { access_token: 'a', refresh_token: 'r', scope: 'patient/Patient.read' },
      0,
    );
    expect(read).toMatchObject({ ok: true, value: { refresh: 'r' } });
  });
});

describe('fhirclient defect: authorize() deletes the previous session, and a 401 the one that SMART_KEY names', () => {
  it('in the library', async () => {
    const kept = new Map<string, unknown>();
    await bareUrl(APP, { stateKey: 'first' }, kept);
    await bareUrl(APP, { stateKey: 'second' }, kept);
    expect(kept.has('first')).toBe(false);
  });
  it('closed: each sign-in has its own storage, and they share no key', async () => {
    const first = await leave(server);
    const second = await leave(other);
    expect(tab.stored.size).toBe(2);
    expect([...tab.stored.keys()].join()).not.toContain('SMART_KEY');
    expect(await comeBack(second)).toMatchObject({ ok: true, value: { signedIn: { source: 'other' } } });
    expect(await comeBack(first)).toMatchObject({ ok: true, value: { signedIn: { source: 'general' } } });
  });
});

describe('fhirclient defect: a failed discovery stays cached until reload', () => {
  const mode = process.env['NODE_ENV'];
  beforeEach(() => {
    // In its test mode the library does not cache at all; here it must behave as it does in production.
    process.env['NODE_ENV'] = 'production';
  });
  afterEach(() => {
    process.env['NODE_ENV'] = mode;
  });
  const failOnce = () => {
    for (const path of ['/fhir/.well-known/smart-configuration', '/fhir/metadata'])
      server.instead.set(path, (response) => {
        server.instead.delete(path);
        response.writeHead(503).end();
      });
  };

  it('in the library', async () => {
    failOnce();
    await expect(bareUrl(APP)).rejects.toThrow();
    await expect(bareUrl(APP)).rejects.toThrow();
  });
  it('closed: the next attempt asks again, and once', async () => {
    failOnce();
    expect(await begin(server)).toMatchObject({ ok: false, error: { kind: 'bad-discovery' } });
    await leave(server);
    expect(server.requestsTo('/fhir/.well-known/smart-configuration')).toHaveLength(2);
  });
  it('closed: nor is a good one kept when the server has changed', async () => {
    await leave(server);
    server.smart = { code_challenge_methods_supported: [] };
    expect(await begin(server)).toMatchObject({ ok: false, error: { kind: 'no-pkce' } });
  });
});

describe('fhirclient defect: RFC 9207 iss in the callback is misread', () => {
  it('in the library: it is taken for the server to sign in to', async () => {
    const url = await bareUrl(
      `${APP}callback?code=c&state=s&iss=${encodeURIComponent(other.organisation.iss)}`,
    );
    expect(url.searchParams.get('aud')).toBe(other.organisation.iss);
  });
  it('closed: it is compared, and chooses nothing', async () => {
    expect(await comeBack(await leave(server), { iss: other.origin })).toMatchObject({
      ok: false,
      error: { kind: 'mixed-up' },
    });
    expect(await comeBack(await leave(server), { iss: server.origin })).toMatchObject({ ok: true });
    tab.href = `${APP}callback?iss=${encodeURIComponent(other.organisation.iss)}`;
    expect((await leave(server)).get('aud')).toBe(server.organisation.iss);
    expect(other.seen).toEqual([]);
  });
});

describe("fhirclient defect: a popup's completion navigates the opener", () => {
  it('closed: the opener stays where it is, whatever message comes', async () => {
    tab.href = `${APP}timeline`;
    const begun = await begin(server, { popup: true });
    tab.receive({
      origin: new URL(APP).origin,
      source: tab.popups[0],
      data: { type: 'completeAuth', url: 'https://evil.example' },
    });
    expect(tab.href).toBe(`${APP}timeline`);
    expect(tab.went).toEqual([]);
    if (begun.ok && begun.value.kind === 'popup') begun.value.cancel();
  });
});

describe('fhirclient defect: an authorize endpoint with a query of its own gets a second question mark', () => {
  beforeEach(() => {
    server.smart = { authorization_endpoint: `${server.origin}/authorize?tenant=7` };
  });
  it('in the library', async () => {
    expect((await bareUrl(APP)).searchParams.get('tenant')).not.toBe('7');
  });
  it('closed', async () => {
    const asked = await leave(server);
    expect(asked.get('tenant')).toBe('7');
    expect(asked.get('response_type')).toBe('code');
  });
});

describe('fhirclient defects that are closed by not using what has them', () => {
  const sources = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));
  const imported = sources.flatMap((text) =>
    [...text.matchAll(/import (?!type)\{([^}]*)\} from 'fhirclient\/([^']*)'/g)].map(
      (m) => `${m[2]}: ${m[1]?.trim()}`,
    ),
  );

  it('Client (bearer token to any absolute URL; shared refresh and abort; pageLimit 1; flat) and ready (any error, tokens in the log) are not imported', () => {
    expect(imported.sort()).toEqual([
      'lib/lib.js: getAndCache',
      'lib/security/browser.js: generatePKCEChallenge',
      'lib/smart.js: authorize, buildTokenRequest',
    ]);
    expect(sources.filter((text) => /(?:import\(|require\(|from )'fhirclient/.test(text))).toHaveLength(1);
  });
  it('its browser entry reads window on load: what is imported loads where there is none', () => {
    expect(typeof window).toBe('undefined');
    expect(answerCallback).toBeTypeOf('function');
  });
});
