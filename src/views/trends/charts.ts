import { unitText, type Series } from '../../timeline/index.ts';

/** What one chart draws: one series, or the two that are measured together, as a blood pressure's are. */
export interface ChartOf {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  readonly series: readonly Series[];
}

export function chartsOf(all: readonly Series[]): readonly ChartOf[] {
  const left = [...all];
  const charts: ChartOf[] = [];
  for (let one = left.shift(); one !== undefined; one = left.shift()) {
    const first = one;
    const at = left.findIndex((other) => together(first, other));
    const partner = at < 0 ? undefined : left.splice(at, 1)[0];
    const series = partner === undefined ? [first] : [first, partner];
    charts.push({
      key: first.key,
      title: series.map(({ title }) => title).join(' / '),
      unit: unitText(first.unit),
      series,
    });
  }
  return charts;
}

/** Two analytes in one unit, mostly of the same facts. */
function together(a: Series, b: Series): boolean {
  if (a.unit !== b.unit || a.comparable !== b.comparable || a.analyte === b.analyte) return false;
  const ids = new Set(a.points.map(({ id }) => id));
  const shared = b.points.filter(({ id }) => ids.has(id)).length;
  return shared * 2 > Math.max(a.points.length, b.points.length);
}
