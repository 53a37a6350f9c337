import type { ServerResponse } from 'node:http';
import { decodeJwt, importJWK, SignJWT, type JWK } from 'jose';

/** Signs the id_token again as a server whose clock is wrong would have. */
export async function skewIdToken(signingKey: JWK, response: ServerResponse, minutes: number): Promise<void> {
  const key = await importJWK(signingKey, signingKey.alg);
  const end = response.end.bind(response);
  const resign = async (text: string): Promise<string> => {
    const answer = JSON.parse(text) as { id_token?: string };
    if (answer.id_token === undefined) return text;
    const by = minutes * 60;
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
