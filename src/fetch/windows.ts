/**
 * What a serial chain of pages costs is its round trips. After the first page this looks at what came (how many
 * there are, how far down the page reached) and asks for the rest beside each other, where that pays: by the places
 * that the server's own links name, in larger pages, or in windows of time. It is a shortcut and never the proof: the
 * records must be exactly as many as the server counts without windows, or the search is read again page by page.
 */
import type { SourceProblem } from '../record/index.ts';
import {
  followChain,
  type Ahead,
  type ChainEnd,
  type ChainEvents,
  type ChainWorld,
  type FirstPage,
  type Window,
  type WindowsLeft,
} from './chain.ts';
import { readPage } from './bundle.ts';
import { ignoredWindow } from './habits/ignored.ts';
import { inPlaces } from './places.ts';
import { sortDate } from './order.ts';
import { countOf, formOf, isNo, MOST, openRun, PAGE, upperBound, type Run, type Sweep } from './sweep.ts';

/** Windows within windows: each level is one more round trip. */
const DEPTH = 4;
const WINDOWS = 24;
const MINUTE = 60_000;
const DAY = 86_400_000;

export function lookAhead(world: ChainWorld, sweep: Sweep, events: ChainEvents): Ahead {
  return async (first) => {
    const run = openRun(world, sweep, first.seen, events);
    const said = totalOf(first);
    const byPlace = said === null ? null : await inPlaces(run, first, said);
    if (byPlace !== null) return byPlace;
    if (said !== null && said - first.seen.size <= first.seen.size) return null;
    let counting: Promise<number | null> | null = null;
    const counted = () => (counting ??= countOf(run));
    const about = sweep.date === null ? null : (said ?? (await counted()));
    if (about === null) return largerPages(run);
    run.about = about;
    if (first.reached === null) return withoutOrder(run, about, counted);
    const end = await inWindows(run, first, about - first.seen.size);
    if (end === null) return largerPages(run);
    if (end.kind === 'stopped') return end;
    return (await isProven(run, counted, said)) ? end : largerPages(run);
  };
}

/** Where no birth is known: a life, and some. What is older or newer falls into the open windows at the ends. */
const LIFE = 90 * 365 * DAY;
/** A record may speak of the time before a birth. */
const BEFORE_BIRTH = 365 * DAY;

/** Reads what an earlier load left of its windows; null where that proves nothing and the search starts again. */
export async function windowsLeft(
  world: ChainWorld,
  sweep: Sweep,
  { windows, refs }: WindowsLeft,
  events: ChainEvents,
): Promise<ChainEnd | null> {
  const run = openRun(world, sweep, refs, events);
  const end = await joined(run, windows, DEPTH);
  if (end === null || end.kind === 'stopped') return end;
  return (await isProven(run, () => countOf(run))) ? end : null;
}

/** No order tells how far a page reached: large pages first, and where they are still many, windows of a life. */
function withoutOrder(run: Run, about: number, counted: Counted): Promise<ChainEnd | null> {
  return largerPages(run, async ({ seen }) => {
    const rest = about - run.refs.size;
    if (rest < 4 * seen.size) return null;
    const to = Math.ceil(run.world.access.clock.now() / DAY + 1) * DAY;
    const born = run.world.life.from;
    const from = born !== null && born < to ? born - BEFORE_BIRTH : to - LIFE;
    const windows = cut({ from, to }, WINDOWS * seen.size, seen.size);
    const end = await joined(run, [{ from: to, to: null }, ...windows, { from: null, to: from }], DEPTH);
    if (end === null || end.kind === 'stopped') return end;
    return (await isProven(run, counted)) ? end : null;
  });
}

/** Some servers give the page's size as total: it counts only where it says that there is more. */
const totalOf = ({ page, seen }: FirstPage): number | null =>
  page.total !== null && page.total > seen.size ? page.total : null;

async function inWindows(run: Run, first: FirstPage, rest: number): Promise<ChainEnd | null> {
  const to = upperBound(first.reached ?? 0, first.coarse);
  if (rest <= PAGE) return joined(run, [{ from: null, to }], DEPTH);
  const density = densityOf(first);
  // The newest window is cut by what the first page showed, and read while the oldest record is asked for.
  const edge = density === 0 ? to : Math.floor((to - PAGE / (ROOM * density)) / 1_000) * 1_000;
  const newest: Window[] = edge < to ? [{ from: edge, to }] : [];
  const begun = newest.map((window) => begin(run, window, DEPTH));
  const oldest = await oldestOf(run.world, run.sweep);
  const left = Math.max(PAGE, rest - begun.length * (PAGE / ROOM));
  const older = oldest === null || oldest >= edge ? [] : cut({ from: oldest, to: edge }, left, PAGE, density);
  // What has no lower end catches what is older than the oldest that the server told.
  const open: Window = { from: null, to: older.at(-1)?.from ?? edge };
  return gathered(run, [...begun, ...[...older, open].map((window) => begin(run, window, DEPTH))]);
}

/** Records a ms where the page ended, by the page. */
const densityOf = ({ reached, newest, seen }: FirstPage): number =>
  reached === null || newest === null || newest <= reached ? 0 : seen.size / (newest - reached);

function cut(
  { from, to }: { readonly from: number; readonly to: number },
  rest: number,
  pageSize: number,
  density = 0,
): Window[] {
  const span = to - from;
  const wanted = Math.ceil((ROOM * rest) / Math.max(1, pageSize));
  const count = Math.max(1, Math.min(WINDOWS, wanted, Math.floor(span / MINUTE)));
  const share = shareOfSpan(Math.min(MOST_UNEVEN, (density * span) / Math.max(1, rest)));
  const edge = (i: number) =>
    i === count ? to : to - Math.round((span * share(1 - i / count)) / 1_000) * 1_000;
  // Newest first: what a reader looks at first arrives first.
  return Array.from({ length: count }, (_, i) => ({ from: edge(i), to: edge(i + 1) })).reverse();
}

/** Windows are so much smaller than a page, since no guess is exact. */
const ROOM = 1.6;
/** Where the newest are this many times denser than the mean, the guess is as good as none. */
const MOST_UNEVEN = 20;

/**
 * Most records lie near the present. With so many times the mean density at the newest end, and a density that decays
 * evenly towards the oldest, this is how far back the newest `part` of the records reaches, as a share of the span.
 */
function shareOfSpan(times: number): (part: number) => number {
  if (times <= 1.1) return (part) => part;
  // times = decay / (1 - e^-decay), solved by repetition.
  let decay = times;
  for (let i = 0; i < 20; i++) decay = times * (1 - Math.exp(-decay));
  return (part) => -Math.log(1 - part * (1 - Math.exp(-decay))) / decay;
}

interface Begun {
  readonly window: Window;
  readonly end: Promise<ChainEnd | null>;
}

const begin = (run: Run, window: Window, depth: number): Begun => ({
  window,
  end: oneWindow(run, window, depth),
});

const joined = (run: Run, windows: readonly Window[], depth: number): Promise<ChainEnd | null> =>
  gathered(
    run,
    windows.map((window) => begin(run, window, depth)),
  );

async function gathered(run: Run, begun: readonly Begun[]): Promise<ChainEnd | null> {
  const ends = await Promise.all(begun.map(({ end }) => end));
  let missingBefore: number | null = null;
  let why: SourceProblem | null = null;
  const left: Window[] = [];
  for (const [i, { window }] of begun.entries()) {
    const end = ends[i] ?? null;
    if (end === null) return null;
    if (end.kind !== 'stopped') continue;
    why ??= end.why;
    left.push(...(end.left?.windows ?? [window]));
    missingBefore = Math.max(missingBefore ?? -Infinity, window.to ?? Infinity);
  }
  if (why === null) return { kind: 'ended' };
  return {
    kind: 'stopped',
    why,
    missingBefore: missingBefore === Infinity ? null : missingBefore,
    at: null,
    left: { windows: left, refs: run.refs },
  };
}

/** null where the server does not answer in windows. */
async function oneWindow(run: Run, window: Window, depth: number): Promise<ChainEnd | null> {
  const { world, sweep, events } = run;
  run.requests++;
  let ignored = false;
  const ahead: Ahead = async (first) => {
    ignored = ignoredWindow(first.page, window);
    // What it goes on with is the whole search again: that is read as such.
    if (ignored) return { kind: 'ended' };
    if (depth === 0 || run.requests > MOST || window.to === null) return null;
    const from = window.from ?? guessedFrom(first, window.to, run);
    const to =
      first.reached === null ? window.to : Math.min(window.to, upperBound(first.reached ?? 0, first.coarse));
    if (from === null || to - from < MINUTE) return null;
    const said = totalOf(first);
    const rest = said === null ? first.seen.size * 2 : said - first.seen.size;
    const open = window.from === null ? [{ from: null, to: from }] : [];
    return joined(run, [...cut({ from, to }, rest, first.seen.size, densityOf(first)), ...open], depth - 1);
  };
  const form = formOf(sweep, PAGE);
  if (sweep.date !== null) {
    if (window.from !== null) form.append(sweep.date, `ge${instant(window.from)}`);
    if (window.to !== null) form.append(sweep.date, `lt${instant(window.to)}`);
  }
  const end = await followChain(world, sweep.type, { kind: 'search', form }, events, { ahead, urgent: true });
  if (ignored) return null;
  if (end.kind !== 'refused') return end;
  if (isNo(end.why)) return null;
  return { kind: 'stopped', why: end.why, missingBefore: window.to, at: null };
}

/** An open window that is not all on one page goes on about as dense as it began. */
function guessedFrom({ reached, seen, page }: FirstPage, to: number, run: Run): number | null {
  if (reached === null || seen.size === 0) return null;
  const all = page.total ?? run.about ?? 2 * seen.size;
  return reached - Math.max(DAY, ((to - reached) * Math.max(0, all - seen.size)) / seen.size);
}

const instant = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');

async function oldestOf(world: ChainWorld, sweep: Sweep): Promise<number | null> {
  if (sweep.date === null) return null;
  const form = new URLSearchParams();
  for (const [name, value] of sweep.params) if (!name.startsWith('_')) form.append(name, value);
  form.append('_sort', sweep.date);
  // A few, since what has no date may stand first.
  form.append('_count', '10');
  const answer = await world.door.ask(sweep.type, form, { signal: world.signal, urgent: true });
  const page = answer.ok ? readPage(answer.value) : null;
  if (!page?.ok) return null;
  const dates = page.value.entries.flatMap(({ resource }) => (resource ? (sortDate(resource) ?? []) : []));
  return dates.length === 0 ? null : Math.floor((Math.min(...dates) - DAY) / 1_000) * 1_000;
}

/** Asked once, by whoever needs it first. */
type Counted = () => Promise<number | null>;

/**
 * Are the records of all windows, and those without a date, exactly as many as the server counts? The first page's
 * total will do where it agrees: it is asked to count only where it does not.
 */
async function isProven(run: Run, count: Counted, said: number | null = null): Promise<boolean> {
  const { world, sweep, events } = run;
  const about = said ?? (await count());
  if (about === null) return false;
  if (run.refs.size < about && sweep.date !== null) {
    const form = formOf(sweep, PAGE);
    form.append(`${sweep.date}:missing`, 'true');
    const end = await followChain(world, sweep.type, { kind: 'search', form }, events);
    if (end.kind !== 'ended') return false;
  }
  return run.refs.size === about || (said !== null && run.refs.size === (await count()));
}

/** The whole search once more in the largest pages; null where even that is refused, and `next` remains. */
async function largerPages(run: Run, ahead?: Ahead): Promise<ChainEnd | null> {
  const { world, sweep, events } = run;
  const options = { urgent: true, ...(ahead ? { ahead } : {}) };
  const end = await followChain(
    world,
    sweep.type,
    { kind: 'search', form: formOf(sweep, PAGE) },
    events,
    options,
  );
  if (end.kind !== 'refused') return end;
  return isNo(end.why) ? null : { kind: 'stopped', why: end.why, missingBefore: null, at: null };
}
