/** Why a sign-in did not happen: each reason a member. What is said of it is the screen's to say. */
import type { DiscoveryProblem } from './discovery.ts';

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
  | { readonly kind: 'no-such-organisation' }
  /** An emergency is about the patient at hand, and somebody else was picked. */
  | { readonly kind: 'another-patient' };
