import { UNREADABLE_LABEL, type Sensitivity, type SitePolicy } from '../record/index.ts';
import { isFor } from './purpose.ts';

/** Who looks, and what for. */
export interface Viewer {
  /** A v3-ActReason code. */
  readonly purpose: string;
  /** The type of their `fhirUser`; null where no server said who it is. */
  readonly role: string | null;
}

/** Restricted records, and the classes that law or practice sets apart. Nobody is an exception. */
export const DEFAULT_POLICY: SitePolicy = {
  confidentialities: ['R', 'V'],
  classes: [
    'BH',
    'ETH',
    'ETHUD',
    'GDIS',
    'HIV',
    'MH',
    'OPIOIDUD',
    'PSY',
    'PSYTHPN',
    'SCA',
    'SDV',
    'SEV',
    'SEX',
    'SEXREP',
    'SICKLE',
    'STD',
    'SUD',
    'VIO',
    UNREADABLE_LABEL,
  ],
  exceptions: [],
  sealedShows: ['kind', 'date'],
  revealPurposes: ['TREAT', 'ETREAT'],
  revealMinutes: 10,
  withoutConsent: 'show',
  unreadConsents: 'mask',
};

/** What a site writes in its configuration takes the place of the same part of the default; the rest stays. */
export const sitePolicy = (written: Partial<SitePolicy> | null): SitePolicy => ({
  ...DEFAULT_POLICY,
  ...written,
});

/** The labels of a fact for which it is masked; none where it may be seen. */
function maskingLabels(label: Sensitivity, policy: SitePolicy): readonly string[] {
  const { confidentiality, classes } = label;
  const restricted = confidentiality !== 'unknown' && policy.confidentialities.includes(confidentiality);
  return [
    ...(restricted ? [confidentiality] : []),
    ...classes.filter((each) => policy.classes.includes(each)),
  ];
}

/**
 * The strictest label has already won (a merged fact wears the labels of all its members), so this label is all there
 * is to look at. Without a viewer no exception applies.
 */
export const isMasked = (label: Sensitivity, policy: SitePolicy, viewer: Viewer | null = null): boolean =>
  maskedFor(label, policy, viewer).length > 0;

/** The labels for which it is masked to this viewer; none where it may be seen. */
export function maskedFor(label: Sensitivity, policy: SitePolicy, viewer: Viewer | null): readonly string[] {
  // Most facts wear no label, and there may be a hundred thousand of them.
  if (label.confidentiality === 'unknown' && label.classes.length === 0) return NONE;
  const masking = maskingLabels(label, policy);
  if (masking.length === 0 || viewer === null) return masking;
  return policy.exceptions.some((each) => applies(each, masking, viewer)) ? NONE : masking;
}

const NONE: readonly string[] = [];

const applies = (
  { labels, purposes, roles }: SitePolicy['exceptions'][number],
  masking: readonly string[],
  { purpose, role }: Viewer,
): boolean =>
  role !== null &&
  roles.includes(role) &&
  purposes.some((each) => isFor(purpose, each)) &&
  masking.every((each) => labels.includes(each));

/** May somebody who states this purpose be shown what the site masks? A consent may still forbid it. */
export const mayReveal = (policy: SitePolicy, purpose: string): boolean =>
  policy.revealPurposes.includes(purpose);
