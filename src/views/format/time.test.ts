import { beforeAll, describe, expect, it } from 'vitest';
import { undated, type ClinicalDate, type DatePoint } from '../../record/index.ts';
import { speak } from '../messages/index.ts';
import { ageText, clockText, dateText, dayText, withDates } from './time.ts';

beforeAll(() => speak('en'));

const point = (text: string, precision: DatePoint['precision'], offset: number | null = null): DatePoint => ({
  from: Date.parse(text),
  to: Date.parse(text) + 1,
  precision,
  offset,
  text,
});
const at = (text: string, precision: DatePoint['precision'], offset: number | null = null): ClinicalDate => ({
  kind: 'at',
  at: point(text, precision, offset),
});

describe('a date', () => {
  it('is no finer than its source knew it', () => {
    expect(dayText(point('2015-01-01', 'year'))).toBe('2015');
    expect(dayText(point('2015-03-01', 'month'))).toMatch(/^Mar 2015$/);
    expect(clockText(point('2015-03-14', 'day'))).toBeNull();
  });

  it('is the day and hour of the place where it was written', () => {
    const late = point('2024-03-15T03:10:00Z', 'minute', -300);
    expect(dayText(late)).toContain('14');
    expect(clockText(late)).toBe('22:10');
  });

  it('says that it is none, and why', () => {
    expect(dateText(undated())).toBe('Undated');
    expect(dateText(undated({ absent: 'masked' }))).toBe('Undated (masked)');
  });

  it('shows an end that is not stated as open', () => {
    expect(dateText({ kind: 'period', start: point('2020-01-01', 'year'), end: null })).toBe('2020 – …');
  });
});

describe('an age', () => {
  const today = Date.UTC(2026, 10, 20);
  it.each([
    ['1957-04-23', 'day', '69 years'],
    ['1957-11-20', 'day', '69 years'],
    ['1957-11-21', 'day', '68 years'],
    ['2025-12-01', 'day', '11 months'],
    ['1957-04-01', 'month', '69 years'],
  ] as const)('of %s', (text, precision, expected) => {
    expect(ageText(at(text, precision), today)).toBe(expected);
  });

  it('is not guessed from a year, nor for somebody not born yet', () => {
    expect(ageText(at('1957-01-01', 'year'), today)).toBeNull();
    expect(ageText(at('2030-01-01', 'day'), today)).toBeNull();
    expect(ageText(undated(), today)).toBeNull();
  });
});

describe('moments in a text', () => {
  const day = (text: string): string => dayText(point(text, 'day'));

  it('are written as a reader writes them: alone, in pairs, and as stretches', () => {
    expect(withDates('2025-08-18 to 2025-11-15')).toBe(`${day('2025-08-18')} – ${day('2025-11-15')}`);
    expect(withDates('2011 and 2022-05-16 (allowed)')).toBe(`2011 and ${day('2022-05-16')} (allowed)`);
    expect(withDates('2022-05-16 to …')).toBe(`${day('2022-05-16')} – …`);
    expect(withDates('from 2022-05')).toBe('May 2022 – …');
    expect(withDates('2026-10-15T08:10:00-04:00 and 2026-10-15T12:10:00Z')).toBe(
      `${day('2026-10-15')} 08:10 −04:00 and ${day('2026-10-15')} 12:10 +00:00`,
    );
    expect(withDates('2025-08-18T22:00:00.000Z')).toBe(`${day('2025-08-18')} 22:00 +00:00`);
  });

  it('are no lot number and no value', () => {
    expect(withDates('lot 2024-01-02-77')).toBe('lot 2024-01-02-77');
    expect(withDates('61 mmol/mol = 7.7 %')).toBe('61 mmol/mol = 7.7 %');
  });
});
