import { describe, expect, it } from 'vitest';
import { match } from './match.ts';
import { person, type Told } from './testing/person.ts';

const ADA: Told = {
  family: 'Okafor',
  given: 'Katherine',
  born: '1971-03-04',
  sex: 'female',
  ssn: '912-34-5678',
  street: '12 Mill Street',
  city: 'Salem',
  zip: '97301',
  phone: '503-222-0198',
};
const outcome = (a: Told, b: Told) => match(person(a), person(b)).outcome;
const { ssn: _, ...WITHOUT_NUMBER } = ADA;

describe('certain', () => {
  it('is a strong shared number with the same name, birth date and sex', () => {
    expect(outcome(ADA, { ...ADA, street: '9 Elm Road', city: 'Portland', zip: '97201' })).toBe('certain');
  });

  it.each([
    ['a short form of the given name', { given: 'Kate' }],
    ['accents and case', { family: 'ÓKÁFOR' }],
    ['a hyphenated surname that keeps the old one', { family: 'Okafor-Lindqvist' }],
    ['a middle initial', { given: 'Katherine M' }],
    ['first and last name in each other’s place', { family: 'Katherine', given: 'Okafor' }],
  ])('bears %s', (_what, change) => {
    expect(outcome(ADA, { ...ADA, ...change })).toBe('certain');
  });
});

describe('likely, for a clinician to confirm', () => {
  it.each([
    ['no number in common', WITHOUT_NUMBER, WITHOUT_NUMBER],
    ['a changed surname, with the number', ADA, { ...ADA, family: 'Lindqvist' }],
    ['day and month swapped', ADA, { ...ADA, born: '1971-04-03' }],
    ['a typo in the number', ADA, { ...ADA, ssn: '912-34-5679' }],
    [
      'moved, and no number',
      WITHOUT_NUMBER,
      { ...WITHOUT_NUMBER, street: '9 Elm Road', city: 'Reno', zip: '89501' },
    ],
  ])('%s', (_what, a, b) => {
    expect(outcome(a, b)).toBe('likely');
  });
});

describe('never by itself', () => {
  it.each<[string, Told, Told]>([
    [
      'same-sex twins who share a phone and an address',
      WITHOUT_NUMBER,
      { ...WITHOUT_NUMBER, given: 'Josephine' },
    ],
    [
      'twins with like names and the family’s insurance number',
      { ...WITHOUT_NUMBER, given: 'Maria', member: 'F-1', twin: true },
      { ...WITHOUT_NUMBER, given: 'Marta', member: 'F-1', twin: true },
    ],
    [
      'Jr and Sr at one address',
      { ...WITHOUT_NUMBER, suffix: 'Jr' },
      { ...WITHOUT_NUMBER, suffix: 'Sr', born: '1945-01-20' },
    ],
    ['parent and child of one name', WITHOUT_NUMBER, { ...WITHOUT_NUMBER, born: '1996-08-30' }],
    ['a shared number with another sex', ADA, { ...ADA, sex: 'male' }],
    ['a newborn without a name', ADA, { ...ADA, given: 'Baby Girl' }],
    ['the number of an unknown', { ...ADA, ssn: '999-99-9999' }, { ...ADA, ssn: '999-99-9999' }],
    ['a birth date that stands for none', { ...ADA, born: '1900-01-01' }, { ...ADA, born: '1900-01-01' }],
    ['two social security numbers', ADA, { ...ADA, ssn: '987-11-2233' }],
  ])('%s', (_what, a, b) => {
    expect(outcome(a, b)).not.toBe('certain');
  });

  it('twins are not even offered', () => {
    expect(outcome(WITHOUT_NUMBER, { ...WITHOUT_NUMBER, given: 'Josephine' })).toBe('unlikely');
  });
});

it('does not depend on who is asked about whom', () => {
  const others: Told[] = [
    ADA,
    WITHOUT_NUMBER,
    { ...ADA, born: '1971-04-03' },
    { family: 'Li', given: 'Wei' },
    {},
  ];
  for (const a of others)
    for (const b of others) {
      const [x, y] = [person(a), person(b)];
      expect(match(x, y).score).toBe(match(y, x).score);
      expect(match(x, y).outcome).toBe(match(y, x).outcome);
    }
});
