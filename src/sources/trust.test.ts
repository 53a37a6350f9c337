import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceId } from '../record/index.ts';
import type { Configuration, Organisation } from './connection.ts';
import { allowedIssuer, isSecureUrl, sameServer } from './trust.ts';

const BASE = 'https://ehr.org/api/FHIR/R4';

describe('sameServer (fhirclient defect: the bearer token is sent to any absolute URL)', () => {
  it.each([
    BASE,
    `${BASE}/`,
    `${BASE}/Patient/1`,
    `${BASE}?_getpages=abc&_getpagesoffset=50`,
    `${BASE}/Observation?date=ge2020-01-01T00:00:00%2B01:00&next=..%2F..`,
    'https://ehr.org:443/api/FHIR/R4/Patient/1',
    'https://EHR.org/api/FHIR/R4/Patient/1',
  ])('knows its own: %s', (url) => expect(sameServer(BASE, url)).toBe(true));

  it.each([
    ['another host', 'https://ehr.org.evil/api/FHIR/R4/Patient/1'],
    ['a host that begins alike', 'https://ehr.organic/api/FHIR/R4/Patient/1'],
    ['a subdomain', 'https://evil.ehr.org/api/FHIR/R4/Patient/1'],
    ['a trailing dot', 'https://ehr.org./api/FHIR/R4/Patient/1'],
    ['punycode that looks alike', 'https://xn--hr-6kc.org/api/FHIR/R4/Patient/1'],
    ['a letter that looks alike', 'https://еhr.org/api/FHIR/R4/Patient/1'],
    ['user-info before another host', 'https://ehr.org@evil.org/api/FHIR/R4/Patient/1'],
    ['user-info before its own host', 'https://a:b@ehr.org/api/FHIR/R4/Patient/1'],
    ['empty user-info', 'https://@ehr.org/api/FHIR/R4/Patient/1'],
    ['http', 'http://ehr.org/api/FHIR/R4/Patient/1'],
    ['another scheme', 'javascript://ehr.org/api/FHIR/R4/%0aalert(1)'],
    ['another port', 'https://ehr.org:8443/api/FHIR/R4/Patient/1'],
    ['another path', 'https://ehr.org/other/Patient/1'],
    ['a path that begins alike', 'https://ehr.org/api/FHIR/R4evil/Patient/1'],
    ['a path in another case', 'https://ehr.org/api/fhir/r4/Patient/1'],
    ['climbing out', `${BASE}/../../admin`],
    ['climbing out and back in', `${BASE}/../R4/Patient/1`],
    ['encoded climbing', `${BASE}/%2e%2e/%2E%2e/admin`],
    ['half encoded climbing', `${BASE}/.%2e/admin`],
    ['an encoded slash', `${BASE}/Patient%2f..%2f..%2fadmin`],
    ['twice encoded', `${BASE}/%252e%252e/admin`],
    ['a backslash', `${BASE}\\..\\admin`],
    ['a backslash as slash', 'https:\\\\ehr.org/api/FHIR/R4/Patient/1'],
    ['a tab that parsers drop', 'https://eh\tr.org/api/FHIR/R4/Patient/1'],
    ['a line break inside', `${BASE}/.\n./admin`],
    ['a space before', ` ${BASE}/Patient/1`],
    ['a relative reference', 'Patient/1'],
    ['scheme-relative', '//ehr.org/api/FHIR/R4/Patient/1'],
    ['one slash', 'https:/ehr.org/api/FHIR/R4/Patient/1'],
    ['nothing', ''],
  ])('refuses %s', (_what, url) => expect(sameServer(BASE, url)).toBe(false));

  it('needs a segment border after a base at the root, and takes everything below it', () => {
    expect(sameServer('https://ehr.org', 'https://ehr.org/Patient/1')).toBe(true);
    expect(sameServer('https://ehr.org', 'https://ehr.org.evil/Patient/1')).toBe(false);
    expect(sameServer('https://ehr.org/', 'https://ehr.org/Patient/1')).toBe(true);
  });

  it('never lets a URL through that a browser would send elsewhere', () => {
    const piece = fc.constantFrom(
      'https:',
      '//',
      '/',
      '\\',
      '@',
      ':',
      'ehr.org',
      'evil.org',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      '%25',
      'api',
      'FHIR',
      'R4',
      '?',
      '#',
      ' ',
      '\t',
      BASE,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const url = pieces.join('');
        if (!sameServer(BASE, url)) return;
        const sent = new URL(url);
        expect(sent.origin).toBe('https://ehr.org');
        expect(`${decodeURIComponent(sent.pathname)}/`.startsWith('/api/FHIR/R4/')).toBe(true);
      }),
    );
  });
});

describe('allowedIssuer', () => {
  const organisation = (iss: string, launches: boolean): Organisation => ({
    id: sourceId('a'),
    name: 'A',
    kind: 'ehr',
    iss,
    clientId: 'c',
    scopes: null,
    letter: 'A',
    colour: 0,
    open: false,
    launches,
  });
  const configured = (...organisations: Organisation[]): Configuration => ({
    organisations,
    frameAncestors: [],
    idleMinutes: 15,
    audit: { endpoint: null },
    terminology: { server: null },
  });
  const configuration = configured(organisation(BASE, true));

  it('finds the configured one, with or without the slash that some EHRs add', () => {
    expect(allowedIssuer(configuration, BASE)?.id).toBe('a');
    expect(allowedIssuer(configuration, `${BASE}/`)?.id).toBe('a');
  });

  it.each([
    'https://ehr.org.evil/api/FHIR/R4',
    'https://user@ehr.org/api/FHIR/R4',
    'https://ehr.org@evil.org/api/FHIR/R4',
    'http://ehr.org/api/FHIR/R4',
    'https://ehr.org:443/api/FHIR/R4',
    'https://ehr.org:8443/api/FHIR/R4',
    'https://xn--hr-6kc.org/api/FHIR/R4',
    'https://ehr.org./api/FHIR/R4',
    'https://EHR.org/api/FHIR/R4',
    'https://ehr.org/api/fhir/R4',
    'https://ehr.org/api/FHIR/R4//',
    'https://ehr.org/api/FHIR/R4/../R4',
    'https://ehr.org/api/FHIR/R4?x=1',
    'https://ehr.org/api/FHIR/R4#x',
    ' https://ehr.org/api/FHIR/R4',
    '',
  ])('refuses %s', (iss) => expect(allowedIssuer(configuration, iss)).toBeNull());

  it('refuses one that is configured but may not launch this app', () => {
    expect(allowedIssuer(configured(organisation(BASE, false)), BASE)).toBeNull();
  });
});

describe('isSecureUrl', () => {
  it.each([
    'https://ehr.org/x?y=1',
    'http://localhost:8080/fhir',
    'http://127.0.0.1:1/',
    'http://[::1]:1/',
    'http://a.localhost/',
  ])('takes %s', (url) => expect(isSecureUrl(url)).toBe(true));
  it.each([
    'http://ehr.org/',
    'http://localhost.evil.org/',
    'http://localhost@evil.org/',
    'javascript:alert(1)',
    'data:text/html,x',
    '//ehr.org',
    'http://127.0.0.1.evil.org/',
  ])('refuses %s', (url) => expect(isSecureUrl(url)).toBe(false));
});
