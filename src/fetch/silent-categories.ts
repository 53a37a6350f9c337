/**
 * A habit of widespread servers: `Observation?patient=` is answered, but only with a part; the rest comes only when
 * a category is asked for. Seen by what the server does: it is asked to count the records of all categories at
 * once, and that must be as many as the plain search brought.
 */
import { isObject, type Json, type JsonObject } from '../base/index.ts';
import type { Fetched } from '../record/index.ts';
import { readPage } from './bundle.ts';
import type { ChainWorld } from './chain.ts';
import { searchUrl } from './fewer.ts';
import type { TypePlan } from './searches.ts';

/** Counts the records that carry one of the plan's categories, over a load that may go on from an earlier one. */
export interface Categorised {
  page(entries: readonly Fetched[]): void;
  resume(saved: { readonly categorised: number; readonly received: number }): void;
  reset(): void;
  categorised(): number;
  /** Records of the type that came before this load. */
  before(): number;
}

export function countCategorised(plan: TypePlan): Categorised {
  const codes = plan.categories?.codes ?? [];
  const refs = new Set<string>();
  let saved = { categorised: 0, received: 0 };
  return {
    page(entries) {
      for (const { ref, resource } of entries) {
        if (resource['resourceType'] !== plan.type) continue;
        if (categoriesOf(resource).some((code) => codes.includes(code))) refs.add(ref);
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
  Array.isArray(value) ? (value as readonly Json[]) : [];

const categoriesOf = (resource: JsonObject): readonly string[] =>
  list(resource['category'])
    .filter(isObject)
    .flatMap((concept) => list(concept['coding']))
    .filter(isObject)
    .flatMap((coding) => (typeof coding['code'] === 'string' ? [coding['code']] : []));

/** Did the plain search bring what the categories hold? In doubt false: then each is asked for. */
export async function isCovered(
  world: ChainWorld,
  plan: TypePlan,
  categorised: Categorised,
): Promise<boolean> {
  const codes = plan.categories?.codes ?? [];
  const [plain] = plan.ways(world.patient);
  if (!plain) return false;
  const params = [...plain.params, ['category', codes.join(',')], ['_summary', 'count']] as const;
  const answer = await world.access.get(searchUrl(world.access.base, plan.type, params, []), {
    signal: world.signal,
  });
  if (!answer.ok) return false;
  const page = readPage(answer.value);
  // Entries mean that the server did not count but searched: its total may be no more than this page's size.
  if (!page.ok || page.value.entries.length > 0) return false;
  const { total } = page.value;
  if (total === null) return false;
  // The second: a server that does not look at categories gives everything either way.
  return total === categorised.categorised() || total === categorised.before() + world.delivery.count(plan.type);
}
