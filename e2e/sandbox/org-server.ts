import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { decodeJwt, importJWK, SignJWT } from 'jose';
import type { Launches } from './auth/context.ts';
import { interact } from './auth/interactions.ts';
import { SIGN_IN_STYLE } from './auth/pages.ts';
import { capabilities, supportedScopes } from './auth/scopes.ts';
import { makeAuthServer, ROUTES, type AuthServer, type AuthSetup } from './auth/server.ts';
import type { FaultRequest, Faults } from './faults.ts';
import { FhirApi } from './fhir/api.ts';
import { deliver } from './fhir/deliver.ts';
import type { Reply } from './fhir/reply.ts';
import { refusedBy, spoiled, WHOLE } from './fhir/spoil.ts';
import { habitsOf, type Habits } from './habits.ts';
import { pause, readBody, send, sendJson } from './http.ts';
import type { LogEntry, RequestLog } from './log.ts';
import { clinicianResource, ORGANISATIONS } from './organisations.ts';
import type { FhirResource, OrgKey } from './world/types.ts';

interface Shared {
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly launches: Launches;
  readonly latency: { ms: number };
  readonly appOrigin: string;
  readonly ehrOrigin: string;
}

/** One organisation: its authorization server and its FHIR API on one origin of their own. */
export interface OrgServer {
  readonly key: OrgKey;
  readonly origin: string;
  readonly fhirBase: string;
  readonly habits: Habits;
  readonly api: FhirApi;
  readonly auth: AuthServer;
  readonly server: Server;
}

export async function makeOrgServer(
  key: OrgKey,
  origin: string,
  resources: readonly FhirResource[],
  shared: Shared,
): Promise<OrgServer> {
  const facts = ORGANISATIONS[key];
  const habits = habitsOf(key);
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
    resources: [...resources, clinicianResource(key)],
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
        ...(habits.issInCallback ? { authorization_response_iss_parameter_supported: true } : {}),
      }),
    checkToken: (authorization) => auth.checkToken(authorization),
  });
  const own: OrgServer = { key, origin, fhirBase, habits, api, auth, server: createServer() };
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
  if (url.pathname === '/smart-style.json') return style(response);
  const isFhir = url.pathname === '/fhir' || url.pathname.startsWith('/fhir/');
  const path = isFhir ? url.pathname.slice('/fhir/'.length) : '';
  const type = isFhir ? fhirType(own.api, path, url.searchParams) : authType(url.pathname);
  const entry = logEntry(own.key, request, url, type);
  shared.log.add(entry);
  response.on('close', () => {
    entry.status = response.headersSent ? response.statusCode : 0;
    entry.ms = Date.now() - entry.at;
  });
  await pause(shared.latency.ms);
  const preflight = request.method === 'OPTIONS';
  const fault = preflight ? null : shared.faults.meet(own.key, type);
  entry.fault = fault?.fault ?? null;
  if (fault?.fault === 'down') return void request.socket.destroy();
  if (fault?.fault === 'slow') await pause(fault.ms ?? 5000);
  if (fault?.fault === 'clock-skew') response.setHeader('Date', skewed(fault).toUTCString());
  if (!isFhir) return answerAuth(own, shared, request, response, fault, type);
  if (preflight) return answerPreflight(own, request, response);
  return answerFhir(own, request, response, url, path, fault, entry);
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

const logEntry = (
  org: OrgKey,
  request: IncomingMessage,
  url: URL,
  type: string,
): LogEntry & { search: string } => ({
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
  if (fault?.fault === 'clock-skew' && type === 'token') await skewIdToken(own, response, fault);
  own.auth.handle(request, response);
}

/** Signs the id_token again as a server whose clock is wrong would have. */
async function skewIdToken(own: OrgServer, response: ServerResponse, fault: FaultRequest): Promise<void> {
  const { signingKey } = own.auth;
  const key = await importJWK(signingKey, signingKey.alg);
  const end = response.end.bind(response);
  const resign = async (text: string): Promise<string> => {
    const answer = JSON.parse(text) as { id_token?: string };
    if (answer.id_token === undefined) return text;
    const by = (fault.minutes ?? 30) * 60;
    const claims = decodeJwt(answer.id_token);
    const shifted = { ...claims, iat: (claims.iat ?? 0) + by, exp: (claims.exp ?? 0) + by };
    const header = { alg: signingKey.alg ?? 'RS256', kid: signingKey.kid ?? '' };
    return JSON.stringify({
      ...answer,
      id_token: await new SignJWT(shifted).setProtectedHeader(header).sign(key),
    });
  };
  response.end = ((body: unknown) => {
    resign(String(body)).then(
      (text) => {
        response.setHeader('Content-Length', Buffer.byteLength(text));
        end(text);
      },
      () => end(String(body)),
    );
    return response;
  }) as typeof response.end;
}

/** What scripts may see of an answer. */
const EXPOSED =
  'ETag, Location, Content-Location, Last-Modified, Retry-After, WWW-Authenticate, X-Request-Id';

function answerPreflight(own: OrgServer, request: IncomingMessage, response: ServerResponse): void {
  const { preflightMaxAge } = own.habits;
  send(response, 204, {
    'Access-Control-Allow-Origin': request.headers.origin ?? '*',
    'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
    'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '*',
    ...(preflightMaxAge === null ? {} : { 'Access-Control-Max-Age': String(preflightMaxAge) }),
    Vary: 'Origin, Access-Control-Request-Headers',
  });
}

async function answerFhir(
  own: OrgServer,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  path: string,
  fault: FaultRequest | null,
  entry: { search: string },
): Promise<void> {
  const body = request.method === 'POST' ? await readBody(request) : '';
  if (path.endsWith('/_search')) entry.search = body;
  const asked = {
    method: request.method ?? 'GET',
    path,
    params: url.searchParams,
    headers: request.headers,
    body,
  };
  const refused = fault === null ? null : refusedBy(fault);
  const real = refused ?? (await own.api.handle(asked));
  const { reply, delivery } =
    fault === null || refused
      ? { reply: real, delivery: WHOLE }
      : spoiled(fault, real, () => strangerTo(own, path, real));
  return deliver(
    response,
    { ...reply, headers: { ...reply.headers, ...cors(own, request, reply) } },
    delivery,
  );
}

function cors(own: OrgServer, request: IncomingMessage, reply: Reply): Record<string, string> {
  if (reply.status === 401 && !own.habits.corsOn401) return {};
  const hide = reply.headers['X-Hide-Retry-After'] !== undefined;
  return {
    'Access-Control-Allow-Origin': request.headers.origin ?? '*',
    'Access-Control-Expose-Headers': hide ? EXPOSED.replace('Retry-After, ', '') : EXPOSED,
    'Cache-Control': 'no-store',
    Vary: 'Origin, Authorization, Accept',
  };
}

/** Somebody else's resource of the type asked for: the patient of the first entry is not in it. */
function strangerTo(own: OrgServer, path: string, reply: Reply) {
  const type = path.split('/')[0] || own.api.typeOf(path, new URLSearchParams());
  const first = reply.bundle?.entries[0] ?? '';
  return (
    own.api.store
      .ofType(type === 'Patient' ? 'Patient' : type)
      .find(
        ({ patients }) => patients.length > 0 && !patients.some((id) => first.includes(`Patient/${id}"`)),
      ) ?? null
  );
}

/** General Hospital's look, for apps that honour `smart_style_url`. */
const style = (response: ServerResponse): void =>
  send(
    response,
    200,
    { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' },
    JSON.stringify({
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
    }),
  );
