import type { TestResource } from './server.ts';

const subject = (id: string) => ({ reference: `Patient/${id}` });
const day = (n: number): string => new Date(Date.UTC(2024, 0, 1) - n * 86_400_000).toISOString().slice(0, 10);

/** A synthetic patient with a few of everything; `observations` says how large. */
export function somePatient(id: string, observations: number): TestResource[] {
  const category = (code: string) => [{ coding: [{ code }] }];
  const kinds = ['laboratory', 'vital-signs', 'social-history', 'survey'];
  const of = (resourceType: string, n: number, more: Record<string, unknown>): TestResource => ({
    resourceType,
    id: `${resourceType.toLowerCase().slice(0, 6)}-${id}-${n}`,
    meta: { versionId: '1' },
    ...more,
  });
  const many = (count: number, make: (n: number) => TestResource) =>
    Array.from({ length: count }, (_, n) => make(n));
  const person = subject(id);
  const provenance = many(3, (n) =>
    of('Provenance', n, { ofPatient: id, target: [{ reference: `Observation/observ-${id}-${n}` }] }),
  );
  return [
    { resourceType: 'Patient', id, generalPractitioner: [{ reference: 'Practitioner/dr-a' }] },
    ...many(observations, (n) =>
      of('Observation', n, {
        subject: person,
        category: category(kinds[n % kinds.length] ?? 'laboratory'),
        effectiveDateTime: day(n),
        performer: [{ reference: n % 2 ? 'Practitioner/dr-a' : 'PractitionerRole/role-b' }],
      }),
    ),
    ...many(5, (n) => of('Condition', n, { subject: person, category: category('problem-list-item') })),
    ...many(2, (n) => of('AllergyIntolerance', n, { patient: person })),
    ...many(3, (n) =>
      of('MedicationRequest', n, {
        subject: person,
        authoredOn: day(n),
        medicationReference: { reference: `Medication/m-${id}` },
      }),
    ),
    ...many(4, (n) => of('Encounter', n, { subject: person, period: { start: day(n) } })),
    ...many(2, (n) => of('Immunization', n, { patient: person, occurrenceDateTime: day(n) })),
    ...provenance,
    { resourceType: 'Medication', id: `m-${id}` },
  ];
}

/** Whom the records name. */
export const SUPPORT_CAST: readonly TestResource[] = [
  { resourceType: 'Practitioner', id: 'dr-a' },
  {
    resourceType: 'PractitionerRole',
    id: 'role-b',
    practitioner: { reference: 'Practitioner/dr-b' },
    organization: { reference: 'Organization/org-b' },
  },
  { resourceType: 'Practitioner', id: 'dr-b' },
  { resourceType: 'Organization', id: 'org-b' },
];
