/** The parts that a comparison is made of, each on the cases that it exists for. */
import { describe, expect, it } from 'vitest';
import type { Identifier } from '../record/index.ts';
import { compareDates, readBirth } from './date.ts';
import { compareIdentifiers } from './identifier.ts';
import { compareFamilies, compareGiven, middlesDiffer } from './name.ts';
import { readNames } from './names.ts';
import { readNumbers } from './numbers.ts';
import { person } from './testing/person.ts';
import { alike, withinOneEdit } from './text.ts';

const names = (family: string, given: string) => readNames(person({ family, given }));

describe('given names', () => {
  const kind = (a: string, b: string): string => {
    const found = compareGiven(names('Doering', a), names('Doering', b));
    return found.kind === 'variant' ? (found.sure ? 'sure' : 'unsure') : found.kind;
  };
  it.each([
    ['Mohammed', 'Muhammad', 'sure'],
    ['William', 'Bill', 'sure'],
    ['Mei Ling', 'Meiling', 'same'],
    ['John Michael', 'Michael', 'sure'],
    ['Дмитрий', 'Dmitry', 'sure'],
    ['ليلى', 'Layla', 'unsure'],
    ['王伟', 'Wei', 'missing'],
    ['Maria', 'Mary', 'unsure'],
    ['J', 'James', 'unsure'],
    ['Kathrine', 'Kathrina', 'similar'],
    ['Maria', 'Marta', 'differs'],
    ['Hassan', 'Hussein', 'differs'],
    ['Elena', 'Elenae', 'similar'],
    ['Twin A', 'Anita', 'missing'],
    ['Infant of Maria', 'Maria', 'missing'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(kind(a, b)).toBe(expected);
    expect(kind(b, a)).toBe(expected);
  });

  it.each([
    ['Maria del Carmen', 'Maria del Pilar', 'names'],
    ['Anna B', 'Anna C', 'initials'],
    ['Anna Brooke', 'Anna B', null],
    ['Anna', 'Anna Brooke', null],
    ['Anna Alice', 'Anna Amber', 'names'],
  ])('middle names of %s and %s: %s', (a, b, expected) => {
    expect(middlesDiffer(names('Doering', a), names('Doering', b))).toBe(expected);
  });
});

describe('surnames', () => {
  it.each([
    ['O’Brien', 'O Brien', 'same'],
    ['van der Berg', 'Vanderberg', 'same'],
    ['van der Berg', 'Berg', 'variant'],
    ['García López', 'Lopez-Garcia', 'variant'],
    ['MacDonald', 'McDonald', 'variant'],
    ['Müller', 'Mueller', 'variant'],
    ['Kowalczyk', 'Kowalcyzk', 'similar'],
    ['Okafor Jr', 'Okafor', 'same'],
    ['Okafor', 'Lindqvist', 'differs'],
    ['Unknown', 'Okafor', 'missing'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(compareFamilies(names(a, 'Ada'), names(b, 'Ada')).kind).toBe(expected);
    expect(compareFamilies(names(b, 'Ada'), names(a, 'Ada')).kind).toBe(expected);
  });
});

describe('birth dates', () => {
  const birth = (born: string) => readBirth(person({ born }).birthDate);
  it.each([
    ['1980-03-04', '1980-03-04', 'same'],
    ['1980-03-04', '1980-04-03', 'typo'],
    ['1980-03-04', '1980-03-05', 'typo'],
    ['1980-02-29', '1980-03-01', 'typo'],
    ['1958-03-04', '1985-03-04', 'typo'],
    ['1980-03-04', '1980', 'compatible'],
    ['1980-03-04', '1950-03-04', 'differs'],
    ['1980-03-04', '1981-09-21', 'differs'],
    ['1900-01-01', '1900-01-01', 'missing'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(compareDates(birth(a), birth(b)).kind).toBe(expected);
    expect(compareDates(birth(b), birth(a)).kind).toBe(expected);
  });
});

describe('numbers', () => {
  const id = (
    system: string | null,
    value: string,
    type: string | null = null,
    use: string | null = null,
  ): Identifier => ({ system, value, type, use });
  const agreement = (a: Identifier[], b: Identifier[]) =>
    compareIdentifiers(
      readNumbers({ ...person({}), identifiers: a }),
      readNumbers({ ...person({}), identifiers: b }),
    );
  const shared = (a: Identifier, b: Identifier) => agreement([a], [b]).shared?.strength ?? null;
  const OID = 'urn:oid:2.16.840.1.113883.19.5';

  it.each<[string, Identifier, Identifier, 'strong' | 'weak' | null]>([
    [
      'one system with spaces',
      id('urn: oid: 2.16.840.1.113883.19.5', '88123', 'MR'),
      id(OID, '88123', 'MR'),
      'strong',
    ],
    [
      'http, https and a slash',
      id('http://a.example/mrn/', '88123'),
      id('https://A.example/mrn', '88123'),
      'strong',
    ],
    ['two systems', id(`${OID}.1`, '88123', 'MR'), id(`${OID}.2`, '88123', 'MR'), null],
    ['no system', id(null, '88123', 'MR'), id(null, '88123', 'MR'), null],
    ['the name of a field as the system', id('MRN', '88123', 'MR'), id('MRN', '88123', 'MR'), null],
    [
      'a code system as the system',
      id('http://terminology.hl7.org/CodeSystem/v2-0203', '88123'),
      id('http://terminology.hl7.org/CodeSystem/v2-0203', '88123'),
      null,
    ],
    ['a type in words', id(OID, '88123', 'Medical record number'), id(OID, '88123', 'MR'), 'strong'],
    ['an old number', id(OID, '88123', 'MR', 'old'), id(OID, '88123', 'MR'), 'weak'],
    ['a temporary number', id(OID, '88123', 'MR', 'temp'), id(OID, '88123', 'MR'), null],
    [
      'a member number',
      id('https://payer.example/member-id', '88123'),
      id('https://payer.example/member-id', '88123'),
      'weak',
    ],
    [
      'a social security number in two forms',
      id('http://hl7.org/fhir/sid/us-ssn', '912-34-5678'),
      id('urn:oid:2.16.840.1.113883.4.1', '912345678'),
      'strong',
    ],
    ['its last four digits', id(null, '912-34-5678', 'SS'), id(null, 'XXX-XX-5678', 'SS'), 'weak'],
    [
      'a right NHS number',
      id('https://fhir.nhs.uk/Id/nhs-number', '943 476 5919'),
      id('https://fhir.nhs.uk/Id/nhs-number', '9434765919'),
      'strong',
    ],
    [
      'an NHS number that fails its check',
      id('https://fhir.nhs.uk/Id/nhs-number', '9434765918'),
      id('https://fhir.nhs.uk/Id/nhs-number', '9434765918'),
      'weak',
    ],
  ])('%s', (_what, a, b, expected) => {
    expect(shared(a, b)).toBe(expected);
    expect(shared(b, a)).toBe(expected);
  });

  it('a typo is not the next number, which a twin has', () => {
    const ss = (value: string) => [id(null, value, 'SS')];
    expect(agreement(ss('912-34-5678'), ss('912-84-5678')).near).not.toBeNull();
    expect(agreement(ss('912-34-5678'), ss('912-34-5679'))).toMatchObject({
      near: null,
      contradicting: { single: 'for life' },
    });
  });

  it('two registrations at one place contradict nothing, if one of them is shared', () => {
    const [one, other] = [id(OID, '884411', 'MR'), id(OID, '220077', 'MR')];
    expect(agreement([one], [one, other]).contradicting).toBeNull();
    expect(agreement([one], [other]).contradicting).toMatchObject({ single: 'here' });
  });
});

describe('likeness of texts', () => {
  it('is bounded without being changed', () => {
    expect(alike('12 mill st', '12 mil st', 0.9)).toBe(true);
    expect(alike('12 mill st', '980 harbor ave', 0.9)).toBe(false);
    expect(alike('dwayne', 'duane', 0.83)).toBe(true);
    expect(alike('dwayne', 'duane', 0.85)).toBe(false);
  });

  it.each([
    ['maria', 'marta', true],
    ['maria', 'mraia', true],
    ['maria', 'mari', true],
    ['maria', 'amria', true],
    ['maria', 'mrtia', false],
    ['abcd', 'badc', false],
    ['aa', 'aaa', true],
  ])('%s and %s are one edit apart: %s', (a, b, expected) => {
    expect(withinOneEdit(a, b)).toBe(expected);
    expect(withinOneEdit(b, a)).toBe(expected);
  });
});
