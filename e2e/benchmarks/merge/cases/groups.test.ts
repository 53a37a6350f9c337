/** Three records and more: what fits two that may not be one, what goes on, and what begins again. */
import { describe, expect, it } from 'vitest';
import { allergy, cc, obs, order, said, shot, taken } from './support.ts';

const glucose = (at: string) => obs(cc('loinc:2345-7|Glucose'), '110 mg/dL', { effectiveDateTime: at });
const lisinopril = cc('lisinopril 10 mg tablet');
const twice = () => [
  order(lisinopril, { authoredOn: '2019-01-01', status: 'stopped' }),
  order(lisinopril, { authoredOn: '2023-01-01' }),
];

describe('groups', () => {
  it.each<[name: string, expected: string, made: () => string]>([
    [
      'three sources, three precisions',
      '3',
      () =>
        said(
          [glucose('2024-03-14T12:00:00-05:00')],
          [glucose('2024-03-14T17:00:00Z')],
          [glucose('2024-03-14')],
        ),
    ],
    [
      'a day that fits two hours of one system',
      '1 1 1 possibly-same',
      () =>
        said(
          [glucose('2024-03-14T08:00:00-05:00'), glucose('2024-03-14T17:00:00-05:00')],
          [glucose('2024-03-14')],
        ),
    ],
    ['a drug that was stopped and begun again, in two systems', '2 2', () => said(twice(), twice())],
    [
      'an order, and a statement that begins later',
      '2',
      () => said([order(lisinopril)], [taken(lisinopril, { effectivePeriod: { start: '2025-01-01' } })]),
    ],
    [
      'a class in two systems and a member in a third',
      '2 1 broader narrower',
      () =>
        said([allergy(cc('Penicillin'))], [allergy(cc('Amoxicillin'))], [allergy(cc('rx:70618|Penicillin'))]),
    ],
    [
      'a vaccine code that lost its zero',
      '2',
      () => said([shot(cc('cvx:8'), '2020-01-01')], [shot(cc('cvx:08'), '2020-01-01')]),
    ],
    [
      'a titre as a ratio and as text',
      '2',
      () =>
        said(
          [obs(cc('loinc:5048-4'), { valueString: '1:160' })],
          [obs(cc('loinc:5048-4'), { valueRatio: { numerator: { value: 1 }, denominator: { value: 160 } } })],
        ),
    ],
  ])('%s: %s', (_name, expected, made) => {
    expect(made()).toBe(expected);
  });
});
