/** What several systems make of visits: pairs and triples as they come, and what is said of them. */
import { describe, expect, it } from 'vitest';
import { number, place, said, visit } from './support.ts';

const d = '2024-03-14T';

describe('visits', () => {
  it.each<[name: string, expected: string, made: () => string]>([
    [
      'the same times to the end',
      '2',
      () =>
        said(
          [visit(d + '09:00:00-05:00', d + '09:30:00-05:00')],
          [visit(d + '09:00:00-05:00', d + '09:30:00-05:00')],
        ),
    ],
    [
      'four minutes apart at one place',
      '2[date]',
      () =>
        said(
          [visit(d + '09:00:00-05:00', d + '09:30:00-05:00', place('General'))],
          [visit(d + '09:04:00-05:00', d + '09:34:00-05:00', place('General'))],
        ),
    ],
    [
      'one time at two places',
      '1 1',
      () =>
        said(
          [visit(d + '09:00:00-05:00', d + '09:30:00-05:00', place('General'))],
          [visit(d + '09:00:00-05:00', d + '09:30:00-05:00', place('Riverside'))],
        ),
    ],
    [
      'the day only, at one place',
      '1 1 possibly-same',
      () =>
        said(
          [visit('2024-03-14', null, place('General'))],
          [visit(d + '09:04:00-05:00', d + '09:34:00-05:00', place('General'))],
        ),
    ],
    [
      'the day only, one place and one physician',
      '2',
      () =>
        said(
          [
            visit('2024-03-14', '2024-03-14', {
              ...place('General'),
              participant: [{ individual: { display: 'Dr Ada Byron' } }],
            }),
          ],
          [
            visit(d + '09:04:00-05:00', d + '09:34:00-05:00', {
              ...place('General'),
              participant: [{ individual: { display: 'Ada Byron MD' } }],
            }),
          ],
        ),
    ],
    [
      'a day that fits two visits fits neither',
      '1 1 1 possibly-same',
      () =>
        said(
          [
            visit(d + '09:00:00-05:00', d + '09:30:00-05:00', place('General')),
            visit(d + '14:00:00-05:00', d + '14:30:00-05:00', place('General')),
          ],
          [visit('2024-03-14', null, place('General'))],
        ),
    ],
    [
      'one visit number',
      '2',
      () =>
        said(
          [visit(d + '09:00:00-05:00', d + '09:30:00-05:00', number('V1'))],
          [visit('2024-03-14', null, number('V1'))],
        ),
    ],
    [
      'an emergency that was admitted',
      '1 1 part whole',
      () =>
        said(
          [visit(d + '09:00:00-05:00', d + '15:30:00-05:00', place('General'), 'EMER')],
          [visit(d + '09:00:00-05:00', '2024-03-17T09:30:00-05:00', place('General'), 'IMP')],
        ),
    ],
    [
      'a visit within a stay',
      '1 1 part whole',
      () =>
        said(
          [visit('2024-03-12T09:00:00-05:00', '2024-03-17T15:30:00-05:00', place('General'), 'IMP')],
          [visit(d + '09:00:00-05:00', d + '10:30:00-05:00', place('General'))],
        ),
    ],
    [
      'one hour apart',
      '1 1 possibly-same',
      () =>
        said(
          [visit(d + '09:00:00-05:00', d + '09:30:00-05:00', place('General'))],
          [visit(d + '10:00:00-05:00', d + '10:30:00-05:00', place('General'))],
        ),
    ],
    [
      'one place, written differently',
      '2',
      () =>
        said(
          [visit(d + '09:00:00-05:00', d + '09:30:00-05:00', place('General Hospital, Inc.'))],
          [visit(d + '09:00:00-05:00', d + '09:30:00-05:00', place('GENERAL HOSPITAL'))],
        ),
    ],
    [
      'a copy that lost its end',
      '2',
      () =>
        said(
          [visit(d + '09:00:00-05:00', d + '09:30:00-05:00', place('General'))],
          [visit(d + '09:00:00-05:00', null, place('General'))],
        ),
    ],
    [
      'planned here, finished there',
      '2[status]',
      () =>
        said(
          [visit(d + '09:00:00-05:00', d + '09:30:00-05:00', { ...place('General'), status: 'planned' })],
          [visit(d + '09:00:00-05:00', d + '09:30:00-05:00', place('General'))],
        ),
    ],
    [
      'cancelled here, finished there',
      '2[status]',
      () =>
        said(
          [visit(d + '09:00:00-05:00', d + '09:30:00-05:00', { ...place('General'), status: 'cancelled' })],
          [visit(d + '09:00:00-05:00', d + '09:30:00-05:00', place('General'))],
        ),
    ],
    [
      'undated at one place',
      '1 1 possibly-same',
      () => said([visit(null, null, place('General'))], [visit(null, null, place('General'))]),
    ],
    [
      'an emergency within the stay that it became',
      '1 1 part whole',
      () =>
        said(
          [visit(d + '09:00:00-05:00', d + '15:00:00-05:00', place('General'), 'EMER')],
          [visit(d + '09:00:00-05:00', '2024-03-17T10:00:00-05:00', place('General'), 'IMP')],
        ),
    ],
  ])('%s: %s', (_name, expected, made) => {
    expect(made()).toBe(expected);
  });
});
