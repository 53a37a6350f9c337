/**
 * Signing in to a further server in a window of its own, so that what is on the screen stays there. The window
 * comes back to `/callback/…` of this site and hands the address's query to whoever opened it: a code that is worth
 * nothing without the secret that only the opener has. No token and no clinical content is ever in a message.
 */
import type { Browser, Message, PopUp } from './browser.ts';
import { isPending } from './pending.ts';
import { tabStorage } from './browser.ts';

const TYPE = 'throughline:sign-in';
const FEATURES = 'popup,width=640,height=780';
const CLOSED_CHECK_MS = 400;

/** Must be called in the click itself: after the first wait, browsers take it for an advertisement. */
export function openPopUp(browser: Browser): OpenPopUp | null {
  // A name of its own, so that a form can be sent to this window and to no other.
  const name = `sign-in-${crypto.randomUUID()}`;
  const window = browser.open('about:blank', name, FEATURES);
  return window && { window, name };
}

export interface OpenPopUp {
  readonly window: PopUp;
  readonly name: string;
}

export interface Answer {
  /** Ends the waiting; the promise then says 'closed'. */
  cancel(): void;
  /** The query of the callback address, or 'closed' where the window went away without one. */
  readonly search: Promise<string | 'closed'>;
}

/** Waits for the window's report. Believes only this window, this origin, this shape and this attempt's state. */
export function awaitAnswer(browser: Browser, popup: PopUp, state: string): Answer {
  let settle: (search: string) => void = () => undefined;
  const search = new Promise<string>((resolve) => (settle = resolve));
  const origin = new URL(browser.location.href).origin;

  const finish = (result: string): void => {
    clearInterval(watch);
    browser.removeEventListener('message', onMessage);
    settle(result);
  };
  const onMessage = (event: Message): void => {
    if (event.origin !== origin || event.source !== popup) return;
    const found = searchIn(event.data);
    if (found === null || new URLSearchParams(found).get('state') !== state) return;
    finish(found);
    // After a silent attempt the same window may be needed to show the server's page: whoever waits decides.
    if (!wantsToBeSeen(new URLSearchParams(found).get('error'))) popup.close();
  };
  // The last message may still be on its way when the window is seen closed: one more turn is given to it.
  let seenClosed = false;
  const watch = setInterval(() => {
    if (seenClosed) finish('closed');
    seenClosed = popup.closed;
  }, CLOSED_CHECK_MS);

  browser.addEventListener('message', onMessage);
  return {
    search,
    cancel() {
      popup.close();
      finish('closed');
    },
  };
}

/** A server's way to say that it cannot answer without showing a page. */
export const wantsToBeSeen = (error: string | null): boolean =>
  error !== null && /^(?:login|interaction|consent|account_selection)_required$/.test(error);

function searchIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return null;
  const { type, search } = data as { readonly type?: unknown; readonly search?: unknown };
  return type === TYPE && typeof search === 'string' && search.length < 20_000 ? search : null;
}

/**
 * What the callback page does first. 'complete-here': this tab itself went to sign in. 'reported': the opener has
 * the answer and this window closes. 'stray': nobody here asked; nothing was done.
 */
export function answerCallback(browser: Browser): 'complete-here' | 'reported' | 'stray' {
  const url = new URL(browser.location.href);
  const storage = tabStorage(browser);
  const state = url.searchParams.get('state') ?? '';
  // First, because an EHR that opened this app in a tab is an opener too, and has nothing to do with it.
  if (storage !== null && isPending(storage, state)) return 'complete-here';
  const opener = browser.opener;
  if (!isWindow(opener)) return 'stray';
  // With this origin as the target, any other opener never sees it.
  opener.postMessage({ type: TYPE, search: url.search }, url.origin);
  browser.history.replaceState(null, '', url.pathname);
  if (!wantsToBeSeen(url.searchParams.get('error'))) browser.close();
  return 'reported';
}

const isWindow = (value: unknown): value is { postMessage(data: unknown, targetOrigin: string): void } =>
  typeof value === 'object' &&
  value !== null &&
  'postMessage' in value &&
  typeof value.postMessage === 'function';
