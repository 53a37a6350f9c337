import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../base/index.ts';
import { factOf, read } from '../testing/read.ts';

describe('what was not done, and what was corrected', () => {
  it('is said in title and standing', () => {
    expect(
      factOf('immunization', {
        resourceType: 'Immunization',
        status: 'completed',
        wasNotGiven: true,
        vaccineCode: { text: 'MMR' },
      }),
    ).toMatchObject({ title: 'Not given: MMR', status: { standing: 'not-done' } });
    expect(
      factOf('procedure', {
        resourceType: 'Procedure',
        status: 'completed',
        notDone: true,
        code: { text: 'Biopsy' },
      }),
    ).toMatchObject({ title: 'Not done: Biopsy' });
    expect(
      factOf('referral', {
        resourceType: 'ServiceRequest',
        status: 'active',
        doNotPerform: true,
        code: { text: 'CPR' },
      }),
    ).toMatchObject({ title: 'Do not do: CPR', status: { standing: 'not-done' } });
  });

  it('keeps the correction and the retraction of a document or a result', () => {
    expect(factOf('observation', { resourceType: 'Observation', status: 'corrected' }).status).toMatchObject({
      corrected: true,
      standing: 'ended',
    });
    expect(
      factOf('document', {
        resourceType: 'DocumentReference',
        status: 'current',
        docStatus: 'entered-in-error',
      }).status,
    ).toMatchObject({ retracted: true, standing: 'unknown' });
  });
});

describe('the other types', () => {
  it.each<[JsonObject, string, string]>([
    [
      { resourceType: 'CarePlan', title: 'Diabetes plan', period: { start: '2015' } },
      'plan',
      'Diabetes plan',
    ],
    [{ resourceType: 'CareTeam', name: 'Ward team' }, 'care-team', 'Ward team'],
    [
      { resourceType: 'Goal', lifecycleStatus: 'active', description: { text: 'Lose weight' } },
      'goal',
      'Lose weight',
    ],
    [
      {
        resourceType: 'Appointment',
        status: 'booked',
        start: '2015-01-01T10:00:00Z',
        description: 'Check-up',
      },
      'appointment',
      'Check-up',
    ],
    [{ resourceType: 'Coverage', type: { text: 'PPO' } }, 'coverage', 'PPO'],
    [
      { resourceType: 'ExplanationOfBenefit', type: { text: 'pharmacy' } },
      'claim',
      'Explanation of benefit: pharmacy',
    ],
    [{ resourceType: 'Device', deviceName: [{ name: 'Pacemaker' }] }, 'device', 'Pacemaker'],
    [
      {
        resourceType: 'FamilyMemberHistory',
        relationship: { text: 'Mother' },
        condition: [{ code: { text: 'Stroke' } }],
      },
      'family-history',
      'Mother: Stroke',
    ],
    [
      { resourceType: 'QuestionnaireResponse', questionnaire: 'http://example.org/Questionnaire/phq-9|1' },
      'questionnaire',
      'Questionnaire phq 9',
    ],
    [{ resourceType: 'Consent', category: [{ text: 'Sharing' }] }, 'consent', 'Sharing'],
    [{ resourceType: 'Practitioner', name: [{ text: 'Dr Byron' }] }, 'support', 'Dr Byron'],
    [{ resourceType: 'VisionPrescription', created: '2015' }, 'other', 'Vision prescription'],
    [{ resourceType: 'SomethingNew', title: 'New', date: '2015' }, 'other', 'New'],
  ])('%j', (resource, kind, title) => {
    expect(read(resource)).toMatchObject({ fact: { kind, title }, problems: [] });
  });

  it('shows every answer of a questionnaire, nested ones and false', () => {
    const item = [
      {
        text: 'Smoker?',
        answer: [{ valueBoolean: false, item: [{ linkId: '1.1', answer: [{ valueInteger: 0 }] }] }],
      },
    ];
    expect(factOf('questionnaire', { resourceType: 'QuestionnaireResponse', item }).particulars).toEqual([
      { label: 'Smoker?', text: 'no' },
      { label: '1.1', text: '0' },
    ]);
  });

  it('makes a row of what the server said, without quoting it', () => {
    const { fact: found, problems } = read({
      resourceType: 'OperationOutcome',
      issue: [{ diagnostics: 'Jane Doe' }],
    });
    expect(found).toBeNull();
    expect(problems).toMatchObject([{ kind: 'server-said' }]);
    expect(JSON.stringify(problems)).not.toContain('Jane');
  });
});
