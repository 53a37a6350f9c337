/**
 * What is recorded of this session, and where it goes: every request to a source as it leaves, every act as it
 * happens. The receiver gets a token only where it is one of the sources' own servers.
 */
import { createAudit, type Act, type AuditSource, type AuditState, type ChainLine } from '../audit/index.ts';
import type { Clock, JsonObject } from '../base/index.ts';
import type { AccessOptions } from '../fetch/index.ts';
import { resourceRef, type MemberId, type ResourceRef, type SourceId } from '../record/index.ts';
import { sameServer, type SignedIn } from '../sources/index.ts';
import type { Held } from './held.ts';
import type { Site } from './messages.ts';

type Fetch = AccessOptions['fetch'];

export interface Done {
  readonly act: Act;
  /** Of these sources; of all that are connected where it is left out. */
  readonly sources?: readonly SourceId[];
  readonly what?: readonly MemberId[];
  readonly purpose?: string | null;
  readonly reason?: string | null;
}

export interface Trail {
  configure(site: Site): void;
  record(done: Done): void;
  /** A way to a server that records what is asked of it. */
  watched(signedIn: SignedIn): Fetch;
  state(): AuditState;
  ledger(): Promise<readonly ChainLine[]>;
  /** Sends what waits, for as long as that may keep somebody who signs out. */
  farewell(leaving: readonly Held[]): Promise<void>;
}

interface TrailPorts {
  readonly sources: ReadonlyMap<SourceId, Held>;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly onState: (state: AuditState) => void;
}

const FAREWELL_MS = 2_000;

export function createTrail({ sources, fetch, clock, onState }: TrailPorts): Trail {
  let site: Site | null = null;
  /** Signed out, and still trusted with their own last records until their tokens are gone. */
  const leaving = new Set<Held>();
  const audit = createAudit({
    clock,
    app: () => site?.app ?? '',
    hasReceiver: () => site !== null && site.audit !== null,
    deliver: (event) => deliver(event),
    after: (ms, run) => void setTimeout(run, ms),
    onState,
  });

  const sourceOf = (signedIn: SignedIn, patient: ResourceRef | null): AuditSource => ({
    source: signedIn.source,
    name: site?.names[signedIn.source] ?? signedIn.source,
    base: signedIn.base,
    clientId: signedIn.tokens?.clientId ?? '',
    patient,
    user: signedIn.user ?? null,
  });
  const patientOf = (signedIn: SignedIn): ResourceRef | null =>
    sources.get(signedIn.source)?.person?.ref ??
    (signedIn.patient === null ? null : resourceRef(`Patient/${signedIn.patient}`));

  async function deliver(event: JsonObject): Promise<'delivered' | 'refused' | 'later'> {
    const endpoint = site?.audit ?? '';
    const own = [...sources.values(), ...leaving].find(({ access }) => sameServer(access.base, endpoint));
    const json = JSON.stringify(event);
    if (own) {
      const answer = await own.access.post(endpoint, { json });
      if (answer.ok) return 'delivered';
      const { kind } = answer.error;
      return kind === 'rejected' || kind === 'forbidden' || kind === 'not-found' ? 'refused' : 'later';
    }
    return deliverElsewhere(fetch, endpoint, json);
  }

  return {
    configure(given) {
      site = given;
    },
    record({ act, sources: only, what = [], purpose = null, reason = null }) {
      const concerned = only ?? [...sources.keys()];
      for (const source of concerned) {
        const held = sources.get(source);
        if (!held) continue;
        audit.record({
          kind: 'act',
          act,
          at: sourceOf(held.signedIn, patientOf(held.signedIn)),
          what,
          purpose,
          reason,
        });
      }
    },
    watched: (signedIn) => async (url, init) => {
      const response = await fetch(url, init);
      const asked = response.ok ? interactionOf(signedIn.base, url, init) : null;
      if (asked) {
        const at = sourceOf(signedIn, patientOf(signedIn));
        audit.record({ ...asked, at, requestId: response.headers.get('x-request-id') });
      }
      return response;
    },
    state: () => audit.state(),
    ledger: () => audit.ledger(),
    async farewell(all) {
      for (const one of all) leaving.add(one);
      await Promise.race([audit.flush(), new Promise((resolve) => setTimeout(resolve, FAREWELL_MS))]);
      for (const one of all) leaving.delete(one);
    },
  };
}

/** A receiver that is no source: without a token, without cookies, and never on to a redirect's target. */
async function deliverElsewhere(
  fetch: Fetch,
  endpoint: string,
  body: string,
): Promise<'delivered' | 'refused' | 'later'> {
  try {
    const { ok, status } = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json' },
      body,
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    if (ok) return 'delivered';
    return status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status) ? 'refused' : 'later';
  } catch {
    return 'later';
  }
}

/**
 * What a request asks for. Further pages are the same query; metadata, token requests and audit records themselves are
 * no access to a record.
 */
function interactionOf(
  base: string,
  url: string,
  init: RequestInit,
): { kind: 'query'; query: string } | { kind: 'read'; ref: ResourceRef } | null {
  if (!sameServer(base, url)) return null;
  const { pathname, search } = new URL(url);
  const path = pathname.slice(new URL(base).pathname.replace(/\/$/, '').length + 1);
  if (path.startsWith('AuditEvent')) return null;
  const [type = '', second] = path.split('/');
  if (!/^[A-Z][A-Za-z]+$/.test(type)) return null;
  // A change is recorded as the act that it is.
  if (init.method === 'PUT' || init.method === 'DELETE') return null;
  const posted = typeof init.body === 'string' && init.method === 'POST';
  if (second === undefined) return posted || search === '' ? null : { kind: 'query', query: url };
  if (second === '_search' || second.startsWith('$'))
    return { kind: 'query', query: posted && second === '_search' ? `${url}?${String(init.body)}` : url };
  const ref = posted ? null : resourceRef(`${type}/${second}`);
  return ref && { kind: 'read', ref };
}
