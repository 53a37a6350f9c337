import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/index.ts';
import { parseDate } from '../record/index.ts';
import { normalise, readPerson } from './index.ts';
import { fetched } from './testing/corpora.ts';

const whenOf = (rest: JsonObject) => normalise(fetched({ resourceType: 'Observation', ...rest })).fact?.when;

describe('parseDate', () => {
  it.each([
    ['2015', 'year', '2015-01-01T00:00:00.000Z', '2016-01-01T00:00:00.000Z', null],
    ['2015-12', 'month', '2015-12-01T00:00:00.000Z', '2016-01-01T00:00:00.000Z', null],
    ['2016-02-29', 'day', '2016-02-29T00:00:00.000Z', '2016-03-01T00:00:00.000Z', null],
    ['2015-02-07T13:28+10:00', 'minute', '2015-02-07T03:28:00.000Z', '2015-02-07T03:29:00.000Z', 600],
    ['2015-02-07T13:28:17-05:30', 'second', '2015-02-07T18:58:17.000Z', '2015-02-07T18:58:18.000Z', -330],
    ['2015-02-07T13:28:17.25Z', 'second', '2015-02-07T13:28:17.250Z', '2015-02-07T13:28:17.260Z', 0],
  ])('%s is an interval of one %s', (text, precision, from, to, offset) => {
    const point = parseDate(text);
    expect(point).toEqual({ text, precision, offset, from: Date.parse(from), to: Date.parse(to) });
  });

  it.each([
    ['2016-12-31T23:59:60Z', 'leap-second', '2016-12-31T23:59:59.000Z'],
    ['9999-12-31', 'implausible-year', '9999-12-31T00:00:00.000Z'],
    ['0001-01-01', 'implausible-year', '0001-01-01T00:00:00.000Z'],
    ['2015-02-07T13:28:17', 'no-zone', '2015-02-07T13:28:17.000Z'],
  ])('%s is flagged %s and not corrected', (text, flag, from) => {
    expect(parseDate(text)).toMatchObject({ text, flag, from: Date.parse(from) });
  });

  it.each([
    '2015-02-30',
    '2015-13',
    '2015-1-1',
    '20150207',
    '2015-02-07T24:00:00Z',
    '2015-02-07T13:28:17+5',
    'today',
    '2015-02-07 13:28',
    '2015-',
    '2015-02-07T13:28:17.Z',
  ])('%s is no date', (text) => expect(parseDate(text)).toBeNull());

  it('is what Date says, for every instant', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1850-01-01'), max: new Date('2150-01-01'), noInvalidDate: true }),
        (date) => {
          expect(parseDate(date.toISOString())?.from).toBe(date.getTime());
          expect(parseDate(date.toISOString().slice(0, 10))?.from).toBe(
            Math.floor(date.getTime() / 86_400_000) * 86_400_000,
          );
        },
      ),
    );
  });
});

describe('a date element', () => {
  it('says why it is missing', () => {
    const absent = {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }],
    };
    expect(whenOf({ _effectiveDateTime: absent })).toEqual({ kind: 'undated', reason: { absent: 'masked' } });
    expect(readPerson(fetched({ resourceType: 'Patient', _birthDate: absent }))?.birthDate).toEqual({
      kind: 'undated',
      reason: { absent: 'masked' },
    });
    expect(whenOf({})).toEqual({ kind: 'undated', reason: 'not-stated' });
  });

  it('that cannot be read keeps its text, and is a problem without its content', () => {
    const { fact, problems } = normalise(
      fetched({ resourceType: 'Observation', effectiveDateTime: 'last tuesday' }),
    );
    expect(fact?.when).toEqual({ kind: 'undated', reason: 'unreadable', text: 'last tuesday' });
    expect(problems).toMatchObject([
      { kind: 'bad-element', path: 'Observation.effectiveDateTime', message: 'is not a date' },
    ]);
  });

  it('of a period keeps both ends, or the one that is there', () => {
    expect(whenOf({ effectivePeriod: { start: '2015', end: '2016-03' } })).toMatchObject({
      kind: 'period',
      start: { text: '2015' },
      end: { text: '2016-03' },
    });
    expect(whenOf({ effectivePeriod: { end: '2016-03' } })).toMatchObject({ kind: 'period', start: null });
    expect(whenOf({ effectivePeriod: {} })).toEqual({ kind: 'undated', reason: 'not-stated' });
  });

  it('that ends before it starts is shown as it is, and told', () => {
    const r = normalise(
      fetched({ resourceType: 'Observation', effectivePeriod: { start: '2016', end: '2015' } }),
    );
    expect(r.fact?.when).toMatchObject({ kind: 'period', start: { text: '2016' }, end: { text: '2015' } });
    expect(r.problems[0]?.message).toBe('ends before it starts');
  });

  it('of a timing takes its events, else its bounds, else its words', () => {
    expect(whenOf({ effectiveTiming: { event: ['2015-03-01', '2015-01-01'] } })).toMatchObject({
      kind: 'period',
      start: { text: '2015-01-01' },
      end: { text: '2015-03-01' },
    });
    expect(whenOf({ effectiveTiming: { repeat: { boundsPeriod: { start: '2015' } } } })).toMatchObject({
      start: { text: '2015' },
    });
    expect(whenOf({ effectiveTiming: { code: { text: 'in the evening' } } })).toMatchObject({
      text: 'in the evening',
    });
  });
});
