import { mainPoint, wallTime, type ClinicalDate, type DatePoint } from '../record/index.ts';
import { mix } from './hash.ts';
import { dayOf, isMidnight, minuteOf, SKEW_MINUTES } from './times.ts';
import type { KeySink } from './verdict.ts';

const MOMENTS = 0x11;
const HOURS = 0x12;
const MOMENT_DAYS = 0x13;
const WHOLE_DAYS = 0x14;
const LOOSE = 0x15;
const DATED = 0x16;
const WALLS = 0x19;

/**
 * Posts `key` under its time, so that it meets exactly what `compareDates` could call near. A block holds the facts
 * of a few minutes, not of a day: a monitor's thousand readings a day do not meet one another. What is coarse or
 * undated meets all others of its key: it is rare.
 */
export function timeKeys(key: number, date: ClinicalDate, sink: KeySink): void {
  const point = mainPoint(date);
  if (point === null || point.precision === 'month' || point.precision === 'year') {
    sink.both(mix(key, LOOSE));
    sink.probe(mix(key, DATED));
    return;
  }
  sink.post(mix(key, DATED));
  sink.probe(mix(key, LOOSE));
  if (point.precision !== 'day') {
    momentKeys(key, point, sink);
    return;
  }
  const day = dayOf(wallTime(point));
  sink.both(mix(mix(key, WHOLE_DAYS), day));
  sink.probe(mix(mix(key, MOMENT_DAYS), day));
}

/**
 * The days that a date may be said to be on: its own, and for a moment also the day by UTC. The cheap key of what is
 * compared only within a day of one another.
 */
export function dayKeys(key: number, date: ClinicalDate, each: (key: number, isOwn: boolean) => void): void {
  const point = mainPoint(date);
  if (point === null || point.precision === 'month' || point.precision === 'year') return;
  const day = dayOf(point.from);
  each(mix(key, day - 1), false);
  each(mix(key, day), true);
  each(mix(key, day + 1), false);
}

/** Under its day, so that it meets whatever is dated within a day of it, and what is coarse or undated. */
export function nearDayKeys(key: number, date: ClinicalDate, sink: KeySink): void {
  const point = mainPoint(date);
  if (point === null || point.precision === 'month' || point.precision === 'year') {
    sink.both(mix(key, LOOSE));
    sink.probe(mix(key, DATED));
    return;
  }
  sink.post(mix(key, DATED));
  sink.probe(mix(key, LOOSE));
  dayKeys(key, date, (at, isOwn) => (isOwn ? sink.both(at) : sink.probe(at)));
}

/** For what meets the others of its moment only. */
export function momentSlots(key: number, date: ClinicalDate, sink: KeySink): void {
  const point = mainPoint(date);
  if (point !== null && (point.precision === 'minute' || point.precision === 'second'))
    slotKeys(key, point, sink);
}

function slotKeys(key: number, point: DatePoint, sink: KeySink): void {
  const slots = mix(key, MOMENTS);
  const slot = Math.floor(point.from / SLOT);
  sink.post(mix(slots, slot));
  sink.probe(mix(slots, slot - 1));
  sink.probe(mix(slots, slot));
  sink.probe(mix(slots, slot + 1));
}

const SLOT = SKEW_MINUTES * 60_000;

function momentKeys(key: number, point: DatePoint, sink: KeySink): void {
  slotKeys(key, point, sink);

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
  // It may stand for its day, and is looked for as a day is.
  if (isMidnight(point)) {
    sink.both(mix(whole, wallDay));
    sink.probe(mix(days, wallDay));
  }
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
