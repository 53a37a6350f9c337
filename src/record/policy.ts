import type { SourceId } from './ids.ts';
import type { Confidentiality } from './sensitivity.ts';

/** Labels that somebody may see without asking, in one role and for one purpose. All three must fit. */
export interface PolicyException {
  /** Confidentialities or sensitivity classes; every label that masks the fact must be among them. */
  readonly labels: readonly string[];
  /** v3-ActReason codes, as 'TREAT'. */
  readonly purposes: readonly string[];
  /** What kind of person signed in, by the type of their `fhirUser`: 'Practitioner', 'Patient', … */
  readonly roles: readonly string[];
}

/** What a site hides until somebody with a purpose asks for it, and for whom it does not. */
export interface SitePolicy {
  readonly confidentialities: readonly Confidentiality[];
  /** v3-ActCode sensitivity classes. */
  readonly classes: readonly string[];
  readonly exceptions: readonly PolicyException[];
  /** What the place of a masked fact still tells. That one is there, and which source has it, is always told. */
  readonly sealedShows: readonly ('kind' | 'date')[];
  /** Purposes for which a masked fact may be shown to whoever gives a reason; empty forbids it. */
  readonly revealPurposes: readonly string[];
  /** How long it is shown then. */
  readonly revealMinutes: number;
  /** What no consent at its source permits: shown, as where treatment implies consent, or masked. */
  readonly withoutConsent: 'show' | 'mask';
  /** The records of a source that failed to say which consents bind them. */
  readonly unreadConsents: 'show' | 'mask';
}

/** Why a fact is masked. It names no label and no content: it may stand in the place of what is hidden. */
export type MaskReason =
  /** `date` as the consent writes it. */
  | { readonly kind: 'consent'; readonly date: string | null; readonly at: SourceId }
  | { readonly kind: 'policy' }
  /** It is not known yet, or could not be read, what was consented to there. */
  | { readonly kind: 'unread'; readonly failed: boolean; readonly at: SourceId }
  | { readonly kind: 'without-consent'; readonly at: SourceId };
