/** What several systems make of procedures: pairs and triples as they come, and what is said of them. */
import { describe, expect, it } from 'vitest';
import { by, cc, done, number, said } from './support.ts';

const colo = cc('sct:73761001|Colonoscopy');

describe('procedures', () => {
  it.each<[name: string, expected: string, made: () => string]>([
    [
      'a day here, an hour there',
      '2',
      () => said([done(colo, '2022-06-01')], [done(colo, '2022-06-01T10:00:00-05:00')]),
    ],
    [
      'CPT and SNOMED CT under one name',
      '1 1 possibly-same',
      () => said([done(colo, '2022-06-01')], [done(cc('cpt:45378|Colonoscopy'), '2022-06-01')]),
    ],
    [
      'a code and its words',
      '2',
      () => said([done(colo, '2022-06-01')], [done(cc('Colonoscopy'), '2022-06-01')]),
    ],
    [
      'an hour here, midnight there',
      '2',
      () => said([done(colo, '2022-06-01T10:00:00-05:00')], [done(colo, '2022-06-01T00:00:00Z')]),
    ],
    ['the year only', '1 1 possibly-same', () => said([done(colo, '2022-06-01')], [done(colo, '2022')])],
    [
      'one number, eight minutes apart',
      '2[date]',
      () =>
        said(
          [done(colo, '2022-06-01T10:00:00-05:00', number('P1'))],
          [done(colo, '2022-06-01T10:08:00-05:00', number('P1'))],
        ),
    ],
    [
      'words alone, and the same words with a code that no table knows, on one day',
      '2',
      () =>
        said(
          [done(cc('sct:392021009|Lumpectomy, left breast'), '2015-04-16T08:30:00-04:00')],
          [done(cc('Lumpectomy, left breast'), '2015-04-16')],
        ),
    ],
    [
      'the same, listed twice by one system',
      '1 1 possibly-same',
      () =>
        said([
          done(cc('sct:392021009|Lumpectomy, left breast'), '2015-04-16'),
          done(cc('Lumpectomy, left breast'), '2015-04-16'),
        ]),
    ],
    ['five years apart', '1 1', () => said([done(colo, '2022-06-01')], [done(colo, '2017-06-01')])],
    [
      'an appendectomy without a date is the one',
      '2',
      () => said([done(cc('sct:80146002|Appendectomy'), '2001-06-01')], [done(cc('Appendectomy'), null)]),
    ],
    [
      'an appendectomy known to the year and to the day',
      '2',
      () => said([done(cc('sct:80146002|Appendectomy'), '2001-06-01')], [done(cc('sct:80146002'), '2001')]),
    ],
    [
      'an appendectomy under two years',
      '1 1 possibly-same',
      () => said([done(cc('sct:80146002|Appendectomy'), '2001-06-01')], [done(cc('sct:80146002'), '2003')]),
    ],
    [
      'left and right by the words',
      '1 1',
      () =>
        said(
          [done(cc('Cataract extraction, left eye'), '2020-01-01')],
          [done(cc('Cataract extraction, right eye'), '2020-01-01')],
        ),
    ],
    [
      'left and right by the site',
      '1 1',
      () =>
        said(
          [
            done(cc('sct:609588000|Total knee replacement'), '2020-01-01', {
              bodySite: [cc('sct:82169009|Left knee')],
            }),
          ],
          [done(cc('sct:609588000'), '2020-01-01', { bodySite: [cc('sct:6757004|Right knee')] })],
        ),
    ],
    [
      'not done',
      '1 1 contradicts',
      () => said([done(colo, '2022-06-01')], [done(colo, '2022-06-01', { status: 'not-done' })]),
    ],
    [
      'dialysis on two days',
      '1 1',
      () =>
        said(
          [done(cc('sct:302497006|Hemodialysis'), '2022-06-01')],
          [done(cc('sct:302497006'), '2022-06-03')],
        ),
    ],
    [
      'one day, two surgeons',
      '1 1 possibly-same',
      () => said([done(colo, '2022-06-01', by('Dr A Alpha'))], [done(colo, '2022-06-01', by('Dr B Beta'))]),
    ],
    [
      'a period and its day',
      '2',
      () =>
        said(
          [
            done(colo, null, {
              performedPeriod: { start: '2022-06-01T10:00:00-05:00', end: '2022-06-01T10:40:00-05:00' },
            }),
          ],
          [done(colo, '2022-06-01')],
        ),
    ],
    [
      'planned here, done there',
      '2[status]',
      () => said([done(colo, '2022-06-01', { status: 'preparation' })], [done(colo, '2022-06-01')]),
    ],
    [
      'one code, right and left',
      '1 1',
      () =>
        said(
          [done(cc('cpt:27447|Total knee arthroplasty, right'), '2020-01-01')],
          [done(cc('cpt:27447|Total knee arthroplasty, left'), '2020-01-01')],
        ),
    ],
    [
      'the same twice in a day',
      '1 1',
      () =>
        said(
          [done(cc('sct:415070008|Percutaneous coronary intervention'), '2022-06-01T08:00:00Z')],
          [done(cc('sct:415070008'), '2022-06-01T18:00:00Z')],
        ),
    ],
    [
      'planned here, done there',
      '2[status]',
      () => said([done(colo, '2022-06-01', { status: 'preparation' })], [done(colo, '2022-06-01')]),
    ],
  ])('%s: %s', (_name, expected, made) => {
    expect(made()).toBe(expected);
  });
});
