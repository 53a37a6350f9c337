/** One measured thing beside its budget. */
export interface Figure {
  readonly bench: string;
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'KB' | '×' | '';
  /** What it is measured against, in words with its figure; null where the budget is absolute. */
  readonly reference: string | null;
  readonly ratio: number | null;
  /** What the ratio must not exceed, or the value where there is no ratio; null where the figure is told only. */
  readonly limit: number | null;
  readonly ok: boolean;
}

interface Measure {
  readonly bench: string;
  readonly what: string;
  readonly value: number;
  readonly unit: Figure['unit'];
}

/** A figure that must stay within a share of another of the same run. */
export function against(
  measure: Measure,
  reference: { readonly name: string; readonly value: number },
  limit: number | null,
): Figure {
  const ratio = measure.value / reference.value;
  return {
    ...measure,
    reference: `${reference.name}: ${shown(reference.value, measure.unit)}`,
    ratio,
    limit,
    ok: limit === null || ratio <= limit,
  };
}

/** A figure that must stay within a number. */
export const within = (measure: Measure, limit: number | null): Figure => ({
  ...measure,
  reference: null,
  ratio: null,
  limit,
  ok: limit === null || measure.value <= limit,
});

export const shown = (value: number, unit: Figure['unit']): string =>
  Number.isNaN(value)
    ? 'not reached'
    : `${value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 10 ? 1 : 2)}${unit === '' ? '' : ` ${unit}`}`;

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

export const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
