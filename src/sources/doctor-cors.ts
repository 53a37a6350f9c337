/** Will a browser be allowed to talk to this server from the app's origin? */
import { check, good, type Check, type DoctorOptions } from './doctor-check.ts';
import { discoveryUrl } from './discovery.ts';
import type { CheckCode } from './doctor-words.ts';

export async function corsChecks(
  base: string,
  tokenEndpoint: string | null,
  { fetcher, origin }: DoctorOptions,
): Promise<Check[]> {
  if (origin === null) return [await triedHere(base, fetcher)];
  const records = `${base}/Patient?_id=0`;
  const checks = [
    verdict(
      await answered(fetcher, discoveryUrl(base), { method: 'GET', headers: { origin } }),
      origin,
      discoveryUrl(base),
      'cors-discovery',
    ),
    verdict(
      await preflight(fetcher, records, 'GET', 'authorization', origin),
      origin,
      `${base}/…`,
      'cors-records',
      (allowed) => allowed.headers.includes('authorization'),
    ),
  ];
  if (tokenEndpoint !== null) {
    const token = await preflight(fetcher, tokenEndpoint, 'POST', 'content-type', origin);
    // A form is posted without asking first, so only its answer counts; many servers answer no OPTIONS here.
    const answer = verdict(token, origin, tokenEndpoint, 'cors-token');
    checks.push(answer.state === 'bad' ? { ...answer, state: 'unknown' } : answer);
  }
  return checks;
}

/**
 * Inside a browser the headers are hidden, but a refusal can be felt: with a token, even one that means nothing, an
 * answer of whatever kind comes only where the browser may have it.
 */
async function triedHere(base: string, fetcher: typeof fetch): Promise<Check> {
  const url = `${base}/Patient?_id=0`;
  const answer = await answered(fetcher, url, {
    headers: { authorization: 'Bearer none', accept: 'application/json' },
  });
  return typeof answer === 'string'
    ? check('cors', 'warning', 'cors-not-here', [], 'command-line')
    : good('cors', 'cors-here');
}

interface Allowed {
  readonly origin: string | null;
  readonly headers: readonly string[];
}

const preflight = (
  fetcher: typeof fetch,
  url: string,
  method: string,
  headers: string,
  origin: string,
): Promise<Allowed | string> =>
  answered(fetcher, url, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': headers },
    redirect: 'error',
  });

async function answered(fetcher: typeof fetch, url: string, init: RequestInit): Promise<Allowed | string> {
  try {
    const response = await fetcher(url, {
      ...init,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(15_000),
    });
    await response.body?.cancel();
    const allowed = response.headers.get('access-control-allow-headers') ?? '';
    return {
      origin: response.headers.get('access-control-allow-origin'),
      headers: allowed.toLowerCase().split(/[\s,]+/),
    };
  } catch (error) {
    return error instanceof Error ? error.message : 'no answer';
  }
}

function verdict(
  answer: Allowed | string,
  origin: string,
  url: string,
  allowedCode: CheckCode,
  test: (allowed: Allowed) => boolean = () => true,
): Check {
  if (typeof answer === 'string') return check('cors', 'unknown', 'cors-silent', [url, answer], 'cors');
  if (answer.origin !== '*' && answer.origin !== origin)
    return check('cors', 'bad', 'cors-refused', [url, origin, answer.origin ?? '–'], 'cors');
  return test(answer)
    ? good('cors', allowedCode, origin)
    : check('cors', 'bad', 'cors-no-token', [url], 'cors');
}
