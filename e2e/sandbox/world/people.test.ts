/** Who is easily taken for whom: each trap of identity is looked for. */
import { describe, expect, it } from 'vitest';
import { makeWorld } from './index.ts';
import { lookThrough, personOf, type } from './testing.ts';
import type { Found } from './testing.ts';

const world = makeWorld({ largeRecords: 0 });
const { index, having } = lookThrough(world);

describe('people', () => {
  const patients = (key: string): Found[] =>
    Object.entries(personOf(world, key).ids).flatMap(([org, id]) => index.get(`${org}|Patient/${id}`) ?? []);
  const field = (key: string, name: string): string[] =>
    patients(key).map((f) => JSON.stringify(f.resource[name]));

  it('has same-sex twins of one telephone and address, at two places', () => {
    const [a, b] = [patients('anjali-krishnamurthy'), patients('anita-krishnamurthy')];
    expect(a).toHaveLength(2);
    expect(b).toHaveLength(2);
    for (const name of ['telecom', 'address', 'birthDate', 'gender'])
      expect(field('anjali-krishnamurthy', name)).toEqual(field('anita-krishnamurthy', name));
    expect(a[0]?.text).toContain('multipleBirthInteger');
  });

  it('has father and son of one name at one address', () => {
    expect(field('james-okafor-sr', 'address')[0]).toBe(field('james-okafor-jr', 'address')[0]);
    expect(field('james-okafor-sr', 'name')[0]).toContain('Sr.');
    expect(patients('james-okafor-jr').some((f) => !f.text.includes('Jr.'))).toBe(true);
  });

  it('has a changed surname, a merged-away registration, a typo and names of another script', () => {
    expect(new Set(field('hannah-moreau', 'name')).size).toBe(3);
    const away = having(type('Patient'), '"replaced-by"');
    expect(away).toHaveLength(1);
    expect(away[0]?.resource['active']).toBe(false);
    expect(away[0]?.text).toContain(`Patient/${personOf(world, 'thomas-kowalczyk').ids.general}`);
    expect(field('thomas-kowalczyk', 'name').join()).toContain('Kowalcyzk');
    expect(field('layla-haddad', 'name').join()).toMatch(/[\u0600-\u06ff]/);
    expect(having('🌟').length).toBeGreaterThan(0);
  });

  it('shares a strong identifier between some organisations and none between others', () => {
    const ssn = having(type('Patient'), 'us-ssn');
    expect(ssn.length).toBeGreaterThan(2);
    for (const f of ssn) expect(f.text).toMatch(/"value":"9\d\d-/);
    expect(field('maria-santos', 'identifier').filter((text) => text.includes('C-7714093'))).toHaveLength(3);
    expect(patients('noah-adeyemi').every((f) => !f.text.includes('us-ssn'))).toBe(true);
  });

  it('has a very long note', () => {
    const note = having(type('Binary')).map((f) => String(f.resource['data']).length);
    expect(Math.max(...note)).toBeGreaterThan(100_000);
  });
});
