import { describe, expect, it } from 'vitest';
import { makeWorld, ORG_KEYS, resourcesOf, SUPPORT_TYPES, truthOf, worldJson } from './index.ts';
import type { FhirResource, OrgKey, World } from './index.ts';

const world = makeWorld();

const refOf = (r: FhirResource): string => `${r.resourceType}/${r.id}`;

/** Every `reference` inside a resource. */
function references(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const item of value) references(item, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      if (key === 'reference' && typeof inner === 'string') found.push(inner);
      else references(inner, found);
  return found;
}

const refsAt = (w: World, org: OrgKey): Set<string> => new Set(w.resources[org].map(refOf));

describe('a world', () => {
  it('is the same, byte for byte, for a seed and a day', () => {
    expect(worldJson(makeWorld())).toBe(worldJson(world));
    expect(worldJson(makeWorld({ seed: 2 }))).not.toBe(worldJson(world));
  });

  it('gives every resource an id of its own, within its organisation and between them', () => {
    const ids = ORG_KEYS.flatMap((org) => world.resources[org].map((r) => r.id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9\-.]{1,64}$/);
  });

  it('leaves no reference dangling within its organisation', () => {
    for (const org of ORG_KEYS) {
      const known = refsAt(world, org);
      const dangling = world.resources[org].flatMap((r) => references(r)).filter((ref) => !known.has(ref));
      expect(dangling, org).toEqual([]);
    }
  });

  it('puts every clinical resource into exactly one truth group', () => {
    const members = world.people.flatMap((p) =>
      p.truth.flatMap((group) => group.members.map((m) => `${m.org}|${m.ref}`)),
    );
    const clinical = ORG_KEYS.flatMap((org) =>
      world.resources[org].filter((r) => !SUPPORT_TYPES.has(r.resourceType)).map((r) => `${org}|${refOf(r)}`),
    );
    expect([...members].sort()).toEqual([...clinical].sort());
  });

  it('names only resources that exist in contradictions and relations', () => {
    for (const person of world.people)
      for (const said of [...person.contradictions, ...person.relations]) {
        expect(said.members.length, said.about).toBeGreaterThan(0);
        for (const m of said.members) expect(refsAt(world, m.org).has(m.ref), said.about).toBe(true);
      }
  });

  it('finds a person again', () => {
    expect(truthOf(world, 'maria-santos').length).toBeGreaterThan(100);
    expect(resourcesOf(world, 'valley', 'maria-santos').length).toBeGreaterThan(30);
    expect(() => truthOf(world, 'nobody')).toThrow(/nobody/);
  });
});
