/** The way back: from the callback address to a connection, or to the reason why there is none. */
import { err, isObject, ok, type Json, type Result } from '../base/index.ts';
import { sourceId, type SourceId } from '../record/index.ts';
import {
  readJson,
  narrowedTypes,
  readTokenResponse,
  grantsNothing,
  usableScopes,
  withheldTypes,
  type Configuration,
  type LaunchContext,
  type LaunchMode,
  type Organisation,
  type SignedIn,
  type TokenResponse,
  type SignInProblem,
} from '../sources/index.ts';
import { tabStorage, type Browser } from './browser.ts';
import { tokenRequestBody } from './fhirclient.ts';
import { verifyIdentity, type SignedInUser } from './identity.ts';
import { isTooOld, takePending, type Pending } from './pending.ts';
import { wantsToBeSeen } from './popup.ts';

export interface SignInDone {
  /** For the worker, once. Nothing of it is kept here. */
  readonly signedIn: SignedIn;
  readonly mode: LaunchMode;
  readonly context: LaunchContext;
  /** null where the server proved no identity. */
  readonly user: SignedInUser | null;
  /** What was asked for, to tell from what was granted. */
  readonly asked: string;
  /** As the server said it: may be wider, narrower or empty. */
  readonly granted: string;
  /** Types that were asked for and not granted. */
  readonly withheld: readonly string[];
  /** Types of which only a part was granted, and which. */
  readonly narrowed: ReturnType<typeof narrowedTypes>;
  readonly returnTo: string;
  readonly resume: readonly SourceId[];
}

/** For the tab that went to sign in itself. The address is cleaned before anything else happens. */
export async function completeSignIn(
  configuration: Configuration,
  callbackUrl: string,
  browser: Browser,
  now: () => number = Date.now,
): Promise<Result<SignInDone, SignInProblem>> {
  const url = new URL(callbackUrl);
  browser.history.replaceState(null, '', url.pathname);
  const storage = tabStorage(browser);
  if (!storage) return err({ kind: 'no-storage' });
  const [state, ...more] = url.searchParams.getAll('state');
  const pending = state === undefined || more.length > 0 ? null : takePending(storage, state);
  if (!pending) return err({ kind: 'unknown-state' });
  const organisation = configuration.organisations.find((each) => each.id === pending.organisation);
  if (!organisation) return err({ kind: 'no-such-organisation' });
  return finishSignIn(pending, organisation, callbackUrl, now());
}

/** The caller has found `pending` by the state of the address and taken it out of where it was kept. */
export async function finishSignIn(
  pending: Pending,
  organisation: Organisation,
  callbackUrl: string,
  now: number,
): Promise<Result<SignInDone, SignInProblem>> {
  const code = codeOf(pending, new URL(callbackUrl), now);
  if (!code.ok) return code;
  const answer = await exchange(pending, organisation, code.value);
  if (!answer.ok) return answer;
  const token = readTokenResponse(answer.value, now);
  if (!token.ok) return err({ kind: 'bad-token-answer', detail: token.error });
  const user = await identityOf(token.value, pending, organisation, now);
  if (!user.ok) return err({ kind: 'identity-not-verified', detail: user.error });
  return ok(doneWith(pending, organisation, token.value, user.value));
}

/** Every check that comes before a request. */
function codeOf(pending: Pending, url: URL, now: number): Result<string, SignInProblem> {
  if (isTooOld(pending, now)) return err({ kind: 'too-late' });
  const one = (name: string): string | null => url.searchParams.get(name);
  if (['code', 'state', 'iss', 'error'].some((name) => url.searchParams.getAll(name).length > 1))
    return err({ kind: 'bad-callback', detail: 'a parameter stands twice' });
  if (one('state') !== pending.state) return err({ kind: 'unknown-state' });
  if (`${url.origin}${url.pathname}` !== pending.redirectUri)
    return err({ kind: 'mixed-up', detail: `answered at ${url.pathname}, which is another connection's` });
  const iss = one('iss');
  if (iss === null && pending.issPromised)
    return err({
      kind: 'mixed-up',
      detail: 'the answer does not name its server (iss), though that was promised',
    });
  if (iss !== null && pending.issuer !== null && iss !== pending.issuer)
    return err({ kind: 'mixed-up', detail: 'the answer names another server (iss)' });
  const error = one('error');
  if (error !== null) return err(refusal(error, one('error_description'), pending.silent));
  const code = one('code');
  return code ? ok(code) : err({ kind: 'bad-callback', detail: 'it has neither a code nor an error' });
}

function refusal(error: string, description: string | null, silent: boolean): SignInProblem {
  if (error === 'access_denied') return { kind: 'declined' };
  if (silent && wantsToBeSeen(error)) return { kind: 'login-required' };
  return {
    kind: 'refused',
    error: shortened(error),
    detail: description === null ? null : shortened(description),
  };
}

/** Text from an address or a server, to be shown: short and without control characters. */
const shortened = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').slice(0, 300);

/** Sent by hand and not by fhirclient: with a deadline, without cookies, and never on to a redirect's target. */
async function exchange(
  pending: Pending,
  organisation: Organisation,
  code: string,
): Promise<Result<Json, SignInProblem>> {
  const url = pending.tokenEndpoint;
  const body = await tokenRequestBody({
    code,
    clientId: organisation.clientId,
    redirectUri: pending.redirectUri,
    tokenEndpoint: url,
    verifier: pending.verifier,
  });
  const read = await readJson(fetch, url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  switch (read.kind) {
    case 'json':
      return ok(read.body);
    case 'unreachable':
      return err({ kind: 'unreachable', url, detail: read.detail });
    case 'not-json':
      return err({ kind: 'bad-token-answer', detail: `the answer is not JSON (${read.contentType})` });
    case 'status':
      return err({ kind: 'bad-token-answer', detail: statusText(read.status, read.body) });
  }
}

function statusText(status: number, body: Json | undefined): string {
  const said = isObject(body) ? [body['error'], body['error_description']] : [];
  const words = said.filter((each): each is string => typeof each === 'string').map(shortened);
  return [`status ${status}`, ...words].join(': ');
}

/** An identity that was not asked for, or cannot be checked by what discovery said, is not looked at. */
async function identityOf(
  token: TokenResponse,
  { issuer, jwksUri, nonce, asked }: Pending,
  organisation: Organisation,
  now: number,
): Promise<Result<SignedInUser | null, string>> {
  if (token.idToken === null || issuer === null || jwksUri === null || !asked.split(' ').includes('openid'))
    return ok(null);
  const { clientId, iss: base } = organisation;
  return verifyIdentity(token.idToken, { issuer, jwksUri, clientId, nonce, base }, now);
}

/**
 * Where the site says what is asked for, that is also all that is read. Where it leaves that to this product, a type
 * without a scope is one that the server does not offer one for: it says by its answer whether it has the type.
 */
function limits({ scopes }: Organisation, asked: string, said: string | null) {
  const granted = said ?? asked;
  return {
    ...(scopes === null ? { granted } : { granted: usableScopes(asked, granted), asked }),
    ...(said !== null && grantsNothing(asked, said) ? { grantsNothing: true } : {}),
  };
}

const doneWith = (
  pending: Pending,
  organisation: Organisation,
  token: TokenResponse,
  user: SignedInUser | null,
): SignInDone => ({
  signedIn: {
    source: organisation.id,
    base: organisation.iss,
    tokens: {
      access: token.access,
      refresh: token.refresh,
      expiresAt: token.expiresAt,
      tokenEndpoint: pending.tokenEndpoint,
      revocationEndpoint: pending.revocationEndpoint,
      clientId: organisation.clientId,
    },
    patient: token.context.patient,
    encounter: token.context.encounter,
    ...limits(organisation, pending.asked, token.scope),
    user: user?.fhirUser ?? null,
  },
  mode: pending.mode,
  context: token.context,
  user,
  asked: pending.asked,
  ...grantOf(pending.asked, token.scope ?? pending.asked),
  returnTo: pending.returnTo,
  resume: pending.resume.map(sourceId),
});

const grantOf = (asked: string, granted: string) => ({
  granted,
  withheld: withheldTypes(asked, granted),
  narrowed: narrowedTypes(granted),
});

const NO_CONTEXT: LaunchContext = {
  patient: null,
  encounter: null,
  fhirContext: [],
  needPatientBanner: true,
  intent: null,
  smartStyleUrl: null,
  tenant: null,
};

/** An open server, which only the configuration can declare: nobody signs in, and nothing was granted or refused. */
export const openConnection = (organisation: Organisation): SignInDone => ({
  signedIn: {
    source: organisation.id,
    base: organisation.iss,
    tokens: null,
    patient: null,
    encounter: null,
    granted: 'user/*.rs',
  },
  mode: 'standalone',
  context: NO_CONTEXT,
  user: null,
  asked: '',
  ...grantOf('', 'user/*.rs'),
  returnTo: '/',
  resume: [],
});
