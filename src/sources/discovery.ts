/**
 * What a server says about signing in to it, read with our own checks. Nothing here is remembered: a document that
 * could not be read is asked for again the next time.
 */
import { err, isObject, ok, type Json, type JsonObject, type Result } from '../base/index.ts';
import type { Organisation } from './connection.ts';
import type { GetJson, ReadJson } from './read-json.ts';
import { isSecureUrl } from './trust.ts';

/** `.well-known/smart-configuration`, as it says it. Absent lists are empty, absent texts null. */
export interface SmartConfiguration {
  readonly issuer: string | null;
  readonly jwksUri: string | null;
  readonly authorizationEndpoint: string | null;
  readonly tokenEndpoint: string | null;
  readonly revocationEndpoint: string | null;
  readonly challengeMethods: readonly string[];
  readonly capabilities: readonly string[];
  readonly scopes: readonly string[];
  /** RFC 9207: every answer of the authorization server will name it. */
  readonly promisesIss: boolean;
  readonly brandBundle: string | null;
}

/** The checked essentials of a server that one can sign in to. */
export interface Endpoints {
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string | null;
}

export type DiscoveryProblem =
  | { readonly kind: 'unreachable'; readonly url: string; readonly detail: string }
  | { readonly kind: 'bad-discovery'; readonly url: string; readonly detail: string }
  | { readonly kind: 'no-endpoints'; readonly detail: string }
  | { readonly kind: 'no-pkce'; readonly detail: string }
  | { readonly kind: 'issuer-differs'; readonly expected: string; readonly got: string | null };

export const discoveryUrl = (iss: string): string => `${iss}/.well-known/smart-configuration`;

export async function discover(
  getJson: GetJson,
  iss: string,
): Promise<Result<SmartConfiguration, DiscoveryProblem>> {
  const url = discoveryUrl(iss);
  const document = jsonObject(await getJson(url), url);
  return document.ok ? ok(readSmartConfiguration(document.value)) : document;
}

/** The body as an object, or why there is none. */
function jsonObject(read: ReadJson, url: string): Result<JsonObject, DiscoveryProblem> {
  switch (read.kind) {
    case 'json':
      return isObject(read.body)
        ? ok(read.body)
        : err({ kind: 'bad-discovery', url, detail: 'the document is no JSON object' });
    case 'status':
      return err({ kind: 'bad-discovery', url, detail: `the server answered with status ${read.status}` });
    case 'not-json':
      return err({ kind: 'bad-discovery', url, detail: `the answer is not JSON (${read.contentType})` });
    case 'unreachable':
      return err({ kind: 'unreachable', url, detail: read.detail });
  }
}

function readSmartConfiguration(json: JsonObject): SmartConfiguration {
  return {
    issuer: text(json['issuer']),
    jwksUri: text(json['jwks_uri']),
    authorizationEndpoint: text(json['authorization_endpoint']),
    tokenEndpoint: text(json['token_endpoint']),
    revocationEndpoint: text(json['revocation_endpoint']),
    challengeMethods: texts(json['code_challenge_methods_supported']),
    capabilities: texts(json['capabilities']),
    scopes: texts(json['scopes_supported']),
    promisesIss: json['authorization_response_iss_parameter_supported'] === true,
    brandBundle: text(json['user_access_brand_bundle']),
  };
}

/**
 * Refuses what must not be signed in to. An absent endpoint is never read as 'open server': only the configuration
 * can say that.
 */
export function checkedEndpoints(
  smart: SmartConfiguration,
  organisation: Organisation,
): Result<Endpoints, DiscoveryProblem> {
  const { authorizationEndpoint: authorize, tokenEndpoint: token, revocationEndpoint: revoke } = smart;
  for (const [name, url] of [
    ['authorization_endpoint', authorize],
    ['token_endpoint', token],
  ] as const) {
    if (url === null || url === '')
      return err({ kind: 'no-endpoints', detail: `its discovery document has no ${name}` });
    if (!isSecureUrl(url) || url.includes('#'))
      return err({ kind: 'no-endpoints', detail: `its ${name} is not a secure web address` });
  }
  if (!smart.challengeMethods.includes('S256'))
    return err({ kind: 'no-pkce', detail: 'its discovery document does not offer PKCE with S256' });
  const expected = organisation.issuer ?? null;
  if (expected !== null && smart.issuer !== expected)
    return err({ kind: 'issuer-differs', expected, got: smart.issuer });
  return ok({
    authorize: authorize ?? '',
    token: token ?? '',
    revoke: revoke !== null && isSecureUrl(revoke) ? revoke : null,
  });
}

/** Who issues identities here, and with which keys. */
export interface Issuer {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly promisesIss: boolean;
}

/**
 * The issuer's own metadata, as OpenID Connect has it: the document must name exactly the issuer it was asked of.
 */
export async function discoverIssuer(
  getJson: GetJson,
  smart: SmartConfiguration,
): Promise<Result<Issuer, DiscoveryProblem>> {
  const expected = smart.issuer;
  if (expected === null || !isSecureUrl(expected))
    return err({ kind: 'issuer-differs', expected: 'a secure web address', got: expected });
  const url = `${expected.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const document = jsonObject(await getJson(url), url);
  if (!document.ok) return document;
  const got = text(document.value['issuer']);
  if (got !== expected) return err({ kind: 'issuer-differs', expected, got });
  const jwksUri = text(document.value['jwks_uri']);
  if (jwksUri === null || !isSecureUrl(jwksUri))
    return err({ kind: 'bad-discovery', url, detail: 'it has no secure jwks_uri' });
  return ok({
    issuer: expected,
    jwksUri,
    promisesIss: document.value['authorization_response_iss_parameter_supported'] === true,
  });
}

const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
const texts = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
