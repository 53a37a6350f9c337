import type { SeriesPoint } from '../../timeline/index.ts';
import { clockText, dayText, zoneText } from './time.ts';
import { readerLocale, t } from '../messages/index.ts';

export const measuredAtText = ({ when }: SeriesPoint): string =>
  [dayText(when), clockText(when), zoneText(when)].filter((part) => part !== null).join(' ');

/** What it was written as, and beside it what it is compared as. */
export const amountText = (point: SeriesPoint): string =>
  point.converted === null ? point.text : `${point.text} ${t.detail.converted(point.converted)}`;

export const flagText = (point: SeriesPoint): string | null =>
  point.abnormal === 'critical' ? t.list.critical : point.abnormal === 'abnormal' ? t.list.abnormal : null;

const SIGNIFICANT = 3;

/** By how much it changed; null where either is a bound and not a number. */
export function changeText(newest: SeriesPoint, before: SeriesPoint): string | null {
  if (newest.comparator !== null || before.comparator !== null) return null;
  const number = new Intl.NumberFormat(readerLocale(t.locale), {
    maximumSignificantDigits: SIGNIFICANT,
    signDisplay: 'exceptZero',
  });
  return number.format(newest.value - before.value);
}
