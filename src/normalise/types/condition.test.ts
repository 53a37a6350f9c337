import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../base/index.ts';
import { factOf } from '../testing/read.ts';

describe('a condition', () => {
  const condition = (rest: JsonObject) =>
    factOf('condition', { resourceType: 'Condition', code: { text: 'Asthma' }, ...rest });

  it('takes its status as a concept (R4) and as a code (STU3)', () => {
    expect(condition({ clinicalStatus: { coding: [{ code: 'active' }] } }).status).toMatchObject({
      code: 'active',
      standing: 'current',
    });
    expect(condition({ clinicalStatus: 'resolved', verificationStatus: 'confirmed' }).status).toMatchObject({
      code: 'resolved',
      verification: 'confirmed',
      standing: 'ended',
    });
    expect(condition({}).status).toMatchObject({ code: 'unknown', verification: null, standing: 'unknown' });
  });

  it('is never active when retracted or refuted', () => {
    const retracted = condition({ clinicalStatus: 'active', verificationStatus: 'entered-in-error' });
    expect(retracted.status).toMatchObject({ retracted: true, standing: 'unknown' });
    const refuted = condition({ clinicalStatus: 'active', verificationStatus: 'refuted' });
    expect(refuted.status.standing).toBe('not-done');
    expect(refuted.title).toBe('Refuted: Asthma');
  });

  it('has ended where an abatement says so, in any form', () => {
    expect(condition({ abatementDateTime: '2015' }).status.standing).toBe('ended');
    expect(condition({ abatementBoolean: true }).status.standing).toBe('ended');
    expect(condition({ abatementString: 'in remission since spring' }).abatement).toMatchObject({
      text: 'in remission since spring',
    });
    expect(condition({ clinicalStatus: 'active', abatementDateTime: '2015' }).status.standing).toBe(
      'current',
    );
  });

  it('onset by age, range and words is words; recorded is no onset', () => {
    expect(condition({ onsetAge: { value: 52, unit: 'years', code: 'a' } }).when).toEqual({
      kind: 'undated',
      reason: 'not-stated',
      text: 'at age 52 years',
    });
    expect(condition({ onsetRange: { low: { value: 5, code: 'a' } } }).when).toMatchObject({
      text: 'from age 5 years',
    });
    const recorded = condition({ recordedDate: '2015-01-01' });
    expect(recorded.when).toEqual({ kind: 'undated', reason: 'not-stated' });
    expect(recorded.provenance.recorded).toMatchObject({ at: { text: '2015-01-01' } });
  });

  it('knows its role and that no known problems is a statement', () => {
    expect(condition({ category: [{ coding: [{ code: 'encounter-diagnosis' }] }] }).role).toBe(
      'encounter-diagnosis',
    );
    expect(condition({ code: { text: 'No known problems' } }).negation).toBe(true);
  });
});

describe('an encounter', () => {
  it.each<[JsonObject, string | null, string]>([
    [{ class: { code: 'EMER' } }, 'EMER', 'Emergency visit'],
    [{ class: 'inpatient' }, 'IMP', 'Inpatient stay'],
    [{ class: [{ coding: [{ code: 'VR' }] }] }, 'VR', 'Virtual visit'],
    [{}, null, 'Visit'],
    [{ class: { code: 'AMB' }, type: [{ text: 'Dialysis' }] }, 'AMB', 'Dialysis'],
  ])('%j has its class and a title', (rest, visit, title) => {
    expect(factOf('encounter', { resourceType: 'Encounter', ...rest })).toMatchObject({
      encounterClass: visit,
      title,
    });
  });

  it('of R5 is dated by its actual period, and without one by its stays', () => {
    expect(
      factOf('encounter', { resourceType: 'Encounter', actualPeriod: { start: '2024' } }).when,
    ).toMatchObject({ start: { text: '2024' } });
    const stays = [
      { period: { start: '2015-01-02', end: '2015-01-03' } },
      { period: { start: '2015-01-01', end: '2015-01-02' } },
    ];
    expect(factOf('encounter', { resourceType: 'Encounter', location: stays }).when).toMatchObject({
      start: { text: '2015-01-01' },
      end: { text: '2015-01-03' },
    });
  });

  it('reads the reasons of R4, STU3 and R5', () => {
    const reasons = (rest: JsonObject) =>
      factOf('encounter', { resourceType: 'Encounter', ...rest }).reasons.map((one) => one.display);
    expect(reasons({ reasonCode: [{ text: 'Cough' }] })).toEqual(['Cough']);
    expect(reasons({ reason: [{ text: 'Cough' }] })).toEqual(['Cough']);
    expect(reasons({ reason: [{ value: [{ concept: { text: 'Cough' } }] }] })).toEqual(['Cough']);
  });
});

describe('an allergy', () => {
  const allergy = (rest: JsonObject) => factOf('allergy', { resourceType: 'AllergyIntolerance', ...rest });

  it('keeps what it negates, its criticality and its reactions', () => {
    expect(
      allergy({ code: { coding: [{ system: 'http://snomed.info/sct', code: '716186003' }] } }).negates,
    ).toBe('all');
    const real = allergy({
      code: { text: 'Penicillin' },
      criticality: 'high',
      reaction: [{ manifestation: [{ text: 'Hives' }], severity: 'severe' }],
    });
    expect(real).toMatchObject({
      negates: null,
      criticality: 'high',
      reactions: [{ severity: 'severe', manifestations: [{ display: 'Hives' }] }],
    });
  });

  it('takes its substance from its reactions where the code names none', () => {
    const aspirin: JsonObject = {
      coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '1191', display: 'Aspirin' }],
    };
    expect(
      allergy({ code: { coding: [{ code: 'unknown' }] }, reaction: [{ substance: aspirin }] }).title,
    ).toBe('Aspirin');
    expect(allergy({}).title).toBe('Allergy to something not named');
  });

  it('of DSTU2 tells what is clinical from what is verified', () => {
    expect(allergy({ substance: { text: 'Nuts' }, status: 'confirmed', criticality: 'CRITH' })).toMatchObject(
      { title: 'Nuts', criticality: 'high', status: { code: 'unknown', verification: 'confirmed' } },
    );
    expect(allergy({ status: 'entered-in-error' }).status.retracted).toBe(true);
    expect(allergy({ status: 'refuted' }).status.standing).toBe('not-done');
  });
});
