/**
 * Code systems, and one shape for 'a thing that several vocabularies name'. Codes are public facts: LOINC (loinc.org,
 * free licence), RxNorm (US NLM, public domain), ICD-10-CM and CVX (US CDC, public domain), ICD-9-CM (US CMS, public
 * domain), SNOMED CT (SNOMED International; codes used here only as identifiers in synthetic data).
 */
import { frozen } from '../shared.ts';

export const SYSTEM = {
  loinc: 'http://loinc.org',
  snomed: 'http://snomed.info/sct',
  icd10: 'http://hl7.org/fhir/sid/icd-10-cm',
  icd9: 'http://hl7.org/fhir/sid/icd-9-cm',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  ndc: 'http://hl7.org/fhir/sid/ndc',
  atc: 'http://www.whocc.no/atc',
  cvx: 'http://hl7.org/fhir/sid/cvx',
  ucum: 'http://unitsofmeasure.org',
  npi: 'http://hl7.org/fhir/sid/us-npi',
  ssn: 'http://hl7.org/fhir/sid/us-ssn',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  confidentiality: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  identifierType: 'http://terminology.hl7.org/CodeSystem/v2-0203',
} as const;

export interface Coding {
  system?: string;
  code?: string;
  display?: string;
  userSelected?: boolean;
}

export interface CodeableConcept {
  coding?: Coding[];
  text?: string;
}

export const coding = (system: string, code: string, display?: string): Coding =>
  display === undefined ? { system, code } : { system, code, display };

export const concept = (text: string | undefined, ...codings: Coding[]): CodeableConcept => ({
  ...(codings.length > 0 ? { coding: codings } : {}),
  ...(text === undefined ? {} : { text }),
});

const HL7 = new Map<string, CodeableConcept>();

/** A concept of HL7's own terminology; shared, so frozen. */
export function hl7(name: string, code: string, display?: string): CodeableConcept {
  const key = `${name}|${code}|${display ?? ''}`;
  const known = HL7.get(key);
  if (known) return known;
  const made = frozen(
    concept(undefined, coding(`http://terminology.hl7.org/CodeSystem/${name}`, code, display)),
  );
  HL7.set(key, made);
  return made;
}

export const snomed = (code: string, display: string, text: string = display): CodeableConcept =>
  concept(text, coding(SYSTEM.snomed, code, display));
