/** What several systems make of reports and documents: pairs and triples as they come, and what is said of them. */
import { describe, expect, it } from 'vitest';
import { cc, number, paper, report, said } from './support.ts';

const HASH = 'Kq5sNclPz7QV2+lfQIuc6R7oRu0=';
const cbc = cc('loinc:58410-2|CBC');

describe('reports and documents', () => {
  it.each<[name: string, expected: string, made: () => string]>([
    ['the same bytes under two titles', '2', () => said([paper('Note', HASH)], [paper('Scan 1', HASH)])],
    [
      'a form filled in twice in one system',
      '1 1',
      () => said([paper('Form', HASH), paper('Form', HASH, { date: '2020-01-01' })]),
    ],
    [
      'placeholders of no bytes are no evidence',
      '1 1 possibly-same',
      () =>
        said(
          [paper('Note', '2jmj7l5rSw0yVb/vlWAYkK/YBwk=')],
          [paper('Scan 1', '2jmj7l5rSw0yVb/vlWAYkK/YBwk=')],
        ),
    ],
    [
      'one minute, other content',
      '1 1',
      () => said([paper('Note', HASH)], [paper('Note', 'C2+3u1yCc3xJ8Zk0nX6wq1mJH5M=')]),
    ],
    [
      'placeholders of two dates',
      '1 1',
      () =>
        said(
          [paper('Note', '2jmj7l5rSw0yVb/vlWAYkK/YBwk=')],
          [paper('Letter', '2jmj7l5rSw0yVb/vlWAYkK/YBwk=', { date: '2020-01-01' })],
        ),
    ],
    [
      'one minute, no content and no author',
      '1 1 possibly-same',
      () => said([paper('Note', null)], [paper('Note', null)]),
    ],
    [
      'one minute and author',
      '2',
      () =>
        said(
          [paper('Note', null, { author: [{ display: 'Ada Byron' }] })],
          [paper('Note', null, { author: [{ display: 'Ada Byron' }] })],
        ),
    ],
    ['one minute', '2', () => said([report(cbc)], [report(cbc)])],
    [
      'one accession number, once in words',
      '1 1 possibly-same',
      () =>
        said(
          [report(cbc, number('ACC1'))],
          [report(cc('CBC panel'), { ...number('ACC1'), effectiveDateTime: '2024-03-14' })],
        ),
    ],
    [
      'one accession number on two panels',
      '2 2',
      () =>
        said(
          [report(cbc, number('ACC1')), report(cc('loinc:24323-8|CMP'), number('ACC1'))],
          [report(cbc, number('ACC1')), report(cc('loinc:24323-8|CMP'), number('ACC1'))],
        ),
    ],
    [
      'two accession numbers',
      '1 1',
      () => said([report(cbc, number('ACC1'))], [report(cbc, number('ACC2'))]),
    ],
    [
      'preliminary here, final there',
      '2[status]',
      () => said([report(cbc, { status: 'preliminary' })], [report(cbc)]),
    ],
    [
      'one minute, two conclusions',
      '1 1 possibly-same',
      () => said([report(cbc, { conclusion: 'Normal.' })], [report(cbc, { conclusion: 'Anaemia.' })]),
    ],
    [
      'a report and a document',
      '1 1',
      () => said([report(cc('loinc:30746-2|CT'))], [paper('CT', null, { type: cc('loinc:30746-2|CT') })]),
    ],
    [
      'a day here, an hour there',
      '1 1 possibly-same',
      () => said([report(cbc)], [report(cbc, { effectiveDateTime: '2024-03-14' })]),
    ],
    [
      'an early report and its final, with other words',
      '2[conclusion status]',
      () =>
        said(
          [report(cc('loinc:24627-2|CT Chest'), { status: 'preliminary', conclusion: 'No PE' })],
          [report(cc('loinc:24627-2|CT Chest'), { conclusion: 'No PE. Small effusion.' })],
        ),
    ],
    [
      'a note, and its addendum two hours later',
      '1 1',
      () =>
        said(
          [paper('Note', null, { author: [{ display: 'Ada Byron' }] })],
          [paper('Note', null, { author: [{ display: 'Ada Byron' }], date: '2024-03-14T14:00:00-05:00' })],
        ),
    ],
  ])('%s: %s', (_name, expected, made) => {
    expect(made()).toBe(expected);
  });
});
