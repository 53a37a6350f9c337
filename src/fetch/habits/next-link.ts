/** Habits of `next` links. A link is opaque: it is resolved, and repaired only where it could not work otherwise. */
import { ownUrl } from '../access.ts';
import type { Params } from '../searches.ts';

/**
 * The absolute URL of the next page, or null where it leads to another server. Relative links resolve against the
 * request; a link that starts with the type again means the base. A server behind a proxy may write http where it
 * is reached by https: the same place by our own scheme is its own.
 */
export function nextUrl(base: string, requestUrl: string, type: string, next: string): string | null {
  const fromBase = next.startsWith(`${type}?`) || next.startsWith(`${type}/`);
  let absolute: URL;
  try {
    absolute = new URL(next, fromBase ? `${base}/` : requestUrl);
  } catch {
    return null;
  }
  const home = new URL(base);
  if (home.protocol === 'https:' && absolute.protocol === 'http:' && absolute.hostname === home.hostname) {
    absolute.protocol = 'https:';
    if (absolute.port === '80' || absolute.port === '') absolute.port = home.port;
  }
  return ownUrl(base, absolute.href);
}

/**
 * A bare `+` in a query means a space, yet some servers write the zone of a date that way and then cannot read
 * their own link. Null where there is none to repair.
 */
export function withPlusEscaped(url: string): string | null {
  const at = url.indexOf('?');
  if (at < 0 || !url.includes('+', at)) return null;
  return url.slice(0, at) + url.slice(at).replaceAll('+', '%2B');
}

/**
 * The parameter by which a `next` link says in plain numbers where it goes on: the one thing in it that was not asked,
 * which is as much as the page held. Null where the place is hidden in a token, or the link is another search.
 */
export function placeIn(next: string, params: Params, held: number): string | null {
  const at = next.indexOf('?');
  if (at < 0) return null;
  const query = new URLSearchParams(next.slice(at + 1));
  for (const [name, value] of params)
    if (!query.getAll(name).includes(value) && !(name.startsWith('_') && !query.has(name))) return null;
  const asked = new Set(['_count', '_sort', ...params.map(([name]) => name)]);
  const others = [...query].filter(([name]) => !asked.has(name));
  const [[name = '', value = ''] = []] = others;
  return others.length === 1 && value === String(held) ? name : null;
}
