/** Everything there is of one type: the ways of the table in order, and what each refusal means. */
import type { SourceProblem } from '../record/index.ts';
import type { Page } from './bundle.ts';
import { lists, type Capability } from './capability.ts';
import { followChain, type ChainEnd, type ChainEvents, type ChainWorld, type WindowsLeft } from './chain.ts';
import {
  extrasOf,
  fewer,
  inCategory,
  isProvenance,
  leftAway,
  searchForm,
  wants,
  type Extra,
} from './habits/fewer.ts';
import type { Line } from './line.ts';
import { grantFor } from './scopes.ts';
import { countCategorised, isCovered, stillAnswers, type Categorised } from './habits/silent-categories.ts';
import type { TypePlan, Way } from './searches.ts';
import type { Sweep } from './sweep.ts';
import { lookAhead, windowsLeft } from './windows.ts';

export interface TypeWorld extends ChainWorld {
  readonly capability: Promise<Capability>;
  openLine(type: string, category: string | null): Line;
  /** Sees every page, for what is asked afterwards (names, provenance). */
  readonly onPage: (page: Page) => void;
  readonly resume: (type: string, category: string | null) => ResumePoint | null;
  /** An earlier load has told of categories of the type that something was missing: it must be told anew. */
  readonly owesCategories: (type: string) => boolean;
  readonly stoppedAt: (point: ResumePoint) => void;
  /** Records came in a way that could not bring their provenance along. */
  readonly cameWithoutProvenance: () => void;
}

/** Where a search broke off, so that a later load can go on from there. */
export interface ResumePoint {
  readonly type: string;
  readonly category: string | null;
  /** The page to go on with, or the windows of time that were not read. */
  readonly from: { readonly url: string } | WindowsAsked;
  readonly received: number;
  /** Of those, how many carry one of the categories that a plain answer is checked against. */
  readonly categorised: number;
  /** The part that the way it was asked in can reach at most; null where it reaches everything. */
  readonly only: string | null;
}

interface WindowsAsked extends WindowsLeft {
  readonly sweep: Sweep;
}

/** How the ways of one line ended. */
type Outcome =
  | { readonly kind: 'answered'; readonly way: Way; readonly end: ChainEnd; readonly sweep: Sweep | null }
  /** Every way was refused: not a failure of the moment, but the server's no. */
  | { readonly kind: 'refused'; readonly why: SourceProblem }
  | { readonly kind: 'broken'; readonly why: SourceProblem };

export async function runType(world: TypeWorld, plan: TypePlan, line: Line): Promise<void> {
  const { type, categories } = plan;
  const categorised: Categorised | null = categories?.silent ? countCategorised(world, plan) : null;
  const outcome = await tryWays(world, plan, plan.ways(world.patient), line, categorised);
  if (outcome.kind === 'answered') {
    if (outcome.end.kind === 'stopped')
      return stopAt(world, line, outcome.end, outcome, categorised?.categorised() ?? 0);
    if (
      categorised &&
      (world.owesCategories(type) || !isCovered(world, plan, categorised, await categorised.counted())) &&
      !(await besidePlain(world, plan, line))
    )
      return;
    return finish(world, plan, line, outcome.way);
  }
  if (outcome.kind === 'broken') return line.stop(outcome.why, null);
  const filtered = grantFor(world.access.granted, type).kind === 'filtered';
  if (categories && (outcome.why.kind !== 'forbidden' || filtered) && outcome.why.kind !== 'not-found') {
    if (await insteadOfPlain(world, plan, line)) return;
  }
  await refuse(world, plan, line, outcome.why);
}

type Stopped = ChainEnd & { readonly kind: 'stopped' };

function stopAt(
  world: TypeWorld,
  line: Line,
  end: Stopped,
  { way, sweep }: { readonly way: Way; readonly sweep: Sweep | null },
  categorised: number,
): void {
  line.stop(end.why, end.missingBefore);
  const { type, category } = line;
  const from = end.at !== null ? { url: end.at } : end.left && sweep ? { ...end.left, sweep } : null;
  if (from) world.stoppedAt({ type, category, from, received: line.received(), categorised, only: way.only });
}

/** The chain came to its end by itself: is that everything? */
async function finish(world: TypeWorld, plan: TypePlan, line: Line, way: Way): Promise<void> {
  const { type } = plan;
  const grant = grantFor(world.access.granted, type);
  if (line.received() === 0) {
    // An empty answer of somebody who may not look, or cannot answer, is not 'none recorded'.
    if (grant.kind === 'none') return line.notGranted('the sign-in granted no search of this type');
    if (lists(await world.capability, type) === false) {
      line.remark('the server does not list this type and answered with nothing');
      return line.notAsked('unsupported-by-server');
    }
  }
  const { category } = line;
  if (
    grant.kind === 'filtered' &&
    !grant.filters.some((filter) => category !== null && filter.includes(category))
  )
    return line.stop(
      { kind: 'forbidden', detail: `the sign-in granted only ${grant.filters.join('; ')}` },
      null,
    );
  if (way.only !== null) {
    line.remark(`the server answers only for ${way.only}`);
    return line.stop({ kind: 'unsupported', detail: `the server answers only for ${way.only}` }, null);
  }
  line.complete();
}

async function refuse(world: TypeWorld, plan: TypePlan, line: Line, why: SourceProblem): Promise<void> {
  const listed = lists(await world.capability, plan.type);
  // A server that neither offers a scope for the type nor lists it has none of it: nobody was refused anything.
  if (!world.access.asksFor(plan.type) && listed === false) return line.notAsked('unsupported-by-server');
  if (why.kind === 'forbidden') return line.notGranted(why.detail);
  const unsupported = why.kind === 'unsupported' || why.kind === 'not-found' || why.kind === 'rejected';
  if (unsupported && listed !== true) {
    if (why.kind === 'rejected') line.remark(`refused: ${why.detail}`);
    return line.notAsked('unsupported-by-server');
  }
  line.stop(why, null);
}

const isRefusal = (problem: SourceProblem): boolean =>
  problem.kind === 'rejected' || problem.kind === 'unsupported';

/** Tries the ways in order, each with fewer and fewer extras, until one is answered. */
async function tryWays(
  world: TypeWorld,
  plan: TypePlan,
  ways: readonly Way[],
  line: Line,
  categorised: Categorised | null,
): Promise<Outcome> {
  const { type } = plan;
  const all = extrasOf(plan);
  const events: ChainEvents = {
    page(delivered, page, about) {
      categorised?.page(delivered.entries);
      line.add(delivered.fresh, about);
      world.onPage(page);
    },
    remark: line.remark,
  };
  const saved = world.resume(type, line.category);
  line.begin(saved?.received ?? 0);
  if (saved) {
    const inWindows = 'sweep' in saved.from;
    // Windows remember each record, so those of before are in the delivery's own count.
    categorised?.resume(inWindows ? { ...saved, received: 0 } : saved);
    const end = await goOn(world, type, saved, events);
    const [plainWay] = ways;
    const sweep = 'sweep' in saved.from ? saved.from.sweep : null;
    if (plainWay && end) return { kind: 'answered', way: { ...plainWay, only: saved.only }, end, sweep };
    categorised?.reset();
    if (!inWindows) line.begin(0);
  }
  let why: SourceProblem = { kind: 'unsupported', detail: 'no way to ask' };
  for (const way of ways) {
    for (let extras: readonly Extra[] | null = all; extras !== null;) {
      const form = searchForm(way.params, extras);
      const sweep = sweepOf(plan, way, extras);
      const ahead = lookAhead(world, sweep, events);
      const end = await followChain(world, type, { kind: 'search', form }, events, { ahead });
      if (end.kind !== 'refused') {
        for (const remark of [way.remark, leftAway(all, extras)]) if (remark !== null) line.remark(remark);
        if (!extras.some(isProvenance) && line.received() > 0) world.cameWithoutProvenance();
        return { kind: 'answered', way, end, sweep };
      }
      why = end.why;
      const foreign = await world.ready;
      if (foreign) return { kind: 'broken', why: foreign };
      if (why.kind === 'forbidden' && extras.some(isProvenance)) {
        // What comes along may need a scope of its own; the records themselves may be granted.
        extras = extras.filter((extra) => !isProvenance(extra));
        continue;
      }
      if (why.kind === 'forbidden' || why.kind === 'not-found') return { kind: 'refused', why };
      if (!isRefusal(why)) return { kind: 'broken', why };
      // Where the search wants a category, the categories are asked for; no other way has one.
      if (
        plan.categories &&
        line.category === null &&
        why.kind === 'rejected' &&
        wants(why.detail, 'category')
      )
        return { kind: 'refused', why };
      // A method that is not allowed does not become allowed with fewer parameters.
      extras = why.kind === 'rejected' ? fewer(extras, why.detail) : null;
    }
  }
  return { kind: 'refused', why };
}

/** Where an earlier load broke off; null where the server has forgotten that, or it proves nothing. */
async function goOn(
  world: TypeWorld,
  type: string,
  { from }: ResumePoint,
  events: ChainEvents,
): Promise<ChainEnd | null> {
  if ('sweep' in from) {
    world.delivery.counted(from.refs);
    const anew: ChainEvents = {
      ...events,
      page(delivered, page, about) {
        const entries = delivered.entries.filter(({ ref }) => !from.refs.has(ref));
        events.page({ ...delivered, entries }, page, about);
      },
    };
    return windowsLeft(world, from.sweep, from, anew);
  }
  const end = await followChain(world, type, { kind: 'link', url: from.url }, events, { resumed: true });
  const gone =
    end.kind === 'stopped' &&
    (isRefusal(end.why) || end.why.kind === 'expired' || end.why.kind === 'not-found');
  return gone ? null : end;
}

/** The same search for windows and larger pages: with what comes along, without its own order and page size. */
const sweepOf = (plan: TypePlan, way: Way, extras: readonly Extra[]): Sweep => ({
  type: plan.type,
  params: [
    ...way.params,
    ...extras
      .filter((extra) => extra.name === '_revinclude' || extra.name === '_include')
      .map((extra) => [extra.name, extra.value] as const),
  ],
  date: extras.some((extra) => extra.name === '_sort') ? plan.date : null,
});

type Ask = () => Promise<Outcome>;

/** Every category by itself, each with a line of its own. */
function eachCategory(
  world: TypeWorld,
  plan: TypePlan,
  how: (ask: Ask) => Promise<Outcome> = (ask) => ask(),
): Promise<readonly { own: Line; outcome: Outcome }[]> {
  return Promise.all(
    (plan.categories?.codes ?? []).map(async (category) => {
      const own = world.openLine(plan.type, category);
      const ways = plan.ways(world.patient).map((way) => inCategory(way, category));
      return { own, outcome: await how(() => tryWays(world, plan, ways, own, null)) };
    }),
  );
}

/** Where a refusal will be taken for 'there is no such category', one refusal is not enough. */
async function askTwice(ask: Ask): Promise<Outcome> {
  const first = await ask();
  return first.kind === 'refused' && first.why.kind !== 'forbidden' ? ask() : first;
}

async function settle(world: TypeWorld, plan: TypePlan, own: Line, outcome: Outcome): Promise<void> {
  if (outcome.kind === 'broken') own.stop(outcome.why, null);
  else if (outcome.kind === 'refused') await refuse(world, plan, own, outcome.why);
  else if (outcome.end.kind === 'stopped') stopAt(world, own, outcome.end, outcome, 0);
  else await finish(world, plan, own, outcome.way);
}

/** The plain search was refused. True where the categories answered in its place, and the lines say so. */
async function insteadOfPlain(world: TypeWorld, plan: TypePlan, line: Line): Promise<boolean> {
  const results = await eachCategory(world, plan);
  // Refused lines were never announced: nothing has to be taken back.
  if (results.every(({ outcome }) => outcome.kind === 'refused')) return false;
  for (const { own, outcome } of results) await settle(world, plan, own, outcome);
  line.remark('the server answers only by category; what has none of these cannot be asked for');
  line.notAsked('unsupported-by-server');
  return true;
}

/** The plain search was answered, perhaps in part. True where nothing of the categories is known to be missing. */
async function besidePlain(world: TypeWorld, plan: TypePlan, line: Line): Promise<boolean> {
  let whole = true;
  let found = false;
  let refused = false;
  for (const { own, outcome } of await eachCategory(world, plan, askTwice)) {
    // A category that cannot be asked for by itself hides nothing, where the plain search is still answered.
    if (outcome.kind === 'refused' && outcome.why.kind !== 'forbidden') {
      refused = true;
      continue;
    }
    await settle(world, plan, own, outcome);
    whole &&= own.isComplete();
    found ||= own.received() > 0;
  }
  if (found) line.remark('without a category the server gave only a part; each category was asked for');
  whole &&= !refused || (await stillAnswers(world, plan));
  if (!whole) line.stop({ kind: 'unsupported', detail: 'not every category could be read' }, null);
  return whole;
}
