import { parseJson, type Json } from '../base/index.ts';
import type { SourceProblem } from '../record/index.ts';
import { refusalText } from './outcome.ts';
import { retryAfter } from './retry-after.ts';
import type { Wire } from './send.ts';

/** A successful answer. */
export interface Answer {
  /** The URL that was asked: relative links in the answer resolve against it. */
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly contentType: string;
  /** Decoded, without a byte order mark; empty where bytes were asked for. */
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly receivedAt: number;
}

/** null where the status is a success; otherwise what it means. */
export function problemOf(wire: Wire, now: number): SourceProblem | null {
  const { status } = wire;
  if (wire.redirected) return { kind: 'foreign-url', url: whereTo(wire.headers) };
  if (status >= 200 && status < 300) return null;
  const detail = () => refusalDetail(wire);
  if (status === 401) return { kind: 'signed-out' };
  if (status === 403) return { kind: 'forbidden', detail: detail() };
  if (status === 404) return { kind: 'not-found', detail: detail() };
  if (status === 410) return { kind: 'expired', detail: detail() };
  if (status === 408) return { kind: 'server-error', status, detail: detail() };
  if (status === 429) return { kind: 'rate-limited', retryAfterMs: retryAfter(wire.headers, now) };
  if (status === 405 || status === 501) return { kind: 'unsupported', detail: detail() || `HTTP ${status}` };
  if (status >= 500) return { kind: 'server-error', status, detail: detail() };
  return { kind: 'rejected', status, detail: detail() };
}

/** A redirect's target without path or query, which may name the patient. */
function whereTo(headers: Headers): string {
  try {
    return `redirect to ${new URL(headers.get('location') ?? '').origin}`;
  } catch {
    return 'redirect';
  }
}

function refusalDetail(wire: Wire): string {
  const fallback = `HTTP ${wire.status}`;
  if (wire.bytes.byteLength > 256 * 1024) return fallback;
  const body = asJson(decode(wire));
  return (body !== undefined && refusalText(body)) || fallback;
}

const asJson = (text: string): Json | undefined => {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
};

/** JSON is UTF-8, except where a server says otherwise and means it. TextDecoder drops the byte order mark. */
export function decode(wire: Wire): string {
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(wire.headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(wire.bytes);
  } catch {
    return new TextDecoder().decode(wire.bytes);
  }
}

/**
 * A cheap look at what should be JSON, before it is parsed: the content type is believed only where it says XML
 * or HTML and the body agrees; servers that call JSON text/plain are common.
 */
export function notJson(text: string): SourceProblem | null {
  const start = text.search(/\S/);
  if (start < 0) return { kind: 'malformed', detail: 'the answer is empty' };
  const first = text[start];
  if (first === '<') {
    const isPage = /^<(?:!doctype html|html|head|body)/i.test(text.slice(start, start + 40));
    return {
      kind: 'malformed',
      detail: isPage ? 'a web page came instead of FHIR JSON' : 'XML came instead of JSON',
    };
  }
  if (first !== '{' && first !== '[') return { kind: 'malformed', detail: 'the answer is no FHIR JSON' };
  let end = text.length - 1;
  while (/\s/.test(text[end] ?? '')) end--;
  if (text[end] !== (first === '{' ? '}' : ']'))
    return { kind: 'truncated', detail: 'the answer ends in the middle' };
  return null;
}
