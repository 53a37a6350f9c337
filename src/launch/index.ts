export { beginSignIn, readLaunch, redirectUriOf, type Begun, type SignInRequest } from './begin.ts';
export type { Browser } from './browser.ts';
export { completeSignIn, type SignInDone } from './complete.ts';
export type { SignedInUser } from './identity.ts';
export { answerCallback } from './popup.ts';
