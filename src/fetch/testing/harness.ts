import { setMaxListeners } from 'node:events';
import { onTestFinished } from 'vitest';
import type { Fetched, LedgerLine, RecordProblem } from '../../record/index.ts';
import { sourceId } from '../../record/index.ts';
import type { ConnectionState, SignedIn, Tokens } from '../../sources/index.ts';
import { openAccess, type Access, type AccessOptions } from '../access.ts';
import type { Limits } from '../limits.ts';
import { load, type LoadEnd, type LoadOptions } from '../load.ts';
import type { FetchedPage, Sink } from '../sink.ts';
import { startServer, type ServerOptions, type TestServer } from './server.ts';

// Node warns of eleven listeners on one signal; thirty requests of one load listen to it rightly.
setMaxListeners(0);

const SOURCE = sourceId('test');
export const systemClock = { now: () => Date.now() };

/** No deadline is near in a test that is not about deadlines: the machine may be busy. */
export const QUICK: Partial<Limits> = { totalMs: 20_000, idleMs: 10_000, backoffMs: 5, maxWaitMs: 300 };

export function tokensOf(
  server: TestServer,
  lifetimeMs: number | null = null,
  refresh: string | null = 'refresh-0',
): Tokens {
  server.tokens.valid.add('access-0');
  if (refresh !== null) server.tokens.refresh.add(refresh);
  return {
    access: 'access-0',
    refresh,
    expiresAt: lifetimeMs === null ? null : Date.now() + lifetimeMs,
    tokenEndpoint: `${server.origin}/token`,
    revocationEndpoint: `${server.origin}/revoke`,
    clientId: 'app',
  };
}

export function signedIn(server: TestServer, more: Partial<SignedIn> = {}): SignedIn {
  return {
    source: SOURCE,
    base: server.base,
    tokens: null,
    patient: 'p1',
    encounter: null,
    granted: '',
    ...more,
  };
}

export interface Opened {
  readonly access: Access;
  readonly states: ConnectionState[];
}

export function openTo(server: TestServer, options: Partial<AccessOptions> = {}): Opened {
  const states: ConnectionState[] = [];
  const access = openAccess({
    signedIn: signedIn(server),
    fetch: (url, init) => fetch(url, init),
    clock: systemClock,
    onState: (state) => states.push(state),
    limits: QUICK,
    ...options,
  });
  return { access, states };
}

export interface Basket extends Sink {
  readonly pages: FetchedPage[];
  readonly lines: LedgerLine[];
  readonly quarantined: RecordProblem[];
  readonly problems: RecordProblem[];
  refs(): string[];
  entries(): Fetched[];
}

export function basket(): Basket {
  const pages: FetchedPage[] = [];
  const lines: LedgerLine[] = [];
  const quarantined: RecordProblem[] = [];
  const problems: RecordProblem[] = [];
  const entries = () => pages.flatMap((page) => [...page.entries]);
  return {
    pages,
    lines,
    quarantined,
    problems,
    entries,
    refs: () => entries().map((entry) => entry.ref),
    page: (page) => void pages.push(page),
    ledger: (line) => void lines.push(line),
    quarantine: (problem) => void quarantined.push(problem),
    problem: (problem) => void problems.push(problem),
  };
}

export interface Loaded {
  readonly sink: Basket;
  readonly end: LoadEnd;
  line(type: string, category?: string | null): LedgerLine;
}

export async function loadFrom(
  server: TestServer,
  options: Partial<LoadOptions> & {
    readonly access?: Access;
    readonly signal?: AbortSignal;
    readonly sink?: Basket;
  } = {},
): Promise<Loaded> {
  const {
    access = openTo(server).access,
    signal = new AbortController().signal,
    sink = basket(),
    ...rest
  } = options;
  const end = await load(access, { patient: 'p1', ...rest }, sink, signal);
  return {
    sink,
    end,
    line(type, category = null) {
      const found = end.ledger.find((each) => each.type === type && each.category === category);
      if (!found) throw new Error(`no line for ${type} ${category ?? ''}`);
      return found;
    },
  };
}

/** A server that lasts as long as the test that started it. */
export async function startForTest(options: ServerOptions): Promise<TestServer> {
  const server = await startServer(options);
  onTestFinished(() => server.close());
  return server;
}
