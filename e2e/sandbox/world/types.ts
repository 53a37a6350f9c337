/** What the generator makes: the records of each organisation, and the truth about them. */
export type OrgKey = 'general' | 'riverside' | 'county' | 'valley';
export const ORG_KEYS: readonly OrgKey[] = ['general', 'riverside', 'county', 'valley'];

export interface FhirResource {
  resourceType: string;
  id: string;
  [element: string]: unknown;
}

export interface World {
  readonly seed: number;
  readonly resources: Readonly<Record<OrgKey, readonly FhirResource[]>>;
  readonly people: readonly WorldPerson[];
}

export interface WorldPerson {
  /** Stable key for tests: 'maria-santos'. */
  readonly key: string;
  readonly name: string;
  readonly birthDate: string;
  readonly gender: string;
  /** One line that tells the story to whoever tries the sandbox. */
  readonly story: string;
  /** The Patient id at each organisation that knows this person. */
  readonly ids: Partial<Readonly<Record<OrgKey, string>>>;
  readonly truth: readonly TruthGroup[];
  /** Things that a clinician must see as disagreeing. */
  readonly contradictions: readonly TruthContradiction[];
  /** Different facts that a clinician should see tied to each other, and never joined without being asked. */
  readonly relations: readonly TruthRelation[];
}

export interface TruthRelation {
  readonly kind: 'possibly-same' | 'class' | 'diagnosis-of' | 'part' | 'duplicate-therapy' | 'supersedes';
  readonly about: string;
  readonly members: readonly TruthMember[];
}

export interface TruthMember {
  readonly org: OrgKey;
  /** `Observation/abc` */
  readonly ref: string;
}

/** The resources that are one fact. A resource that stands alone is a group of one. */
export interface TruthGroup {
  readonly kind: string;
  readonly members: readonly TruthMember[];
}

export interface TruthContradiction {
  /** 'status', 'dose', 'value', 'allergy', … */
  readonly field: string;
  readonly about: string;
  readonly members: readonly TruthMember[];
}
