/**
 * One person's records in the making. A story says what happened; the chart gives each organisation's copy its id, its
 * meta and its subject, and keeps the truth: which resources are one fact, and which of them disagree.
 */
import { ORGS, OUTSIDE, orgId } from './orgs.ts';
import type { Directory, OutsideKey, PlaceKey, Reference, StaffKey } from './orgs.ts';
import { narrative, security } from './labels.ts';
import type { Label } from './labels.ts';
import { random } from './prng.ts';
import type { Random } from './prng.ts';
import { frozen } from './shared.ts';
import { coding } from './codes/systems.ts';
import { DAY, dayText, inUtc, withOffset, wallOf } from './time.ts';
import type {
  FhirResource,
  OrgKey,
  TruthContradiction,
  TruthGroup,
  TruthMember,
  TruthRelation,
} from './types.ts';

export interface Rec {
  readonly org: OrgKey;
  /** `Observation/abc` */
  readonly ref: string;
  readonly resource: FhirResource;
}

/** What a copy of each organisation's looks like after `same`. */
export type Recs = Partial<Record<OrgKey, Rec>>;

export interface PutOptions {
  /** Local time of the fact: what `lastUpdated` follows. */
  readonly at?: string | undefined;
  readonly version?: number | undefined;
  readonly label?: Label | undefined;
  readonly profile?: string | undefined;
  readonly narrative?: string | undefined;
  /** Who said it first, when the server only passes it on. */
  readonly origin?: OrgKey | OutsideKey | undefined;
  readonly author?: StaffKey | undefined;
  /** False where no Provenance is wanted; by default a good part has one. */
  readonly provenance?: boolean | undefined;
}

/** Shown as part of the facts that name them: no fact of their own, so no truth group. */
export const SUPPORT_TYPES: ReadonlySet<string> = new Set([
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'RelatedPerson',
  'Medication',
  'Specimen',
  'Provenance',
  'Binary',
]);

const SUBJECT: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'patient',
  Immunization: 'patient',
  Device: 'patient',
  FamilyMemberHistory: 'patient',
  ExplanationOfBenefit: 'patient',
  Consent: 'patient',
  RelatedPerson: 'patient',
  Coverage: 'beneficiary',
  Task: 'for',
};
/** Types without a subject element, or whose story sets it. */
const NO_SUBJECT = new Set(['Patient', 'Provenance', 'Medication', 'Appointment', 'Binary']);

/** Without the elements that a story left out. */
export function lean(
  body: Record<string, unknown>,
  onto: Record<string, unknown> = {},
): Record<string, unknown> {
  for (const key in body) if (body[key] !== undefined) onto[key] = body[key];
  return onto;
}

export interface Hall {
  readonly today: string;
  readonly seed: number;
  readonly directories: Readonly<Record<OrgKey, Directory>>;
}

/** Numbers below this are the directories'; each person has a million after it. */
const PERSON_ROOM = 1_000_000;

export class Chart {
  readonly records: Record<OrgKey, FhirResource[]> = { general: [], riverside: [], county: [], valley: [] };
  readonly random: Random;
  readonly ids: Partial<Record<OrgKey, string>> = {};
  readonly truth: TruthGroup[] = [];
  readonly contradictions: TruthContradiction[] = [];
  readonly relations: TruthRelation[] = [];
  readonly #grouped = new Set<Rec>();
  readonly #all: Rec[] = [];
  readonly #patients: Partial<Record<OrgKey, Reference>> = {};
  readonly #last: number;
  #next = 0;

  constructor(
    readonly hall: Hall,
    readonly key: string,
    readonly index: number,
    seedOfKey: number,
  ) {
    this.random = random(hall.seed ^ seedOfKey);
    this.#last = Date.parse(`${hall.today}T05:00:00Z`);
  }

  /** A number no other record of this world has, shaped into the organisation's kind of id. */
  newId(org: OrgKey): string {
    this.#next++;
    if (this.#next >= PERSON_ROOM) throw new Error('a person has room for a million records');
    return orgId(org, (this.index + 1) * PERSON_ROOM + this.#next);
  }

  staff = (org: OrgKey, key: StaffKey): Reference => this.hall.directories[org].staff(key);
  organization = (org: OrgKey, key: OrgKey | OutsideKey): Reference =>
    this.hall.directories[org].organization(key);
  place = (org: OrgKey, key: PlaceKey): Reference => this.hall.directories[org].place(key);

  /** An instant as this organisation writes it; a day, month or year stays as it is. */
  when = (org: OrgKey, local: string): string =>
    local.length <= 10 ? local : org === 'county' ? inUtc(local) : withOffset(local);

  patientRef(org: OrgKey): Reference {
    const found = this.#patients[org];
    if (!found) throw new Error(`${this.key} is not known at ${org}`);
    return found;
  }

  /** Registers the Patient that later records of this organisation are about. */
  register(org: OrgKey, body: Record<string, unknown>, display: string, options: PutOptions = {}): Rec {
    const rec = this.put(org, 'Patient', body, { provenance: false, ...options });
    this.ids[org] = rec.resource.id;
    this.#patients[org] = frozen({ reference: rec.ref, display });
    return rec;
  }

  put(org: OrgKey, type: string, body: Record<string, unknown>, options: PutOptions = {}): Rec {
    const id = this.newId(org);
    const subject = SUBJECT[type] ?? 'subject';
    const resource: FhirResource = {
      resourceType: type,
      id,
      meta: this.#meta(org, options),
    };
    if (options.narrative !== undefined) resource['text'] = narrative(options.narrative);
    lean(body, resource);
    if (!NO_SUBJECT.has(type) && !(subject in body)) resource[subject] = this.patientRef(org);
    const rec: Rec = { org, ref: `${type}/${id}`, resource };
    this.records[org].push(resource);
    this.#all.push(rec);
    if (options.provenance ?? this.#wantsProvenance(org, type)) this.#provenance(rec, options);
    return rec;
  }

  /** One fact as several organisations have it. */
  same(kind: string, orgs: readonly OrgKey[], make: (org: OrgKey) => Rec): Recs {
    const recs: Recs = {};
    for (const org of orgs) recs[org] = make(org);
    this.fact(kind, ...Object.values(recs));
    return recs;
  }

  /** These resources are one fact. */
  fact(kind: string, ...recs: readonly Rec[]): void {
    for (const rec of recs) {
      if (this.#grouped.has(rec)) throw new Error(`${rec.ref} of ${rec.org} is in two facts`);
      this.#grouped.add(rec);
    }
    this.truth.push({ kind, members: recs.map(member) });
  }

  contradiction(field: string, about: string, ...recs: readonly (Rec | undefined)[]): void {
    this.contradictions.push({ field, about, members: present(recs).map(member) });
  }

  relation(kind: TruthRelation['kind'], about: string, ...recs: readonly (Rec | undefined)[]): void {
    this.relations.push({ kind, about, members: present(recs).map(member) });
  }

  /** How many resources this person has by now, everything counted. */
  get size(): number {
    const { general, riverside, county, valley } = this.records;
    return general.length + riverside.length + county.length + valley.length;
  }

  /** Whatever no story joined stands alone. */
  close(): void {
    for (const rec of this.#all) {
      const type = rec.resource.resourceType;
      if (SUPPORT_TYPES.has(type) || this.#grouped.has(rec)) continue;
      this.fact(KIND[type] ?? 'other', rec);
    }
  }

  #meta(org: OrgKey, options: PutOptions): Record<string, unknown> {
    const meta: Record<string, unknown> = {
      versionId: String(options.version ?? 1),
      lastUpdated: this.#updated(options.at),
      source: SOURCE[options.origin ?? org],
    };
    // The exchange claims no profile for what it passes on.
    if (options.profile !== undefined && org !== 'county') meta['profile'] = usCore(options.profile);
    if (options.label !== undefined) meta['security'] = security(options.label);
    return meta;
  }

  /** Some hours after the fact, never after today. */
  #updated(at: string | undefined): string {
    const last = this.#last;
    const fact = at === undefined ? last - 400 * DAY : wallOf(at);
    const hours = 1 + (this.#next % 29);
    return new Date(Math.min(last, fact + hours * 3_600_000)).toISOString();
  }

  #wantsProvenance(org: OrgKey, type: string): boolean {
    if (SUPPORT_TYPES.has(type)) return false;
    return org === 'county' || this.#next % (org === 'general' ? 3 : 5) === 0;
  }

  #provenance(target: Rec, options: PutOptions): void {
    const { org } = target;
    const origin = options.origin ?? org;
    const agent = (code: string, who: Reference, display: string): Record<string, unknown> => ({
      type: {
        coding: [coding('http://terminology.hl7.org/CodeSystem/provenance-participant-type', code, display)],
      },
      who,
    });
    const author: Record<string, unknown> = options.author
      ? {
          ...agent('author', this.staff(org, options.author), 'Author'),
          onBehalfOf: this.organization(org, origin),
        }
      : agent('author', this.organization(org, origin), 'Author');
    const agents = [author];
    if (org === 'county') {
      agents.push({
        type: {
          coding: [
            coding(
              'http://hl7.org/fhir/us/core/CodeSystem/us-core-provenance-participant-type',
              'transmitter',
              'Transmitter',
            ),
          ],
        },
        who: this.organization(org, 'county'),
      });
    }
    const id = this.newId(org);
    this.records[org].push({
      resourceType: 'Provenance',
      id,
      meta: this.#meta(org, { at: options.at, label: options.label }),
      target: [{ reference: target.ref }],
      recorded: this.#updated(options.at),
      agent: agents,
    });
  }
}

const member = (rec: Rec): TruthMember => ({ org: rec.org, ref: rec.ref });
const present = (recs: readonly (Rec | undefined)[]): Rec[] => recs.filter((rec) => rec !== undefined);

const SOURCE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...ORGS, ...OUTSIDE }).map(([key, { oid }]) => [key, `urn:oid:${oid}`]),
);

const PROFILES = new Map<string, readonly string[]>();

function usCore(name: string): readonly string[] {
  const known = PROFILES.get(name);
  if (known) return known;
  const made = frozen([`http://hl7.org/fhir/us/core/StructureDefinition/${name}`]);
  PROFILES.set(name, made);
  return made;
}

/** The kind of a fact that stands alone, by its resource type. */
const KIND: Readonly<Record<string, string>> = {
  Encounter: 'encounter',
  Condition: 'condition',
  AllergyIntolerance: 'allergy',
  MedicationRequest: 'medication',
  MedicationDispense: 'medication',
  MedicationStatement: 'medication',
  MedicationAdministration: 'medication',
  Observation: 'observation',
  DiagnosticReport: 'report',
  ImagingStudy: 'imaging',
  Procedure: 'procedure',
  Immunization: 'immunization',
  DocumentReference: 'document',
  ServiceRequest: 'referral',
  Task: 'referral',
  Appointment: 'appointment',
  CarePlan: 'plan',
  Goal: 'goal',
  CareTeam: 'care-team',
  QuestionnaireResponse: 'questionnaire',
  FamilyMemberHistory: 'family-history',
  Device: 'device',
  Coverage: 'coverage',
  ExplanationOfBenefit: 'claim',
  Consent: 'consent',
};

export const dayOf = (local: string): string => (local.length > 10 ? dayText(wallOf(local)) : local);
