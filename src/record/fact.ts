/**
 * A Fact is what one resource says. Every resource becomes exactly one fact or one problem row, so that nothing is
 * lost by construction; what several facts say together is a `Merged`.
 */
import type { Concept } from './concept.ts';
import type { ClinicalDate } from './date.ts';
import type { ResourceRef, SourceId } from './ids.ts';
import type { Note, Party } from './people.ts';
import type { Provenance } from './provenance.ts';
import type { Quantity, ReferenceRange } from './quantity.ts';
import type { Sensitivity } from './sensitivity.ts';

/** Why a fact names another resource of its source. */
export type LinkRole =
  | 'encounter'
  | 'part-of'
  | 'has-member'
  | 'result'
  | 'based-on'
  | 'derived-from'
  | 'replaces'
  | 'medication'
  | 'reason'
  | 'diagnosis'
  | 'target'
  | 'addresses'
  | 'attachment'
  | 'other';

export interface Link {
  readonly role: LinkRole;
  /** As written, made relative (`Type/id`) where it is its own server's; `#id` for contained ones. */
  readonly ref: string;
}

/**
 * Where a fact stands, in the standards' own codes. 'unknown' is the default everywhere; nothing is ever presumed
 * active, final or normal.
 */
export interface Status {
  /** The resource's status or clinicalStatus code: 'active', 'final', 'completed', 'stopped', …, or 'unknown'. */
  readonly code: string;
  /** verificationStatus where the type has one: 'confirmed', 'refuted', …, or null where it has none. */
  readonly verification: string | null;
  /** Why, in the source's words (statusReason, notDoneReason). */
  readonly reason: string | null;
  /** Does it count now? 'ended' for resolved, stopped, completed courses; 'unknown' where nothing says. */
  readonly standing: 'current' | 'ended' | 'not-done' | 'planned' | 'unknown';
  /** entered-in-error: hidden by default, countable, never active. */
  readonly retracted: boolean;
  /** An amended or corrected version of something said before. */
  readonly corrected: boolean;
}

/** A label and what the resource says under it, in words. */
export interface Particular {
  readonly label: string;
  readonly text: string;
}

export interface FactBase {
  readonly source: SourceId;
  readonly ref: ResourceRef;
  /** The resource type. */
  readonly type: string;
  /** The subject's reference as written, made relative; null where it names none. */
  readonly subject: string | null;
  readonly title: string;
  /** Null where the resource is uncoded and has no text. */
  readonly code: Concept | null;
  /** The clinically relevant time of the fact. */
  readonly when: ClinicalDate;
  readonly status: Status;
  /** Category codes as the source gives them ('laboratory', 'problem-list-item', …). */
  readonly categories: readonly string[];
  readonly people: readonly Party[];
  readonly notes: readonly Note[];
  readonly links: readonly Link[];
  readonly sensitivity: Sensitivity;
  readonly provenance: Provenance;
  /** True where a modifierExtension or implicitRules is unknown: shown with a warning, out of merges and summaries. */
  readonly unsafe: boolean;
  /** The resource has a narrative to show in its detail. */
  readonly hasNarrative: boolean;
}

export interface EncounterFact extends FactBase {
  readonly kind: 'encounter';
  /** v3-ActCode: 'AMB', 'IMP', 'EMER', 'VR', …; null where not stated. */
  readonly encounterClass: string | null;
  readonly types: readonly Concept[];
  readonly reasons: readonly Concept[];
}

export interface ConditionFact extends FactBase {
  readonly kind: 'condition';
  readonly role: 'problem' | 'encounter-diagnosis' | 'health-concern' | 'unknown';
  readonly abatement: ClinicalDate | null;
  readonly severity: Concept | null;
  readonly bodySites: readonly Concept[];
  readonly laterality: 'left' | 'right' | 'bilateral' | null;
  /** 'No known problems' and its like: a statement, never deduplicated away. */
  readonly negation: boolean;
}

/** What a drug is, as far as the terminology tables can tell. */
export interface Drug {
  /** Ingredient keys, sorted: ['amlodipine'], ['hydrochlorothiazide', 'lisinopril']; empty where unknown. */
  readonly ingredients: readonly string[];
  /** '5 mg', '500 mg / 125 mg': normalised text, or null. */
  readonly strength: string | null;
  /** 'tablet', 'injection', …: a coarse form group, or null. */
  readonly form: string | null;
  /** Therapeutic classes used for duplicate-therapy relations: ['anticoagulant']. */
  readonly classes: readonly string[];
}

export interface Dose {
  readonly text: string | null;
  readonly amount: Quantity | null;
  readonly route: Concept | null;
  /** Times a day where it can be told; null otherwise (as needed, complex timing). */
  readonly perDay: number | null;
  readonly asNeeded: boolean | null;
}

export interface MedicationFact extends FactBase {
  readonly kind: 'medication';
  readonly evidence: 'request' | 'statement' | 'dispense' | 'administration';
  /** 'order', 'plan', 'proposal', … of a request; null elsewhere. */
  readonly intent: string | null;
  readonly drug: Drug;
  readonly doses: readonly Dose[];
  readonly quantity: Quantity | null;
  readonly daysSupply: Quantity | null;
  readonly reasons: readonly Concept[];
  /** doNotPerform, 'not taken': a negative is a fact. */
  readonly negation: boolean;
}

export type Value =
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'concept'; readonly concept: Concept }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'integer'; readonly value: number; readonly text: string }
  | { readonly kind: 'range'; readonly low: Quantity | null; readonly high: Quantity | null }
  | { readonly kind: 'ratio'; readonly numerator: Quantity | null; readonly denominator: Quantity | null }
  | { readonly kind: 'date'; readonly date: ClinicalDate }
  | { readonly kind: 'time'; readonly text: string }
  | { readonly kind: 'sampled'; readonly text: string }
  | { readonly kind: 'attachment'; readonly title: string | null }
  /** The source says why there is no value: 'not-performed', 'unknown', 'masked', … */
  | { readonly kind: 'absent'; readonly reason: string };

/** One thing measured or answered; an observation is one of these and may own more of them. */
export interface Measured {
  readonly code: Concept | null;
  /** null where the source gives neither value nor reason. */
  readonly value: Value | null;
  /** 'H', 'L', 'HH', 'N', …, as the source says. Empty is 'not stated', never 'normal'. */
  readonly interpretation: readonly string[];
  readonly ranges: readonly ReferenceRange[];
}

export interface ObservationFact extends FactBase, Measured {
  /** 'panel' groups others (has members or components); 'social' is social history, sdoh, surveys. */
  readonly kind: 'observation' | 'panel' | 'social';
  readonly components: readonly Measured[];
  readonly specimen: Concept | null;
  readonly method: Concept | null;
  readonly bodySite: Concept | null;
  readonly issued: ClinicalDate | null;
}

export interface AllergyFact extends FactBase {
  readonly kind: 'allergy';
  /** 'No known allergies' / 'no known drug allergies': which; null for a real allergy. */
  readonly negates: 'all' | 'drug' | 'food' | 'environment' | 'specific' | null;
  readonly substance: Concept | null;
  /** Class keys of the substance, widest last: ['amoxicillin', 'penicillins', 'beta-lactams']. */
  readonly substanceClasses: readonly string[];
  readonly criticality: string | null;
  readonly allergyType: string | null;
  readonly reactions: readonly {
    readonly manifestations: readonly Concept[];
    readonly severity: string | null;
  }[];
}

export interface ProcedureFact extends FactBase {
  readonly kind: 'procedure';
  readonly bodySites: readonly Concept[];
  readonly outcome: Concept | null;
  readonly reasons: readonly Concept[];
}

export interface ImmunizationFact extends FactBase {
  readonly kind: 'immunization';
  readonly lotNumber: string | null;
  readonly doseNumber: string | null;
  readonly site: Concept | null;
  readonly manufacturer: string | null;
  readonly primarySource: boolean | null;
}

export interface AttachmentInfo {
  readonly contentType: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** Base64 of a SHA-1 as the source states it. */
  readonly hash: string | null;
  readonly size: number | null;
  /** True where the bytes are in the resource itself. */
  readonly inline: boolean;
}

export interface DocumentFact extends FactBase {
  readonly kind: 'report' | 'document' | 'imaging';
  readonly conclusion: string | null;
  readonly conclusionCodes: readonly Concept[];
  readonly attachments: readonly AttachmentInfo[];
  /** Imaging: modality codes. */
  readonly modalities: readonly string[];
  readonly issued: ClinicalDate | null;
}

/** Kinds whose particulars are label and value, to be shown and not computed with. */
export interface OtherFact extends FactBase {
  readonly kind:
    | 'device'
    | 'plan'
    | 'goal'
    | 'referral'
    | 'appointment'
    | 'coverage'
    | 'claim'
    | 'family-history'
    | 'consent'
    | 'questionnaire'
    | 'care-team'
    /** A clinical resource type that has no lane of its own: shown by its date and title. */
    | 'other'
    /** People, places, products, provenance: shown as part of the facts that name them. */
    | 'support';
  readonly particulars: readonly Particular[];
}

export type Fact =
  | EncounterFact
  | ConditionFact
  | MedicationFact
  | ObservationFact
  | AllergyFact
  | ProcedureFact
  | ImmunizationFact
  | DocumentFact
  | OtherFact;

export type FactKind = Fact['kind'];

/** In the order in which lanes and summaries show them. */
export const FACT_KINDS: readonly FactKind[] = [
  'encounter',
  'condition',
  'allergy',
  'medication',
  'observation',
  'panel',
  'report',
  'imaging',
  'procedure',
  'immunization',
  'document',
  'referral',
  'appointment',
  'plan',
  'goal',
  'care-team',
  'social',
  'questionnaire',
  'family-history',
  'device',
  'coverage',
  'claim',
  'consent',
  'other',
  'support',
];
