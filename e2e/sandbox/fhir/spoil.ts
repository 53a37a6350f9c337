import type { FaultRequest } from '../faults.ts';
import { jsonReply, outcome, renderedBody, type Reply } from './reply.ts';
import type { StoredRecord } from './store.ts';

/** How the bytes leave, where that is the fault. */
export interface Delivery {
  readonly how: 'whole' | 'cut' | 'drip' | 'huge' | 'bomb' | 'many';
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
  if (fault.fault === 'redirect')
    return { status: 302, headers: { Location: fault.to ?? '/' }, body: '', bundle: null };
  return fault.fault.startsWith('429') ? tooMany(fault) : null;
}

function tooMany(fault: FaultRequest): Reply {
  const seconds = fault.seconds ?? 1;
  const after =
    fault.fault === '429-date' ? new Date(Date.now() + seconds * 1000).toUTCString() : String(seconds);
  return jsonReply(429, outcome({ severity: 'error', code: 'throttled', diagnostics: 'too many requests' }), {
    'Retry-After': after,
  });
}

/** How the answer is put on the wire under this fault. */
export function deliveryUnder(fault: FaultRequest | null): Delivery {
  switch (fault?.fault) {
    case 'cut':
      return { ...WHOLE, how: 'cut' };
    case 'slow-drip':
      return { ...WHOLE, how: 'drip', ms: fault.ms ?? 250 };
    case 'huge-page':
      return { ...WHOLE, how: 'huge', megabytes: fault.megabytes ?? 110 };
    case 'gzip-bomb':
      return { ...WHOLE, how: 'bomb', megabytes: fault.megabytes ?? 1600 };
    case 'many-entries':
      return { ...WHOLE, how: 'many' };
    default:
      return WHOLE;
  }
}

/** The real answer, its content spoiled. */
export function spoiled(fault: FaultRequest, reply: Reply, stranger: () => StoredRecord | null): Reply {
  const { bundle } = reply;
  switch (fault.fault) {
    case 'truncated': {
      const bytes = Buffer.from(renderedBody(reply));
      return { ...reply, body: bytes.subarray(0, bytes.length >> 1), bundle: null };
    }
    case 'bom':
      return { ...reply, body: `\ufeff${renderedBody(reply).toString()}`, bundle: null };
    case 'wrong-patient':
      return withStranger(reply, stranger());
    case 'deep':
      return bundle
        ? { ...reply, bundle: { ...bundle, entries: [...bundle.entries, deepEntry(bundle.self)] } }
        : reply;
    case 'next-loops':
      return bundle ? { ...reply, bundle: { ...bundle, next: bundle.self } } : reply;
    case 'next-elsewhere':
      return bundle ? { ...reply, bundle: { ...bundle, next: fault.to ?? bundle.self } } : reply;
    case 'content-location':
      return { ...reply, headers: { ...reply.headers, 'Content-Location': fault.to ?? '/' } };
    case 'empty-page': {
      if (!bundle) return reply;
      // Its own request again, told apart by a parameter that changes nothing: the entries come the second time.
      const next = `${bundle.self}${bundle.self.includes('?') ? '&' : '?'}_pretty=false`;
      return { ...reply, bundle: { ...bundle, entries: [], next } };
    }
    default:
      return reply;
  }
}

const LEVELS = 10_000;

/** An extension in an extension in an extension, and so on. */
function deepEntry(self: string): string {
  const type = /\/fhir\/([A-Za-z]+)/.exec(self)?.[1] ?? 'Basic';
  const deep = `${'{"url":"urn:x","extension":['.repeat(LEVELS)}${']}'.repeat(LEVELS)}`;
  return `{"resource":{"resourceType":"${type}","id":"deep","extension":[${deep}]},"search":{"mode":"match"}}`;
}

/** Another patient's resource at the end of a search's page, or in the place of the one that was read. */
function withStranger(reply: Reply, other: StoredRecord | null): Reply {
  const { bundle } = reply;
  if (other === null || reply.status !== 200) return reply;
  if (!bundle) return { ...reply, body: other.json };
  const base = bundle.self.slice(0, bundle.self.indexOf('/fhir') + '/fhir'.length);
  const entry = `{"fullUrl":"${base}/${other.type}/${other.id}","resource":${other.json},"search":{"mode":"match"}}`;
  return { ...reply, bundle: { ...bundle, entries: [...bundle.entries, entry] } };
}
