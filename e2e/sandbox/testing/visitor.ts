import { createHash, randomBytes } from 'node:crypto';
import type { Sandbox, SandboxOrg } from '../sandbox.ts';

/** A browser as far as a sign-in needs one: cookies, redirects, forms. */
export class Visitor {
  readonly #cookies = new Map<string, string>();

  async go(url: string, form?: URLSearchParams): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie, accept: 'text/html' },
      ...(form ? { body: form } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), value);
    }
    return response;
  }

  get cookieNames(): string[] {
    return [...this.#cookies.keys()];
  }
}

interface SignInOptions {
  readonly scope?: string;
  readonly patient?: string;
  readonly launch?: string;
  readonly visitor?: Visitor;
  readonly aud?: string;
  readonly challengeMethod?: string | null;
  readonly refuse?: boolean;
  readonly prompt?: string;
  /** Scopes to leave ticked on the consent page. */
  readonly ticked?: readonly string[];
}

interface Callback {
  readonly params: URLSearchParams;
  readonly verifier: string;
  readonly redirectUri: string;
  /** Titles of the pages met on the way. */
  readonly pages: readonly string[];
}

const STANDALONE = 'openid fhirUser launch/patient online_access patient/*.rs patient/*.read';

/** From the authorize endpoint to the callback, a click at a time. */
export async function authorize(
  sandbox: Sandbox,
  org: SandboxOrg,
  options: SignInOptions = {},
): Promise<Callback> {
  const visitor = options.visitor ?? new Visitor();
  const verifier = randomBytes(32).toString('base64url');
  const redirectUri = `${sandbox.urls.app}/callback`;
  const params = new URLSearchParams({
    response_type: 'code',
    client_id: sandbox.clientId,
    redirect_uri: redirectUri,
    scope: options.scope ?? STANDALONE,
    aud: options.aud ?? org.iss,
    state: randomBytes(16).toString('hex'),
    nonce: 'nonce-1',
  });
  if (options.prompt !== undefined) params.set('prompt', options.prompt);
  if (options.launch !== undefined) params.set('launch', options.launch);
  if (options.challengeMethod !== null) {
    params.set('code_challenge', createHash('sha256').update(verifier).digest('base64url'));
    params.set('code_challenge_method', options.challengeMethod ?? 'S256');
  }
  const pages: string[] = [];
  let response = await visitor.go(`${org.origin}/oauth/authorize?${params.toString()}`);
  let here = org.origin;
  for (let steps = 0; steps < 12; steps++) {
    const location = response.headers.get('location');
    if (location !== null) {
      here = new URL(location, here).href;
      if (here.startsWith(redirectUri))
        return { params: new URL(here).searchParams, verifier, redirectUri, pages };
      response = await visitor.go(here);
      continue;
    }
    const html = await response.text();
    const title = /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '';
    pages.push(title);
    if (response.status !== 200)
      throw new Error(`${response.status} ${title}: ${html.replace(/<[^>]+>/g, ' ')}`);
    response = await visitor.go(here, answerTo(title, html, options));
  }
  throw new Error(`the sign-in never came back: ${pages.join(', ')}`);
}

function answerTo(title: string, html: string, options: SignInOptions): URLSearchParams {
  if (options.refuse === true) return new URLSearchParams({ act: 'refuse' });
  if (title === 'Sign in') return new URLSearchParams({ act: 'sign-in' });
  const form = new URLSearchParams({ act: 'allow' });
  for (const [, scope = ''] of html.matchAll(/name="scope" value="([^"]+)"/g)) {
    if (options.ticked === undefined || options.ticked.includes(scope))
      form.append('scope', scope.replaceAll('&amp;', '&'));
  }
  if (options.patient !== undefined) form.set('patient', options.patient);
  return form;
}

export interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly patient?: string;
  readonly error?: string;
  readonly [name: string]: unknown;
}

export const tokenRequest = (
  sandbox: Sandbox,
  org: SandboxOrg,
  params: Record<string, string>,
): Promise<Response> =>
  fetch(`${org.origin}/oauth/token`, {
    method: 'POST',
    headers: { origin: sandbox.urls.app },
    body: new URLSearchParams({ client_id: sandbox.clientId, ...params }),
  });

export async function exchange(sandbox: Sandbox, org: SandboxOrg, callback: Callback): Promise<TokenAnswer> {
  const response = await tokenRequest(sandbox, org, {
    grant_type: 'authorization_code',
    code: callback.params.get('code') ?? '',
    redirect_uri: callback.redirectUri,
    code_verifier: callback.verifier,
  });
  return (await response.json()) as TokenAnswer;
}

export async function signIn(
  sandbox: Sandbox,
  org: SandboxOrg,
  options: SignInOptions = {},
): Promise<TokenAnswer> {
  return exchange(sandbox, org, await authorize(sandbox, org, options));
}
