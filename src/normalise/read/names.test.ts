import { describe, expect, it } from 'vitest';
import { factOf, read } from '../testing/read.ts';

const title = (resource: Record<string, unknown>): string => read(resource as never).fact?.title ?? '';
const code = (system: string, value: string, display?: string) => ({
  coding: [{ system, code: value, ...(display === undefined ? {} : { display }) }],
});
const LOINC = 'http://loinc.org';
const SCT = 'http://snomed.info/sct';
const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
const NULL_FLAVOR = 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor';

describe('what a code without words is called', () => {
  it.each([
    ['a problem', { resourceType: 'Condition', code: code(SCT, '195967001') }, 'Asthma (195967001)'],
    ['a lab', { resourceType: 'Observation', code: code(LOINC, '4548-4') }, 'HbA1c (4548-4)'],
    ['a vital sign', { resourceType: 'Observation', code: code(LOINC, '29463-7') }, 'Weight (29463-7)'],
    [
      'a vaccine',
      { resourceType: 'Immunization', vaccineCode: code('http://hl7.org/fhir/sid/cvx', '208') },
      'COVID-19 (208)',
    ],
    [
      'an allergy to a drug, by an OID',
      { resourceType: 'AllergyIntolerance', code: code('urn:oid:2.16.840.1.113883.6.88', '1191') },
      'Aspirin (1191)',
    ],
    [
      'a medication',
      {
        resourceType: 'MedicationRequest',
        medicationCodeableConcept: code('http://www.nlm.nih.gov/research/umls/rxnorm', '11289'),
      },
      'Warfarin (11289)',
    ],
    [
      'a document',
      { resourceType: 'Composition', type: code(LOINC, '34133-9') },
      'Summary of care (34133-9)',
    ],
    ['a code that nothing knows', { resourceType: 'Observation', code: code(LOINC, '99504-3') }, '99504-3'],
    [
      'one that its kind has to explain',
      { resourceType: 'Consent', category: [code('urn:x', 'npp')] },
      'Consent: npp',
    ],
    ['a type as a word', { resourceType: 'MolecularSequence', type: 'dna' }, 'Molecular sequence: dna'],
  ])('%s', (_what, resource, expected) => expect(title(resource)).toBe(expected));

  it('is not told where two codes say two things', () => {
    const both = { coding: [...code(SCT, '195967001').coding, ...code(SCT, '44054006').coding] };
    expect(title({ resourceType: 'Condition', code: both })).toBe('195967001');
  });

  it('does not touch what the source calls it', () => {
    expect(title({ resourceType: 'Condition', code: code(SCT, '195967001', 'Asma') })).toBe('Asma');
  });
});

describe('a filler is no name', () => {
  it.each([
    [
      'a type that is unknown',
      { resourceType: 'Encounter', class: { code: 'EMER' }, type: [code(ABSENT, 'unknown', 'unknown')] },
      'Emergency visit',
    ],
    [
      'a class that is unknown',
      { resourceType: 'Encounter', class: { system: ABSENT, code: 'unknown' } },
      'Visit',
    ],
    ['a null flavour', { resourceType: 'DocumentReference', type: code(NULL_FLAVOR, 'UNK') }, 'Document'],
    [
      '‘other’ with its text',
      {
        resourceType: 'Condition',
        code: { ...code(NULL_FLAVOR, 'OTH'), text: 'Hereditary fructose intolerance' },
      },
      'Hereditary fructose intolerance',
    ],
    [
      'an address is none either',
      { resourceType: 'DeviceRequest', codeReference: { reference: 'Device/9' } },
      'Request not named',
    ],
  ])('%s', (_what, resource, expected) => expect(title(resource)).toBe(expected));

  it('as a value says why there is none', () => {
    const { value } = factOf('observation', {
      resourceType: 'Observation',
      valueCodeableConcept: code(NULL_FLAVOR, 'ASKU'),
    });
    expect(value).toEqual({ kind: 'absent', reason: 'asked-unknown' });
  });
});

describe('names that people gave', () => {
  it.each([
    [
      'Account',
      { resourceType: 'Account', type: { text: 'patient' }, name: 'Inpatient: Ida Berg' },
      'Inpatient: Ida Berg',
    ],
    [
      'List',
      { resourceType: 'List', title: 'Allergies of Ida', code: code(LOINC, '48765-2') },
      'Allergies of Ida',
    ],
    [
      'a contained questionnaire',
      {
        resourceType: 'QuestionnaireResponse',
        questionnaire: '#q',
        contained: [{ resourceType: 'Questionnaire', id: 'q', title: 'PHQ-9' }],
      },
      'PHQ-9',
    ],
    [
      'the end of an address',
      { resourceType: 'QuestionnaireResponse', questionnaire: 'http://x/AUDIT-C|1' },
      'Questionnaire AUDIT-C',
    ],
  ])('%s', (_what, resource, expected) => expect(title(resource)).toBe(expected));
});

describe('what is written otherwise', () => {
  it('a status in capitals is the standard’s', () => {
    const retracted = { resourceType: 'Condition', verificationStatus: { text: 'Entered in Error' } };
    expect(factOf('condition', retracted).status).toMatchObject({ retracted: true, standing: 'unknown' });
    expect(
      factOf('immunization', { resourceType: 'Immunization', status: 'COMPLETED' }).status,
    ).toMatchObject({
      code: 'completed',
      standing: 'ended',
    });
  });

  it('two values and two times are said to be two', () => {
    const { problems } = read({
      resourceType: 'Observation',
      valueString: 'a',
      valueInteger: 5,
      effectiveDateTime: '2020',
      effectivePeriod: { start: '2018' },
    });
    expect(problems.map(({ path }) => path)).toEqual(['Observation.value', 'Observation.effectivePeriod']);
  });
});
