import { describe, expect, it } from 'vitest';
import { detailsOf } from './details.ts';

const US_CORE = 'http://hl7.org/fhir/us/core/StructureDefinition/';
const said = (resource: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(detailsOf(resource as never).map(({ label, text }) => [label, text]));

describe('what is shown beside what a fact is made of', () => {
  it.each<[string, Record<string, unknown>, Record<string, string>]>([
    [
      'a visit',
      {
        resourceType: 'Encounter',
        priority: { text: 'Urgent' },
        length: { value: 140, unit: 'min' },
        hospitalization: { dischargeDisposition: { text: 'Home' }, admitSource: { text: 'Referral' } },
        location: [{ status: 'active', location: { display: 'Ward 3' } }],
        extension: [
          {
            url: `${US_CORE}us-core-interpreter-needed`,
            valueCoding: { system: 'http://snomed.info/sct', code: '373066001' },
          },
        ],
      },
      {
        Priority: 'Urgent',
        Length: '140 min',
        'Admitted from': 'Referral',
        'Discharged to': 'Home',
        'Status of the place': 'active',
        'Interpreter needed': 'yes',
      },
    ],
    [
      'an order',
      {
        resourceType: 'MedicationRequest',
        reportedBoolean: false,
        dispenseRequest: { numberOfRepeatsAllowed: 0, validityPeriod: { end: '2025-01' } },
        substitution: { allowedBoolean: true },
        dosageInstruction: [{ text: '1-0-1', patientInstruction: 'With food' }],
        extension: [
          {
            url: `${US_CORE}us-core-medication-adherence`,
            extension: [
              { url: 'medicationAdherence', valueCodeableConcept: { text: 'Partial' } },
              { url: 'dateAsserted', valueDateTime: '2023-08-11' },
            ],
          },
        ],
      },
      {
        Reported: 'no',
        Refills: '0',
        'May be dispensed': 'until 2025-01',
        Substitution: 'yes',
        Adherence: 'Partial, 2023-08-11',
        'For the patient': 'With food',
      },
    ],
    [
      'a problem',
      {
        resourceType: 'Condition',
        stage: [{ summary: { text: 'stage II' }, type: { text: 'Clinical' } }],
        evidence: [{ code: [{ text: 'Chest pain' }] }],
      },
      { Stage: 'stage II', 'Kind of stage': 'Clinical', Evidence: 'Chest pain' },
    ],
    [
      'a vaccination',
      {
        resourceType: 'Immunization',
        expirationDate: '2025-06-01',
        route: { text: 'i.m.' },
        fundingSource: { text: 'private' },
        reaction: [{ date: '2024-01-02', detail: { display: 'Fever' } }],
      },
      {
        Route: 'i.m.',
        Expires: '2025-06-01',
        'Paid by': 'private',
        Reaction: 'Fever',
        'Reaction on': '2024-01-02',
      },
    ],
    [
      'a document',
      {
        resourceType: 'DocumentReference',
        content: [{ format: { display: 'C-CDA' }, attachment: {} }],
        context: { facilityType: { text: 'Outpatient' }, practiceSetting: { text: 'Cardiology' } },
      },
      { Format: 'C-CDA', 'Kind of place': 'Outpatient', Practice: 'Cardiology' },
    ],
    [
      'a coverage',
      {
        resourceType: 'Coverage',
        costToBeneficiary: [{ type: { text: 'Visit' }, valueMoney: { value: 20.5, currency: 'USD' } }],
      },
      { 'Cost to the beneficiary': 'Visit, 20.5 USD' },
    ],
    [
      'a signature, without its bytes',
      {
        resourceType: 'QuestionnaireResponse',
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/questionnaireresponse-signature',
            valueSignature: { when: '2024-01-02T03:04:05Z', who: { display: 'Dr Ito' }, data: 'AAAA' },
          },
        ],
      },
      { Signed: '2024-01-02T03:04:05Z, Dr Ito' },
    ],
    ['nothing where there is nothing', { resourceType: 'Procedure' }, {}],
  ])('%s', (_what, resource, expected) => expect(said(resource)).toEqual(expected));
});

describe('who somebody is beside what identifies them', () => {
  const group = (name: string, text: string) => ({
    url: `${US_CORE}${name}`,
    extension: [
      { url: 'ombCategory', valueCoding: { code: '2028-9', display: 'Asian' } },
      { url: 'text', valueString: text },
    ],
  });
  const patient = {
    resourceType: 'Patient',
    id: 'p',
    name: [
      { use: 'official', family: 'Baxter', given: ['Amy'] },
      { use: 'old', family: 'Shaw', given: ['Amy'], period: { end: '2020-07-22' } },
    ],
    address: [
      { line: ['1 Main St'], city: 'Mounds' },
      { use: 'old', line: ['49 Meadow St'], city: 'Mounds', period: { start: '2016', end: '2020' } },
    ],
    communication: [{ language: { text: 'Spanish' }, preferred: true }, { language: { text: 'English' } }],
    extension: [
      group('us-core-race', 'Asian, White'),
      group('us-core-ethnicity', 'Not Hispanic'),
      { url: `${US_CORE}us-core-birthsex`, valueCode: 'F' },
    ],
  };
  const expected = {
    Race: 'Asian, White',
    Ethnicity: 'Not Hispanic',
    'Sex at birth': 'female',
    Languages: 'Spanish (preferred), English',
    'Other names': 'Amy Shaw (old, until 2020-07-22)',
    'Former addresses': '49 Meadow St, Mounds (old, 2016 to 2020)',
  };

  it('is told of their record', () => expect(said(patient)).toEqual(expected));
});
