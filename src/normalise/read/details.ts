import type { JsonObject } from '../../base/index.ts';
import type { Particular } from '../../record/index.ts';
import { textOrExtension } from './extension-words.ts';
import { personDetails } from './person-details.ts';
import { plainText } from './reader.ts';
import { particularsOf, type Labelled } from './words.ts';

/**
 * What a type says beside what its fact is made of: US Core asks that it be shown, and nothing is computed with it.
 * A path that begins with `extension:` is read from the extension of that address.
 */
const US_CORE = 'extension:http://hl7.org/fhir/us/core/StructureDefinition/';
const R5 = 'extension:http://hl7.org/fhir/5.0/StructureDefinition/';

const dosage = (key: string): readonly Labelled[] => [
  ['For the patient', `${key}.patientInstruction`],
  ['Additional instruction', `${key}.additionalInstruction`],
  ['Site', `${key}.site`],
  ['Method', `${key}.method`],
  ['As needed for', `${key}.asNeededCodeableConcept`, `${key}.asNeededFor`],
  ['At most', `${key}.maxDosePerPeriod`],
];

const DETAILS: ReadonlyMap<string, readonly Labelled[]> = new Map<string, readonly Labelled[]>([
  [
    'Encounter',
    [
      ['Priority', 'priority'],
      ['Length', 'length'],
      ['Admitted from', 'hospitalization.admitSource', 'admission.admitSource'],
      ['Discharged to', 'hospitalization.dischargeDisposition', 'admission.dischargeDisposition'],
      ['Status of the place', 'location.status'],
      ['Interpreter needed', `${US_CORE}us-core-interpreter-needed`],
      ['Service', 'serviceType'],
    ],
  ],
  [
    'Condition',
    [
      ['Stage', 'stage.summary', 'stage.assessment'],
      ['Kind of stage', 'stage.type'],
      ['Evidence', 'evidence.code', 'evidence.concept'],
    ],
  ],
  [
    'Observation',
    [
      ['Device', 'device.display'],
      ['Derived from', 'derivedFrom.display'],
      ['Focus', 'focus'],
    ],
  ],
  [
    'AllergyIntolerance',
    [
      ['Last occurrence', 'lastOccurrence', 'lastOccurence'],
      ['Reaction', 'reaction.description'],
      ['Reaction began', 'reaction.onset'],
      ['Exposure', 'reaction.exposureRoute'],
    ],
  ],
  [
    'MedicationRequest',
    [
      ['Reported', 'reportedReference', 'reportedBoolean', 'reported', 'informationSource'],
      ['Refills', 'dispenseRequest.numberOfRepeatsAllowed'],
      ['May be dispensed', 'dispenseRequest.validityPeriod'],
      ['Substitution', 'substitution.allowedCodeableConcept', 'substitution.allowedBoolean'],
      ['Adherence', `${US_CORE}us-core-medication-adherence`],
      ['Priority', 'priority'],
      ['Course', 'courseOfTherapyType'],
      ...dosage('dosageInstruction'),
    ],
  ],
  [
    'MedicationDispense',
    [
      ['Kind of supply', 'type'],
      ['Dispensed at', 'location.display', 'destination.display'],
      ['Received by', 'receiver'],
      ['Substituted', 'substitution.wasSubstituted'],
      ...dosage('dosageInstruction'),
    ],
  ],
  [
    'MedicationStatement',
    [['Adherence', `${US_CORE}us-core-medication-adherence`, 'adherence.code'], ...dosage('dosage')],
  ],
  [
    'MedicationAdministration',
    [
      ['Device', 'device.display'],
      ['Site', 'dosage.site'],
      ['Method', 'dosage.method'],
    ],
  ],
  [
    'Procedure',
    [
      ['Used', 'usedCode', 'usedReference.display', 'used'],
      ['Follow-up', 'followUp'],
      ['Complication', 'complication', 'complicationDetail.display'],
    ],
  ],
  [
    'Immunization',
    [
      ['Route', 'route'],
      ['Dose', 'doseQuantity'],
      ['Expires', 'expirationDate'],
      ['Series', 'protocolApplied.series'],
      ['Against', 'protocolApplied.targetDisease'],
      ['Paid by', 'fundingSource'],
      ['Eligibility', 'programEligibility'],
      ['Reaction', 'reaction.detail.display', 'reaction.manifestation'],
      ['Reaction on', 'reaction.date'],
      ['Information given', 'education.documentType', 'education.reference'],
    ],
  ],
  [
    'DiagnosticReport',
    [
      ['Comment on an image', 'media.comment'],
      ['Specimen', 'specimen.display'],
    ],
  ],
  [
    'DocumentReference',
    [
      ['Format', 'content.format', 'content.profile.valueCoding'],
      ['Kind of place', 'context.facilityType', 'facilityType'],
      ['Practice', 'context.practiceSetting', 'practiceSetting'],
      ['Event', 'context.event', 'event'],
      ['Authenticated', `${US_CORE}us-core-authentication-time`],
      ['Attested', 'attester', `${R5}extension-DocumentReference.attester`],
    ],
  ],
  [
    'QuestionnaireResponse',
    [['Signed', 'extension:http://hl7.org/fhir/StructureDefinition/questionnaireresponse-signature']],
  ],
  [
    'Coverage',
    [
      ['Cost to the beneficiary', 'costToBeneficiary'],
      ['Order', 'order'],
    ],
  ],
  [
    'PractitionerRole',
    [
      ['Available', 'availableTime', 'availability.availableTime'],
      ['Availability', 'availabilityExceptions'],
      ['Places', 'location.display'],
      ['Endpoint', 'endpoint.display', 'endpoint.reference'],
    ],
  ],
  ['RelatedPerson', [['Period', 'period']]],
  [
    'Location',
    [
      ['Description', 'description'],
      ['Operational status', 'operationalStatus'],
      ['Managed by', 'managingOrganization.display'],
      ['Open', 'hoursOfOperation'],
    ],
  ],
  [
    'Specimen',
    [
      ['Collected', 'collection.collectedDateTime', 'collection.collectedPeriod'],
      ['From', 'collection.bodySite', 'collection.bodySiteCodeableConcept'],
      ['Method', 'collection.method'],
      ['Received', 'receivedTime'],
      ['Condition', 'condition'],
      ['Accession number', 'accessionIdentifier.value'],
    ],
  ],
]);

/** Read when somebody opens the record, from the record as it came: nothing of it is kept by the hundred thousand. */
export function detailsOf(resource: JsonObject): readonly Particular[] {
  const type = plainText(resource['resourceType']) ?? '';
  return type === 'Patient'
    ? personDetails(resource)
    : particularsOf(resource, DETAILS.get(type) ?? [], textOrExtension);
}
