/**
 * A sign-in that is under way: what must survive the trip to the server and back. Held before there is any token,
 * and used up by the first answer. A popup's sign-in is kept in memory; only one that leaves this tab is written to
 * the tab's own storage, each under its own state, so that no sign-in can see or end another.
 */
import { isObject, parseJson } from '../base/index.ts';
import type { LaunchMode } from '../sources/index.ts';
import type { TabStorage } from './browser.ts';

export interface Pending {
  readonly state: string;
  readonly organisation: string;
  readonly mode: LaunchMode;
  /** Asked with `prompt=none`: 'login required' is an answer to that, and a refusal to anything else. */
  readonly silent: boolean;
  readonly startedAt: number;
  readonly redirectUri: string;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint: string | null;
  readonly verifier: string;
  readonly nonce: string;
  readonly asked: string;
  /** What `iss` in the answer has to be; null where the server has no name. */
  readonly issuer: string | null;
  /** RFC 9207 was promised: an answer without `iss` is refused. */
  readonly issPromised: boolean;
  readonly jwksUri: string | null;
  /** Where the person was: a path of this site without clinical content. */
  readonly returnTo: string;
  /** Ids of organisations that were connected and have to be offered again after a trip away. */
  readonly resume: readonly string[];
}

const PREFIX = 'throughline.sign-in.';
/** Long enough for a forgotten password and a second factor. */
const LIFETIME_MS = 30 * 60_000;
const STATE = /^[0-9a-f-]{72}$/;

/** Two random UUIDs: 244 bits that nobody can guess. */
export const newState = (): string => crypto.randomUUID() + crypto.randomUUID();

export const isTooOld = (pending: Pending, now: number): boolean =>
  now - pending.startedAt > LIFETIME_MS || now < pending.startedAt - LIFETIME_MS;

export function keepPending(storage: TabStorage, pending: Pending): boolean {
  sweep(storage, pending.startedAt);
  try {
    storage.setItem(PREFIX + pending.state, JSON.stringify(pending));
    return true;
  } catch {
    return false;
  }
}

export const isPending = (storage: TabStorage, state: string): boolean =>
  STATE.test(state) && storage.getItem(PREFIX + state) !== null;

/** Takes it out: a second answer with the same state finds nothing. */
export function takePending(storage: TabStorage, state: string): Pending | null {
  if (!STATE.test(state)) return null;
  const text = storage.getItem(PREFIX + state);
  if (text === null) return null;
  storage.removeItem(PREFIX + state);
  return readPending(text, state);
}

/** The storage is ours, but another version of this app may have written it. */
function readPending(text: string, state: string): Pending | null {
  try {
    const json: unknown = parseJson(text);
    if (!isObject(json) || json['state'] !== state) return null;
    const strings = [
      'organisation',
      'redirectUri',
      'tokenEndpoint',
      'verifier',
      'nonce',
      'asked',
      'returnTo',
    ];
    if (strings.some((key) => typeof json[key] !== 'string') || !Array.isArray(json['resume'])) return null;
    return JSON.parse(text) as Pending;
  } catch {
    return null;
  }
}

/** Abandoned attempts are removed when the next one starts. */
function sweep(storage: TabStorage, now: number): void {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i));
  for (const key of keys) {
    if (key === null || !key.startsWith(PREFIX)) continue;
    const old = readPending(storage.getItem(key) ?? '', key.slice(PREFIX.length));
    if (old === null || isTooOld(old, now)) storage.removeItem(key);
  }
}
