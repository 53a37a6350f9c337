/** Confidentiality, least to most strict; 'unknown' where the source does not say (shown as not stated). */
export const CONFIDENTIALITY = ['U', 'L', 'M', 'N', 'R', 'V'] as const;
export type Confidentiality = (typeof CONFIDENTIALITY)[number];

export interface Sensitivity {
  readonly confidentiality: Confidentiality | 'unknown';
  /** v3-ActCode sensitivity classes: 'PSY', 'HIV', 'SUD', 'ETH', 'SDV', … sorted. */
  readonly classes: readonly string[];
  /** Handling caveats that travel with it: 'NORDSCLCD', '42CFRPart2', … sorted. */
  readonly caveats: readonly string[];
}

/** Stands among the classes where a source labelled a record with what cannot be read: nobody knows how strict it is. */
export const UNREADABLE_LABEL = 'unreadable';

export const NOT_LABELLED: Sensitivity = { confidentiality: 'unknown', classes: [], caveats: [] };

const rank = (c: Sensitivity['confidentiality']): number =>
  c === 'unknown' ? -1 : CONFIDENTIALITY.indexOf(c);
const union = (a: readonly string[], b: readonly string[]): readonly string[] =>
  b.length === 0 ? a : a.length === 0 ? b : [...new Set([...a, ...b])].sort();

/** The strictest label wins: whatever either says applies to both. */
export function strictest(a: Sensitivity, b: Sensitivity): Sensitivity {
  if (a === b) return a;
  return {
    confidentiality:
      rank(a.confidentiality) >= rank(b.confidentiality) ? a.confidentiality : b.confidentiality,
    classes: union(a.classes, b.classes),
    caveats: union(a.caveats, b.caveats),
  };
}
