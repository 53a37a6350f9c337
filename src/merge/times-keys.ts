import { mainPoint, type ClinicalDate } from '../record/index.ts';
import { mix } from './hash.ts';
import { dayOf } from './times.ts';
import type { KeySink } from './verdict.ts';

const LOOSE = 0x15;
const DATED = 0x16;

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

/** A stay longer than this is found by its ends alone. */
const LONG_STAY = 60;

/** Posts every day of a period, so that what lies within it meets it. */
export function stayKeys(key: number, date: ClinicalDate, sink: KeySink): void {
  if (date.kind !== 'period' || date.start === null || date.end === null) return;
  const [first, last] = [dayOf(date.start.from), dayOf(date.end.to - 1)];
  const step = last - first > LONG_STAY ? last - first : 1;
  for (let day = first; day <= last; day += step) sink.both(mix(key, day));
}
