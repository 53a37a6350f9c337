import { ORG_KEYS } from './world/index.ts';

export const FAULTS = {
  down: 'the connection is cut without an answer',
  slow: 'the answer comes late (ms, default 5000)',
  'slow-drip': 'the answer trickles, 64 bytes at a time (ms between, default 250)',
  cut: 'the connection is cut in the middle of the answer',
  '401': 'the token is refused',
  '403': 'forbidden',
  '404': 'not found',
  '410': 'gone',
  '429-seconds': 'too many requests, Retry-After in seconds (default 1)',
  '429-date': 'too many requests, Retry-After as a date',
  '429-hidden': 'too many requests, Retry-After not shown to scripts',
  '500': 'server error',
  truncated: 'half of the answer, said to be whole',
  html: 'a web page where FHIR is due',
  bom: 'a byte order mark before the JSON',
  'wrong-patient': "somebody else's resource among the results",
  'next-loops': 'the next link leads back to the same page',
  'empty-page': 'a page without entries, though there is a next',
  'huge-page': 'a page of many megabytes (default 110)',
  'gzip-bomb': 'a few kilobytes that unfold to many megabytes (default 1600)',
  deep: 'a resource of ten thousand levels',
  'many-entries': 'a page of a million entries',
  'clock-skew': "the server's clock is wrong (minutes, default 30)",
  'other-nonce': 'the id_token answers another sign-in',
  'other-audience': 'the id_token is made for another app',
  'other-issuer': "the id_token names another issuer, under this one's signature",
  redirect: 'the answer is a redirect (to)',
  'next-elsewhere': 'the next link leads to another server (to)',
  'content-location': 'the answer says that it lies on another server (to)',
  'invalid-grant': 'the token endpoint refuses the grant',
} as const;

export type FaultKind = keyof typeof FAULTS;

export interface FaultRequest {
  /** An organisation's key, or '*' for all. */
  readonly org: string;
  readonly fault: FaultKind;
  /** A FHIR type, or 'token', 'authorize', 'discovery', 'metadata'. Absent: every FHIR request. */
  readonly type?: string;
  /** From this matching request on, counted from 1. */
  readonly nth?: number;
  /** How often; with nth once, without it always. */
  readonly times?: number;
  readonly ms?: number;
  readonly seconds?: number;
  readonly minutes?: number;
  readonly megabytes?: number;
  /** An address elsewhere. */
  readonly to?: string;
}

export interface FaultState extends FaultRequest {
  readonly id: number;
  readonly seen: number;
  readonly applied: number;
}

/** Requests that are not for clinical data: a fault without a type leaves them alone. */
const BESIDE = new Set(['token', 'authorize', 'discovery', 'metadata']);

/** The faults in force. Each counts the requests it could have met. */
export class Faults {
  #next = 1;
  #all: { request: FaultRequest; id: number; seen: number; applied: number }[] = [];

  set(request: FaultRequest): number {
    const id = this.#next++;
    this.#all.push({ request, id, seen: 0, applied: 0 });
    return id;
  }

  clear(): void {
    this.#all = [];
  }

  list(): FaultState[] {
    return this.#all.map(({ request, id, seen, applied }) => ({ ...request, id, seen, applied }));
  }

  /** The fault this request meets, if any; the oldest first. */
  meet(org: string, type: string): FaultRequest | null {
    let met: FaultRequest | null = null;
    for (const one of this.#all) {
      const { request } = one;
      if (request.org !== '*' && request.org !== org) continue;
      if (request.type === undefined ? BESIDE.has(type) : request.type !== type) continue;
      one.seen++;
      const due = one.seen >= (request.nth ?? 1);
      const left = one.applied < (request.times ?? (request.nth === undefined ? Infinity : 1));
      if (met === null && due && left) {
        one.applied++;
        met = request;
      }
    }
    return met;
  }
}

/** A fault as it came over HTTP; a text says what is wrong with it. */
export function readFault(value: unknown): FaultRequest | string {
  if (typeof value !== 'object' || value === null) return 'the body is no object';
  const given = value as Record<string, unknown>;
  const { org, fault, type, to } = given;
  if (typeof org !== 'string' || (org !== '*' && !ORG_KEYS.some((key) => key === org)))
    return `org must be * or one of ${ORG_KEYS.join(', ')}`;
  if (typeof fault !== 'string' || !(fault in FAULTS))
    return `fault must be one of ${Object.keys(FAULTS).join(', ')}`;
  const numbers: Record<string, number> = {};
  for (const name of ['nth', 'times', 'ms', 'seconds', 'minutes', 'megabytes']) {
    const number = given[name];
    if (number === undefined || number === null || number === '') continue;
    if (!Number.isFinite(Number(number))) return `${name} must be a number`;
    numbers[name] = Number(number);
  }
  return {
    org,
    fault: fault as FaultKind,
    ...(typeof type === 'string' && type !== '' ? { type } : {}),
    ...(typeof to === 'string' && URL.canParse(to) ? { to } : {}),
    ...numbers,
  };
}
