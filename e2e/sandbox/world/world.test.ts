import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeWorld, ORG_KEYS, resourcesOf, SUPPORT_TYPES, truthOf, worldJson } from './index.ts';
import type { World } from './index.ts';
import { indexOf, membersOf, personOf, references, refOf } from './testing.ts';

const world = makeWorld({ largeRecords: 1500, more: 5 });
const index = indexOf(world);

const digest = (made: World): string => createHash('sha256').update(worldJson(made)).digest('hex');

describe('a world', () => {
  it('is the same, byte for byte, for a seed and a day', () => {
    const options = { largeRecords: 1500, more: 5 };
    expect(digest(makeWorld(options))).toBe(digest(world));
    expect(digest(makeWorld({ ...options, seed: 2 }))).not.toBe(digest(world));
    expect(digest(makeWorld({ ...options, today: '2026-11-02' }))).not.toBe(digest(world));
  });

  it('gives a person the same records whoever else is there', () => {
    const alone = makeWorld({ people: ['grace-nakamura'] });
    expect(alone.people.map((p) => p.key)).toEqual(['grace-nakamura']);
    expect(worldJson(resourcesOf(alone, 'general', 'grace-nakamura'))).toBe(
      worldJson(resourcesOf(world, 'general', 'grace-nakamura')),
    );
  });

  it('gives every resource an id of its own, within its organisation and between them', () => {
    const ids = ORG_KEYS.flatMap((org) => world.resources[org].map((r) => r.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Za-z0-9\-.]{1,64}$/.test(id))).toEqual([]);
  });

  it('leaves no reference dangling within its organisation', () => {
    for (const org of ORG_KEYS) {
      const known = new Set(world.resources[org].map(refOf));
      const used = world.resources[org].flatMap((r) => references(r));
      expect(used.length, org).toBeGreaterThan(100);
      expect(
        used.filter((ref) => !known.has(ref) && !ref.startsWith('#')),
        org,
      ).toEqual([]);
    }
  });

  it('puts every clinical resource into exactly one truth group', () => {
    const members = world.people.flatMap((p) =>
      p.truth.flatMap((group) => group.members.map((m) => `${m.org}|${m.ref}`)),
    );
    const clinical = [...index]
      .filter(([, f]) => !SUPPORT_TYPES.has(f.resource.resourceType))
      .map(([k]) => k);
    expect(members.sort()).toEqual(clinical.sort());
  });

  it('says of every record whose it is', () => {
    for (const person of world.people)
      for (const found of person.truth.flatMap((group) => membersOf(index, group))) {
        const id = person.ids[found.org];
        expect(found.text).toContain(`"reference":"Patient/${id}"`);
      }
  });

  it('names only existing resources where things disagree or belong together', () => {
    for (const person of world.people)
      for (const said of [...person.contradictions, ...person.relations]) {
        expect(said.members.length, `${person.key}: ${said.about}`).toBeGreaterThan(1);
        expect(membersOf(index, said), `${person.key}: ${said.about}`).toHaveLength(said.members.length);
      }
  });

  it('has nothing happen after today but what is planned', () => {
    for (const { resource } of index.values()) {
      const meta = resource['meta'] as { lastUpdated: string };
      expect(meta.lastUpdated <= '2026-11-01T05:00:00.000Z', refOf(resource)).toBe(true);
    }
  });

  it('tells a story of every named person', () => {
    const named = world.people.filter((p) => !p.key.startsWith('person-'));
    expect(named.length).toBeGreaterThanOrEqual(11);
    for (const p of named) expect(p.story.length, p.key).toBeGreaterThan(40);
    expect(new Set(world.people.map((p) => p.key)).size).toBe(world.people.length);
  });

  it('finds a person again, and says who is there when there is none', () => {
    expect(truthOf(world, 'maria-santos')).toBe(personOf(world, 'maria-santos').truth);
    expect(resourcesOf(world, 'valley', 'maria-santos').length).toBeGreaterThan(30);
    expect(() => truthOf(world, 'nobody')).toThrow(/maria-santos/);
  });
});

describe('the one to try first', () => {
  it('is known to all four and has a screenful', () => {
    const maria = personOf(world, 'maria-santos');
    expect(Object.keys(maria.ids).sort()).toEqual(['county', 'general', 'riverside', 'valley']);
    const records = maria.truth.flatMap((g) => g.members).length;
    expect(records).toBeGreaterThanOrEqual(150);
    expect(records).toBeLessThanOrEqual(300);
    for (const field of ['allergy', 'status', 'dose', 'therapy'])
      expect(maria.contradictions.map((c) => c.field)).toContain(field);
  });
});
