import type { Confidentiality, Sensitivity } from '../record/index.ts';

/** What a site hides until somebody with a purpose asks for it. */
export interface Policy {
  readonly confidentialities: readonly Confidentiality[];
  /** v3-ActCode sensitivity classes. */
  readonly classes: readonly string[];
}

/** Very restricted records, and the classes that US law or practice sets apart. */
export const DEFAULT_POLICY: Policy = {
  confidentialities: ['R', 'V'],
  classes: [
    'PSY',
    'PSYTHPN',
    'SUD',
    'ETH',
    'ETHUD',
    'OPIOIDUD',
    'HIV',
    'SEX',
    'STD',
    'SDV',
    'SEV',
    'BH',
    'MH',
    'SICKLE',
    'GDIS',
  ],
};

/** The strictest label has already won (law 8), so the merged fact's own label is all there is to look at. */
export function isMasked(label: Sensitivity, policy: Policy): boolean {
  const { confidentiality } = label;
  if (confidentiality !== 'unknown' && policy.confidentialities.includes(confidentiality)) return true;
  return label.classes.some((each) => policy.classes.includes(each));
}
