/** Everybody of the sandbox is found at every organisation that knows them, and nobody is taken for somebody else. */
import { expect, it } from 'vitest';
import { match } from '../../src/match/index.ts';
import { readPerson } from '../../src/normalise/index.ts';
import { resourceRef, sourceId, type Person } from '../../src/record/index.ts';
import { makeWorld, ORG_KEYS, type World } from './world/index.ts';

interface Registered {
  readonly key: string;
  readonly person: Person;
}

function registered(world: World): Registered[] {
  return world.people.flatMap(({ key, ids }) =>
    ORG_KEYS.flatMap((org) => {
      const ref = resourceRef(`Patient/${ids[org] ?? ''}`);
      const resource = world.resources[org].find((r) => r.resourceType === 'Patient' && r.id === ids[org]);
      if (!resource || !ref) return [];
      const read = { source: sourceId(org), ref, base: null, fullUrl: null, fetchedAt: null };
      const person = readPerson({ ...read, resource: JSON.parse(JSON.stringify(resource)) as never });
      return person ? [{ key, person }] : [];
    }),
  );
}

it.each([1, 2, 3])('holds for the people of seed %i', (seed) => {
  const all = registered(makeWorld({ seed, largeRecords: 0, more: 60 }));
  const [lost, mistaken]: [string[], string[]] = [[], []];
  let [same, different] = [0, 0];
  for (const [i, a] of all.entries())
    for (const b of all.slice(i + 1)) {
      const { outcome, score, vetoes } = match(a.person, b.person);
      const line = `${a.key} ${a.person.source} / ${b.key} ${b.person.source}: ${outcome} ${score} ${vetoes.join()}`;
      if (a.key !== b.key) different++;
      else same++;
      if (a.key === b.key && outcome === 'unlikely') lost.push(line);
      if (a.key !== b.key && outcome === 'certain') mistaken.push(line);
    }
  expect(same).toBeGreaterThan(100);
  expect(different).toBeGreaterThan(1000);
  expect(lost).toEqual([]);
  expect(mistaken).toEqual([]);
});
