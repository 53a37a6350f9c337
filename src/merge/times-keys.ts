import { mainPoint, wallTime, type ClinicalDate, type DatePoint } from '../record/index.ts';
import { mix } from './hash.ts';
import { dayOf, minuteOf, SKEW_MINUTES } from './times.ts';
import type { KeySink } from './verdict.ts';

const MOMENTS = 0x11;
const HOURS = 0x12;
const WALLS = 0x19;
const MOMENT_DAYS = 0x13;
const WHOLE_DAYS = 0x14;
const YEARS = 0x15;
const COARSE = 0x16;
const UNDATED = 0x17;
const DATED = 0x18;

const YEAR_MS = 365.2425 * 86_400_000;
const yearOf = (ms: number): number => Math.floor(ms / YEAR_MS);

/**
 * Posts `key` under its time, so that it meets exactly what `compareDates` could call near. A block holds the facts
 * of a few minutes, not of a day: a monitor's thousand readings a day do not meet one another. What is coarse or
 * undated meets the others under `coarseKey`, which its caller makes narrower (the value is in it).
 */
export function timeKeys(key: number, coarseKey: number, date: ClinicalDate, sink: KeySink): void {
  const point = mainPoint(date);
  if (point === null) {
    sink.both(mix(coarseKey, UNDATED));
    sink.probe(mix(coarseKey, DATED));
    return;
  }
  sink.post(mix(coarseKey, DATED));
  sink.probe(mix(coarseKey, UNDATED));
  switch (point.precision) {
    case 'second':
    case 'minute':
      momentKeys(key, point, sink);
      break;
    case 'day': {
      const day = dayOf(wallTime(point));
      sink.both(mix(mix(key, WHOLE_DAYS), day));
      sink.probe(mix(mix(key, MOMENT_DAYS), day));
      break;
    }
    case 'month':
    case 'year': {
      for (const year of yearsOf(point)) {
        sink.both(mix(mix(coarseKey, COARSE), year));
        sink.probe(mix(mix(coarseKey, YEARS), year));
      }
      return;
    }
  }
  const year = yearOf(wallTime(point));
  sink.post(mix(mix(coarseKey, YEARS), year));
  sink.probe(mix(mix(coarseKey, COARSE), year));
}

const SLOT = SKEW_MINUTES * 60_000;

function momentKeys(key: number, point: DatePoint, sink: KeySink): void {
  const slots = mix(key, MOMENTS);
  const slot = Math.floor(point.from / SLOT);
  sink.post(mix(slots, slot));
  sink.probe(mix(slots, slot - 1));
  sink.probe(mix(slots, slot));
  sink.probe(mix(slots, slot + 1));

  const hours = mix(key, HOURS);
  const minute = minuteOf(point.from);
  sink.post(mix(hours, minute));
  sink.probe(mix(hours, minute - 60));
  sink.probe(mix(hours, minute + 60));
  sink.both(mix(mix(key, WALLS), minuteOf(wallTime(point))));

  const days = mix(key, MOMENT_DAYS);
  const whole = mix(key, WHOLE_DAYS);
  const [day, wallDay] = [dayOf(point.from), dayOf(wallTime(point))];
  sink.post(mix(days, day));
  sink.probe(mix(whole, day));
  if (wallDay !== day) {
    sink.post(mix(days, wallDay));
    sink.probe(mix(whole, wallDay));
  }
}

/** A year's edges do not fall on a mean year's: take the one before and after as well where they may be touched. */
function yearsOf(point: DatePoint): number[] {
  const years: number[] = [];
  for (let year = yearOf(point.from); year <= yearOf(point.to - 1); year++) years.push(year);
  return years;
}

/** A stay longer than this is found by its ends alone. */
const LONG_STAY = 60;

/** Posts every day of a period, so that what lies within it meets it. */
export function stayKeys(key: number, date: ClinicalDate, sink: KeySink): void {
  if (date.kind !== 'period' || date.start === null || date.end === null) return;
  const [first, last] = [dayOf(date.start.from), dayOf(date.end.to - 1)];
  const step = last - first > LONG_STAY ? last - first : 1;
  for (let day = first; day <= last; day += step) sink.both(mix(key, day));
}
