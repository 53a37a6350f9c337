import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import { parseDate, undated, type ClinicalDate, type DatePoint } from '../../record/index.ts';
import { absentReason } from './extension.ts';
import { bad, obj, plainText, str, wrong, type Reader } from './reader.ts';

const UNDATED = undated();

/** Undated, with the text that the source has in its place ('in childhood', 'at age 52 years'). */
const undatedText = (text: string): ClinicalDate => ({ kind: 'undated', reason: 'not-stated', text });

/** What was written one call before: many facts of one visit share one instant, and then share one object. */
let lastText = '';
let lastDate: ClinicalDate = UNDATED;

/** A date, dateTime or instant element, its `_sibling` read where it is missing; null where neither is there. */
const FLAGS = {
  'implausible-year': 'has a year before 1850 or after 2150: kept as written',
  'leap-second': 'has a 60th second: kept as written',
} as const;

export function dateAt(r: Reader, o: JsonObject, key: string, at: string): ClinicalDate | null {
  const value = o[key];
  if (typeof value === 'string') {
    if (value === lastText) return lastDate;
    const found = parseDate(value);
    if (found !== null && found.flag !== undefined && found.flag !== 'no-zone') {
      bad(r, `${at}.${key}`, FLAGS[found.flag]);
      return { kind: 'at', at: found };
    }
    if (found !== null) {
      lastText = value;
      lastDate = { kind: 'at', at: found };
      return lastDate;
    }
  }
  if (value === undefined || value === null) {
    const absent = absentReason(o[`_${key}`]);
    return absent === null ? null : { kind: 'undated', reason: { absent } };
  }
  return unreadable(r, value, `${at}.${key}`);
}

function unreadable(r: Reader, value: Json, path: string): ClinicalDate {
  const trimmed = typeof value === 'string' ? plainText(value) : null;
  const found = trimmed === null ? null : parseDate(trimmed);
  if (found !== null) return { kind: 'at', at: found };
  if (typeof value === 'string') bad(r, path, 'is not a date');
  else wrong(r, path, 'a date', value);
  const text = trimmed ?? (typeof value === 'number' ? String(value) : null);
  return text === null
    ? { kind: 'undated', reason: 'unreadable' }
    : { kind: 'undated', reason: 'unreadable', text };
}

/** A Period element; null where it is missing. An open end stays open: it says nothing about going on. */
export function periodAt(r: Reader, o: JsonObject, key: string, at: string): ClinicalDate | null {
  if (o[key] === undefined || o[key] === null) return null;
  // Some servers write a plain dateTime where a Period is expected; what it says is still plain.
  if (typeof o[key] === 'string') {
    wrong(r, `${at}.${key}`, 'a period', o[key]);
    return dateAt(r, o, key, at);
  }
  const period = obj(r, o, key, at);
  return period === null ? null : readPeriod(r, period, `${at}.${key}`);
}

export function readPeriod(r: Reader, period: JsonObject, path: string): ClinicalDate {
  const start = dateAt(r, period, 'start', path);
  const end = dateAt(r, period, 'end', path);
  const from = start?.kind === 'at' ? start.at : null;
  const to = end?.kind === 'at' ? end.at : null;
  if (from === null && to === null) {
    const absent = absentReason(period);
    return start ?? end ?? (absent === null ? UNDATED : { kind: 'undated', reason: { absent } });
  }
  if (from !== null && to !== null && to.to <= from.from) bad(r, path, 'ends before it starts');
  return { kind: 'period', start: from, end: to };
}

/** From the first to the last of several moments. */
export function spanOf(dates: readonly ClinicalDate[]): ClinicalDate | null {
  let first: DatePoint | null = null;
  let last: DatePoint | null = null;
  for (const date of dates) {
    const starts = date.kind === 'at' ? date.at : date.kind === 'period' ? date.start : null;
    const ends = date.kind === 'at' ? date.at : date.kind === 'period' ? date.end : null;
    if (starts !== null && (first === null || starts.from < first.from)) first = starts;
    if (ends !== null && (last === null || ends.to > last.to)) last = ends;
  }
  if (first === null && last === null) return null;
  return first !== null && first === last
    ? { kind: 'at', at: first }
    : { kind: 'period', start: first, end: last };
}

/** A Timing element: its events, else its bounds, else its text; null where it says nothing about when. */
export function timingAt(r: Reader, o: JsonObject, key: string, at: string): ClinicalDate | null {
  const timing = obj(r, o, key, at);
  if (timing === null) return null;
  const path = `${at}.${key}`;
  const events: ClinicalDate[] = [];
  const listed = timing['event'];
  if (Array.isArray(listed))
    for (const event of listed as readonly Json[]) {
      const one = dateAt(r, { event }, 'event', path);
      if (one !== null) events.push(one);
    }
  const span = spanOf(events);
  if (span !== null) return span;
  const repeat = obj(r, timing, 'repeat', path);
  const bounds = repeat === null ? null : periodAt(r, repeat, 'boundsPeriod', `${path}.repeat`);
  if (bounds !== null) return bounds;
  const code = timing['code'];
  const text = isObject(code) ? plainText(code['text']) : null;
  return text === null ? null : undatedText(text);
}

/** An Age, Duration or other amount as words: '52 years'. */
function amountText(value: Json | undefined): string | null {
  if (!isObject(value)) return null;
  const number = value['value'];
  const digitsOf = typeof number === 'number' ? String(number) : null;
  const marked = typeof number === 'string' && number.charCodeAt(0) === 1 ? number.slice(1) : null;
  const amount = digitsOf ?? marked;
  const unit =
    plainText(value['unit']) ?? AGE_UNITS.get(plainText(value['code']) ?? '') ?? plainText(value['code']);
  if (amount === null) return null;
  const comparator = plainText(value['comparator']) ?? '';
  return unit === null ? `${comparator}${amount}` : `${comparator}${amount} ${unit}`;
}

const AGE_UNITS: ReadonlyMap<string, string> = new Map([
  ['a', 'years'],
  ['mo', 'months'],
  ['wk', 'weeks'],
  ['d', 'days'],
  ['h', 'hours'],
  ['min', 'minutes'],
]);

export interface ChoiceKeys {
  readonly dateTime: string;
  readonly date: string;
  readonly instant: string;
  readonly period: string;
  readonly timing: string;
  readonly age: string;
  readonly range: string;
  readonly string: string;
}

/** The keys of a `[x]` element that says when, put together once. */
export const choice = (stem: string): ChoiceKeys => ({
  dateTime: `${stem}DateTime`,
  date: `${stem}Date`,
  instant: `${stem}Instant`,
  period: `${stem}Period`,
  timing: `${stem}Timing`,
  age: `${stem}Age`,
  range: `${stem}Range`,
  string: `${stem}String`,
});

/** A `[x]` element that says when; null where none of its forms is there. */
export function whenOf(r: Reader, o: JsonObject, keys: ChoiceKeys, at: string): ClinicalDate | null {
  if (o[keys.dateTime] !== undefined && o[keys.period] !== undefined)
    bad(r, `${at}.${keys.period}`, 'stands beside another time: the other one is shown');
  return (
    dateAt(r, o, keys.dateTime, at) ??
    periodAt(r, o, keys.period, at) ??
    dateAt(r, o, keys.instant, at) ??
    dateAt(r, o, keys.date, at) ??
    timingAt(r, o, keys.timing, at) ??
    wordsOf(r, o, keys, at)
  );
}

/** An age, an age range or free words: honest words, since the birth date is not in this resource. */
function wordsOf(r: Reader, o: JsonObject, keys: ChoiceKeys, at: string): ClinicalDate | null {
  const age = amountText(o[keys.age]);
  if (age !== null) return undatedText(`at age ${age}`);
  const range = o[keys.range];
  if (isObject(range)) {
    const low = amountText(range['low']);
    const high = amountText(range['high']);
    if (low !== null && high !== null) return undatedText(`at age ${low} to ${high}`);
    if (low !== null) return undatedText(`from age ${low}`);
    if (high !== null) return undatedText(`up to age ${high}`);
  }
  const text = str(r, o, keys.string, at);
  return text === null ? null : undatedText(text);
}
