import { mainPoint, wallTime, type ClinicalDate, type DatePoint } from '../../record/index.ts';
import type { RowTime } from '../../timeline/index.ts';
import { readerLocale, t } from '../messages/index.ts';

type Options = Intl.DateTimeFormatOptions;
const made = new Map<string, Intl.DateTimeFormat>();

/** Formats are costly to make and few: each is made once. Times here are wall clocks, so UTC reads them back. */
function format(options: Options, time: number, zone: 'UTC' | 'local' = 'UTC'): string {
  const locale = readerLocale(t.locale);
  const key = locale + zone + JSON.stringify(options);
  let formatter = made.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(locale, {
      ...options,
      hourCycle: 'h23',
      ...(zone === 'UTC' ? { timeZone: 'UTC' } : {}),
    });
    made.set(key, formatter);
  }
  return formatter.format(time);
}

const DAY: Options = { day: 'numeric', month: 'short', year: 'numeric' };
const MONTH: Options = { month: 'short', year: 'numeric' };
const YEAR: Options = { year: 'numeric' };
const CLOCK: Options = { hour: '2-digit', minute: '2-digit' };

type Instant = Pick<RowTime, 'from' | 'precision' | 'offset'>;
const wall = ({ from, offset }: Pick<Instant, 'from' | 'offset'>): number => from + (offset ?? 0) * 60_000;

/** The day, month or year, no finer than its source knew it. */
export function dayText({ from, precision, offset }: Instant): string {
  const time = wall({ from, offset });
  if (precision === 'year') return format(YEAR, time);
  return format(precision === 'month' ? MONTH : DAY, time);
}

/** '08:10', or null where the source gave a day or less. */
export const clockText = ({ from, precision, offset }: Instant): string | null =>
  precision === 'minute' || precision === 'second' ? format(CLOCK, wall({ from, offset })) : null;

/** '+01:00' where the source's zone is not the reader's at that moment; null where it is, or is not stated. */
export function zoneText({ from, precision, offset }: Instant): string | null {
  if (offset === null || (precision !== 'minute' && precision !== 'second')) return null;
  if (-new Date(from).getTimezoneOffset() === offset) return null;
  const [sign, size] = [offset < 0 ? '−' : '+', Math.abs(offset)];
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** '3 May 2024' of what a source wrote as a FHIR date, as exact as it is; null where it is none. */
export function writtenDayText(text: string): string | null {
  const [whole, year = '', month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(text) ?? [];
  if (whole === undefined) return null;
  const from = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  return dayText({ from, precision, offset: null });
}

const WRITTEN =
  /(\b\d{4}-\d\d(?:-\d\d)?(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?(?![-\w]))/;

/** One moment as FHIR writes it, as a reader does. */
function writtenText(text: string): string {
  const [, clock, zone] = /T(\d\d:\d\d)[\d:.]*(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  const shown = zone === 'Z' ? '+00:00' : zone?.replace('-', '−');
  return [writtenDayText(text) ?? text, clock, shown].filter((part) => part !== undefined).join(' ');
}

const BARE_YEAR = /(?<![\d-])(\d{4}) and (\d{4}(?:-\S*[^\s;.,)])?)/g;

/** A text in which moments stand as FHIR writes them, alone, in pairs and as stretches: as a reader would write it. */
export function withDates(text: string): string {
  // What stands between the moments, and at every second place a moment. A bare year is none, and is listed all the same.
  const parts = text
    .replaceAll(BARE_YEAR, (_, year: string, other: string) => t.listed([year, other]))
    .split(WRITTEN)
    .map((part, i) => (i % 2 === 1 ? writtenText(part) : part));
  let told = parts[0] ?? '';
  for (let i = 1; i < parts.length; i += 2) {
    const [moment = '', after = '', next] = parts.slice(i, i + 3);
    if (after === ' and ' && next !== undefined) {
      told += t.listed([moment, next]);
      parts[i + 2] = '';
      continue;
    }
    const open = told.endsWith('from ');
    told = (open ? told.slice(0, -'from '.length) : told) + moment + (open ? ' – …' : '');
    told += after === ' to ' || after.startsWith(' to …') ? after.replace(' to ', ' – ') : after;
  }
  return told;
}

const pointText = (point: DatePoint): string =>
  [dayText(point), clockText(point), zoneText(point)].filter((part) => part !== null).join(' ');

/** A clinical date in full; an undated one says so, with its reason where the source gives one. */
export function dateText(date: ClinicalDate): string {
  switch (date.kind) {
    case 'at':
      return pointText(date.at);
    case 'period':
      return `${date.start === null ? '…' : pointText(date.start)} – ${date.end === null ? '…' : pointText(date.end)}`;
    case 'undated':
      return typeof date.reason === 'object' ? `${t.undated} (${date.reason.absent})` : t.undated;
  }
}

/** What stands in a row's margin, and tells one day's rows from the next. */
export const groupText = (time: RowTime | null): string => (time === null ? t.undated : dayText(time));

export const endText = (time: RowTime): string | null =>
  time.end === null ? null : dayText({ from: time.end, precision: time.precision, offset: time.offset });

/** A moment of the axis (wall clock), no finer than the span that it stands in asks for. */
export function axisText(time: number, span: number): string {
  if (span > 6 * 365 * 864e5) return format(YEAR, time);
  if (span > 120 * 864e5) return format(MONTH, time);
  return span > 3 * 864e5 ? format(DAY, time) : `${format(DAY, time)} ${format(CLOCK, time)}`;
}

export const tickText = (time: number, unit: 'year' | 'month' | 'day' | 'hour'): string =>
  format(
    unit === 'year'
      ? YEAR
      : unit === 'month'
        ? MONTH
        : unit === 'day'
          ? { day: 'numeric', month: 'short' }
          : CLOCK,
    time,
  );

/** A moment of this machine's own clock, in its own zone: when something was read. */
export const momentText = (time: number): string => format({ ...DAY, ...CLOCK }, time, 'local');

/** The clock alone for today, the day with it for any other. */
export const timeOfDay = (time: number): string =>
  new Date(time).toDateString() === new Date().toDateString()
    ? format(CLOCK, time, 'local')
    : momentText(time);

/** Whole years (months below two years) on a day; null where the birth date is not known to the year. */
export function ageText(birth: ClinicalDate, today: number): string | null {
  const point = mainPoint(birth);
  if (point === null || point.precision === 'year' || point.flag !== undefined) return null;
  const [born, now] = [new Date(wallTime(point)), new Date(today)];
  let months = (now.getUTCFullYear() - born.getUTCFullYear()) * 12 + now.getUTCMonth() - born.getUTCMonth();
  if (point.precision !== 'month' && now.getUTCDate() < born.getUTCDate()) months--;
  if (months < 0) return null;
  return months < 24 ? t.banner.months(months) : t.banner.years(Math.floor(months / 12));
}
