import { describe, expect, it } from 'vitest';
import { belongsTo } from './subject.ts';

const none = new Map<string, string>();
const judge = (resource: Record<string, unknown>, urls: ReadonlyMap<string, string> = none) =>
  belongsTo('p1', resource as never, () => urls);

describe('whose record it is', () => {
  it.each<[string, Record<string, unknown>]>([
    ['relative', { subject: { reference: 'Patient/p1' } }],
    [
      'absolute, by whatever name the server calls itself',
      { subject: { reference: 'http://inner:8080/fhir/Patient/p1' } },
    ],
    ['versioned', { patient: { reference: 'Patient/p1/_history/3' } }],
    ['a coverage', { beneficiary: { reference: 'Patient/p1' } }],
    ['a task', { for: { reference: 'Patient/p1' } }],
    [
      'an appointment of two',
      {
        resourceType: 'Appointment',
        participant: [{ actor: { reference: 'Practitioner/1' } }, { actor: { reference: 'Patient/p1' } }],
      },
    ],
    ['the patient', { resourceType: 'Patient', id: 'p1' }],
  ])('the patient’s: %s', (_what, resource) => expect(judge(resource)).toBe('patient'));

  it.each<[string, Record<string, unknown>]>([
    ['relative', { subject: { reference: 'Patient/p2' } }],
    ['an id that only starts the same', { subject: { reference: 'Patient/p11' } }],
    ['another case', { subject: { reference: 'Patient/P1' } }],
    ['absolute', { patient: { reference: 'https://x.example/fhir/Patient/p2' } }],
    ['another patient', { resourceType: 'Patient', id: 'p2' }],
    [
      'an appointment',
      { resourceType: 'Appointment', participant: [{ actor: { reference: 'Patient/p2' } }] },
    ],
    [
      'a provenance of the other patient',
      { resourceType: 'Provenance', target: [{ reference: 'Patient/p2' }] },
    ],
  ])('somebody else’s: %s', (_what, resource) => expect(judge(resource)).toBe('somebody-else'));

  it.each<[string, Record<string, unknown>]>([
    ['nothing', {}],
    ['a group', { subject: { reference: 'Group/1' } }],
    ['a contained patient', { subject: { reference: '#p' } }],
    ['an identifier alone', { subject: { identifier: { value: '1' } } }],
    ['nonsense', { subject: 7, patient: [null] }],
  ])('not said: %s', (_what, resource) => expect(judge(resource)).toBe('not-said'));

  it('urn:uuid resolves within the bundle', () => {
    const urls = new Map([['urn:uuid:1', 'Patient/p2']]);
    expect(judge({ subject: { reference: 'urn:uuid:1' } }, urls)).toBe('somebody-else');
  });
});
