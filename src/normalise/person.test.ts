import { describe, expect, it } from 'vitest';
import { fetched } from './testing/corpora.ts';
import { readPerson } from './person.ts';

describe('readPerson', () => {
  it('reads what matching compares', () => {
    const person = readPerson(
      fetched({
        resourceType: 'Patient',
        id: '1',
        name: [{ use: 'official', family: 'Jones', given: ['Myra', null] }],
        birthDate: '1947-05',
        gender: 'female',
        telecom: [
          { system: 'phone', value: '555' },
          { value: 'm@example.org' },
          { system: 'fax', value: '556' },
        ],
        address: [{ line: ['1 Way'], city: 'Portland', postalCode: '97266' }],
        multipleBirthInteger: 2,
        deceasedDateTime: '2020-01-01',
        identifier: [{ system: 's', value: 'v', type: { coding: [{ code: 'MR' }] } }, { system: 'no value' }],
        link: [{ type: 'replaced-by', other: { reference: 'Patient/2' } }],
      }),
    );
    expect(person).toMatchObject({
      names: [{ use: 'official', family: 'Jones', given: ['Myra'], suffix: [] }],
      birthDate: { at: { precision: 'month' } },
      gender: 'female',
      phones: ['555'],
      emails: ['m@example.org'],
      multipleBirth: 2,
      deceased: '2020-01-01',
      identifiers: [{ system: 's', value: 'v', type: 'MR', use: null }],
      links: [{ type: 'replaced-by', ref: 'Patient/2' }],
      active: null,
    });
  });

  it('is null for anything else', () => {
    expect(readPerson(fetched({ resourceType: 'Practitioner' }))).toBeNull();
  });
});
