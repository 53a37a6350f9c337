import type { SignInProblem } from '../../../session/index.ts';

/** Why a sign-in did not happen, and what can be done, by whom. */
export const signInProblem = {
  /** Where no organization is known. */
  server: 'The server',
  says: {
    unreachable: (name: string) => `${name} did not answer.`,
    'bad-discovery': (name: string) => `${name} does not say how to sign in to it.`,
    'no-endpoints': (name: string) => `${name} does not say where to sign in to it.`,
    'no-pkce': (name: string) => `${name} cannot protect a sign-in the way this app demands.`,
    'issuer-differs': (name: string) => `${name} is not the server it should be; nothing was sent to it.`,
    'issuer-not-allowed': () => 'This system may not open Throughline.',
    'bad-launch': () => 'Throughline was opened with an incomplete address.',
    'unknown-state': () => 'This sign-in was not started here, or is finished already.',
    'too-late': (name: string) => `Signing in to ${name} took too long.`,
    'mixed-up': (name: string) => `The answer did not come from ${name}; it was not used.`,
    'bad-callback': (name: string) => `${name} sent back an answer that cannot be read.`,
    declined: (name: string) => `Access to ${name} was declined.`,
    'login-required': (name: string) => `${name} wants you to sign in.`,
    refused: (name: string) => `${name} refused the sign-in.`,
    'bad-token-answer': (name: string) => `${name} did not finish the sign-in.`,
    'identity-not-verified': (name: string) => `${name} could not prove who signed in.`,
    'popup-closed': (name: string) => `The sign-in window of ${name} was closed.`,
    'no-storage': () => 'This browser does not let Throughline remember a sign-in while you are away.',
    'no-such-organisation': () => 'The organization of this sign-in is not in the configuration any more.',
    'another-patient': () => 'Another patient was chosen there. Nothing was opened.',
  } satisfies Readonly<Record<SignInProblem['kind'], (name: string) => string>>,
  remedies: {
    again: 'Sign in again.',
    later: 'Try again in a moment.',
    site: 'Tell whoever runs Throughline at your site.',
    address: 'Tell whoever runs Throughline at your site. Its address has to be added to config.json.',
    server: 'Tell whoever runs Throughline at your site; the server has to be changed by those who run it.',
    reopen: 'Open it again from the record system.',
    allow: 'Sign in again and allow access, if that was not intended.',
    here: 'Sign in again, or sign in without a window of its own.',
    windows: 'Allow windows to open for this site, or open Throughline in a tab of its own.',
    choose: 'Sign in again and choose the patient who is on the screen.',
  },
};
