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
}
