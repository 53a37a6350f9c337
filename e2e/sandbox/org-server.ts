import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Launches } from './auth/context.ts';
import { interact } from './auth/interactions.ts';
import { SIGN_IN_STYLE } from './auth/pages.ts';
import { capabilities, supportedScopes } from './auth/scopes.ts';
import { bendIdToken, bentClaims } from './auth/skew.ts';
import { makeAuthServer, ROUTES, type AuthServer, type AuthSetup } from './auth/server.ts';
import { brandBundle, logo } from './brands.ts';
import type { FaultRequest, Faults } from './faults.ts';
import { FhirApi } from './fhir/api.ts';
import { deliver } from './fhir/deliver.ts';
import { answerFhir, answerPreflight } from './fhir/door.ts';
import { refusedBy, WHOLE } from './fhir/spoil.ts';
import type { Gate } from './gate.ts';
import { habitsOf, type Habits } from './habits.ts';
import { makeServer, pause, readBody, send, sendJson, type Tls } from './http.ts';
import type { LogEntry, RequestLog } from './log.ts';
import { clinicianResource, type ServedOrganisation } from './organisations.ts';
import type { FhirResource } from './world/index.ts';

/** Where an organisation that keeps state beside its FHIR base keeps it. */
export const STATE_BASE = '/app-state/';

interface Shared {
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly launches: Launches;
  readonly latency: { ms: number; preflightMs: number };
  readonly gate: Gate;
  readonly tls: Tls | null;
  readonly appOrigin: string;
  readonly ehrOrigin: string;
}

/** One organisation: its authorization server and its FHIR API on one origin of their own. */
export interface OrgServer {
  readonly key: string;
  readonly facts: ServedOrganisation;
  readonly origin: string;
  readonly fhirBase: string;
  readonly habits: Habits;
  readonly api: FhirApi;
  readonly auth: AuthServer;
  readonly server: Server;
}

export async function makeOrgServer(
  facts: ServedOrganisation,
  origin: string,
  resources: readonly FhirResource[],
  shared: Shared,
): Promise<OrgServer> {
  const { key } = facts;
  const habits = habitsOf(facts.like);
  const fhirBase = `${origin}/fhir`;
  const setup: AuthSetup = {
    key,
    name: facts.name,
    issuer: origin,
    fhirBase,
    appOrigin: shared.appOrigin,
    alg: facts.alg,
    clinician: facts.clinician,
    habits,
  };
  const auth = await makeAuthServer(setup);
  const endpoints = {
    authorize: origin + ROUTES.authorization,
    token: origin + ROUTES.token,
    revoke: origin + ROUTES.revocation,
  };
  const api: FhirApi = new FhirApi({
    name: facts.name,
    base: fhirBase,
    resources: [...resources, clinicianResource(facts)],
    habits,
    endpoints,
    smartConfiguration: () =>
      JSON.stringify({
        issuer: origin,
        jwks_uri: origin + ROUTES.jwks,
        authorization_endpoint: endpoints.authorize,
        token_endpoint: endpoints.token,
        revocation_endpoint: endpoints.revoke,
        token_endpoint_auth_methods_supported: ['none'],
        grant_types_supported: [
          'authorization_code',
          ...(habits.refresh === 'none' ? [] : ['refresh_token']),
        ],
        response_types_supported: ['code'],
        code_challenge_methods_supported: ['S256'],
        scopes_supported: supportedScopes(api.store.types, habits),
        capabilities: capabilities(habits, facts.launches),
        user_access_brand_bundle: `${origin}/brands.json`,
        ...(habits.issInCallback ? { authorization_response_iss_parameter_supported: true } : {}),
      }),
    checkToken: (authorization) => auth.checkToken(authorization),
  });
  const own: OrgServer = {
    key,
    facts,
    origin,
    fhirBase,
    habits,
    api,
    auth,
    server: makeServer(shared.tls),
  };
  const step = {
    auth,
    setup,
    store: api.store,
    launches: shared.launches,
    frames: [shared.appOrigin, shared.ehrOrigin],
  };
  own.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', origin);
    const answering = url.pathname.startsWith('/interaction/')
      ? interact(step, request, response)
      : answer(own, shared, request, response, url);
    answering.catch((error: unknown) => {
      console.error(`${facts.name}: ${request.method ?? ''} ${url.pathname}`, error);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { error: 'server_error' });
    });
  });
  return own;
}

async function answer(
  own: OrgServer,
  shared: Shared,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (url.pathname === '/sign-in.css') {
    return send(response, 200, { 'Content-Type': 'text/css; charset=utf-8' }, SIGN_IN_STYLE);
  }
  if (url.pathname === '/smart-style.json') return openFile(response, 'application/json', STYLE);
  if (url.pathname === '/brands.json') {
    shared.log.add(logEntry(own.key, request, url, 'brands'));
    return openFile(response, 'application/fhir+json', brandBundle(own.facts, own.origin));
  }
  if (url.pathname === '/logo.svg') return openFile(response, 'image/svg+xml', logo(own.facts));
  const beside = own.habits.appState === 'beside' && url.pathname.startsWith(STATE_BASE);
  const isFhir = beside || url.pathname === '/fhir' || url.pathname.startsWith('/fhir/');
  const path = isFhir ? url.pathname.slice((beside ? STATE_BASE : '/fhir/').length) : '';
  const type = isFhir ? fhirType(own.api, path, url.searchParams) : authType(url.pathname);
  const entry = logEntry(own.key, request, url, type);
  shared.log.add(entry);
  response.on('close', () => {
    entry.status = response.headersSent ? response.statusCode : 0;
    entry.ms = Date.now() - entry.at;
  });
  const preflight = request.method === 'OPTIONS';
  if (isFhir) await shared.gate.pass(type);
  await pause(preflight ? shared.latency.preflightMs : shared.latency.ms);
  const fault = preflight ? null : shared.faults.meet(own.key, type);
  entry.fault = fault?.fault ?? null;
  if (fault?.fault === 'down') return void request.socket.destroy();
  if (fault?.fault === 'slow') await pause(fault.ms ?? 5000);
  if (fault?.fault === 'clock-skew') response.setHeader('Date', skewed(fault).toUTCString());
  if (!isFhir) return answerAuth(own, shared, request, response, fault, type);
  if (preflight) return answerPreflight(own, request, response);
  const body = request.method === 'POST' || request.method === 'PUT' ? await readBody(request) : '';
  if (path.endsWith('/_search')) entry.search = body;
  return answerFhir(own, request, response, url, path, body, fault, beside);
}

function fhirType(api: FhirApi, path: string, params: URLSearchParams): string {
  if (path.startsWith('.well-known/')) return 'discovery';
  return api.typeOf(path, params);
}

function authType(path: string): string {
  if (path === ROUTES.token) return 'token';
  if (path.startsWith(ROUTES.authorization)) return 'authorize';
  if (path === ROUTES.revocation) return 'revocation';
  return path.startsWith('/.well-known/') ? 'discovery' : path === ROUTES.jwks ? 'jwks' : 'other';
}

const logEntry = (org: string, request: IncomingMessage, url: URL, type: string): LogEntry => ({
  at: Date.now(),
  org,
  method: request.method ?? '',
  path: url.pathname,
  query: url.pathname.startsWith('/oauth/') ? '' : url.search,
  search: '',
  type,
  authorization: request.headers.authorization !== undefined,
  origin: request.headers.origin ?? null,
  status: 0,
  fault: null,
  ms: 0,
});

const skewed = (fault: FaultRequest): Date => new Date(Date.now() + (fault.minutes ?? 30) * 60_000);

async function answerAuth(
  own: OrgServer,
  shared: Shared,
  request: IncomingMessage,
  response: ServerResponse,
  fault: FaultRequest | null,
  type: string,
): Promise<void> {
  const refused = fault === null ? null : refusedBy(fault);
  if (refused) {
    const headers = { ...refused.headers, 'Access-Control-Allow-Origin': shared.appOrigin };
    return deliver(response, { ...refused, headers }, WHOLE);
  }
  const bend = fault === null || type !== 'token' ? null : bentClaims(fault);
  if (bend) await bendIdToken(own.auth.signingKey, response, bend);
  own.auth.handle(request, response);
}

/** Files that any app may read without signing in. */
const openFile = (response: ServerResponse, type: string, text: string): void =>
  send(
    response,
    200,
    { 'Content-Type': type, 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'max-age=3600' },
    text,
  );

/** The hospital's look, for apps that honour `smart_style_url`. */
const STYLE = JSON.stringify({
  color_background: '#ffffff',
  color_error: '#b3261e',
  color_highlight: '#1a5fb4',
  color_modal_backdrop: '#00000066',
  color_success: '#26734d',
  color_text: '#1c2329',
  dim_border_radius: '6px',
  dim_font_size: '15px',
  dim_spacing_size: '16px',
  font_family_body: "system-ui, 'Segoe UI', sans-serif",
  font_family_heading: "system-ui, 'Segoe UI', sans-serif",
});
