import type { SeriesPoint } from '../../timeline/index.ts';
import type { ChartOf } from './charts.ts';

export const HEIGHT = 240;
export const SMALL = 150;

/** A number of the axis without the noise of its arithmetic. */
export const tidy = (value: number): string => String(Number(value.toPrecision(6)));

/** The lowest and the highest, of however many. */
export function extent(values: Iterable<number>): readonly [number, number] {
  let [min, max] = [Infinity, -Infinity];
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return [min, max];
}

/** All values and their ranges between round numbers. Never forced to start at zero. */
export function levelsOf({ series }: ChartOf): readonly number[] {
  const [min, max] = extent(
    series.flatMap(({ points }) =>
      points.flatMap(({ value, low, high }) => [value, low, high].filter((each) => each !== null)),
    ),
  );
  const about = (max - min || Math.abs(max) || 1) / 4;
  const unit = 10 ** Math.floor(Math.log10(about));
  const step = unit * ([1, 2, 5].find((each) => each * unit >= about) ?? 10);
  const first = Math.floor(min / step - 0.25);
  const last = Math.ceil(max / step + 0.25);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step).filter(
    (at) => at >= 0 || min < 0,
  );
}

/** An end that is not stated is open: the band runs to the edge. */
export const bandOf = ({ low, high }: SeriesPoint, min: number, max: number): [number, number] | null =>
  low === null && high === null ? null : [low ?? min, high ?? max];
