/** Follows one search from its first page to its end, and says truthfully how it ended. */
import { assertNever, type Result } from '../base/index.ts';
import type { SourceProblem } from '../record/index.ts';
import type { Access } from './access.ts';
import type { Answer } from './answer.ts';
import { readPage, type Page } from './bundle.ts';
import type { Delivered, Delivery } from './deliver.ts';
import { ignoredPatient } from './habits/ignored.ts';
import { nextUrl, withPlusEscaped } from './habits/next-link.ts';
import { watchOrder } from './order.ts';
import { means } from './outcome.ts';
import type { SearchDoor } from './habits/search-door.ts';

export type Request =
  | { readonly kind: 'search'; readonly form: URLSearchParams }
  | { readonly kind: 'link'; readonly url: string };

export interface ChainWorld {
  readonly access: Access;
  readonly delivery: Delivery;
  readonly door: SearchDoor;
  readonly signal: AbortSignal;
  readonly patient: string;
  readonly maxPages: number;
  /** When the patient's life begins, once that is known: where windows of time begin, and no limit to them. */
  readonly life: { from: number | null };
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
      /** Windows of time that are still to be read, where it was read in windows. */
      readonly left?: WindowsLeft;
    };

/** From, included, to, excluded; null is open. */
export interface Window {
  readonly from: number | null;
  readonly to: number | null;
}

/** What of a search in windows is still to be read, and what came of it: the count that proves it counts both. */
export interface WindowsLeft {
  readonly windows: readonly Window[];
  readonly refs: ReadonlySet<string>;
}

export interface ChainEvents {
  /** It came, and is being handed over. `about`: how many there may be in all, by the server's word; null where it gives none. */
  page(delivered: Delivered, page: Page, about: number | null): void;
  remark(text: string): void;
}

/** Pages without anything new, in a row, after which a server is going in circles. */
const STALE_PAGES = 40;

/** What the first page of a search shows, where there are more. */
export interface FirstPage {
  readonly page: Page;
  /** References of the asked type on it. */
  readonly seen: ReadonlySet<string>;
  /** How far down it came; null where the server does not sort. */
  readonly reached: number | null;
  /** That date names a day at most. */
  readonly coarse: boolean;
  /** The newest date on it. */
  readonly newest: number | null;
}

/** Reads the rest in a quicker way than by `next`; null where there is none. */
export type Ahead = (first: FirstPage) => Promise<ChainEnd | null>;

export interface ChainOptions {
  /** The first request is itself a `next` link, kept from an earlier load. */
  readonly resumed?: boolean;
  readonly ahead?: Ahead;
  /** Others wait for it: pages that follow always are. */
  readonly urgent?: boolean;
  /** One page of a search whose others are asked for beside it: neither followed nor held against the total. */
  readonly alone?: boolean;
}

export async function followChain(
  world: ChainWorld,
  type: string,
  first: Request,
  events: ChainEvents,
  options: ChainOptions = {},
): Promise<ChainEnd> {
  const run: ChainRun = { restarted: false, pages: 0, handed: Promise.resolve() };
  for (;;) {
    const end = await oneRun(world, type, first, events, run, options);
    await run.handed;
    if (end !== 'start-again') return end;
    run.restarted = true;
    events.remark('the server dropped the search half-way; it was started again');
  }
}

interface ChainRun {
  restarted: boolean;
  pages: number;
  /** The page before is with its reader: at most one more is asked for meanwhile, so that a slow one is not flooded. */
  handed: Promise<void>;
}

/** A place in a search that a server has forgotten: the search as a whole may still be asked. */
const isForgotten = (problem: SourceProblem): boolean =>
  problem.kind === 'expired' || problem.kind === 'not-found' || problem.kind === 'rejected';

async function oneRun(
  world: ChainWorld,
  type: string,
  first: Request,
  events: ChainEvents,
  run: ChainRun,
  { resumed = false, ahead, urgent = false, alone = false }: ChainOptions,
): Promise<ChainEnd | 'start-again'> {
  const { access } = world;
  const order = watchOrder();
  const asked = new Set<string>();
  const seen = new Set<string>();
  let stale = 0;
  let total: number | null = null;
  let hidden: SourceProblem | null = null;
  let request = first;
  const urlOf = (one: Request) =>
    one.kind === 'link' ? one.url : `${access.base}/${type}?${one.form.toString()}`;
  const stop = (why: SourceProblem, at: string | null): ChainEnd => ({
    kind: 'stopped',
    why,
    missingBefore: order.reached(),
    at,
  });

  for (let number = 0; ; number++) {
    const isFirst = number === 0 && run.pages === 0;
    asked.add(urlOf(request));
    const got = await readOne(world, type, request, urgent || number > 0);
    if (!got.ok) {
      if (isFirst && !resumed) return { kind: 'refused', why: got.error };
      if (!run.restarted && isForgotten(got.error) && number > 0) return 'start-again';
      return stop(got.error, urlOf(request));
    }
    const unreadable = await world.ready;
    if (unreadable) return { kind: 'refused', why: unreadable };
    const { page, url, receivedAt } = got.value;
    if (number === 0 && ignoredPatient(world.delivery, world.patient, page))
      return {
        kind: 'refused',
        why: { kind: 'unsupported', detail: 'the server ignores the patient in this search' },
      };
    await run.handed;
    const delivered = world.delivery.page(page, type, receivedAt);
    run.handed = delivered.handed;
    run.pages++;
    total = page.total;
    hidden ??= hiddenBy(page);
    if (!alone) {
      for (const each of delivered.entries)
        if (each.resource['resourceType'] === type) order.see(each.resource);
      const before = seen.size;
      for (const ref of delivered.refs) seen.add(ref);
      stale = seen.size > before ? 0 : stale + 1;
    }
    events.page(delivered, page, page.next === null ? null : page.total);

    if (page.next === null || alone) {
      if (hidden) return stop(hidden, null);
      if (alone) return { kind: 'ended' };
      // A total is never trusted to say that all is here, but it may say that something is not.
      if (!resumed && total !== null && total > seen.size)
        return stop({ kind: 'truncated', detail: `the server counts ${total} and sent ${seen.size}` }, null);
      return { kind: 'ended' };
    }
    if (ahead && number === 0 && !resumed && !run.restarted) {
      const { reached, coarse, newest } = order;
      const end = await ahead({
        page,
        seen,
        reached: reached(),
        coarse: coarse(),
        newest: newest(),
      });
      // What this page said of itself holds, however well the rest was read.
      if (end) return hidden && end.kind === 'ended' ? stop(hidden, null) : end;
    }
    const next = nextUrl(access.base, url, type, page.next);
    if (next === null) return stop({ kind: 'foreign-url', url: 'the next page' }, null);
    if (asked.has(next))
      return stop({ kind: 'loop', detail: 'the next page is one that was read before' }, null);
    if (stale >= STALE_PAGES)
      return stop({ kind: 'loop', detail: `${stale} pages in a row held nothing new` }, next);
    if (run.pages >= world.maxPages)
      return stop({ kind: 'loop', detail: `stopped after ${run.pages} pages` }, next);
    request = { kind: 'link', url: next };
  }
}

interface ReadPage {
  readonly page: Page;
  readonly url: string;
  readonly receivedAt: number;
}

async function readOne(
  world: ChainWorld,
  type: string,
  request: Request,
  urgent: boolean,
): Promise<Result<ReadPage, SourceProblem>> {
  let answer = await ask(world, type, request, urgent);
  const repaired = request.kind === 'link' ? withPlusEscaped(request.url) : null;
  if (!answer.ok && answer.error.kind === 'rejected' && repaired !== null)
    answer = await ask(world, type, { kind: 'link', url: repaired }, urgent);
  if (!answer.ok) return answer;
  let page = readPage(answer.value);
  if (!page.ok && page.error.kind === 'malformed') {
    // Broken in the middle and whole at both ends: a transfer can do that once.
    answer = await ask(world, type, request, urgent);
    if (!answer.ok) return answer;
    page = readPage(answer.value);
  }
  if (!page.ok) return page;
  return {
    ok: true,
    value: { page: page.value, url: answer.value.url, receivedAt: answer.value.receivedAt },
  };
}

const ask = (
  { access, door, signal }: ChainWorld,
  type: string,
  request: Request,
  urgent: boolean,
): Promise<Result<Answer, SourceProblem>> =>
  request.kind === 'link'
    ? access.get(request.url, { signal, urgent })
    : door.ask(type, request.form, { signal, urgent });

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
