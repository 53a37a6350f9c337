import { expect, test } from 'vitest';
import { sourceId } from '../../record/index.ts';
import type { Brand, SourceView } from '../../session/index.ts';
import { choicesOf, find } from './find.ts';

const view = (id: string, name: string) =>
  ({ organisation: { id: sourceId(id), name } }) as unknown as SourceView;
const place = (name: string, town: string | null = null) => ({ name, also: [], town });
const choices = choicesOf(
  [view('general', 'General Hospital'), view('county', 'County HIE')],
  new Map<ReturnType<typeof sourceId>, Brand>([
    [
      sourceId('county'),
      {
        logo: null,
        also: ['The exchange'],
        places: [place('Élan Bay Dental', 'Eastport'), place('The Bay')],
      },
    ],
  ]),
);
const names = (typed: string) => find(choices, typed).map(({ name }) => name);

test('nothing typed: the organisations, and not their hundreds of places', () => {
  expect(names(' ')).toEqual(['General Hospital', 'County HIE']);
});

test('every word begins a word of the name, the town or another name; accents and case do not matter', () => {
  expect(names('elan dent')).toEqual(['Élan Bay Dental']);
  expect(names('ÉLAN')).toEqual(['Élan Bay Dental']);
  expect(names('eastp')).toEqual(['Élan Bay Dental']);
  expect(names('exchange')).toEqual(['County HIE']);
  expect(names('ospital')).toEqual([]);
  expect(names('bay elsewhere')).toEqual([]);
});

test('first those whose name begins so', () => {
  expect(names('the')).toEqual(['The Bay', 'County HIE']);
});

test('a place is found by the organisation that has its records', () => {
  expect(names('county')).toEqual(['County HIE', 'Élan Bay Dental', 'The Bay']);
});
