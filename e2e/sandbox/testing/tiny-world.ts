import type { FhirResource, OrgKey, World, WorldPerson } from '../world/index.ts';

/** A world of three people and a few records: enough to test servers with, too small to test a timeline with. */
export function tinyWorld(observations = 12): World {
  const orgs: readonly OrgKey[] = ['general', 'riverside', 'county', 'valley'];
  const resources = Object.fromEntries(
    orgs.map((org) => [
      org,
      [...common(org), ...PEOPLE.flatMap((person) => recordsOf(person, org, observations))],
    ]),
  ) as unknown as World['resources'];
  return {
    seed: 0,
    resources,
    people: PEOPLE.map(({ key, given, family, birthDate, gender }): WorldPerson => ({
      key,
      name: `${given} ${family}`,
      birthDate,
      gender,
      story: `${given} is invented, and has a few laboratory results.`,
      ids: Object.fromEntries(orgs.map((org) => [org, idAt(key, org)])),
      truth: [],
      contradictions: [],
      relations: [],
    })),
  };
}

interface Person {
  readonly key: string;
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly gender: string;
}

const PEOPLE: readonly Person[] = [
  { key: 'ines', given: 'Ines', family: 'Moreau', birthDate: '1961-03-14', gender: 'female' },
  { key: 'tom', given: 'Tom', family: 'Birch', birthDate: '1985-11-02', gender: 'male' },
  { key: 'lena', given: 'Lena', family: 'Moreau', birthDate: '1990-07-21', gender: 'female' },
];

export const idAt = (key: string, org: OrgKey): string => `${org[0] ?? ''}-${key}`;

const common = (org: OrgKey): FhirResource[] => [
  { resourceType: 'Organization', id: `${org}-org`, name: `Organisation ${org}` },
  { resourceType: 'Medication', id: 'metformin', code: { text: 'Metformin 500 mg tablet' } },
];

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const LOINC = 'http://loinc.org';
const CODES = ['4548-4', '718-7', '8867-4'] as const;

function recordsOf(person: Person, org: OrgKey, observations: number): FhirResource[] {
  const patient = idAt(person.key, org);
  const subject = { reference: `Patient/${patient}` };
  const at = (i: number) => new Date(Date.UTC(2020, 0, 1, 8, 30) + i * 5 * 86_400_000).toISOString();
  return [
    {
      resourceType: 'Patient',
      id: patient,
      identifier: [{ system: `urn:${org}:mrn`, value: `${org}-${person.key}-mrn` }],
      name: [{ family: person.family, given: [person.given] }],
      gender: person.gender,
      birthDate: person.birthDate,
    },
    ...Array.from({ length: observations }, (_, i) => observation(`${patient}-o${i}`, subject, at(i), i)),
    { ...observation(`${patient}-undated`, subject, '', 1) },
    {
      resourceType: 'Condition',
      id: `${patient}-c1`,
      subject,
      clinicalStatus: coded('http://terminology.hl7.org/CodeSystem/condition-clinical', 'active'),
      category: [coded('http://terminology.hl7.org/CodeSystem/condition-category', 'problem-list-item')],
      code: coded('http://snomed.info/sct', '44054006'),
      onsetDateTime: '2015',
    },
    {
      resourceType: 'MedicationRequest',
      id: `${patient}-m1`,
      status: 'active',
      intent: 'order',
      subject,
      medicationReference: { reference: 'Medication/metformin' },
      authoredOn: '2020-02-01T09:00:00Z',
    },
    {
      resourceType: 'Encounter',
      id: `${patient}-e1`,
      status: 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
      subject,
      period: { start: '2020-01-01T08:00:00Z', end: '2020-01-01T09:00:00Z' },
    },
    {
      resourceType: 'DocumentReference',
      id: `${patient}-d1`,
      status: 'current',
      subject,
      date: '2020-03-01T10:00:00Z',
      content: [{ attachment: { contentType: 'text/plain', url: `Binary/${patient}-b1` } }],
    },
    {
      resourceType: 'Binary',
      id: `${patient}-b1`,
      contentType: 'text/plain',
      data: Buffer.from(`A letter about ${person.given}.`).toString('base64'),
    },
    {
      resourceType: 'Provenance',
      id: `${patient}-p1`,
      target: [{ reference: `Observation/${patient}-o0` }],
      recorded: '2020-01-01T08:31:00Z',
      agent: [{ who: { reference: `Organization/${org}-org` } }],
    },
  ];
}

const coded = (system: string, code: string) => ({ coding: [{ system, code }] });

function observation(id: string, subject: object, at: string, i: number): FhirResource {
  return {
    resourceType: 'Observation',
    id,
    status: i % 7 === 6 ? 'entered-in-error' : 'final',
    category: [coded(CATEGORY, i % 3 === 2 ? 'vital-signs' : 'laboratory')],
    code: coded(LOINC, CODES[i % 3] ?? '4548-4'),
    subject,
    ...(at === '' ? {} : { effectiveDateTime: at }),
    // Marked: its digits must leave as 70.10.
    valueQuantity: { value: i === 0 ? '\u000170.10' : 70 + i, unit: 'mmol/mol', code: 'mmol/mol' },
  };
}
