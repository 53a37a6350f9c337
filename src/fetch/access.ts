/**
 * The one way to a source: it owns the tokens, keeps them at home, and turns everything that can go wrong on the
 * way into a value. All requests may be repeated: they are reads (a search or an operation may travel as POST), or a
 * change that names the version it is made from.
 */
import { err, ok, type Clock, type Result, withoutTail } from '../base/index.ts';
import type { SourceId, SourceProblem } from '../record/index.ts';
import { sameServer, type ConnectionState, type SignedIn } from '../sources/index.ts';
import { decode, notJson, problemOf, type Answer } from './answer.ts';
import { openGate, type Gate } from './gate.ts';
import { LIMITS, type Limits } from './limits.ts';
import { retryDelay } from './retry.ts';
import { whyNotAsked } from './scopes.ts';
import { send, type Fetch } from './send.ts';
import { keepTokens, type TokenKeeper } from './tokens.ts';
import { sleep, tiedTo } from './wait.ts';

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Some servers answer a Binary only to its exact type. FHIR JSON where not given. */
  readonly accept?: string;
  /** What others wait for: it goes before what has not begun. */
  readonly urgent?: boolean;
  /** Without a token: what a server tells everybody. A browser asks no leave (no preflight) for it. */
  readonly open?: boolean;
  /**
   * Looked at when its turn has come, which may be long after it was asked: a GET of this in its place. Null leaves it
   * as it is.
   */
  readonly instead?: () => string | null;
  /** The body as it is, in `bytes`: for attachments. Otherwise it must look like JSON. */
  readonly raw?: boolean;
  /** Less than what a source may send at most. */
  readonly maxBytes?: number;
  readonly onBytes?: (received: number, about: number | null) => void;
}

type Body = { readonly form: URLSearchParams } | { readonly json: string };

/** A change on a condition: sent twice, it is made once. Its answer is read as bytes, since it may be empty. */
export type Change =
  /** Made where nothing is found by `unless`. */
  | { readonly method: 'POST'; readonly unless: string; readonly json: string }
  | { readonly method: 'PUT'; readonly match: string; readonly json: string }
  | { readonly method: 'DELETE'; readonly match: string };

export interface Access {
  readonly source: SourceId;
  /** Without a trailing slash. */
  readonly base: string;
  /** As granted at sign-in, or as a later refresh narrowed it. */
  readonly granted: string;
  readonly clock: Clock;
  /** False where the sign-in did not ask to read the type: no request for it is sent. */
  asksFor(type: string): boolean;
  /** `url` may be relative to the base. Never throws for what a server or a network can do. */
  get(url: string, options?: AskOptions): Promise<Result<Answer, SourceProblem>>;
  /** A read that travels as POST: `[type]/_search`, `Patient/$match`. */
  post(url: string, body: Body, options?: AskOptions): Promise<Result<Answer, SourceProblem>>;
  change(url: string, change: Change): Promise<Result<Answer, SourceProblem>>;
  /** The same way, with the same token, to another base that the site named as this organisation's. */
  at(base: string): Pick<Access, 'get' | 'change'>;
  /** Ends what is under way, forgets the tokens, revokes them where the server can. */
  signOut(): Promise<void>;
}

export interface AccessOptions {
  readonly signedIn: SignedIn;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly onState: (state: ConnectionState) => void;
  readonly limits?: Partial<Limits>;
  readonly random?: () => number;
}

interface Line {
  readonly base: string;
  readonly signedIn: SignedIn;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly random: () => number;
  readonly gate: Gate;
  readonly keeper: TokenKeeper;
  readonly ended: AbortSignal;
}

const FHIR_JSON = 'application/fhir+json, application/json;q=0.9';

export function openAccess(options: AccessOptions): Access {
  const { signedIn, fetch, clock, onState } = options;
  const limits = { ...LIMITS, ...options.limits };
  const session = new AbortController();
  const keeper = keepTokens(signedIn, { fetch, clock, limits, onState });
  const line: Line = {
    base: withoutTail(signedIn.base, '/'),
    signedIn,
    fetch,
    clock,
    limits,
    random: options.random ?? Math.random,
    gate: openGate(limits.concurrency, clock, limits.widest),
    keeper,
    ended: session.signal,
  };
  return {
    source: signedIn.source,
    base: line.base,
    get granted() {
      return keeper.grant().granted;
    },
    clock,
    asksFor: (type) => notAsked(line, `${line.base}/${type}`) === null,
    get: (url, ask = {}) => request(line, url, null, ask),
    at: (base) => ({
      get: (url, ask = {}) => request({ ...line, base }, url, null, ask),
      change: (url, change) => request({ ...line, base }, url, change, { raw: true }),
    }),
    post: (url, body, ask = {}) => request(line, url, body, ask),
    change: (url, change) => request(line, url, change, { raw: true }),
    async signOut() {
      session.abort();
      await line.keeper.end();
    },
  };
}

const notAsked = ({ signedIn: { asked }, keeper, base }: Line, url: string): string | null =>
  whyNotAsked({ ...(asked === undefined ? {} : { asked }), ...keeper.grant() }, base, url);

/** The absolute URL of a request, or null where it would leave its own server. */
export function ownUrl(base: string, url: string): string | null {
  try {
    const absolute = new URL(url, `${base}/`);
    absolute.hash = '';
    return sameServer(base, absolute.href) ? absolute.href : null;
  } catch {
    return null;
  }
}

async function request(
  line: Line,
  url: string,
  body: Body | Change | null,
  ask: AskOptions,
): Promise<Result<Answer, SourceProblem>> {
  const target = ownUrl(line.base, url);
  if (target === null) return err({ kind: 'foreign-url', url: originOf(url, line.base) });
  if (line.ended.aborted) return err({ kind: 'signed-out' });
  const detail = notAsked(line, target);
  if (detail !== null) return err({ kind: 'forbidden', detail });
  const { controller, untie } = tiedTo(ask.signal);
  const onEnd = () => controller.abort();
  line.ended.addEventListener('abort', onEnd, { once: true });
  try {
    const answer = await persist(line, target, body, { ...ask, signal: controller.signal });
    // A request that the sign-out cut short was not cancelled by whoever asked.
    if (!answer.ok && answer.error.kind === 'cancelled' && !ask.signal?.aborted)
      return err({ kind: 'signed-out' });
    return answer;
  } finally {
    line.ended.removeEventListener('abort', onEnd);
    untie();
  }
}

/** Where a refused URL wanted to go, without what could name a patient. */
function originOf(url: string, base: string): string {
  try {
    const { origin, host } = new URL(url, `${base}/`);
    return origin === 'null'
      ? (url.split(':')[0] ?? '')
      : new URL(base).host === host
        ? `${origin}/…`
        : origin;
  } catch {
    return 'not a URL';
  }
}

type Attempt = { readonly used: string | null; readonly outcome: Result<Answer, SourceProblem> };

async function persist(
  line: Line,
  url: string,
  body: Body | Change | null,
  ask: AskOptions & { readonly signal: AbortSignal },
): Promise<Result<Answer, SourceProblem>> {
  let secondToken = false;
  for (let attempt = 0; ;) {
    const { used, outcome } = await once(line, url, body, ask);
    // It says nothing about the token, and is asked for with one where it does not come without.
    if (ask.open) return outcome;
    if (outcome.ok) {
      line.keeper.accepted();
      return outcome;
    }
    const problem = outcome.error;
    if (problem.kind === 'signed-out') {
      if (secondToken) return outcome;
      secondToken = true;
      const again = await line.keeper.refused(used, ask.signal);
      if (again.ok) continue;
      if (again.error.kind === 'signed-out' || again.error.kind === 'cancelled') return again;
      // The refresh failed for a reason that may pass: the session stands, this read waits its turn.
      secondToken = false;
      const pause = retryDelay(again.error, attempt++, line.limits, line.random);
      if (pause === null || !(await sleep(pause, ask.signal))) return cancelledOr(again.error, ask.signal);
      continue;
    }
    const pause = retryDelay(problem, attempt++, line.limits, line.random);
    if (pause === null) {
      if (problem.kind !== 'unreachable' || secondToken) return outcome;
      secondToken = true;
      if (await line.keeper.refreshInCase(used, ask.signal)) continue;
      return cancelledOr(problem, ask.signal);
    }
    if (problem.kind === 'rate-limited') line.gate.rest(pause);
    else if (!(await sleep(pause, ask.signal))) return err({ kind: 'cancelled' });
  }
}

const cancelledOr = (problem: SourceProblem, signal: AbortSignal): Result<never, SourceProblem> =>
  err(signal.aborted ? { kind: 'cancelled' } : problem);

async function once(line: Line, url: string, body: Body | Change | null, ask: AskOptions): Promise<Attempt> {
  const leave = await line.gate.enter(ask.signal, ask.urgent);
  if (!leave) return { used: null, outcome: err({ kind: 'cancelled' }) };
  try {
    const bearer = ask.open ? ok(null) : await line.keeper.bearer(ask.signal);
    if (!bearer.ok) return { used: null, outcome: bearer };
    const used = bearer.value;
    const deadline = {
      ...line.limits,
      maxBytes: Math.min(line.limits.maxBytes, ask.maxBytes ?? line.limits.maxBytes),
      onBytes: ask.onBytes,
    };
    const other = ask.instead?.() ?? null;
    const target = (other === null ? null : ownUrl(line.base, other)) ?? url;
    // Again: the token that was waited for may be one that may do less.
    const detail = notAsked(line, target);
    if (detail !== null) return { used, outcome: err({ kind: 'forbidden', detail }) };
    const init = initOf(target === url ? body : null, used, ask);
    const sent = await send(line.fetch, target, init, deadline, ask.signal);
    if (!sent.ok) return { used, outcome: sent };
    const now = line.clock.now();
    const problem = problemOf(sent.value, now);
    if (problem) return { used, outcome: err(problem) };
    const text = ask.raw ? '' : decode(sent.value);
    const bad = ask.raw ? null : notJson(text);
    if (bad) return { used, outcome: err(bad) };
    const { status, headers, bytes } = sent.value;
    const contentType = headers.get('content-type') ?? '';
    const kept = ask.raw ? bytes : new Uint8Array();
    return {
      used,
      outcome: ok({ url: target, status, headers, contentType, text, bytes: kept, receivedAt: now }),
    };
  } finally {
    leave();
  }
}

function initOf(body: Body | Change | null, token: string | null, ask: AskOptions): RequestInit {
  const headers: Record<string, string> = { accept: ask.accept ?? FHIR_JSON };
  if (token !== null) headers['authorization'] = `Bearer ${token}`;
  if (body === null) return { method: 'GET', headers };
  if ('method' in body) return changeOf(body, headers);
  const isForm = 'form' in body;
  headers['content-type'] = isForm ? 'application/x-www-form-urlencoded' : 'application/fhir+json';
  return { method: 'POST', headers, body: isForm ? body.form.toString() : body.json };
}

function changeOf(change: Change, headers: Record<string, string>): RequestInit {
  if (change.method === 'POST') headers['if-none-exist'] = change.unless;
  else headers['if-match'] = change.match;
  if (change.method === 'DELETE') return { method: 'DELETE', headers };
  headers['content-type'] = 'application/fhir+json';
  return { method: change.method, headers, body: change.json };
}
