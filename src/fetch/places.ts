/**
 * The rest of a search by the places that the server's own links name. Where the first page's `next` says by a plain
 * number where it goes on, the same search is asked for from each further number at once. No link promises that: what
 * proves it is that every page counts as many as the first did, and that exactly so many different records came.
 */
import { followChain, type ChainEnd, type FirstPage } from './chain.ts';
import { placeIn } from './habits/next-link.ts';
import { formOf, isNo, MOST, PAGE, upperBound, type Run } from './sweep.ts';
import { tiedTo } from './wait.ts';

/** null where the links name no places, or reading by them proves nothing: there are other ways. */
export async function inPlaces(run: Run, first: FirstPage, total: number): Promise<ChainEnd | null> {
  const { page, seen, reached } = first;
  // Places mean something only in an order that stays.
  if (page.next === null || (run.sweep.date !== null && reached === null)) return null;
  const name = placeIn(page.next, run.sweep.params, seen.size);
  if (name === null) return null;
  run.about = total;
  const stretch = openStretch(run, name, total);
  const end = await stretch.read(seen.size, PAGE);
  stretch.close();
  if (end?.kind === 'stopped') return { ...end, ...older(run, first) };
  return end !== null && run.refs.size === total ? end : null;
}

/** Of a search that broke off, what is older than its first page is to be read, by windows, which need no places. */
function older(run: Run, first: FirstPage): Pick<Stopped, 'missingBefore' | 'left'> {
  const { reached } = first;
  if (reached === null) return { missingBefore: null };
  return {
    missingBefore: reached,
    left: { windows: [{ from: null, to: upperBound(reached, first.coarse) }], refs: run.refs },
  };
}

type Stopped = Extract<ChainEnd, { kind: 'stopped' }>;

function openStretch({ world, sweep, events }: Run, name: string, total: number) {
  const { controller, untie } = tiedTo(world.signal);
  const here = { ...world, signal: controller.signal };
  let asked = 0;
  let refused = false;

  async function one(from: number, to: number, size: number): Promise<ChainEnd | null> {
    let came = 0;
    let counted: number | null = null;
    const form = formOf(sweep, size);
    form.append(name, String(from));
    const end = await followChain(
      here,
      sweep.type,
      { kind: 'search', form },
      {
        ...events,
        page(delivered, page, about) {
          came = delivered.refs.length;
          counted = page.total;
          events.page(delivered, page, about);
        },
      },
      { urgent: true, alone: true },
    );
    if (refused) return null;
    if (end.kind === 'stopped') return end;
    if (end.kind === 'refused' && !isNo(end.why) && end.why.kind !== 'expired')
      return { kind: 'stopped', why: end.why, missingBefore: null, at: null };
    // What one place was refused, the others need not be asked.
    if (end.kind === 'refused' || came === 0 || counted !== total) {
      refused = true;
      controller.abort();
      return null;
    }
    // A server may send fewer than it was asked for: the rest of this place in pages of its size.
    return from + came < to ? read(from + came, came, to) : end;
  }

  async function read(from: number, size: number, to = total): Promise<ChainEnd | null> {
    const places = Array.from({ length: Math.ceil((to - from) / size) }, (_, i) => from + i * size);
    asked += places.length;
    if (asked > MOST) return null;
    const ends = await Promise.all(places.map((at) => one(at, Math.min(to, at + size), size)));
    if (ends.includes(null)) return null;
    return ends.find((end) => end?.kind === 'stopped') ?? { kind: 'ended' };
  }

  return { read, close: untie };
}
