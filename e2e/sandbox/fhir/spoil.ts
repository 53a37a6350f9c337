import type { FaultRequest } from '../faults.ts';
import { jsonReply, outcome, renderedBody, type Reply } from './reply.ts';
import type { StoredRecord } from './store.ts';

/** How the bytes leave, where that is the fault. */
export interface Delivery {
  readonly how: 'whole' | 'cut' | 'drip' | 'huge';
  readonly ms: number;
  readonly megabytes: number;
}

export const WHOLE: Delivery = { how: 'whole', ms: 0, megabytes: 0 };

const STATUSES: Readonly<Record<string, readonly [status: number, code: string, text: string]>> = {
  '401': [401, 'login', 'the token is not accepted'],
  '403': [403, 'forbidden', 'this is not permitted'],
  '404': [404, 'not-found', 'there is no such thing'],
  '410': [410, 'deleted', 'this is gone'],
  '500': [500, 'exception', 'something broke'],
};

/** Answers that a fault gives in place of the server's own; null where the fault bends the real one. */
export function refusedBy(fault: FaultRequest): Reply | null {
  const known = STATUSES[fault.fault];
  if (known) {
    const [status, code, diagnostics] = known;
    const headers: Record<string, string> =
      status === 401 ? { 'WWW-Authenticate': 'Bearer error="invalid_token"' } : {};
    return jsonReply(status, outcome({ severity: 'error', code, diagnostics }), headers);
  }
  if (fault.fault === 'html') {
    const body = '<!doctype html><title>Maintenance</title><h1>We will be back soon</h1>';
    return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body, bundle: null };
  }
  if (fault.fault === 'invalid-grant') {
    const body = JSON.stringify({ error: 'invalid_grant', error_description: 'grant request is invalid' });
    return { status: 400, headers: { 'Content-Type': 'application/json' }, body, bundle: null };
  }
  return fault.fault.startsWith('429') ? tooMany(fault) : null;
}

function tooMany(fault: FaultRequest): Reply {
  const seconds = fault.seconds ?? 1;
  const after =
    fault.fault === '429-date' ? new Date(Date.now() + seconds * 1000).toUTCString() : String(seconds);
  const hidden: Record<string, string> = fault.fault === '429-hidden' ? { 'X-Hide-Retry-After': '1' } : {};
  return jsonReply(429, outcome({ severity: 'error', code: 'throttled', diagnostics: 'too many requests' }), {
    'Retry-After': after,
    ...hidden,
  });
}

/** The real answer, spoiled. */
export function spoiled(
  fault: FaultRequest,
  reply: Reply,
  stranger: () => StoredRecord | null,
): { readonly reply: Reply; readonly delivery: Delivery } {
  const { bundle } = reply;
  switch (fault.fault) {
    case 'truncated': {
      const bytes = Buffer.from(renderedBody(reply));
      return {
        reply: { ...reply, body: bytes.subarray(0, bytes.length >> 1), bundle: null },
        delivery: WHOLE,
      };
    }
    case 'bom':
      return {
        reply: { ...reply, body: `\ufeff${renderedBody(reply).toString()}`, bundle: null },
        delivery: WHOLE,
      };
    case 'cut':
      return { reply, delivery: { ...WHOLE, how: 'cut' } };
    case 'slow-drip':
      return { reply, delivery: { ...WHOLE, how: 'drip', ms: fault.ms ?? 250 } };
    case 'huge-page':
      return { reply, delivery: { ...WHOLE, how: 'huge', megabytes: fault.megabytes ?? 110 } };
    case 'wrong-patient': {
      const other = stranger();
      if (!bundle || !other) return { reply, delivery: WHOLE };
      const at = bundle.self.indexOf('?');
      const url = `${(at === -1 ? bundle.self : bundle.self.slice(0, at)).replace(/\/[^/]*$/, '')}/${other.type}/${other.id}`;
      const entry = `{"fullUrl":"${url}","resource":${other.json},"search":{"mode":"match"}}`;
      return {
        reply: { ...reply, bundle: { ...bundle, entries: [...bundle.entries, entry] } },
        delivery: WHOLE,
      };
    }
    case 'next-loops':
      if (!bundle) return { reply, delivery: WHOLE };
      return { reply: { ...reply, bundle: { ...bundle, next: bundle.self } }, delivery: WHOLE };
    case 'empty-page':
      // Its own request again: the entries come with the second asking.
      if (!bundle) return { reply, delivery: WHOLE };
      return {
        reply: { ...reply, bundle: { ...bundle, entries: [], next: `${bundle.self}${again(bundle.self)}` } },
        delivery: WHOLE,
      };
    default:
      return { reply, delivery: WHOLE };
  }
}

const again = (url: string): string => `${url.includes('?') ? '&' : '?'}_pretty=false`;
