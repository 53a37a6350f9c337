/**
 * Which addresses may be trusted with a token, and which issuers may start this app. Everything else that comes
 * from a URL or from a server is refused: the rules are narrow on purpose, and each refused trick has its test.
 */
import { withoutTail } from '../base/index.ts';
import type { Configuration, Organisation } from './connection.ts';

/** Raw text that a URL parser would quietly repair or hide: never part of an honest address. */
const DISHONEST = /[\\\s\p{Cc}]/u;
/** `.`, `/`, `\` and `%` written as escapes; in a path they only serve to hide where it leads. */
const HIDDEN_IN_PATH = /%(?:2e|2f|5c|25|00)/i;

/**
 * True where `url` (absolute) lies on the server whose FHIR base is `base`: same scheme, host and port, and a path
 * that is the base or goes on below it, segment by segment. Only then may a request carry that server's token.
 */
export function sameServer(base: string, url: string): boolean {
  const home = honestUrl(base);
  const there = honestUrl(url);
  if (!home || !there) return false;
  if (there.protocol !== home.protocol || there.host !== home.host) return false;
  const prefix = withoutTail(home.pathname, '/');
  return there.pathname === prefix || there.pathname.startsWith(`${prefix}/`);
}

/** An absolute http(s) URL without user-info and without a path that leads elsewhere than it reads. */
function honestUrl(text: string): URL | null {
  if (typeof text !== 'string' || DISHONEST.test(text)) return null;
  const parts = /^(https?):\/\/([^/?#]+)([^?#]*)/i.exec(text);
  if (!parts) return null;
  const [, , authority = '', path = ''] = parts;
  if (authority.includes('@')) return null;
  if (HIDDEN_IN_PATH.test(path) || path.split('/').some((segment) => segment === '..' || segment === '.'))
    return null;
  return URL.canParse(text) ? new URL(text) : null;
}

/**
 * The organisation that `iss` names, among those that may launch this app. Compared as text with what the
 * configuration says, a single trailing slash apart: nothing is decoded, lower-cased or resolved, because every
 * such kindness is a way in.
 */
export function allowedIssuer(configuration: Configuration, iss: string): Organisation | null {
  const asked = iss.endsWith('/') ? iss.slice(0, -1) : iss;
  return configuration.organisations.find((each) => each.launches === true && each.iss === asked) ?? null;
}

/** https, or http to this very machine (a test server): the only ways a secret may travel. */
export function isSecureUrl(text: string): boolean {
  const url = honestUrl(text);
  return url !== null && (url.protocol === 'https:' || isThisMachine(url.hostname));
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]';
