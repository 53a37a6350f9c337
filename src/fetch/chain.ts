/** Follows one search from its first page to its end, and says truthfully how it ended. */
import { assertNever, type Result } from '../base/index.ts';
import type { SourceProblem } from '../record/index.ts';
import type { Access, Body } from './access.ts';
import type { Answer } from './answer.ts';
import { readPage, type Page } from './bundle.ts';
import type { Delivered, Delivery } from './deliver.ts';
import { nextUrl, withPlusEscaped } from './next-link.ts';
import { watchOrder } from './order.ts';
import { means } from './outcome.ts';

export interface Request {
  readonly url: string;
  readonly body: Body | null;
}

export interface ChainWorld {
  readonly access: Access;
  readonly delivery: Delivery;
  readonly signal: AbortSignal;
  readonly patient: string;
  readonly maxPages: number;
  /** Why nothing of this server may be read, once that is known; pages wait for it. */
  readonly ready: Promise<SourceProblem | null>;
}

export type ChainEnd =
  | { readonly kind: 'ended' }
  /** The first page did not come: nothing of this chain was delivered. */
  | { readonly kind: 'refused'; readonly why: SourceProblem }
  /** It broke off after some pages. `at` is the URL to go on from, where there is one. */
  | {
      readonly kind: 'stopped';
      readonly why: SourceProblem;
      readonly missingBefore: number | null;
      readonly at: string | null;
    };

export interface ChainEvents {
  page(delivered: Delivered, page: Page): void;
  remark(text: string): void;
}

/** Pages without anything new, in a row, after which a server is going in circles. */
const STALE_PAGES = 40;

export async function followChain(
  world: ChainWorld,
  type: string,
  first: Request,
  events: ChainEvents,
  /** The first request is itself a `next` link, kept from an earlier load. */
  resumed = false,
): Promise<ChainEnd> {
  const run = { restarted: false, pages: 0 };
  for (;;) {
    const end = await oneRun(world, type, first, events, run, resumed);
    if (end !== 'start-again') return end;
    run.restarted = true;
    events.remark('the server dropped the search half-way; it was started again');
  }
}

/** A place in a search that a server has forgotten: the search as a whole may still be asked. */
const isForgotten = (problem: SourceProblem): boolean =>
  problem.kind === 'expired' || problem.kind === 'not-found' || problem.kind === 'rejected';

async function oneRun(
  world: ChainWorld,
  type: string,
  first: Request,
  events: ChainEvents,
  run: { readonly restarted: boolean; pages: number },
  resumed: boolean,
): Promise<ChainEnd | 'start-again'> {
  const { access } = world;
  const order = watchOrder();
  const asked = new Set<string>();
  const seen = new Set<string>();
  let stale = 0;
  let total: number | null = null;
  let hidden: SourceProblem | null = null;
  let request = first;
  const stop = (why: SourceProblem, at: string | null): ChainEnd => ({
    kind: 'stopped',
    why,
    missingBefore: order.reached(),
    at,
  });

  for (let number = 0; ; number++) {
    const isFirst = number === 0 && run.pages === 0;
    asked.add(request.url);
    const got = await readOne(world, request, number > 0 || resumed);
    if (!got.ok) {
      if (isFirst && !resumed) return { kind: 'refused', why: got.error };
      if (!run.restarted && isForgotten(got.error) && number > 0) return 'start-again';
      return stop(got.error, request.url);
    }
    const unreadable = await world.ready;
    if (unreadable) return { kind: 'refused', why: unreadable };
    const { page, url, receivedAt } = got.value;
    if (number === 0 && ignoredPatient(world, page))
      return {
        kind: 'refused',
        why: { kind: 'unsupported', detail: 'the server ignores the patient in this search' },
      };
    const delivered = await world.delivery.page(page, type, receivedAt);
    run.pages++;
    total = page.total;
    hidden ??= hiddenBy(page);
    for (const each of delivered.entries)
      if (each.resource['resourceType'] === type) order.see(each.resource);
    const before = seen.size;
    for (const ref of delivered.refs) seen.add(ref);
    stale = seen.size > before ? 0 : stale + 1;
    events.page(delivered, page);

    if (page.next === null) {
      if (hidden) return stop(hidden, null);
      // A total is never trusted to say that all is here, but it may say that something is not.
      if (!resumed && total !== null && total > seen.size)
        return stop({ kind: 'truncated', detail: `the server counts ${total} and sent ${seen.size}` }, null);
      return { kind: 'ended' };
    }
    const next = nextUrl(access.base, url, type, page.next);
    if (next === null) return stop({ kind: 'foreign-url', url: 'the next page' }, null);
    if (asked.has(next))
      return stop({ kind: 'loop', detail: 'the next page is one that was read before' }, null);
    if (stale >= STALE_PAGES)
      return stop({ kind: 'loop', detail: `${stale} pages in a row held nothing new` }, next);
    if (run.pages >= world.maxPages)
      return stop({ kind: 'loop', detail: `stopped after ${run.pages} pages` }, next);
    request = { url: next, body: null };
  }
}

interface ReadPage {
  readonly page: Page;
  readonly url: string;
  readonly receivedAt: number;
}

async function readOne(
  world: ChainWorld,
  request: Request,
  isNext: boolean,
): Promise<Result<ReadPage, SourceProblem>> {
  let answer = await ask(world, request);
  const repaired = isNext && request.body === null ? withPlusEscaped(request.url) : null;
  if (!answer.ok && answer.error.kind === 'rejected' && repaired !== null)
    answer = await ask(world, { url: repaired, body: null });
  if (!answer.ok) return answer;
  let page = readPage(answer.value);
  if (!page.ok && page.error.kind === 'malformed') {
    // Broken in the middle and whole at both ends: a transfer can do that once.
    answer = await ask(world, request);
    if (!answer.ok) return answer;
    page = readPage(answer.value);
  }
  if (!page.ok) return page;
  return {
    ok: true,
    value: { page: page.value, url: answer.value.url, receivedAt: answer.value.receivedAt },
  };
}

const ask = (world: ChainWorld, { url, body }: Request): Promise<Result<Answer, SourceProblem>> =>
  body === null
    ? world.access.get(url, { signal: world.signal })
    : world.access.post(url, body, { signal: world.signal });

/**
 * A server that ignores an unknown parameter answers with everybody's records. Where its `self` link does not name
 * the patient and strangers are on the page, the filter was ignored: that is no mixed-up record, but no answer.
 */
function ignoredPatient(world: ChainWorld, page: Page): boolean {
  if (page.self === null || world.delivery.strangers(page) === 0) return false;
  return !decodeQuery(page.self).includes(world.patient);
}

function decodeQuery(url: string): string {
  const query = url.slice(url.indexOf('?') + 1);
  try {
    return decodeURIComponent(query);
  } catch {
    return query;
  }
}

function hiddenBy(page: Page): SourceProblem | null {
  for (const issue of page.issues) {
    const meaning = means(issue);
    const detail = issue.text || issue.code;
    switch (meaning) {
      case 'withheld':
        return { kind: 'forbidden', detail };
      case 'unfinished':
        return { kind: 'server-error', status: 200, detail };
      case 'nothing':
        break;
      default:
        return assertNever(meaning, 'hiddenBy');
    }
  }
  return null;
}
