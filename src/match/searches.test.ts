import { describe, expect, it } from 'vitest';
import { searchesFor } from './searches.ts';
import { person, type Told } from './testing/person.ts';

const ADA: Told = {
  family: 'García-López',
  given: 'Ana Maria',
  born: '1971-03-04',
  sex: 'female',
  ssn: '912-34-5678',
  street: '12 Mill Street',
  city: 'Salem',
  zip: '97301',
  phone: '503-222-0198',
};
const asked = (told: Told): string[] =>
  searchesFor(person(told)).searches.map((pairs) =>
    pairs.map(([name, value]) => `${name}=${value}`).join('&'),
  );

describe('searches', () => {
  it('go from strict to loose, with each part of a double name', () => {
    expect(asked(ADA)).toEqual([
      'identifier=http://hl7.org/fhir/sid/us-ssn|912-34-5678',
      'family=García-López&birthdate=1971-03-04',
      'family=García&birthdate=1971-03-04',
      'family=López&birthdate=1971-03-04',
      'given=Ana&birthdate=1971-03-04',
      'family=Ana&birthdate=1971-03-04',
      'family=García-López&birthdate=1971-04-03',
      'family=García-López&given=Ana',
    ]);
  });

  it.each<[string, Told, RegExp]>([
    ['a number that stands for nobody', { ...ADA, ssn: '999-99-9999' }, /999/],
    ['a part of a number', { ...ADA, ssn: 'XXX-XX-5678' }, /5678/],
    ['a birth date that stands for none', { ...ADA, born: '1900-01-01' }, /birthdate/],
    ['a year as if it were a day', { ...ADA, born: '1971' }, /birthdate/],
    ['the name of a newborn', { ...ADA, given: 'Baby Boy' }, /Baby/],
  ])('do not ask for %s', (_what, told, never) => {
    expect(asked(told).length).toBeGreaterThan(0);
    expect(asked(told).join()).not.toMatch(never);
  });

  it('are never more than a server bears', () => {
    const many = person(ADA);
    const names = Array.from({ length: 9 }, (_, i) => ({ ...many.names[0]!, family: `Family${i}` }));
    const { searches } = searchesFor({ ...many, names });
    expect(searches).toHaveLength(10);
    expect(searches.at(-1)).toEqual([
      ['family', 'Family0'],
      ['given', 'Ana'],
    ]);
  });

  it('ask nothing of nobody', () => {
    expect(asked({})).toEqual([]);
  });
});

const sent = (told: Told): unknown =>
  (JSON.parse(searchesFor(person(told)).match) as { parameter: { resource?: unknown }[] }).parameter[0]
    ?.resource;

it('$match is given what is known, and nothing empty', () => {
  expect(sent(ADA)).toEqual({
    resourceType: 'Patient',
    identifier: [{ system: 'http://hl7.org/fhir/sid/us-ssn', value: '912-34-5678' }],
    name: [{ use: 'official', family: 'García-López', given: ['Ana', 'Maria'] }],
    telecom: [{ system: 'phone', value: '503-222-0198' }],
    gender: 'female',
    birthDate: '1971-03-04',
    address: [{ line: ['12 Mill Street'], city: 'Salem', postalCode: '97301' }],
  });
  expect(sent({ ssn: '999-99-9999' })).toEqual({ resourceType: 'Patient' });
});
