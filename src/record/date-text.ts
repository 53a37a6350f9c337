import type { DatePoint, Precision } from './date.ts';

const DAY = 86_400_000;
/** Nobody alive was born before, and no plan reaches further: outside of it, the year is shown and flagged. */
const PLAUSIBLE_FROM = 1850;
const PLAUSIBLE_TO = 2150;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days since 1 January 1970 of a proleptic Gregorian date. `Date.UTC` would take the years 0 to 99 for 1900 to 1999. */
function days(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + (yearOfEra >> 2) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

const monthDays = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

/** The number of `count` digits at `i`, or -1. */
function digits(text: string, i: number, count: number): number {
  let n = 0;
  for (let k = i; k < i + count; k++) {
    const c = text.charCodeAt(k) - 48;
    if (!(c >= 0 && c <= 9)) return -1;
    n = n * 10 + c;
  }
  return n;
}

const is = (text: string, i: number, char: string): boolean => text.charCodeAt(i) === char.charCodeAt(0);

/** A FHIR date, dateTime or instant; null where the text is none of these. By hand: this runs for every resource. */
export function parseDate(text: string): DatePoint | null {
  const year = digits(text, 0, 4);
  if (year < 0) return null;
  const month = text.length > 4 ? digits(text, 5, 2) : 1;
  const day = text.length > 7 ? digits(text, 8, 2) : 1;
  if (month < 1 || month > 12 || day < 1 || day > monthDays(year, month)) return null;
  if (text.length > 4 && !is(text, 4, '-')) return null;
  if (text.length > 7 && !is(text, 7, '-')) return null;
  if (text.length > 10) return withTime(text, year, days(year, month, day) * DAY);
  const start = days(year, month, day) * DAY;
  if (text.length === 10) return point(text, year, start, start + DAY, 'day', null, false, false);
  if (text.length === 7) {
    const next = month === 12 ? days(year + 1, 1, 1) : days(year, month + 1, 1);
    return point(text, year, start, next * DAY, 'month', null, false, false);
  }
  if (text.length !== 4) return null;
  return point(text, year, start, days(year + 1, 1, 1) * DAY, 'year', null, false, false);
}

function withTime(text: string, year: number, day: number): DatePoint | null {
  if (!is(text, 10, 'T') || !is(text, 13, ':')) return null;
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return null;
  let i = 16;
  let from = day + hour * 3_600_000 + minute * 60_000;
  let width = 60_000;
  let leap = false;
  if (is(text, i, ':')) {
    const second = digits(text, 17, 2);
    if (second < 0 || second > 60) return null;
    leap = second === 60;
    // 23:59:60 stays in its own minute, so that it stays on its own day.
    from += (leap ? 59 : second) * 1000;
    width = 1000;
    i = 19;
    if (is(text, i, '.')) {
      const end = digitsEnd(text, i + 1);
      if (end === i + 1) return null;
      // Finer than a millisecond is kept in the text. A leap second keeps its whole second.
      if (!leap) {
        const places = Math.min(end - i - 1, 3);
        width = 10 ** (3 - places);
        from += digits(text, i + 1, places) * width;
      }
      i = end;
    }
  }
  const offset = offsetAt(text, i);
  if (offset === undefined) return null;
  const precision: Precision = i > 16 ? 'second' : 'minute';
  const utc = from - (offset ?? 0) * 60_000;
  return point(text, year, utc, utc + width, precision, offset, leap, offset === null);
}

function digitsEnd(text: string, start: number): number {
  let i = start;
  while (i < text.length && text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57) i++;
  return i;
}

/** Minutes east of UTC; null where the text ends without an offset; undefined where it is no offset. */
function offsetAt(text: string, i: number): number | null | undefined {
  if (i === text.length) return null;
  if (is(text, i, 'Z')) return i + 1 === text.length ? 0 : undefined;
  const sign = is(text, i, '+') ? 1 : is(text, i, '-') ? -1 : 0;
  const hours = digits(text, i + 1, 2);
  const minutes = digits(text, i + 4, 2);
  if (sign === 0 || text.length !== i + 6 || !is(text, i + 3, ':')) return undefined;
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return undefined;
  return sign * (hours * 60 + minutes) || 0;
}

function point(
  text: string,
  year: number,
  from: number,
  to: number,
  precision: Precision,
  offset: number | null,
  leap: boolean,
  noZone: boolean,
): DatePoint {
  if (year < PLAUSIBLE_FROM || year > PLAUSIBLE_TO)
    return { from, to, precision, offset, text, flag: 'implausible-year' };
  if (leap) return { from, to, precision, offset, text, flag: 'leap-second' };
  return noZone
    ? { from, to, precision, offset, text, flag: 'no-zone' }
    : { from, to, precision, offset, text };
}
