import { tickText } from '../format/index.ts';
import type { Span } from './window.ts';

export interface Tick {
  readonly time: number;
  readonly label: string;
}

type Unit = 'year' | 'month' | 'day' | 'hour';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const STEPS: readonly (readonly [unit: Unit, step: number, about: number])[] = [
  ['hour', 1, HOUR],
  ['hour', 3, 3 * HOUR],
  ['hour', 6, 6 * HOUR],
  ['day', 1, DAY],
  ['day', 2, 2 * DAY],
  ['day', 7, 7 * DAY],
  ['day', 14, 14 * DAY],
  ['month', 1, 30 * DAY],
  ['month', 3, 91 * DAY],
  ['month', 6, 182 * DAY],
  ['year', 1, 365 * DAY],
  ['year', 2, 730 * DAY],
  ['year', 5, 1826 * DAY],
  ['year', 10, 3652 * DAY],
  ['year', 20, 7305 * DAY],
  ['year', 50, 18262 * DAY],
];

const ROOM: Readonly<Record<Unit, number>> = { year: 44, month: 66, day: 56, hour: 48 };

/** Ticks at calendar boundaries, as many as their labels have room for. */
export function ticks(span: Span, width: number): readonly Tick[] {
  const perMs = width / Math.max(1, span.to - span.from);
  const [unit, step] = STEPS.find(([name, , about]) => about * perMs >= ROOM[name]) ?? ['year', 100];
  const found: Tick[] = [];
  for (
    let time = first(span.from, unit, step);
    time < span.to && found.length < 200;
    time = next(time, unit, step)
  )
    if (time >= span.from) found.push({ time, label: labelOf(time, unit) });
  return found;
}

/** Midnight says its day and January its year, so that a reader never loses the larger unit. */
function labelOf(time: number, unit: Unit): string {
  const date = new Date(time);
  if (unit === 'hour' && date.getUTCHours() === 0) return tickText(time, 'day');
  return tickText(time, unit);
}

function first(from: number, unit: Unit, step: number): number {
  const date = new Date(from);
  const year = date.getUTCFullYear();
  if (unit === 'year') return Date.UTC(Math.floor(year / step) * step, 0, 1);
  if (unit === 'month') return Date.UTC(year, Math.floor(date.getUTCMonth() / step) * step, 1);
  if (unit === 'day') return Math.floor(from / (step * DAY)) * step * DAY;
  return Math.floor(from / (step * HOUR)) * step * HOUR;
}

function next(time: number, unit: Unit, step: number): number {
  const date = new Date(time);
  if (unit === 'year') return Date.UTC(date.getUTCFullYear() + step, 0, 1);
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step, 1);
  return time + step * (unit === 'day' ? DAY : HOUR);
}
