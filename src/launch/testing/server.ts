/** A small authorization server over real HTTP, which a test can tell to misbehave in one way at a time. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { sourceId } from '../../record/index.ts';
import type { Organisation } from '../../sources/index.ts';

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly form: URLSearchParams;
}

export interface AuthServer {
  readonly origin: string;
  readonly organisation: Organisation;
  /** Every request that reached it. */
  readonly seen: Seen[];
  /** Added to or (with undefined) taken from what it would say. */
  smart: Record<string, unknown>;
  openid: Record<string, unknown>;
  token: Record<string, unknown>;
  /** Answers of one path, instead of the usual ones. */
  instead: Map<string, (response: ServerResponse) => void>;
  /** A good id_token for `nonce`, with claims changed as told; signed by a key that the server does not publish if forged. */
  idToken(nonce: string, claims?: Record<string, unknown>, forged?: boolean): Promise<string>;
  requestsTo(path: string): Seen[];
  stop(): Promise<void>;
}

export async function startAuthServer(id: string, more: Partial<Organisation> = {}): Promise<AuthServer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const stranger = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
  const http = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  const documents: Record<string, () => Record<string, unknown>> = {
    '/fhir/.well-known/smart-configuration': () => ({
      issuer: origin,
      jwks_uri: `${origin}/jwks`,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      revocation_endpoint: `${origin}/revoke`,
      code_challenge_methods_supported: ['S256'],
      capabilities: ['permission-v2', 'sso-openid-connect', 'permission-online', 'launch-ehr'],
      ...server.smart,
    }),
    '/.well-known/openid-configuration': () => ({
      issuer: origin,
      jwks_uri: `${origin}/jwks`,
      ...server.openid,
    }),
    '/jwks': () => ({ keys: [jwk] }),
    '/token': () => ({
      access_token: `access-of-${id}`,
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'launch/patient patient/*.rs',
      patient: 'p1',
      ...server.token,
    }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const path = new URL(request.url ?? '/', origin).pathname;
    server.seen.push({
      method: request.method ?? '',
      path,
      headers: request.headers,
      form: new URLSearchParams(body),
    });
    const other = server.instead.get(path);
    if (other) return other(response);
    const document = documents[path];
    response.writeHead(document ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document ? document() : { error: 'not found' }));
  }

  const server: AuthServer = {
    origin,
    organisation: {
      id: sourceId(id),
      name: `Hospital ${id}`,
      kind: 'ehr',
      iss: `${origin}/fhir`,
      clientId: `client-${id}`,
      scopes: null,
      letter: 'G',
      colour: 0,
      open: false,
      launches: true,
      ...more,
    },
    seen: [],
    smart: {},
    openid: {},
    token: {},
    instead: new Map(),
    idToken(nonce, claims = {}, forged = false) {
      const now = Math.floor(Date.now() / 1000);
      const payload = {
        iss: origin,
        aud: `client-${id}`,
        sub: 'dr-7',
        iat: now,
        exp: now + 600,
        nonce,
        ...claims,
      };
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
        .sign(forged ? stranger.privateKey : privateKey);
    },
    requestsTo: (path) => server.seen.filter((each) => each.path === path),
    stop: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}
