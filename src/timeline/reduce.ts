interface Drawn {
  readonly time: number;
  readonly value: number;
  readonly abnormal: string | null;
  readonly disputed: boolean;
}

/**
 * What of a series can be seen on an axis that has room for so many points: the lowest and the highest of each stretch
 * of time and of each so many values, the first and the last, and every one that is abnormal or disputed, however many
 * those are. In time order. Time alone would leave of a week of monitoring two values, numbers alone of ten quiet years.
 */
export function reduced<T extends Drawn>(points: readonly T[], room: number): readonly T[] {
  const first = points[0];
  const last = points.at(-1);
  if (points.length <= room || first === undefined || last === undefined) return points;
  const kept = new Set<T>([first, last]);
  for (const point of points) if (point.abnormal !== null || point.disputed) kept.add(point);
  const stretches = Math.max(1, Math.floor((room - kept.size) / 4));
  const width = (last.time - first.time) / stretches || 1;
  keepExtremes(points, kept, stretches, ({ time }) => (time - first.time) / width);
  keepExtremes(points, kept, stretches, (_, i) => (i * stretches) / points.length);
  return points.filter((point) => kept.has(point));
}

function keepExtremes<T extends Drawn>(
  points: readonly T[],
  kept: Set<T>,
  stretches: number,
  stretchOf: (point: T, index: number) => number,
): void {
  const lowest: T[] = [];
  const highest: T[] = [];
  points.forEach((point, i) => {
    const at = Math.min(stretches - 1, Math.floor(stretchOf(point, i)));
    const [low, high] = [lowest[at], highest[at]];
    if (low === undefined || point.value < low.value) lowest[at] = point;
    if (high === undefined || point.value > high.value) highest[at] = point;
  });
  for (const point of [...lowest, ...highest]) if (point !== undefined) kept.add(point);
}
