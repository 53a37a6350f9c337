/** One small JSON document from a server, with every way it can fail as a value. */
import { parseJson, type Json } from '../base/index.ts';

export type ReadJson =
  | { readonly kind: 'json'; readonly body: Json }
  | { readonly kind: 'status'; readonly status: number; readonly body: Json | undefined }
  | { readonly kind: 'not-json'; readonly contentType: string }
  /** No answer, or one that the browser may not show us: it does not tell the two apart. */
  | { readonly kind: 'unreachable'; readonly detail: string };

/** How documents are read: the browser's fetch, Node's, or fhirclient's. */
export type GetJson = (url: string) => Promise<ReadJson>;

const DEADLINE_MS = 20_000;
const MAX_CHARACTERS = 16_000_000;

export async function readJson(
  fetcher: typeof fetch,
  url: string,
  init: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string;
    /** The answer may hold a token, unless somebody knows that it does not. */
    readonly cache?: RequestCache;
  } = {},
): Promise<ReadJson> {
  try {
    const response = await fetcher(url, {
      ...init,
      headers: { accept: 'application/json', ...init.headers },
      // No cookie, no referrer, nothing from or into a cache.
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: init.cache ?? 'no-store',
      // A redirected POST would carry a code to an address that nobody checked.
      redirect: init.method === 'POST' ? 'error' : 'follow',
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    const text = await response.text();
    const body = text.length > MAX_CHARACTERS ? undefined : parsed(text);
    if (!response.ok) return { kind: 'status', status: response.status, body };
    if (body === undefined)
      return { kind: 'not-json', contentType: response.headers.get('content-type') ?? 'no type' };
    return { kind: 'json', body };
  } catch (error) {
    return { kind: 'unreachable', detail: error instanceof Error ? causeOf(error) : 'no answer' };
  }
}

const causeOf = (error: Error): string =>
  error.name === 'TimeoutError'
    ? `no answer within ${DEADLINE_MS / 1000} s`
    : error.cause instanceof Error
      ? `${error.message} (${error.cause.message || error.cause.name})`
      : error.message;

function parsed(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
