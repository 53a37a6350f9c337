/**
 * All that this product uses of fhirclient, and the walls around it. See docs/decisions/0002-fhirclient-wrapped.md.
 *
 * Used: `authorize` (state, PKCE, the authorization address), `buildTokenRequest` (the body of the code exchange)
 * and the reader of the discovery document that `authorize` shares. Not used: `ready` (it takes anybody's `error`
 * for its own, prints tokens once `localStorage.debug` is set, and sends the code wherever a redirect leads) and
 * `Client` (its requests, its refresh and its sessions).
 */
import { getAndCache } from 'fhirclient/lib/lib.js';
import { authorize, buildTokenRequest } from 'fhirclient/lib/smart.js';
import { generatePKCEChallenge } from 'fhirclient/lib/security/browser.js';
import type { fhirclient } from 'fhirclient/lib/types';
import { err, isObject, ok, type Result } from '../base/index.ts';
import type { Endpoints, GetJson, ReadJson } from '../sources/index.ts';

const DEADLINE_MS = 20_000;

/**
 * Reads a document through fhirclient's cache, always anew: `authorize` then finds in the cache what was checked
 * here and not another document, and a failure is not what every later attempt gets until the page is reloaded.
 */
export const getFresh: GetJson = async (url): Promise<ReadJson> => {
  try {
    const options = {
      signal: AbortSignal.timeout(DEADLINE_MS),
      credentials: 'omit',
      cache: 'no-store',
    } as const;
    const body: unknown = await getAndCache(url, options, true);
    // For any type that is neither JSON nor text it hands back the response itself.
    if (isObject(body) && Object.getPrototypeOf(body) === Object.prototype) return { kind: 'json', body };
    return { kind: 'not-json', contentType: 'its Content-Type has to be application/json' };
  } catch (error) {
    const status = isObject(error) ? Number(error['status']) : Number.NaN;
    if (status >= 400) return { kind: 'status', status, body: undefined };
    return { kind: 'unreachable', detail: error instanceof Error ? error.message : 'no answer' };
  }
};

const outOfReach = (): never => {
  throw new Error('fhirclient asked for something that it may not have');
};

/**
 * One sign-in's adapter: its own storage, in memory, gone with it; and a page address without any parameter, because
 * fhirclient lets `iss`, `clientId`, `patientId`, `launch` and `fhirServiceUrl` of the address override what it is told.
 * It implements the adapter instead of extending the browser's one: nothing of `window` is within its reach.
 */
class OneSignIn implements fhirclient.Adapter {
  readonly options: fhirclient.BrowserFHIRSettings = {
    replaceBrowserHistory: false,
    fullSessionStorageSupport: true,
    refreshTokenWithCredentials: 'omit',
  };
  readonly security = {
    generatePKCEChallenge,
    randomBytes: outOfReach,
    digestSha256: outOfReach,
    importJWK: outOfReach,
    signCompactJws: outOfReach,
  };
  readonly redirect = outOfReach;
  readonly btoa = outOfReach;
  readonly atob = outOfReach;
  readonly base64urlencode = outOfReach;
  readonly base64urldecode = outOfReach;
  readonly getAbortController = outOfReach;
  readonly getSmartApi = outOfReach;
  private readonly kept = new Map<string, unknown>();
  private readonly page: string;

  constructor(redirectUri: string) {
    this.page = redirectUri;
  }

  getUrl(): URL {
    return new URL(this.page);
  }
  relative(path: string): string {
    return new URL(path, this.page).href;
  }
  getStorage(): fhirclient.Storage {
    return {
      get: async (key: string) => this.kept.get(key) ?? null,
      set: async (key: string, value: unknown) => {
        this.kept.set(key, value);
        return value;
      },
      unset: async (key: string) => this.kept.delete(key),
    };
  }
}

export interface AuthorizationRequest {
  readonly serverUrl: string;
  readonly clientId: string;
  readonly scope: string;
  readonly redirectUri: string;
  readonly launch: string | null;
  readonly state: string;
  /** Empty where no identity is asked for. */
  readonly nonce: string | null;
  readonly silent: boolean;
  /** Beside those of the protocol, as the site's configuration names them for an emergency. */
  readonly parameters?: string;
  /** As checked: fhirclient must have come to the same. */
  readonly endpoints: Endpoints;
}

/** The address to send the person to, and the secret half of PKCE. */
export async function authorizationUrl(
  request: AuthorizationRequest,
): Promise<Result<{ readonly url: string; readonly verifier: string }, string>> {
  const adapter = new OneSignIn(request.redirectUri);
  try {
    const plain = await authorize(adapter, {
      iss: request.serverUrl,
      clientId: request.clientId,
      scope: request.scope,
      redirectUri: request.redirectUri,
      ...(request.launch === null ? {} : { launch: request.launch }),
      stateKey: request.state,
      pkceMode: 'required',
      completeInTarget: true,
      noRedirect: true,
    });
    const kept: unknown = await adapter.getStorage().get(request.state);
    if (typeof plain !== 'string' || !isObject(kept)) return err('no address was made');
    const { authorizeUri, tokenUri, codeVerifier } = kept;
    if (authorizeUri !== request.endpoints.authorize || tokenUri !== request.endpoints.token)
      return err('the discovery document changed while it was read');
    if (typeof codeVerifier !== 'string' || codeVerifier.length < 43) return err('no PKCE verifier was made');
    return ok({ url: withParameters(authorizeUri, plain, request), verifier: codeVerifier });
  } catch (error) {
    return err(error instanceof Error ? error.message : 'no address was made');
  }
}

/** An endpoint that has a query of its own would otherwise get a second '?', and lose its parameters. */
function withParameters(endpoint: string, plain: string, request: AuthorizationRequest): string {
  const url = new URL(endpoint);
  for (const [name, value] of new URLSearchParams(request.parameters)) url.searchParams.set(name, value);
  for (const [name, value] of new URLSearchParams(plain.slice(endpoint.length + 1)))
    url.searchParams.set(name, value);
  if (request.nonce !== null) url.searchParams.set('nonce', request.nonce);
  if (request.silent) url.searchParams.set('prompt', 'none');
  return url.href;
}

export interface CodeExchange {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly tokenEndpoint: string;
  readonly verifier: string;
}

/** The form to post to the token endpoint. fhirclient does not encode `code`, so it is given it encoded. */
export async function tokenRequestBody(exchange: CodeExchange): Promise<string> {
  const { body } = await buildTokenRequest(new OneSignIn(exchange.redirectUri), {
    code: encodeURIComponent(exchange.code),
    state: {
      serverUrl: '',
      clientId: exchange.clientId,
      redirectUri: exchange.redirectUri,
      tokenUri: exchange.tokenEndpoint,
      codeVerifier: exchange.verifier,
    },
  });
  return String(body);
}
