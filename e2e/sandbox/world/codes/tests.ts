/** Laboratory tests and vital signs: LOINC, units, reference range, and how the other half of the world states it. */
export interface AltUnit {
  readonly loinc: string;
  readonly display: string;
  readonly unit: string;
  readonly ucum: string;
  readonly decimals: number;
  readonly convert: (value: number) => number;
}

export interface Test {
  readonly text: string;
  readonly loinc: string;
  readonly display: string;
  readonly unit: string;
  readonly ucum: string;
  readonly decimals: number;
  readonly low?: number;
  readonly high?: number;
  /** What the laboratory calls it in its own system. */
  readonly local: string;
  readonly alt?: AltUnit;
}

export const test = (
  text: string,
  loinc: string,
  display: string,
  unit: string,
  ucum: string,
  decimals: number,
  range: readonly [number | undefined, number | undefined],
  local: string,
  alt?: AltUnit,
): Test => ({
  text,
  loinc,
  display,
  unit,
  ucum,
  decimals,
  local,
  ...(range[0] === undefined ? {} : { low: range[0] }),
  ...(range[1] === undefined ? {} : { high: range[1] }),
  ...(alt ? { alt } : {}),
});
