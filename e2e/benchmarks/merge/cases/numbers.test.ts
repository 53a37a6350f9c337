/** Business identifiers as they are met: of one thing, of an order, an account, a group of claims, or of nothing. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/base/index.ts';
import { cc, diagnosis, done, number, obs, paper, place, report, said, shot, visit } from './support.ts';

const GROUP = { system: 'urn:example:claim-group', value: '77120' };
const claim = (id: string, created: string): JsonObject =>
  ({
    resourceType: 'ExplanationOfBenefit',
    id,
    status: 'active',
    patient: { reference: 'Patient/p' },
    type: cc('institutional'),
    created,
    identifier: [{ system: 'urn:example:claim', value: id }, GROUP],
  }) as unknown as JsonObject;
const therapy = (on: string) => done(cc('cpt:97110|Therapeutic exercises'), on, number('ORDER-9'));
const glucose = (at: string, of: string, more: object = {}) =>
  obs(cc('loinc:2345-7|Glucose'), of, { effectiveDateTime: at, ...number('ACC-5'), ...more });
const hospital = place('General Hospital');
const stay = (start: string, end: string | null) => visit(start, end, { ...hospital, ...number('ACCT-1') });

describe('numbers', () => {
  it.each<[name: string, expected: string, made: () => string]>([
    [
      'a group of claims is not one claim',
      '1 1 1',
      () => said([claim('a', '2020-01-01'), claim('b', '2020-01-01'), claim('c', '2021-01-01')]),
    ],
    [
      'one claim in two systems, its group beside it',
      '2 2',
      () =>
        said(
          [claim('a', '2020-01-01'), claim('b', '2020-01-01')],
          [claim('a', '2020-01-01'), claim('b', '2020-01-01')],
        ),
    ],
    [
      'an order of several sessions',
      '2 2',
      () =>
        said([therapy('2022-03-01'), therapy('2022-03-03')], [therapy('2022-03-01'), therapy('2022-03-03')]),
    ],
    [
      'an account that pays for two visits',
      '2 2',
      () =>
        said(
          [
            stay('2024-03-01T09:00:00Z', '2024-03-01T09:30:00Z'),
            stay('2024-03-08T09:00:00Z', '2024-03-08T09:30:00Z'),
          ],
          [
            stay('2024-03-01T09:00:00Z', '2024-03-01T09:30:00Z'),
            stay('2024-03-08T09:00:00Z', '2024-03-08T09:30:00Z'),
          ],
        ),
    ],
    [
      'a visit number under two ideas of when the stay began',
      '2[date]',
      () =>
        said(
          [stay('2024-03-01T09:00:00Z', '2024-03-05T09:30:00Z')],
          [stay('2024-03-01T03:00:00Z', '2024-03-05T10:00:00Z')],
        ),
    ],
    [
      'the number of a long stay under two ideas of when it began and ended',
      '2[date]',
      () =>
        said(
          [stay('2020-01-01T09:00:00Z', '2020-06-01T09:30:00Z')],
          [stay('2020-01-15T03:00:00Z', '2020-05-20T10:00:00Z')],
        ),
    ],
    [
      'a visit number, once without a date',
      '2',
      () =>
        said([stay('2024-03-01T09:00:00Z', '2024-03-01T09:30:00Z')], [visit(null, null, number('ACCT-1'))]),
    ],
    [
      'a series of one order, in two systems',
      '2 2 2 possibly-same',
      () =>
        said(
          [
            glucose('2024-03-05T07:00:00Z', '90 mg/dL'),
            glucose('2024-03-05T08:00:00Z', '160 mg/dL'),
            glucose('2024-03-05T09:00:00Z', '90 mg/dL'),
          ],
          [
            glucose('2024-03-05T07:00:00Z', '90 mg/dL'),
            glucose('2024-03-05T08:00:00Z', '160 mg/dL'),
            glucose('2024-03-05T09:00:00Z', '90 mg/dL'),
          ],
        ),
    ],
    [
      'a value that was corrected under its number elsewhere',
      '2[value status]',
      () =>
        said(
          [glucose('2024-03-05T07:00:00Z', '90 mg/dL')],
          [glucose('2024-03-05T07:00:00Z', '190 mg/dL', { status: 'corrected' })],
        ),
    ],
    [
      'a filler on everything',
      '1 1',
      () =>
        said(
          [obs(cc('loinc:2345-7'), '90 mg/dL', number('9999999'))],
          [obs(cc('loinc:2345-7'), '120 mg/dL', { effectiveDateTime: '2020-01-01', ...number('9999999') })],
        ),
    ],
    [
      'the patient’s own number on everything',
      '1 1',
      () => {
        const mine = {
          identifier: [{ system: 'urn:mrn', value: 'P77', type: { coding: [{ code: 'MR' }] } }],
        };
        return said(
          [done(cc('sct:73761001'), '2020-01-01', mine)],
          [done(cc('sct:73761001'), '2021-01-01', mine)],
        );
      },
    ],
    [
      'a visit’s number on its notes',
      '1 1 1',
      () =>
        said([
          paper('Progress note', null, number('V-3')),
          paper('Progress note', null, { date: '2024-03-15T12:00:00-05:00', ...number('V-3') }),
          paper('Progress note', null, { date: '2024-03-16T12:00:00-05:00', ...number('V-3') }),
        ]),
    ],
    [
      'a document’s number under two index dates',
      '1 1 possibly-same',
      () =>
        said(
          [paper('Progress note', null, number('urn:oid:1.9.4', 'urn:ietf:rfc:3986'))],
          [
            paper('Progress note', null, {
              date: '2024-05-02',
              ...number('urn:oid:1.9.4', 'urn:ietf:rfc:3986'),
            }),
          ],
        ),
    ],
    [
      'an accession of two days',
      '1 1 possibly-same',
      () =>
        said(
          [report(cc('loinc:58410-2|CBC'), number('ACC-5'))],
          [report(cc('loinc:58410-2|CBC'), { effectiveDateTime: '2024-03-20', ...number('ACC-5') })],
        ),
    ],
    [
      'a dose number of a series of vaccines',
      '1 1',
      () =>
        said(
          [shot(cc('cvx:43'), '2020-01-01', number('SERIES-1'))],
          [shot(cc('cvx:43'), '2020-03-01', number('SERIES-1'))],
        ),
    ],
    [
      'a diagnosis under the number of its visit',
      '1 1',
      () => said([diagnosis(cc('icd10:I10'), number('V-3'))], [diagnosis(cc('icd10:E11.9'), number('V-3'))]),
    ],
  ])('%s: %s', (_name, expected, made) => {
    expect(made()).toBe(expected);
  });
});
