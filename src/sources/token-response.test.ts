import { describe, expect, it } from 'vitest';
import { parseJson, type Json } from '../base/index.ts';
import { readTokenResponse } from './token-response.ts';

const read = (json: Json) => readTokenResponse(json, 1_000);
const context = (json: Record<string, Json>) => {
  const result = read({ access_token: 'a', ...json });
  return result.ok ? result.value.context : result.error;
};

describe('readTokenResponse', () => {
  it.each<[Json, number | null]>([
    [3600, 3_601_000],
    ['3600', 3_601_000],
    [' 570 ', 571_000],
    [0, 1_000],
    [-1, null],
    ['soon', null],
    ['', null],
    [null, null],
  ])('understands expires_in %j', (expires_in, expiresAt) => {
    expect(read({ access_token: 'a', expires_in })).toMatchObject({ ok: true, value: { expiresAt } });
  });

  it('understands numbers that were written with their zeros', () => {
    expect(read(parseJson('{"access_token":"a","expires_in":3600.0}'))).toMatchObject({
      value: { expiresAt: 3_601_000 },
    });
  });

  it('tells nothing granted from not told', () => {
    expect(read({ access_token: 'a', scope: '' })).toMatchObject({ value: { scope: '' } });
    expect(read({ access_token: 'a' })).toMatchObject({ value: { scope: null } });
  });

  it.each<[string, Json]>([
    ['no object', 'token'],
    ['no token', {}],
    ['an empty token', { access_token: '' }],
    ['a token with a line break', { access_token: 'a\r\nX-Evil: 1' }],
    ['another type of token', { access_token: 'a', token_type: 'DPoP' }],
    ['a refresh token that is no text', { access_token: 'a', refresh_token: 7 }],
    ['a patient that is a path', { access_token: 'a', patient: '../Practitioner/1' }],
    ['a patient that is an object', { access_token: 'a', patient: {} }],
    ['an encounter with a query', { access_token: 'a', encounter: '1?x=y' }],
  ])('refuses %s', (_what, json) => expect(read(json).ok).toBe(false));

  it('takes the ids that servers send', () => {
    expect(context({ patient: 'Patient/p1', encounter: 'Encounter/e1' })).toMatchObject({
      patient: 'p1',
      encounter: 'e1',
    });
    expect(context({ patient: 12 })).toMatchObject({ patient: '12' });
    expect(context({ patient: '', encounter: null })).toMatchObject({ patient: null, encounter: null });
  });

  it('shows the banner unless told not to', () => {
    for (const value of [true, undefined, null, 'yes', 0])
      expect(context(value === undefined ? {} : { need_patient_banner: value })).toMatchObject({
        needPatientBanner: true,
      });
    for (const value of [false, 'false'])
      expect(context({ need_patient_banner: value })).toMatchObject({ needPatientBanner: false });
  });

  it('survives a fhirContext of any shape', () => {
    expect(context({ fhirContext: 'x' })).toMatchObject({ fhirContext: [] });
    expect(context({ fhirContext: [null, 7, { reference: 7, identifier: { value: 'i' } }] })).toMatchObject({
      fhirContext: [{ reference: null, identifier: 'i', role: 'launch' }],
    });
  });
});
