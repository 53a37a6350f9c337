import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaultRequest } from '../faults.ts';
import type { Habits } from '../habits.ts';
import { send } from '../http.ts';
import type { FhirApi } from './api.ts';
import { deliver } from './deliver.ts';
import { renderedBody, type Reply } from './reply.ts';
import { deliveryUnder, refusedBy, spoiled } from './spoil.ts';

/** What scripts may see of an answer. */
const EXPOSED =
  'ETag, Location, Content-Location, Last-Modified, Retry-After, WWW-Authenticate, X-Request-Id';

interface Door {
  readonly api: FhirApi;
  readonly habits: Habits;
}

/** The API's side that faces browsers: CORS, faults, the wire. */
export async function answerFhir(
  { api, habits }: Door,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  path: string,
  body: string,
  fault: FaultRequest | null,
  beside: boolean,
): Promise<void> {
  const { method = 'GET', headers: asking } = request;
  const refused = fault === null ? null : refusedBy(fault);
  const real =
    refused ?? (await api.handle({ method, path, params: url.searchParams, headers: asking, body, beside }));
  const reply = fault === null ? real : spoiled(fault, real, () => strangerTo(api, path, url, real));
  const headers = { ...reply.headers, ...cors(habits, request, fault, reply.status) };
  return deliver(response, { ...reply, headers }, deliveryUnder(fault));
}

export function answerPreflight({ habits }: Door, request: IncomingMessage, response: ServerResponse): void {
  const { preflightMaxAge } = habits;
  send(response, 204, {
    'Access-Control-Allow-Origin': request.headers.origin ?? '*',
    'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE, OPTIONS',
    'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '*',
    ...(preflightMaxAge === null ? {} : { 'Access-Control-Max-Age': String(preflightMaxAge) }),
    Vary: 'Origin, Access-Control-Request-Headers',
  });
}

function cors(
  habits: Habits,
  request: IncomingMessage,
  fault: FaultRequest | null,
  status: number,
): Record<string, string> {
  if (status === 401 && !habits.corsOn401) return {};
  const hidden = fault?.fault === '429-hidden';
  return {
    'Access-Control-Allow-Origin': request.headers.origin ?? '*',
    'Access-Control-Expose-Headers': hidden ? EXPOSED.replace('Retry-After, ', '') : EXPOSED,
    'Cache-Control': 'no-store',
    Vary: 'Origin, Authorization, Accept',
  };
}

/** A resource of the type asked for that belongs to none of the patients on this page. */
function strangerTo(api: FhirApi, path: string, url: URL, reply: Reply) {
  const shown = reply.bundle?.entries[0] ?? renderedBody(reply).toString();
  return (
    api.store
      .ofType(api.typeOf(path, url.searchParams))
      .find(({ patients }) => patients.length > 0 && !patients.some((id) => shown.includes(id))) ?? null
  );
}
