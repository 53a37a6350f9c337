/** What several systems make of vaccines: pairs and triples as they come, and what is said of them. */
import { describe, expect, it } from 'vitest';
import { cc, said, shot } from './support.ts';

const flu = cc('cvx:140|Influenza, seasonal, injectable, preservative free');
const cov = cc('cvx:208|COVID-19 Pfizer');

describe('vaccines', () => {
  it.each<[name: string, expected: string, made: () => string]>([
    ['one dose', '2', () => said([shot(flu, '2023-10-02')], [shot(flu, '2023-10-02')])],
    [
      'two codes of one sort of vaccine',
      '2[vaccine]',
      () => said([shot(cc('cvx:150'), '2023-10-02')], [shot(cc('cvx:141'), '2023-10-02T10:00:00-05:00')]),
    ],
    ['one code, a year apart', '1 1', () => said([shot(flu, '2023-10-02')], [shot(flu, '2022-10-02')])],
    ['the next day', '1 1 possibly-same', () => said([shot(flu, '2023-10-02')], [shot(flu, '2023-10-03')])],
    [
      'the next day, one lot',
      '2[date]',
      () =>
        said(
          [shot(flu, '2023-10-02', { lotNumber: 'AB12' })],
          [shot(flu, '2023-10-03', { lotNumber: 'AB12' })],
        ),
    ],
    [
      'one day, a mistyped lot',
      '1 1 possibly-same',
      () =>
        said(
          [shot(flu, '2023-10-02', { lotNumber: 'AB120' })],
          [shot(flu, '2023-10-02', { lotNumber: 'AB12O' })],
        ),
    ],
    [
      'one day, two lots',
      '1 1 possibly-same',
      () =>
        said(
          [shot(flu, '2023-10-02', { lotNumber: 'AB12' })],
          [shot(flu, '2023-10-02', { lotNumber: 'ZZ99' })],
        ),
    ],
    [
      'a lot in capitals and with a hyphen',
      '2',
      () =>
        said(
          [shot(flu, '2023-10-02', { lotNumber: 'ab-12' })],
          [shot(flu, '2023-10-02', { lotNumber: 'AB12' })],
        ),
    ],
    [
      'equal words without a code, one lot',
      '2',
      () =>
        said(
          [shot(cc('cvx:998|Jab of the trial'), '2023-10-02', { lotNumber: 'AB12' })],
          [shot(cc('Jab of the trial'), '2023-10-02', { lotNumber: 'AB12' })],
        ),
    ],
    [
      'equal words without a code, no lot',
      '1 1 possibly-same',
      () =>
        said(
          [shot(cc('cvx:998|Jab of the trial'), '2023-10-02')],
          [shot(cc('Jab of the trial'), '2023-10-02')],
        ),
    ],
    [
      'a vaccine in words alone',
      '2',
      () =>
        said(
          [shot(cc('cvx:216|Pneumococcal conjugate PCV20, polysaccharide CRM197 conjugate'), '2023-10-02')],
          [shot(cc('Pneumococcal conjugate (PCV20)'), '2023-10-02')],
        ),
    ],
    ['first and second dose', '1 1', () => said([shot(cov, '2021-03-01')], [shot(cov, '2021-03-22')])],
    [
      'a month that fits two doses fits neither',
      '1 1 1 possibly-same',
      () => said([shot(cov, '2021-03-01'), shot(cov, '2021-03-22')], [shot(cov, '2021-03')]),
    ],
    [
      'a code and the vaccine in words',
      '2',
      () => said([shot(cov, '2021-03-01')], [shot(cc('COVID-19 vaccine'), '2021-03-01')]),
    ],
    [
      'two brands on one day',
      '2[vaccine]',
      () => said([shot(cov, '2021-03-01')], [shot(cc('cvx:207|COVID-19 Moderna'), '2021-03-01')]),
    ],
    [
      'two brands and two lots on one day',
      '1 1 possibly-same',
      () =>
        said(
          [shot(cov, '2021-03-01', { lotNumber: 'EN1' })],
          [shot(cc('cvx:207|COVID-19 Moderna'), '2021-03-01', { lotNumber: 'M22' })],
        ),
    ],
    [
      'not done',
      '1 1 contradicts',
      () => said([shot(flu, '2023-10-02')], [shot(flu, '2023-10-02', { status: 'not-done' })]),
    ],
    [
      'a day and its midnight',
      '2',
      () => said([shot(flu, '2023-10-02')], [shot(flu, '2023-10-02T00:00:00Z')]),
    ],
    [
      'one instant in two zones',
      '2',
      () => said([shot(flu, '2023-10-02T20:00:00-05:00')], [shot(flu, '2023-10-03T01:00:00Z')]),
    ],
    [
      'a day and an instant of it',
      '2',
      () => said([shot(flu, '2023-10-02')], [shot(flu, '2023-10-02T04:00:00Z')]),
    ],
    [
      'the evening before, which is that day by UTC',
      '1 1 possibly-same',
      () => said([shot(flu, '2023-10-02')], [shot(flu, '2023-10-01T19:00:00-05:00')]),
    ],
    [
      'a CPT code, which no table here reads',
      '1 1',
      () => said([shot(flu, '2023-10-02')], [shot(cc('cpt:90686|Influenza vaccine'), '2023-10-02')]),
    ],
    [
      'an NDC, which no table here reads',
      '1 1',
      () => said([shot(flu, '2023-10-02')], [shot(cc('ndc:49281-0423-50|Fluzone'), '2023-10-02')]),
    ],
    [
      'two vaccines of one day',
      '1 1',
      () => said([shot(cc('cvx:115'), '2020-01-01')], [shot(cc('cvx:113'), '2020-01-01')]),
    ],
    [
      'one day, two dose numbers',
      '1 1 possibly-same',
      () =>
        said(
          [shot(cc('cvx:43'), '2020-01-01', { protocolApplied: [{ doseNumberPositiveInt: 1 }] })],
          [shot(cc('cvx:43'), '2020-01-01', { protocolApplied: [{ doseNumberPositiveInt: 2 }] })],
        ),
    ],
    [
      'the year only',
      '1 1 possibly-same',
      () => said([shot(flu, '2023-10-02')], [shot(flu, '2023', { primarySource: false })]),
    ],
    [
      'Tdap and Td',
      '1 1',
      () => said([shot(cc('cvx:115|Tdap'), '2023-10-02')], [shot(cc('cvx:113|Td'), '2023-10-02')]),
    ],
    [
      'two vaccines against pneumococci',
      '1 1',
      () => said([shot(cc('cvx:133|PCV13'), '2020-10-02')], [shot(cc('cvx:33|PPSV23'), '2020-10-02')]),
    ],
    [
      'MMR, and MMR with varicella',
      '1 1',
      () => said([shot(cc('cvx:03|MMR'), '2010-10-02')], [shot(cc('cvx:94|MMRV'), '2010-10-02')]),
    ],
  ])('%s: %s', (_name, expected, made) => {
    expect(made()).toBe(expected);
  });
});
