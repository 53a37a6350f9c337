/** Will a browser be allowed to talk to this server from the app's origin? Only outside a browser can one look. */
import type { Check, DoctorOptions } from './doctor.ts';
import { discoveryUrl } from './discovery.ts';

const REMEDY =
  'Those who run the server have to allow the origin of this app (CORS), with the Authorization header.';

export async function corsChecks(
  base: string,
  tokenEndpoint: string | null,
  { fetcher, origin }: DoctorOptions,
): Promise<Check[]> {
  if (origin === null)
    return [
      {
        area: 'cors',
        state: 'unknown',
        message: 'A browser does not tell whether reading with a token is allowed until somebody signs in.',
        remedy: 'The command line tells it: npm run --silent cli -- doctor <address>',
      },
    ];
  const discovery = await answered(fetcher, discoveryUrl(base), { method: 'GET', headers: { origin } });
  const records = await preflight(fetcher, `${base}/Patient?_id=0`, 'GET', 'authorization', origin);
  const checks = [
    verdict(discovery, origin, 'reading how to sign in', () => true),
    verdict(records, origin, 'reading records with a token', (allowed) =>
      allowed.headers.includes('authorization'),
    ),
  ];
  if (tokenEndpoint !== null) {
    const token = await preflight(fetcher, tokenEndpoint, 'POST', 'content-type', origin);
    // A form is posted without asking first, so only its answer counts; many servers answer no OPTIONS here.
    const answer = verdict(token, origin, 'fetching a token', () => true);
    checks.push(answer.state === 'bad' ? { ...answer, state: 'unknown' } : answer);
  }
  return checks;
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
    const response = await fetcher(url, { ...init, signal: AbortSignal.timeout(15_000) });
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
  what: string,
  test: (allowed: Allowed) => boolean,
): Check {
  const say = (state: Check['state'], message: string): Check => ({
    area: 'cors',
    state,
    message,
    remedy: state === 'good' ? null : REMEDY,
  });
  if (typeof answer === 'string')
    return say('unknown', `Whether browsers are allowed ${what} could not be asked: ${answer}`);
  if (answer.origin !== '*' && answer.origin !== origin)
    return say(
      'bad',
      `Browsers are not allowed ${what} from ${origin} (Access-Control-Allow-Origin: ${answer.origin ?? 'none'}).`,
    );
  return test(answer)
    ? say('good', `Browsers are allowed ${what} from ${origin}.`)
    : say('bad', `Browsers are not allowed ${what}: the Authorization header is not among the allowed ones.`);
}
