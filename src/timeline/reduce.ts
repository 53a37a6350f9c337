interface Drawn {
  readonly time: number;
  readonly value: number;
  readonly abnormal: string | null;
  readonly disputed: boolean;
}

/**
 * What of a series can be seen on an axis that has room for so many points: the lowest and the highest of each stretch
 * of time, the first and the last, and every one that is abnormal or disputed, however many those are. In time order.
 */
export function reduced<T extends Drawn>(points: readonly T[], room: number): readonly T[] {
  const first = points[0];
  const last = points.at(-1);
  if (points.length <= room || first === undefined || last === undefined) return points;
  const kept = new Set<T>([first, last]);
  for (const point of points) if (point.abnormal !== null || point.disputed) kept.add(point);
  const stretches = Math.max(1, Math.floor((room - kept.size) / 2));
  const width = (last.time - first.time) / stretches || 1;
  const lowest: T[] = [];
  const highest: T[] = [];
  for (const point of points) {
    const at = Math.min(stretches - 1, Math.floor((point.time - first.time) / width));
    const [low, high] = [lowest[at], highest[at]];
    if (low === undefined || point.value < low.value) lowest[at] = point;
    if (high === undefined || point.value > high.value) highest[at] = point;
  }
  for (const point of [...lowest, ...highest]) if (point !== undefined) kept.add(point);
  return points.filter((point) => kept.has(point));
}
