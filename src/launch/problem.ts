/** Why a sign-in did not happen: each reason a member, each with words for the person in front of it. */
import { assertNever } from '../base/index.ts';
import type { DiscoveryProblem } from '../sources/index.ts';

export type SignInProblem =
  | DiscoveryProblem
  /** The EHR that started us is not in the configuration: nothing was sent anywhere. */
  | { readonly kind: 'issuer-not-allowed' }
  | { readonly kind: 'bad-launch'; readonly detail: string }
  /** An answer to a question that this tab never asked, or asked once and had answered. */
  | { readonly kind: 'unknown-state' }
  | { readonly kind: 'too-late' }
  /** The answer came in at another connection's address, or names another server. */
  | { readonly kind: 'mixed-up'; readonly detail: string }
  | { readonly kind: 'bad-callback'; readonly detail: string }
  | { readonly kind: 'declined' }
  /** A silent attempt met a server that wants to see its user. */
  | { readonly kind: 'login-required' }
  | { readonly kind: 'refused'; readonly error: string; readonly detail: string | null }
  | { readonly kind: 'bad-token-answer'; readonly detail: string }
  | { readonly kind: 'identity-not-verified'; readonly detail: string }
  | { readonly kind: 'popup-closed' }
  | { readonly kind: 'no-storage' }
  | { readonly kind: 'no-such-organisation' };

export interface ProblemWords {
  /** What happened, for a clinician. */
  readonly message: string;
  /** What can be done, and by whom. */
  readonly remedy: string;
  /** For whoever looks into it: copyable, without a secret or clinical content. */
  readonly detail: string | null;
}

const TRY_AGAIN = 'Sign in again.';
const ASK_SITE = 'Tell whoever runs Throughline at your site.';
const ASK_SERVER =
  'Tell whoever runs Throughline at your site; the server has to be changed by those who run it.';

export function signInProblemWords(problem: SignInProblem, name: string): ProblemWords {
  const words = (message: string, remedy: string, detail: string | null = null) => ({
    message,
    remedy,
    detail,
  });
  switch (problem.kind) {
    case 'unreachable':
      return words(`${name} did not answer.`, 'Try again in a moment.', `${problem.url}: ${problem.detail}`);
    case 'bad-discovery':
      return words(
        `${name} does not say how to sign in to it.`,
        ASK_SERVER,
        `${problem.url}: ${problem.detail}`,
      );
    case 'no-endpoints':
      return words(`${name} does not say where to sign in to it.`, ASK_SERVER, problem.detail);
    case 'no-pkce':
      return words(`${name} cannot protect a sign-in the way this app demands.`, ASK_SERVER, problem.detail);
    case 'issuer-differs':
      return words(
        `${name} is not the server it should be; nothing was sent to it.`,
        ASK_SITE,
        `issuer expected: ${problem.expected}; got: ${problem.got ?? 'none'}`,
      );
    case 'issuer-not-allowed':
      return words(
        'This system may not open Throughline.',
        `${ASK_SITE} Its address has to be added to config.json.`,
      );
    case 'bad-launch':
      return words(
        'Throughline was opened with an incomplete address.',
        'Open it again from the record system.',
        problem.detail,
      );
    case 'unknown-state':
      return words('This sign-in was not started here, or is finished already.', TRY_AGAIN);
    case 'too-late':
      return words(`Signing in to ${name} took too long.`, TRY_AGAIN);
    case 'mixed-up':
      return words(`The answer did not come from ${name}; it was not used.`, ASK_SITE, problem.detail);
    case 'bad-callback':
      return words(`${name} sent back an answer that cannot be read.`, TRY_AGAIN, problem.detail);
    case 'declined':
      return words(
        `Access to ${name} was declined.`,
        'Sign in again and allow access, if that was not intended.',
      );
    case 'login-required':
      return words(`${name} wants you to sign in.`, TRY_AGAIN);
    case 'refused':
      return words(
        `${name} refused the sign-in.`,
        ASK_SITE,
        [problem.error, problem.detail].filter(Boolean).join(': '),
      );
    case 'bad-token-answer':
      return words(`${name} did not finish the sign-in.`, TRY_AGAIN, problem.detail);
    case 'identity-not-verified':
      return words(`${name} could not prove who signed in.`, ASK_SITE, problem.detail);
    case 'popup-closed':
      return words(
        `The sign-in window of ${name} was closed.`,
        'Sign in again, or sign in without a window of its own.',
      );
    case 'no-storage':
      return words(
        'This browser does not let Throughline remember a sign-in while you are away.',
        'Allow windows to open for this site, or open Throughline in a tab of its own.',
      );
    case 'no-such-organisation':
      return words('The organisation of this sign-in is not in the configuration any more.', ASK_SITE);
    default:
      return assertNever(problem, 'signInProblemWords');
  }
}
