/** One search that is read in another way than by its `next` links: what windows and offsets have in common. */
import type { ChainEvents, ChainWorld } from './chain.ts';
import { readPage } from './bundle.ts';
import type { Params } from './searches.ts';
import type { SourceProblem } from '../record/index.ts';

/** What it asks besides window and place, and by which parameter it is cut. */
export interface Sweep {
  readonly type: string;
  /** The search without order, page size and window. */
  readonly params: Params;
  /** null: there is no order, so there are no windows, only larger pages. */
  readonly date: string | null;
}

/** Records a page, where the server goes along. */
export const PAGE = 1_000;
/** Requests of one sweep; what is left then is read page by page. */
export const MOST = 400;

export interface Run {
  readonly world: ChainWorld;
  readonly sweep: Sweep;
  readonly events: ChainEvents;
  /** Distinct records of the type, whichever page brought them. */
  readonly refs: Set<string>;
  about: number | null;
  requests: number;
}

export function openRun(world: ChainWorld, sweep: Sweep, seen: Iterable<string>, events: ChainEvents): Run {
  const run: Run = {
    world,
    sweep,
    refs: new Set(seen),
    about: null,
    requests: 0,
    events: {
      ...events,
      page(delivered, page) {
        for (const ref of delivered.refs) run.refs.add(ref);
        // A window's total says nothing about the type's.
        events.page(delivered, page, run.about);
      },
    },
  };
  return run;
}

export function formOf({ params, date }: Sweep, count: number): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of params) form.append(name, value);
  if (date !== null) form.append('_sort', `-${date}`);
  form.append('_count', String(count));
  return form;
}

/** How many there are without any window, where the server counts; entries mean that it did not. */
export async function countOf({ world, sweep }: Run): Promise<number | null> {
  const form = new URLSearchParams();
  for (const [name, value] of sweep.params) if (!name.startsWith('_')) form.append(name, value);
  form.append('_summary', 'count');
  const answer = await world.door.ask(sweep.type, form, { signal: world.signal, urgent: true });
  const page = answer.ok ? readPage(answer.value) : null;
  return page?.ok && page.value.entries.length === 0 ? page.value.total : null;
}

/** The server's no to a way of asking, where a failure may pass. */
export const isNo = (why: SourceProblem): boolean =>
  why.kind === 'rejected' ||
  why.kind === 'unsupported' ||
  why.kind === 'not-found' ||
  why.kind === 'forbidden';

const DAY = 86_400_000;
/** A page may have ended amid records of one moment, or of one day where it goes by days. */
export const upperBound = (reached: number, coarse: boolean): number => reached + (coarse ? 2 * DAY : 1_000);
