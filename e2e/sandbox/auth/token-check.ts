import { importJWK, jwtVerify, type JWK } from 'jose';
import type { Bearer } from '../fhir/api.ts';
import { Refusal } from '../fhir/reply.ts';

interface Expected {
  readonly key: JWK;
  readonly issuer: string;
  readonly audience: string;
  /** False once the grant behind a token has been revoked. */
  readonly lives: (grant: string) => boolean;
}

interface Checked extends Bearer {
  readonly expiresAt: number;
}

/** Checks bearer tokens as a resource server must; a good one's signature is checked once and remembered. */
export async function tokenChecker(
  expected: Expected,
): Promise<(authorization: string | undefined) => Promise<Bearer>> {
  const { kty, crv, x, y, n, e } = expected.key;
  const publicKey = await importJWK(
    JSON.parse(JSON.stringify({ kty, crv, x, y, n, e })) as JWK,
    expected.key.alg,
  );
  const known = new Map<string, Checked>();
  return async (authorization) => {
    const token = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw unauthorized('a bearer token is needed');
    let checked = known.get(token);
    if (!checked) {
      checked = await verify(token, publicKey, expected);
      if (known.size > 1000) known.clear();
      known.set(token, checked);
    }
    if (checked.expiresAt <= Date.now()) throw unauthorized('the token has expired');
    if (!expected.lives(checked.grant)) throw unauthorized('the token was revoked');
    return checked;
  };
}

async function verify(
  token: string,
  key: Awaited<ReturnType<typeof importJWK>>,
  { issuer, audience }: Expected,
): Promise<Checked> {
  try {
    const { payload } = await jwtVerify(token, key, { issuer, audience, typ: 'at+jwt' });
    return {
      scope: String(payload['scope'] ?? ''),
      patient: typeof payload['patient'] === 'string' ? payload['patient'] : null,
      grant: String(payload['grant'] ?? ''),
      expiresAt: (payload.exp ?? 0) * 1000,
    };
  } catch (error) {
    throw unauthorized(error instanceof Error ? error.message : 'the token does not hold');
  }
}

const unauthorized = (text: string): Refusal =>
  new Refusal(401, 'login', text, { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
