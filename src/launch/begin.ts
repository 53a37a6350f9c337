/** The way out: from an organisation to its sign-in page. */
import { err, ok, type Result } from '../base/index.ts';
import type { SourceId } from '../record/index.ts';
import {
  allowedIssuer,
  checkedEndpoints,
  discover,
  discoverIssuer,
  readJson,
  scopesFor,
  type Configuration,
  type Endpoints,
  type Issuer,
  type LaunchMode,
  type Organisation,
  type SmartConfiguration,
  type SignInProblem,
} from '../sources/index.ts';
import { tabStorage, type Browser } from './browser.ts';
import { finishSignIn, openConnection, type SignInDone } from './complete.ts';
import { authorizationUrl, getFresh } from './fhirclient.ts';
import { goTo, wayTo, type Way } from './leave.ts';
import { keepPending, newState, type Pending } from './pending.ts';
import { awaitAnswer, openPopUp, type OpenPopUp } from './popup.ts';

export interface SignInRequest {
  readonly organisation: Organisation;
  readonly mode: LaunchMode;
  /** The EHR's launch value, in an EHR launch. */
  readonly launch?: string;
  /** `redirectUriOf(...)`: registered at the organisation, and no other connection's. */
  readonly redirectUri: string;
  /** In a window of its own where the browser allows one; else this tab goes and comes back. */
  readonly popup?: boolean;
  /** Path and query to come back to; without clinical content. */
  readonly returnTo?: string;
  /** What is connected now and will have to be offered again, should this tab have to go. */
  readonly resume?: readonly SourceId[];
  /** In an emergency: the server is asked, in its own way, to open what a consent hides. */
  readonly breakGlass?: boolean;
  /** Without showing anything: works where the server still knows the person, else 'login-required'. */
  readonly silent?: boolean;
}

export type Begun =
  /** An open server: there was nothing to sign in to. */
  | { readonly kind: 'done'; readonly done: SignInDone }
  /** This tab is on its way; it will come back to the callback page. */
  | { readonly kind: 'leaving' }
  | {
      readonly kind: 'popup';
      readonly finished: Promise<Result<SignInDone, SignInProblem>>;
      cancel(): void;
    };

/** Each connection has its own, so that one server's answer cannot be passed off as another's. */
export const redirectUriOf = (appBase: string, organisation: Organisation): string =>
  new URL(`callback/${organisation.id}`, appBase.endsWith('/') ? appBase : `${appBase}/`).href;

/**
 * An EHR's call: `/launch?iss=…&launch=…`. Reads the address and nothing else; an issuer that is not listed ends
 * here, before any request.
 */
export function readLaunch(
  configuration: Configuration,
  href: string,
): Result<{ readonly organisation: Organisation; readonly launch: string }, SignInProblem> {
  const parameters = new URL(href).searchParams;
  const [iss, ...moreIss] = parameters.getAll('iss');
  const [launch, ...moreLaunch] = parameters.getAll('launch');
  if (!iss || moreIss.length > 0)
    return err({ kind: 'bad-launch', detail: 'the address needs exactly one iss' });
  if (!launch || moreLaunch.length > 0)
    return err({ kind: 'bad-launch', detail: 'the address needs exactly one launch' });
  const organisation = allowedIssuer(configuration, iss);
  return organisation ? ok({ organisation, launch }) : err({ kind: 'issuer-not-allowed' });
}

export async function beginSignIn(
  request: SignInRequest,
  browser: Browser,
  now: () => number = Date.now,
): Promise<Result<Begun, SignInProblem>> {
  const { organisation } = request;
  if (organisation.open) return ok({ kind: 'done', done: openConnection(organisation) });
  // Before anything is awaited, see openPopUp; and before anything is kept, because it starts with a copy of it.
  const popup = request.popup === true ? openPopUp(browser) : null;
  const prepared = await prepare(request, now());
  if (!prepared.ok) {
    popup?.window.close();
    return prepared;
  }
  if (popup) return ok(inPopUp(popup, prepared.value, request, browser, now));
  const { way, pending } = prepared.value;
  const storage = tabStorage(browser);
  if (!storage || !keepPending(storage, pending)) return err({ kind: 'no-storage' });
  goTo(browser, way, null);
  return ok({ kind: 'leaving' });
}

function inPopUp(
  popup: OpenPopUp,
  first: Prepared,
  request: SignInRequest,
  browser: Browser,
  now: () => number,
): Begun {
  let cancelled = false;
  let answer = awaitAnswer(browser, popup.window, first.pending.state);
  const attempt = async ({ way, pending }: Prepared): Promise<Result<SignInDone, SignInProblem>> => {
    goTo(browser, way, popup);
    const search = await answer.search;
    if (search === 'closed') return err({ kind: 'popup-closed' });
    return finishSignIn(pending, request.organisation, new URL(search, pending.redirectUri).href, now());
  };
  const both = async (): Promise<Result<SignInDone, SignInProblem>> => {
    const silently = await attempt(first);
    if (silently.ok || silently.error.kind !== 'login-required' || cancelled) return silently;
    // The server wants to see the person: the window is there already, and a second one would be blocked.
    const again = await prepare({ ...request, silent: false }, now());
    if (!again.ok) return again;
    answer = awaitAnswer(browser, popup.window, again.value.pending.state);
    return cancelled ? err({ kind: 'popup-closed' }) : attempt(again.value);
  };
  return {
    kind: 'popup',
    finished: both().finally(() => popup.window.close()),
    cancel() {
      cancelled = true;
      answer.cancel();
    },
  };
}

interface Prepared {
  readonly way: Way;
  readonly pending: Pending;
}

async function prepare(request: SignInRequest, startedAt: number): Promise<Result<Prepared, SignInProblem>> {
  const { organisation, mode } = request;
  const smart = await discover(getFresh, organisation.iss);
  if (!smart.ok) return smart;
  const endpoints = checkedEndpoints(smart.value, organisation);
  if (!endpoints.ok) return endpoints;
  const issuer = await findIssuer(smart.value, organisation);
  if (!issuer.ok) return issuer;
  const glass = request.breakGlass === true ? (organisation.breakGlass ?? null) : null;
  const usual = scopesFor(
    smart.value,
    organisation,
    mode,
    issuer.value !== null,
    new URL(request.redirectUri).origin,
  );
  const asked = glass === null ? usual : `${usual} ${glass.scope}`;
  const state = newState();
  const nonce = newState();
  const authorization = await authorizationUrl({
    serverUrl: organisation.iss,
    clientId: organisation.clientId,
    scope: asked,
    redirectUri: request.redirectUri,
    launch: mode === 'ehr' ? (request.launch ?? null) : null,
    state,
    nonce: asked.split(' ').includes('openid') ? nonce : null,
    silent: request.silent === true,
    parameters: glass?.parameters ?? '',
    endpoints: endpoints.value,
  });
  if (!authorization.ok)
    return err({ kind: 'bad-discovery', url: organisation.iss, detail: authorization.error });
  const { url, verifier } = authorization.value;
  return ok({
    way: wayTo(url, smart.value, organisation),
    pending: {
      state,
      organisation: organisation.id,
      mode,
      silent: request.silent === true,
      startedAt,
      redirectUri: request.redirectUri,
      verifier,
      nonce,
      asked,
      ...serverPart(smart.value, endpoints.value, issuer.value),
      returnTo: localPath(request.returnTo ?? '/'),
      resume: request.resume ?? [],
    },
  });
}

const serverPart = (smart: SmartConfiguration, endpoints: Endpoints, issuer: Issuer | null) => ({
  tokenEndpoint: endpoints.token,
  revocationEndpoint: endpoints.revoke,
  issuer: issuer?.issuer ?? smart.issuer,
  issPromised: smart.promisesIss || issuer?.promisesIss === true,
  jwksUri: issuer?.jwksUri ?? null,
});

/**
 * The issuer whose keys will prove who signed in; null where there is none to be had and the product can do
 * without. One that contradicts itself is refused, and so is one that is missing where the configuration counts on it.
 */
async function findIssuer(
  smart: SmartConfiguration,
  organisation: Organisation,
): Promise<Result<Issuer | null, SignInProblem>> {
  const demanded = organisation.scopes?.split(' ').includes('openid') === true;
  if (smart.issuer === null && !demanded) return ok(null);
  const found = await discoverIssuer((url) => readJson(fetch, url), smart);
  if (found.ok || demanded || found.error.kind === 'issuer-differs') return found;
  return ok(null);
}

/** A path of this site: anything that could lead elsewhere becomes the start page. */
const localPath = (path: string): string => (/^\/(?![/\\])/.test(path) ? path : '/');
