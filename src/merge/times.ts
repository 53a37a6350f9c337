import { mainPoint, wallTime, type ClinicalDate, type DatePoint } from '../record/index.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const HOUR_AND_A_BIT = 62 * MINUTE;

/** Two clocks that disagree by no more than this may be telling the same moment. */
export const SKEW_MINUTES = 5;

/** How near two dates are, nearest first, as far as their precision lets anybody say. */
export const Near = {
  /** The same moment, to the precision of the coarser. */
  moment: 0,
  /** Within the skew of two clocks. */
  skew: 1,
  /** One of them has no zone, and the clocks on the wall show the same. */
  wall: 2,
  /** The same day, one of them (or both) saying no more than the day. */
  day: 3,
  /** Exactly one hour apart: summer time written wrongly. */
  hour: 4,
  /** The clocks on the wall show the same under two offsets: a zone written wrongly. */
  zone: 5,
  /** A day, and a moment that is on that day in UTC only. */
  utcDay: 6,
  /** A moment, and a midnight of that day that is likely to stand for the day alone. */
  midnight: 7,
  /** Too far for two clocks, and near enough that both may be one with a third between them. */
  drift: 8,
  /** A month or a year that holds the other. */
  coarse: 9,
  apart: 10,
  /** One has a date and the other none. */
  undated: 11,
  bothUndated: 12,
} as const;
export type Nearness = (typeof Near)[keyof typeof Near];

const isMoment = (p: DatePoint): boolean => p.precision === 'minute' || p.precision === 'second';
export const isCoarse = (p: DatePoint): boolean => p.precision === 'year' || p.precision === 'month';
export const dayOf = (ms: number): number => Math.floor(ms / DAY);
export const minuteOf = (ms: number): number => Math.floor(ms / MINUTE);

export function comparePoints(a: DatePoint, b: DatePoint): Nearness {
  if (isMoment(a) && isMoment(b)) return compareMoments(a, b);
  if (isCoarse(a) || isCoarse(b)) return compareCoarse(a, b);
  if (!isMoment(a) && !isMoment(b)) return a.from < b.to && b.from < a.to ? Near.day : Near.apart;
  const day = isMoment(a) ? b : a;
  const moment = day === a ? b : a;
  if (dayOf(wallTime(moment)) === dayOf(wallTime(day))) return Near.day;
  return dayOf(moment.from) === dayOf(day.from) ? Near.utcDay : Near.apart;
}

function compareMoments(a: DatePoint, b: DatePoint): Nearness {
  // Asked for every pair, and nearly always answered here: two instants of one zone that are far apart.
  if (a.offset === b.offset && a.offset !== null && Math.abs(a.from - b.from) > HOUR_AND_A_BIT)
    return onMidnight(a, b);
  const wallsMeet = overlap(
    wallTime(a),
    wallTime(a) + (a.to - a.from),
    wallTime(b),
    wallTime(b) + (b.to - b.from),
  );
  if ((a.offset === null) !== (b.offset === null)) return wallsMeet ? Near.wall : onMidnight(a, b);
  if (overlap(a.from, a.to, b.from, b.to)) return Near.moment;
  if (Math.abs(a.from - b.from) <= SKEW_MINUTES * MINUTE) return Near.skew;
  if (Math.abs(minuteOf(a.from) - minuteOf(b.from)) === 60) return Near.hour;
  if (wallsMeet) return isMidnight(a) ? Near.day : Near.zone;
  return Math.abs(a.from - b.from) <= 2 * SKEW_MINUTES * MINUTE ? Near.drift : onMidnight(a, b);
}

/** Midnight to the second: what converters write where a record says only the day. */
export const isMidnight = (p: DatePoint): boolean => wallTime(p) % DAY === 0;

/** Far apart, but for one of them being the midnight with which the day of the other begins. */
function onMidnight(a: DatePoint, b: DatePoint): Nearness {
  const x = wallTime(a);
  const y = wallTime(b);
  if (x % DAY !== 0 && y % DAY !== 0) return Near.apart;
  return dayOf(x) === dayOf(y) ? Near.midnight : Near.apart;
}

const overlap = (from: number, to: number, from2: number, to2: number): boolean => from < to2 && from2 < to;

function compareCoarse(a: DatePoint, b: DatePoint): Nearness {
  const x = wallTime(a);
  const y = wallTime(b);
  return overlap(x, x + (a.to - a.from), y, y + (b.to - b.from)) ? Near.coarse : Near.apart;
}

/** By their starts; and where both say when they ended, by the ends as well: the farther counts. */
export function compareDates(a: ClinicalDate, b: ClinicalDate): Nearness {
  const x = mainPoint(a);
  const y = mainPoint(b);
  if (x === null || y === null) return x === y ? Near.bothUndated : Near.undated;
  const starts = comparePoints(x, y);
  if (a.kind !== 'period' || b.kind !== 'period' || a.end === null || b.end === null) return starts;
  const ends = comparePoints(a.end, b.end);
  return ends > starts ? ends : starts;
}

/** The starts of two dates may be on one day, by the clock on the wall or by UTC. */
export function mayBeOneDay(a: ClinicalDate, b: ClinicalDate): boolean {
  const [x, y] = [mainPoint(a), mainPoint(b)];
  if (x === null || y === null) return false;
  const [here, there] = [x, y].map((p) => [dayOf(p.from), dayOf(wallTime(p))]);
  return here?.some((day) => there?.includes(day)) ?? false;
}

/** The least gap in days between two dates' starts; 0 where they may be one; null where one is undated. */
export function daysApart(a: ClinicalDate, b: ClinicalDate): number | null {
  const [x, y] = [mainPoint(a), mainPoint(b)];
  if (x === null || y === null) return null;
  return Math.max(0, Math.max(x.from - y.to, y.from - x.to)) / DAY;
}

const TOLERANCE: Readonly<Record<Nearness, string>> = {
  [Near.moment]: 'the same moment',
  [Near.skew]: `${SKEW_MINUTES} min`,
  [Near.wall]: 'the same clock time, zone not stated',
  [Near.day]: 'one day',
  [Near.hour]: 'one hour (zone error)',
  [Near.zone]: 'the same clock time in two zones',
  [Near.utcDay]: 'one day (UTC)',
  [Near.midnight]: 'one day (midnight)',
  [Near.drift]: `${2 * SKEW_MINUTES} min`,
  [Near.coarse]: 'the same month or year',
  [Near.apart]: 'any date',
  [Near.undated]: 'undated',
  [Near.bothUndated]: 'both undated',
};
export const nearWords = (near: Nearness): string => TOLERANCE[near];

export function dateWords(date: ClinicalDate): string {
  if (date.kind === 'undated') return 'undated';
  if (date.kind === 'at') return date.at.text;
  return `${date.start?.text ?? '…'} to ${date.end?.text ?? '…'}`;
}

export const hasMoment = (date: ClinicalDate): boolean => {
  const point = mainPoint(date);
  return point !== null && isMoment(point);
};
