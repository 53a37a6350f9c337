import type { ServerResponse } from 'node:http';
import { decodeJwt, importJWK, SignJWT, type JWK, type JWTPayload } from 'jose';
import type { FaultRequest } from '../faults.ts';

/** What an id_token says under a fault; null where the fault leaves it alone. */
export function bentClaims({
  fault,
  minutes = 30,
}: FaultRequest): ((claims: JWTPayload) => JWTPayload) | null {
  switch (fault) {
    case 'clock-skew':
      return ({ iat = 0, exp = 0, ...rest }) => ({
        ...rest,
        iat: iat + minutes * 60,
        exp: exp + minutes * 60,
      });
    case 'other-nonce':
      return (claims) => ({ ...claims, nonce: 'of-another-sign-in' });
    case 'other-audience':
      return (claims) => ({ ...claims, aud: 'another-app' });
    case 'other-issuer':
      return (claims) => ({ ...claims, iss: 'https://login.other.example' });
    default:
      return null;
  }
}

/** Signs the id_token again, with the server's own key, over what it would have said otherwise. */
export async function bendIdToken(
  signingKey: JWK,
  response: ServerResponse,
  bend: (claims: JWTPayload) => JWTPayload,
): Promise<void> {
  const key = await importJWK(signingKey, signingKey.alg);
  const end = response.end.bind(response);
  const resign = async (text: string): Promise<string> => {
    const answer = JSON.parse(text) as { id_token?: string };
    if (answer.id_token === undefined) return text;
    const header = { alg: signingKey.alg ?? 'RS256', kid: signingKey.kid ?? '' };
    const claims = bend(decodeJwt(answer.id_token));
    return JSON.stringify({
      ...answer,
      id_token: await new SignJWT(claims).setProtectedHeader(header).sign(key),
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
