/** What the sign-in granted, read so that an empty answer is not taken for 'none recorded' where nobody may look. */
import type { SignedIn } from '../sources/index.ts';

export type Grant =
  /** No resource scope is listed at all: nothing can be concluded. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'full' }
  /** Only under these conditions: `category=http://…|laboratory`. */
  | { readonly kind: 'filtered'; readonly filters: readonly string[] }
  | { readonly kind: 'none' };

const SCOPE = /^(?:patient|user|system)\/(\*|[A-Za-z]+)\.(read|write|\*|c?r?u?d?s?)(?:\?(.+))?$/;

export function grantFor(granted: string, type: string): Grant {
  const scopes = granted.split(/\s+/).flatMap((scope) => {
    const match = SCOPE.exec(scope);
    return match ? [{ type: match[1], may: match[2] ?? '', filter: match[3] ?? null }] : [];
  });
  if (scopes.length === 0) return { kind: 'unknown' };
  const mine = scopes.filter((s) => (s.type === '*' || s.type === type) && maySearch(s.may));
  if (mine.length === 0) return { kind: 'none' };
  if (mine.some((s) => s.filter === null)) return { kind: 'full' };
  return { kind: 'filtered', filters: mine.flatMap((s) => s.filter ?? []) };
}

const maySearch = (may: string): boolean => may === 'read' || may === '*' || may.endsWith('s');

/**
 * Why a request to `url` is not sent; null where it is. A site that asks for less has decided that less is read, and a
 * token that is wider than that does not change it. A server that said that it granted no record is not asked for any.
 */
export function whyNotAsked(
  { asked, grantsNothing }: Pick<SignedIn, 'asked' | 'grantsNothing'>,
  base: string,
  url: string,
): string | null {
  const type = /^\/([A-Z][A-Za-z]*)/.exec(url.slice(base.length))?.[1];
  if (type === undefined) return null;
  if (grantsNothing && type !== 'AuditEvent') return 'the sign-in granted no records';
  const types = (asked ?? '').split(/\s+/).flatMap((scope) => SCOPE.exec(scope)?.[1] ?? []);
  return types.length === 0 || types.includes('*') || types.includes(type)
    ? null
    : 'this site does not ask for it when signing in';
}
