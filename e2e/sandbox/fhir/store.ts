import type { FhirResource } from '../world/index.ts';
import { spanOf, type Span } from './dates.ts';
import { indexedParameters, mainDate } from './parameters.ts';
import { serialise } from './serialise.ts';

/** One resource, serialised once, with what searches ask of it. */
export interface StoredRecord {
  readonly type: string;
  readonly id: string;
  readonly json: string;
  readonly resource: FhirResource;
  /** Patients whose compartment holds it; empty for what belongs to nobody (Practitioner, Organization, …). */
  patients: readonly string[];
  /** The type's own date; null where it has none. */
  readonly span: Span | null;
  readonly updated: number;
  readonly version: string;
  readonly order: number;
  /** By search parameter, as they are first asked for. */
  readonly tokens: Record<string, readonly string[] | undefined>;
}

const PATIENT_ELEMENTS = [
  'subject',
  'patient',
  'beneficiary',
  'for',
  'individual',
  'participant',
  'target',
  'entity',
];
const PATIENT_BOUND = new Set(
  [
    'AllergyIntolerance Appointment CarePlan CareTeam Condition Consent Coverage Device DiagnosticReport',
    'DocumentReference Encounter ExplanationOfBenefit FamilyMemberHistory Goal ImagingStudy Immunization',
    'MedicationAdministration MedicationDispense MedicationRequest MedicationStatement Observation Patient Procedure',
    'Provenance QuestionnaireResponse RelatedPerson ServiceRequest Specimen Task Binary AuditEvent Media Flag Basic',
  ].flatMap((line) => line.split(' ')),
);

export const isPatientBound = (type: string): boolean => PATIENT_BOUND.has(type);

/** Everything one organisation holds, by type, by patient and type, and by id. */
export class Store {
  readonly #byRef = new Map<string, StoredRecord>();
  readonly #byType = new Map<string, StoredRecord[]>();
  readonly #byPatient = new Map<string, Map<string, StoredRecord[]>>();
  readonly #dated = new Map<string, readonly StoredRecord[]>();
  readonly #provenanceOf = new Map<string, StoredRecord[]>();
  readonly #defaultUpdated: string;
  /** Grows with each write, so that what was computed before can be told to be old. */
  revision = 0;

  constructor(resources: readonly FhirResource[], defaultUpdated = '2024-06-01T06:00:00.000Z') {
    this.#defaultUpdated = defaultUpdated;
    const records = resources.map((resource) => this.#file(resource));
    // Compartments that go through another resource can be known only when all are filed.
    for (const record of records) if (record.type === 'Provenance') this.#bindProvenance(record);
    for (const record of records) if (record.type === 'DocumentReference') this.#bindBinaries(record);
    for (const record of records) this.#fileByPatient(record);
    for (const record of records) warm(record);
    for (const [patient, types] of this.#byPatient) {
      for (const [type, { length }] of types) if (length > 1000) this.byDate(patient, type, true);
    }
  }

  get types(): string[] {
    return [...this.#byType.keys()].sort();
  }

  get size(): number {
    return this.#byRef.size;
  }

  get(type: string, id: string): StoredRecord | null {
    return this.#byRef.get(`${type}/${id}`) ?? null;
  }

  ofType(type: string): readonly StoredRecord[] {
    return this.#byType.get(type) ?? [];
  }

  ofPatient(patient: string, type: string): readonly StoredRecord[] {
    return this.#byPatient.get(patient)?.get(type) ?? [];
  }

  /** A patient's records of a type by the type's own date; what has none comes last in either direction. */
  byDate(patient: string, type: string, newestFirst: boolean): readonly StoredRecord[] {
    const key = `${newestFirst ? '-' : '+'}${patient}/${type}`;
    const known = this.#dated.get(key);
    const records = this.ofPatient(patient, type);
    if (known?.length === records.length) return known;
    const sign = newestFirst ? -1 : 1;
    const dated = records
      .map((record) => ({ record, at: startOf(record.span) }))
      .sort((a, b) => {
        if (a.at === b.at) return a.record.order - b.record.order;
        if (a.at === null) return 1;
        if (b.at === null) return -1;
        return (a.at - b.at) * sign;
      })
      .map(({ record }) => record);
    this.#dated.set(key, dated);
    return dated;
  }

  allOfPatient(patient: string): readonly StoredRecord[] {
    return [...(this.#byPatient.get(patient)?.values() ?? [])].flat();
  }

  provenanceOf(record: StoredRecord): readonly StoredRecord[] {
    return this.#provenanceOf.get(`${record.type}/${record.id}`) ?? [];
  }

  add(resource: FhirResource): StoredRecord {
    const record = this.#file(resource);
    if (record.type === 'Provenance') this.#bindProvenance(record);
    this.#fileByPatient(record);
    this.revision++;
    return record;
  }

  /** Deleted as an EHR deletes: from then on nothing finds it. */
  remove(type: string, id: string): void {
    const record = this.get(type, id);
    if (!record) return;
    this.#byRef.delete(`${type}/${id}`);
    const lists = [
      this.#byType.get(type),
      ...record.patients.map((patient) => this.#byPatient.get(patient)?.get(type)),
      ...this.#provenanceOf.values(),
    ];
    for (const list of lists) {
      const at = list?.indexOf(record) ?? -1;
      if (at >= 0) list?.splice(at, 1);
    }
    this.#dated.clear();
    this.revision++;
  }

  /** A merged-away Patient and the one that took its place are one person, to a token as to a clinician. */
  samePerson(patient: string): ReadonlySet<string> {
    const same = new Set([patient]);
    const links = this.get('Patient', patient)?.resource['link'];
    for (const link of Array.isArray(links) ? links : []) {
      const { type, other } = (link ?? {}) as { type?: unknown; other?: unknown };
      const id = localId(referenceOf(other), 'Patient');
      if (id !== null && (type === 'replaced-by' || type === 'replaces')) same.add(id);
    }
    return same;
  }

  #file(given: FhirResource): StoredRecord {
    const resource = this.#withMeta(given);
    const { resourceType: type, id } = resource;
    const main = mainDate(type);
    const meta = resource['meta'] as { lastUpdated: string; versionId: string };
    const record: StoredRecord = {
      type,
      id,
      json: serialise(resource),
      resource,
      patients: patientsIn(resource),
      span: main === null ? null : dateOf(resource, indexedParameters(type).dates[main] ?? []),
      updated: Date.parse(meta.lastUpdated),
      version: meta.versionId,
      order: this.#byRef.size,
      // The shape all records share from the start: looking these up is what a search spends its time on.
      tokens: { category: undefined, code: undefined, status: undefined },
    };
    this.#byRef.set(`${type}/${id}`, record);
    const ofType = this.#byType.get(type);
    if (ofType) ofType.push(record);
    else this.#byType.set(type, [record]);
    return record;
  }

  #withMeta(resource: FhirResource): FhirResource {
    const given = resource['meta'];
    const meta = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
    const { versionId, lastUpdated } = meta;
    if (typeof lastUpdated === 'string' && typeof versionId === 'string') return resource;
    const { resourceType, id, ...rest } = resource;
    return {
      resourceType,
      id,
      ...rest,
      meta: {
        ...meta,
        versionId: typeof versionId === 'string' ? versionId : '1',
        lastUpdated: typeof lastUpdated === 'string' ? lastUpdated : this.#defaultUpdated,
      },
    };
  }

  #bindProvenance(record: StoredRecord): void {
    const targets = record.resource['target'];
    const patients = new Set(record.patients);
    for (const target of Array.isArray(targets) ? targets : []) {
      const reference = referenceOf(target);
      if (typeof reference !== 'string') continue;
      const found = this.#byRef.get(reference);
      for (const patient of found?.patients ?? []) patients.add(patient);
      const known = this.#provenanceOf.get(reference);
      if (known) known.push(record);
      else this.#provenanceOf.set(reference, [record]);
    }
    record.patients = [...patients];
  }

  #bindBinaries(record: StoredRecord): void {
    const content = record.resource['content'];
    for (const part of Array.isArray(content) ? content : []) {
      const { attachment } = (part ?? {}) as { attachment?: { url?: unknown } | null };
      const binary = this.get('Binary', localId(attachment?.url, 'Binary') ?? '');
      if (binary) binary.patients = [...new Set([...binary.patients, ...record.patients])];
    }
  }

  #fileByPatient(record: StoredRecord): void {
    for (const patient of record.patients) {
      const types = this.#byPatient.get(patient) ?? new Map<string, StoredRecord[]>();
      this.#byPatient.set(patient, types);
      const records = types.get(record.type);
      if (records) records.push(record);
      else types.set(record.type, [record]);
    }
  }
}

/** `reference` of whatever stands where a Reference should. */
export const referenceOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { reference?: unknown }).reference : undefined;

/** `Patient/7` or `https://…/fhir/Patient/7` → 7. What a store holds may be spoilt: only text can be a reference. */
export function localId(reference: unknown, type: string): string | null {
  if (typeof reference !== 'string') return null;
  const match = /(?:^|\/)([A-Za-z]+)\/([^/|]+)$/.exec(reference);
  return match && match[1] === type ? (match[2] ?? null) : null;
}

interface PatientLike {
  readonly reference?: string;
  readonly actor?: { readonly reference?: string };
  readonly what?: { readonly reference?: string };
}

function patientsIn(resource: FhirResource): readonly string[] {
  if (resource.resourceType === 'Patient') return [resource.id];
  const ids = new Set<string>();
  for (const name of PATIENT_ELEMENTS) {
    const value = resource[name];
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one !== 'object' || one === null) continue;
      const { reference, actor, what } = one as PatientLike;
      const id = localId(reference ?? actor?.reference ?? what?.reference, 'Patient');
      if (id !== null) ids.add(id);
    }
  }
  return [...ids];
}

function valueAt(resource: FhirResource, path: string): unknown {
  let value: unknown = resource;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

export function dateOf(resource: FhirResource, paths: readonly string[]): Span | null {
  for (const path of paths) {
    const span = spanOf(valueAt(resource, path));
    if (span) return span;
  }
  return null;
}

/** The tokens nearly every search asks for, found before the first one is timed. */
function warm(record: StoredRecord): void {
  const { tokens } = indexedParameters(record.type);
  for (const name of ['category', 'code', 'status']) {
    const paths = tokens[name];
    if (paths) tokensOf(record, name, paths);
  }
}

/** `system|code` of every coding under the parameter's elements, found once a record. */
export function tokensOf(record: StoredRecord, name: string, paths: readonly string[]): readonly string[] {
  const known = record.tokens[name];
  if (known) return known;
  const found: string[] = [];
  for (const path of paths) collectTokens(valueAt(record.resource, path), found);
  const tokens = shared(found);
  record.tokens[name] = tokens;
  return tokens;
}

const lists = new Map<string, readonly string[]>();

/** One list for all records that bear the same tokens, so that a condition is tried once a list, not once a record. */
function shared(tokens: readonly string[]): readonly string[] {
  const key = tokens.join('\n');
  const known = lists.get(key);
  if (known) return known;
  lists.set(key, tokens);
  return tokens;
}

function collectTokens(value: unknown, into: string[]): void {
  if (typeof value === 'string') into.push(`|${value}`);
  else if (Array.isArray(value)) for (const one of value) collectTokens(one, into);
  else if (typeof value === 'object' && value !== null) {
    const { coding, system, code, value: identifier } = value as Record<string, unknown>;
    if (Array.isArray(coding)) collectTokens(coding, into);
    const text = code ?? identifier;
    if (typeof text === 'string') into.push(`${typeof system === 'string' ? system : ''}|${text}`);
  }
}

/** Where a span is put in an order by date: at its start, or, where that is open, at its end. */
export const startOf = (span: Span | null): number | null =>
  span === null ? null : Number.isFinite(span.low) ? span.low : span.high;
