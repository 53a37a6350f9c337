/** A number as the source wrote it, and what it can safely be compared as. */
export interface Quantity {
  /** The source's digits: 70.10 stays '70.10'. */
  readonly text: string;
  readonly value: number;
  /** '<5' is not 5: the comparator stays in text, chart and sort. */
  readonly comparator: '<' | '<=' | '>=' | '>' | 'ad' | null;
  /** The unit as it is written for people; null where the source gave none. */
  readonly unit: string | null;
  /** The unit's code and its system, as given. */
  readonly code: string | null;
  readonly system: string | null;
  /** The same amount in the canonical unit of its analyte; null where a conversion would not be safe. */
  readonly canonical: CanonicalQuantity | null;
}

export interface CanonicalQuantity {
  readonly value: number;
  /** A UCUM code. */
  readonly unit: string;
  /** How it was reached, in words to show: 'HbA1c: mmol/mol to % (NGSP)'; null where nothing was converted. */
  readonly conversion: string | null;
  /** Half of the last digit that the source stated, in this unit: the tolerance of a comparison. */
  readonly tolerance: number;
}

export interface ReferenceRange {
  readonly low: Quantity | null;
  readonly high: Quantity | null;
  readonly text: string | null;
  /** 'normal', 'critical', …: as the source says; a range without a type is the normal one. */
  readonly type: string | null;
  /** Whom it applies to, in the source's words. */
  readonly appliesTo: string | null;
}
