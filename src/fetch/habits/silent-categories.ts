/**
 * A habit of widespread servers: `Observation?patient=` is answered, but only with a part; the rest comes only when
 * a category is asked for. Seen by what the server does: it is asked to count the records of all categories at
 * once, and that must be as many as the plain search brought.
 */
import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import type { Fetched } from '../../record/index.ts';
import { readPage, type Page } from '../bundle.ts';
import type { ChainWorld } from '../chain.ts';
import { searchForm } from './fewer.ts';
import type { Params, TypePlan } from '../searches.ts';

/** Counts the records that carry one of the plan's categories, over a load that may go on from an earlier one. */
export interface Categorised {
  page(entries: readonly Fetched[]): void;
  resume(saved: { readonly categorised: number; readonly received: number }): void;
  reset(): void;
  categorised(): number;
  /** Records of the type that came before this load. */
  before(): number;
  /** The server's count of all categories: asked for with the first page, so that it costs no time of its own. */
  counted(): Promise<Page | null>;
}

export function countCategorised(world: ChainWorld, plan: TypePlan): Categorised {
  const codes = plan.categories?.codes ?? [];
  const wanted: ReadonlySet<string> = new Set(codes);
  const refs = new Set<string>();
  let saved = { categorised: 0, received: 0 };
  let asked: Promise<Page | null> | null = null;
  const counted = () => {
    asked ??= count(world, plan, [['category', codes.join(',')]]);
    return asked;
  };
  return {
    counted,
    page(entries) {
      void counted();
      for (const { ref, resource } of entries) {
        if (resource['resourceType'] === plan.type && isIn(wanted, resource)) refs.add(ref);
      }
    },
    resume(point) {
      saved = point;
    },
    reset() {
      saved = { categorised: 0, received: 0 };
    },
    categorised: () => saved.categorised + refs.size,
    before: () => saved.received,
  };
}

const list = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : NONE;
const NONE: readonly Json[] = [];

/** Plain loops: it is asked of every record there is. */
function isIn(wanted: ReadonlySet<string>, resource: JsonObject): boolean {
  for (const concept of list(resource['category']))
    for (const coding of isObject(concept) ? list(concept['coding']) : NONE)
      if (isObject(coding) && typeof coding['code'] === 'string' && wanted.has(coding['code'])) return true;
  return false;
}

/** Did the plain search bring what the categories hold? In doubt false: then each is asked for. */
export function isCovered(
  world: ChainWorld,
  plan: TypePlan,
  categorised: Categorised,
  page: Page | null,
): boolean {
  // Entries mean that the server did not count but searched: its total may be no more than this page's size.
  if (page === null || page.entries.length > 0 || page.total === null) return false;
  // The second: a server that does not look at categories gives everything either way.
  return (
    page.total === categorised.categorised() ||
    page.total === categorised.before() + world.delivery.count(plan.type)
  );
}

/** Is the plain search answered at all by now? Then a refused category is the server's no to categories. */
export const stillAnswers = async (world: ChainWorld, plan: TypePlan): Promise<boolean> =>
  (await count(world, plan, [])) !== null;

async function count(world: ChainWorld, plan: TypePlan, params: Params): Promise<Page | null> {
  const [plain] = plan.ways(world.patient);
  if (!plain) return null;
  const form = searchForm([...plain.params, ...params, ['_summary', 'count']], []);
  // What is asked because of it comes after it: it goes before what nobody waits for.
  const answer = await world.door.ask(plan.type, form, { signal: world.signal, urgent: true });
  const page = answer.ok ? readPage(answer.value) : null;
  return page?.ok ? page.value : null;
}
