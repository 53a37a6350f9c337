/** Who signed in, as the server's signed statement has it. Nothing in it is believed before everything is checked. */
import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTPayload } from 'jose';
import { err, ok, type Result } from '../base/index.ts';
import { sameServer } from '../sources/index.ts';

export interface SignedInUser {
  readonly issuer: string;
  readonly subject: string;
  /** `Practitioner/7` where it is the server's own, else an absolute URL; null where the server does not say. */
  readonly fhirUser: string | null;
}

export interface IdentityCheck {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly clientId: string;
  readonly nonce: string;
  /** The FHIR base: what a relative `fhirUser` is relative to. */
  readonly base: string;
}

/** Public-key algorithms only: with a shared-key one, whoever can read the key set could sign. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
/** Clocks on wards are off by a minute or two. */
const TOLERANCE_SECONDS = 120;

export async function verifyIdentity(
  token: string,
  check: IdentityCheck,
  now: number,
): Promise<Result<SignedInUser, string>> {
  try {
    // A fresh set for each sign-in: keys that the server has withdrawn are not remembered.
    const keys = createRemoteJWKSet(new URL(check.jwksUri), {
      timeoutDuration: 15_000,
      [customFetch]: (url, options) =>
        fetch(url, {
          ...options,
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          cache: 'no-store',
          redirect: 'error',
        }),
    });
    const { payload } = await jwtVerify(token, keys, {
      issuer: check.issuer,
      audience: check.clientId,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'iat', 'sub'],
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(now),
    });
    return userOf(payload, check);
  } catch (error) {
    return err(
      error instanceof errors.JOSEError ? error.message : 'the keys of its issuer could not be read',
    );
  }
}

function userOf(payload: JWTPayload, check: IdentityCheck): Result<SignedInUser, string> {
  if (payload['nonce'] !== check.nonce) return err('the id_token does not answer this sign-in (nonce)');
  const party = payload['azp'];
  if ((Array.isArray(payload.aud) && payload.aud.length > 1) || party !== undefined)
    if (party !== check.clientId) return err('the id_token was made for another app (azp)');
  return ok({
    issuer: check.issuer,
    subject: payload.sub ?? '',
    fhirUser: fhirUserOf(payload['fhirUser'], check.base),
  });
}

function fhirUserOf(value: unknown, base: string): string | null {
  if (typeof value !== 'string' || value === '') return null;
  const absolute = /^https?:/i.test(value) ? value : `${base}/${value}`;
  return sameServer(base, absolute)
    ? absolute.slice(base.length + 1)
    : /^https?:/i.test(value)
      ? value
      : null;
}
