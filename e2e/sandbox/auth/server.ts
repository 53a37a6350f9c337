import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type Provider from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { Bearer } from '../fhir/api.ts';
import type { Habits } from '../habits.ts';
import { readBody } from '../http.ts';
import { memoryAdapter } from './adapter.ts';
import type { SmartContext } from './context.ts';
import { loadProvider } from './load-provider.ts';
import { errorPage } from './pages.ts';
import { grantable, IDENTITY_SCOPES, wantsRefresh } from './scopes.ts';
import { tokenChecker } from './token-check.ts';

export const CLIENT_ID = 'throughline-sandbox';
export const CLIENT_NAME = 'Throughline';

export const ROUTES = {
  authorization: '/oauth/authorize',
  token: '/oauth/token',
  jwks: '/oauth/jwks',
  revocation: '/oauth/revoke',
};

export interface AuthSetup {
  readonly key: string;
  readonly name: string;
  readonly issuer: string;
  readonly fhirBase: string;
  readonly appOrigin: string;
  readonly alg: 'RS256' | 'ES256';
  readonly clinician: { readonly id: string; readonly name: string };
  readonly habits: Habits;
}

/** One organisation's authorization server. */
export interface AuthServer {
  readonly provider: Provider;
  /** Context of each living grant; a token whose grant is gone is worth nothing. */
  readonly contexts: Map<string, SmartContext>;
  handle(request: IncomingMessage, response: ServerResponse): void;
  checkToken(authorization: string | undefined): Promise<Bearer>;
  /** A private key, for tests that forge tokens. */
  readonly signingKey: JWK;
}

export async function makeAuthServer(setup: AuthSetup): Promise<AuthServer> {
  const { default: OidcProvider, errors } = await loadProvider();
  const { privateKey } = await generateKeyPair(setup.alg, { extractable: true });
  const signingKey: JWK = {
    ...(await exportJWK(privateKey)),
    alg: setup.alg,
    use: 'sig',
    kid: `${setup.key}-1`,
  };
  const contexts = new Map<string, SmartContext>();
  const refuse = (text: string) => new errors.InvalidRequest(text);
  const provider = new OidcProvider(setup.issuer, configuration(setup, signingKey, contexts, refuse));
  allowCallbacks(provider, setup.appOrigin);
  provider.on('grant.revoked', (_ctx, grantId) => contexts.delete(grantId));
  addSmart(provider, setup, contexts);
  const handle = provider.callback();
  return {
    provider,
    contexts,
    handle: (request, response) => void handle(request, response),
    checkToken: await tokenChecker({
      key: signingKey,
      issuer: setup.issuer,
      audience: setup.fhirBase,
      lives: (grant) => contexts.has(grant),
    }),
    signingKey,
  };
}

function configuration(
  setup: AuthSetup,
  signingKey: JWK,
  contexts: ReadonlyMap<string, SmartContext>,
  refuse: (text: string) => Error,
): Configuration {
  const { key, habits, fhirBase, clinician } = setup;
  return {
    adapter: memoryAdapter(),
    clients: [
      {
        client_id: CLIENT_ID,
        client_name: CLIENT_NAME,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: [`${setup.appOrigin}/callback`],
        id_token_signed_response_alg: setup.alg,
      },
    ],
    clientDefaults: { id_token_signed_response_alg: setup.alg },
    jwks: { keys: [signingKey as never] },
    routes: ROUTES,
    // Cookies know no ports: four servers on one host would read each other's.
    cookies: {
      keys: [`${key}-cookies`],
      names: { session: `${key}_session`, interaction: `${key}_step`, resume: `${key}_resume` },
    },
    scopes: IDENTITY_SCOPES,
    claims: { openid: ['sub'], profile: ['name'], fhirUser: ['fhirUser'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    clientBasedCORS: (_ctx, origin) => origin === setup.appOrigin,
    extraParams: {
      launch: () => {},
      purpose_of_use: () => {},
      aud: (_ctx, value) => {
        if (value !== fhirBase) throw refuse(`aud must be ${fhirBase}`);
      },
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      dPoP: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => fhirBase,
        useGrantedResource: () => true,
        getResourceServerInfo: (ctx) => ({
          scope: grantable(scopesInPlay(ctx), habits).join(' '),
          audience: fhirBase,
          accessTokenFormat: 'jwt',
          accessTokenTTL: habits.accessTokenSeconds,
          jwt: { sign: { alg: setup.alg } },
        }),
      },
    },
    extraTokenClaims: (_ctx, token) => {
      const grant = 'grantId' in token ? token.grantId : undefined;
      return grant === undefined ? undefined : { grant, patient: contexts.get(grant)?.patient };
    },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: clinician.name, fhirUser: `${fhirBase}/Practitioner/${clinician.id}` }),
    }),
    expiresWithSession: () => false,
    issueRefreshToken: (_ctx, _client, source) => habits.refresh !== 'none' && wantsRefresh(source.scopes),
    rotateRefreshToken: () => habits.refresh === 'rotate',
    // Each sign-in asks anew which patient; only a silent one takes what was granted before.
    loadExistingGrant: async (ctx) => {
      const silent = ctx.oidc.prompts.has('none');
      const { client, session, result, provider } = ctx.oidc;
      const known = silent && client ? session?.grantIdFor(client.clientId) : undefined;
      const grantId = result?.consent?.grantId ?? known;
      return grantId === undefined ? undefined : provider.Grant.find(grantId);
    },
    ttl: {
      AccessToken: () => habits.accessTokenSeconds,
      AuthorizationCode: 60,
      Grant: 14 * 24 * 3600,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 14 * 24 * 3600,
      Session: 12 * 3600,
    },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(setup.name, out.error_description ?? out.error);
    },
  };
}

/** Scopes asked for, at the authorize endpoint; scopes of the code or refresh token, at the token endpoint. */
function scopesInPlay(ctx: KoaContextWithOIDC): string[] {
  const { params, entities } = ctx.oidc;
  const scope = entities.AuthorizationCode?.scope ?? entities.RefreshToken?.scope ?? params?.['scope'];
  return typeof scope === 'string' ? scope.split(' ') : [];
}

/** The app keeps a callback of its own for each connection, below /callback. */
function allowCallbacks(provider: Provider, appOrigin: string): void {
  const client = provider.Client.prototype as { redirectUriAllowed: (uri: string) => boolean };
  client.redirectUriAllowed = (uri) => {
    if (!URL.canParse(uri)) return false;
    const { origin, pathname, username, hash, search } = new URL(uri);
    const plain = username === '' && hash === '' && search === '';
    return origin === appOrigin && plain && /^\/callback(\/[\w-]+)?$/.test(pathname);
  };
}

/** What SMART asks of an authorization server beyond OpenID Connect, and this server's habits in it. */
function addSmart(provider: Provider, setup: AuthSetup, contexts: ReadonlyMap<string, SmartContext>): void {
  const { habits } = setup;
  provider.use(async (ctx, next) => {
    const authorize = ctx.path.startsWith(ROUTES.authorization);
    if (ctx.path === ROUTES.authorization && ctx.method === 'POST') {
      if (!habits.authorizePost) return void (ctx.status = 405);
      // Answered as the address with the same parameters would be.
      ctx.query = Object.fromEntries(new URLSearchParams(await readBody(ctx.req)));
      ctx.method = 'GET';
    }
    // SMART apps ask for offline access without prompt=consent, which OpenID Connect would want beside it.
    if (ctx.path === ROUTES.authorization && ctx.query['prompt'] === undefined) {
      ctx.query = { ...ctx.query, prompt: 'consent' };
    }
    await next();
    if (authorize && !habits.issInCallback) dropIss(ctx, setup.appOrigin);
    if (ctx.path.startsWith('/.well-known/') && !habits.issInCallback && isRecord(ctx.body)) {
      delete ctx.body['authorization_response_iss_parameter_supported'];
    }
    const { oidc } = ctx as KoaContextWithOIDC;
    if (ctx.path !== ROUTES.token || ctx.status !== 200 || !isRecord(ctx.body)) return;
    Object.assign(ctx.body, contexts.get(oidc.entities.Grant?.jti ?? ''));
    if (habits.refresh === 'keep' && oidc.params?.['grant_type'] === 'refresh_token') {
      delete ctx.body['refresh_token'];
    }
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Buffer.isBuffer(value);

function dropIss(
  ctx: { response: { get(name: string): string }; set(name: string, value: string): void },
  app: string,
) {
  const location = ctx.response.get('Location');
  if (!location.startsWith(app)) return;
  const url = new URL(location);
  url.searchParams.delete('iss');
  ctx.set('Location', url.href);
}
