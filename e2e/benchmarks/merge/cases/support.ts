/** Small FHIR resources in one line each, merged as the command line would: what the named cases are written in. */
import type { JsonObject } from '../../../../src/base/index.ts';
import { startReading } from '../../../../src/cli/source.ts';
import { mergeFacts } from '../../../../src/merge/index.ts';
import { sourceId, type Merged } from '../../../../src/record/index.ts';

const SYSTEMS: Readonly<Record<string, string>> = {
  loinc: 'http://loinc.org',
  sct: 'http://snomed.info/sct',
  icd10: 'http://hl7.org/fhir/sid/icd-10-cm',
  icd9: 'http://hl7.org/fhir/sid/icd-9-cm',
  rx: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  ndc: 'http://hl7.org/fhir/sid/ndc',
  atc: 'http://www.whocc.no/atc',
  cvx: 'http://hl7.org/fhir/sid/cvx',
  cpt: 'http://www.ama-assn.org/go/cpt',
  unii: 'http://fdasis.nlm.nih.gov',
  local: 'urn:oid:1.2.840.114350.1.13.99.2.7',
};

type More = Record<string, unknown>;

let next = 0;
const resource = (resourceType: string, fields: More): JsonObject =>
  ({
    resourceType,
    id: `r${++next}`,
    subject: { reference: 'Patient/p' },
    ...fields,
  }) as unknown as JsonObject;

/** 'loinc:2345-7|Glucose', 'local:GLU', or plain text: codings first, the last plain word is the text. */
export function cc(...parts: string[]): JsonObject {
  const coding = parts.flatMap((part) => {
    const match = /^([a-z0-9]+):([^|]+)(?:\|(.*))?$/.exec(part);
    const system = match === null ? undefined : SYSTEMS[match[1] ?? ''];
    if (match === null || system === undefined) return [];
    return [{ system, code: match[2] ?? '', ...(match[3] === undefined ? {} : { display: match[3] }) }];
  });
  const text = parts.find((part) => SYSTEMS[/^([a-z0-9]+):/.exec(part)?.[1] ?? ''] === undefined);
  return { ...(coding.length === 0 ? {} : { coding }), ...(text === undefined ? {} : { text }) };
}

/** '110 mg/dL' with its UCUM code, '110' without any unit, '<5 ng/L'; what is no number is text. */
export function value(text: string, withCode = true): More {
  const match = /^(<=|>=|<|>)?\s*(-?\d+(?:\.\d+)?)(?:\s+(.+))?$/.exec(text);
  if (match === null) return { valueString: text };
  const [, comparator, digits, unit] = match;
  return {
    valueQuantity: {
      value: Number(digits),
      ...(comparator === undefined ? {} : { comparator }),
      ...(unit === undefined ? {} : { unit }),
      ...(unit === undefined || !withCode ? {} : { system: 'http://unitsofmeasure.org', code: unit }),
    },
  };
}

const NOON = '2024-03-14T12:00:00-05:00';

export const obs = (code: JsonObject, of: string | More, more: More = {}): JsonObject =>
  resource('Observation', {
    status: 'final',
    code,
    effectiveDateTime: NOON,
    ...(typeof of === 'string' ? value(of) : of),
    ...more,
  });

export const order = (drug: JsonObject, more: More = {}): JsonObject =>
  resource('MedicationRequest', {
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: drug,
    authoredOn: '2024-01-10',
    ...more,
  });

export const taken = (drug: JsonObject, more: More = {}): JsonObject =>
  resource('MedicationStatement', {
    status: 'active',
    medicationCodeableConcept: drug,
    effectivePeriod: { start: '2024-01-10' },
    ...more,
  });

export const dispense = (drug: JsonObject, more: More = {}): JsonObject =>
  resource('MedicationDispense', {
    status: 'completed',
    medicationCodeableConcept: drug,
    whenHandedOver: '2024-01-12',
    daysSupply: { value: 90, unit: 'd', system: 'http://unitsofmeasure.org', code: 'd' },
    ...more,
  });

const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const VERIFIED = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
const coded = (system: string, code: string): More => ({ coding: [{ system, code }] });

export const problem = (code: JsonObject, more: More = {}, standing = 'active', verified = 'confirmed') =>
  resource('Condition', {
    clinicalStatus: coded(CLINICAL, standing),
    verificationStatus: coded(VERIFIED, verified),
    category: [coded('http://terminology.hl7.org/CodeSystem/condition-category', 'problem-list-item')],
    code,
    ...more,
  });

export const diagnosis = (code: JsonObject, more: More = {}) =>
  problem(code, {
    category: [coded('http://terminology.hl7.org/CodeSystem/condition-category', 'encounter-diagnosis')],
    ...more,
  });

const ALLERGY = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical';
const ALLERGY_VERIFIED = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification';

export const allergy = (code: JsonObject, more: More = {}, standing = 'active', verified = 'confirmed') => {
  const { subject, ...fields } = resource('AllergyIntolerance', {
    clinicalStatus: coded(ALLERGY, standing),
    verificationStatus: coded(ALLERGY_VERIFIED, verified),
    code,
    ...more,
  });
  return { ...fields, patient: subject } as JsonObject;
};

export const shot = (code: JsonObject, on: string, more: More = {}): JsonObject => {
  const { subject, ...fields } = resource('Immunization', {
    status: 'completed',
    vaccineCode: code,
    occurrenceDateTime: on,
    ...more,
  });
  return { ...fields, patient: subject } as JsonObject;
};

export const done = (code: JsonObject, on: string | null, more: More = {}): JsonObject =>
  resource('Procedure', {
    status: 'completed',
    code,
    ...(on === null ? {} : { performedDateTime: on }),
    ...more,
  });

export const given = (drug: JsonObject, at: string): JsonObject =>
  resource('MedicationAdministration', {
    status: 'completed',
    medicationCodeableConcept: drug,
    effectiveDateTime: at,
  });

export const visit = (start: string | null, end: string | null, more: More = {}, sort = 'AMB'): JsonObject =>
  resource('Encounter', {
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: sort },
    period: { ...(start === null ? {} : { start }), ...(end === null ? {} : { end }) },
    ...more,
  });

export const report = (code: JsonObject, more: More = {}): JsonObject =>
  resource('DiagnosticReport', { status: 'final', code, effectiveDateTime: NOON, ...more });

export const paper = (title: string, hash: string | null, more: More = {}): JsonObject =>
  resource('DocumentReference', {
    status: 'current',
    type: cc('loinc:11506-3|Progress note'),
    date: NOON,
    content: [
      {
        attachment: {
          contentType: 'application/pdf',
          title,
          url: 'Binary/1',
          ...(hash === null ? {} : { hash }),
        },
      },
    ],
    ...more,
  });

export const place = (name: string): More => ({ serviceProvider: { display: name } });
export const by = (name: string): More => ({ performer: [{ actor: { display: name }, display: name }] });
export const number = (text: string, system = 'urn:oid:1.2.3.4'): More => ({
  identifier: [{ system, value: text }],
});

/** What the sources say together; each list is one source, named A, B, C in turn. */
export function merge(...sources: (readonly JsonObject[])[]): readonly Merged[] {
  const facts = sources.flatMap((resources, i) => {
    const reading = startReading(sourceId('ABCDEF'[i] ?? 'Z'));
    for (const resource of resources) reading.take({ resource, fullUrl: null, deleted: null });
    return reading.end().facts;
  });
  const { facts: merged } = mergeFacts(facts);
  return merged;
}

/**
 * What became of the records: their number in each fact, with the fields in conflict, and how facts are related.
 * '2[status]' is one fact of two members that disagree on status; '1 1 possibly-same' are two that may be one.
 */
export function said(...sources: (readonly JsonObject[])[]): string {
  const merged = merge(...sources);
  const groups = merged
    .map(
      (m) =>
        `${m.members.length}${m.conflicts.length > 0 ? `[${m.conflicts.map((c) => c.field).join(' ')}]` : ''}`,
    )
    .sort()
    .reverse();
  const relations = [...new Set(merged.flatMap((m) => m.related.map((r) => r.kind)))].sort();
  return [...groups, ...relations].join(' ');
}
