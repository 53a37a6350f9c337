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

/** References of the records that carry one of the plan's categories. */
export type Categorised = Set<string>;

export function collectCategorised(into: Categorised, plan: TypePlan, entries: readonly Fetched[]): void {
  const codes = plan.categories?.codes ?? [];
  for (const { ref, resource } of entries) {
    if (resource['resourceType'] === plan.type && categoriesOf(resource).some((code) => codes.includes(code)))
      into.add(ref);
  }
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
  if (!page.ok || page.value.total === null || page.value.entries.length > 0) return false;
  // The second: a server that does not look at categories gives everything either way.
  return page.value.total === categorised.size || page.value.total === world.delivery.count(plan.type);
}
