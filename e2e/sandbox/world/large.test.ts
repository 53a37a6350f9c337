import { describe, expect, it } from 'vitest';
import { makeWorld, ORG_KEYS } from './index.ts';
import type { World } from './index.ts';
import { personOf, refOf } from './testing.ts';

const of = (largeRecords: number): World => makeWorld({ people: ['walter-brannigan'], largeRecords });

/** Records of the person, the directories that every server has left out. */
function sizes(world: World): number[] {
  const empty = makeWorld({ people: [] });
  return ORG_KEYS.map((org) => world.resources[org].length - empty.resources[org].length);
}

const total = (world: World): number => sizes(world).reduce((sum, n) => sum + n, 0);

describe('the large patient', () => {
  const world = of(33_000);
  const walter = personOf(world, 'walter-brannigan');

  it('has 33,000 records over four servers', () => {
    expect(total(world)).toBeGreaterThanOrEqual(33_000 * 0.99);
    expect(total(world)).toBeLessThanOrEqual(33_000 * 1.01);
    for (const n of sizes(world)) expect(n).toBeGreaterThan(3_000);
  });

  it('says about a third of its facts in more than one place', () => {
    const shared = walter.truth.filter((group) => group.members.length > 1).length / walter.truth.length;
    expect(shared).toBeGreaterThan(0.28);
    expect(shared).toBeLessThan(0.42);
  });

  it('has no two facts that only their truth could tell apart', () => {
    const seen = new Set<string>();
    const twice: string[] = [];
    for (const org of ORG_KEYS)
      for (const r of world.resources[org]) {
        if (r.resourceType !== 'Observation') continue;
        const code = JSON.stringify(r['code']);
        const key = `${org}|${code}|${String(r['effectiveDateTime'])}`;
        if (seen.has(key)) twice.push(refOf(r));
        seen.add(key);
      }
    expect(seen.size).toBeGreaterThan(25_000);
    expect(twice).toEqual([]);
  });

  it('covers forty years', () => {
    const years = new Set<string>();
    for (const org of ORG_KEYS)
      for (const r of world.resources[org]) {
        const at = r['effectiveDateTime'];
        if (typeof at === 'string') years.add(at.slice(0, 4));
      }
    for (let year = 1986; year <= 2026; year++) expect(years.has(String(year)), String(year)).toBe(true);
  });

  it('comes in any size', () => {
    for (const wanted of [500, 2_000, 8_000])
      expect(Math.abs(total(of(wanted)) - wanted)).toBeLessThan(wanted * 0.02);
  });

  it('takes work in proportion to its size', () => {
    // Processor time of two sizes in one run, so that the machine's speed cancels out: eight times the records may
    // cost more than eight times as much (memory), but not its square.
    const cost = (records: number): number => {
      const runs = [1, 2].map(() => {
        const before = process.cpuUsage();
        of(records);
        const { user, system } = process.cpuUsage(before);
        return user + system;
      });
      return Math.min(...runs);
    };
    of(2_000);
    expect(cost(16_000) / cost(2_000)).toBeLessThan(32);
  });
});
