/** Looking through a world: what the tests of this folder have in common. */
import type { FhirResource, OrgKey, TruthGroup, World, WorldPerson } from './types.ts';
import { ORG_KEYS } from './types.ts';

export const refOf = (r: FhirResource): string => `${r.resourceType}/${r.id}`;

export interface Found {
  readonly org: OrgKey;
  readonly resource: FhirResource;
  /** As the server would send it, so that a path or a word can be looked for. */
  readonly text: string;
}

/** Every resource of the world by `org|Type/id`. */
export function indexOf(world: World): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const org of ORG_KEYS)
    for (const resource of world.resources[org])
      found.set(`${org}|${refOf(resource)}`, { org, resource, text: JSON.stringify(resource) });
  return found;
}

/** Every `reference` inside a resource. */
export function references(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const item of value) references(item, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      if (key === 'reference' && typeof inner === 'string') found.push(inner);
      else references(inner, found);
  return found;
}

export function membersOf(index: ReadonlyMap<string, Found>, group: Pick<TruthGroup, 'members'>): Found[] {
  return group.members.flatMap((m) => index.get(`${m.org}|${m.ref}`) ?? []);
}

export function personOf(world: World, key: string): WorldPerson {
  const person = world.people.find((p) => p.key === key);
  if (!person) throw new Error(key);
  return person;
}

/** In the JSON of a resource. */
export const type = (name: string): string => `"resourceType":"${name}"`;

export interface Look {
  readonly index: ReadonlyMap<string, Found>;
  readonly all: readonly Found[];
  /** The truth groups of everybody, as resources. */
  readonly groups: readonly Found[][];
  /** Resources with all of these words in their JSON. */
  readonly having: (...words: readonly string[]) => Found[];
  /** Truth groups that have, for each pattern, a member with all of its words. */
  readonly together: (...patterns: readonly (readonly string[])[]) => Found[][];
}

export function lookThrough(world: World): Look {
  const index = indexOf(world);
  const all = [...index.values()];
  const groups = world.people.flatMap((p) => p.truth.map((group) => membersOf(index, group)));
  const has = (f: Found, words: readonly string[]): boolean => words.every((word) => f.text.includes(word));
  return {
    index,
    all,
    groups,
    having: (...words) => all.filter((f) => has(f, words)),
    together: (...patterns) => groups.filter((g) => patterns.every((words) => g.some((f) => has(f, words)))),
  };
}
