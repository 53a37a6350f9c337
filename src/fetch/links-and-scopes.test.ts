import { describe, expect, it } from 'vitest';
import { ownUrl } from './access.ts';
import { foreignVersion } from './capability.ts';
import { extrasOf, fewer } from './habits/fewer.ts';
import { nextUrl, withPlusEscaped } from './habits/next-link.ts';
import { issueLine, issuesOf, means, refusalText } from './outcome.ts';
import { watchOrder } from './order.ts';
import { supportReferences } from './references.ts';
import { retryAfter } from './retry-after.ts';
import { grantFor, whyNotAsked } from './scopes.ts';
import { planFor, TYPE_PLANS } from './searches.ts';

const BASE = 'https://ehr.example/r4';

describe('next links', () => {
  const asked = `${BASE}/Observation?patient=1`;
  it.each([
    [`${BASE}?_getpages=a&x=|`, `${BASE}?_getpages=a&x=|`],
    ['?page=2', `${BASE}/Observation?page=2`],
    ['Observation?page=2', `${BASE}/Observation?page=2`],
    ['/r4/Observation?page=2', `${BASE}/Observation?page=2`],
    ['http://ehr.example/r4/Observation?page=2', `${BASE}/Observation?page=2`],
    ['http://ehr.example:80/r4/Observation?page=2', `${BASE}/Observation?page=2`],
    ['https://ehr.example.evil/r4/Observation', null],
    ['http://other.example/r4/Observation', null],
    ['/other/Observation?page=2', null],
    ['https://ehr.example:8443/r4/Observation', null],
    ['http://[', null],
  ])('%s', (next, url) => expect(nextUrl(BASE, asked, 'Observation', next)).toBe(url));

  it('relative to the base even where the search was a POST', () => {
    expect(nextUrl(BASE, `${BASE}/Observation/_search`, 'Observation', 'Observation?page=2')).toBe(
      `${BASE}/Observation?page=2`,
    );
  });

  it('a bare plus is repaired only in the query', () => {
    expect(withPlusEscaped('https://a/b+c?d=1+01:00')).toBe('https://a/b+c?d=1%2B01:00');
    expect(withPlusEscaped('https://a/b+c')).toBeNull();
  });

  it('fragments are dropped and never sent', () => {
    expect(ownUrl(BASE, `${BASE}/Patient/1#x`)).toBe(`${BASE}/Patient/1`);
  });
});

describe('what the sign-in granted', () => {
  it.each([
    ['openid fhirUser launch', 'unknown'],
    ['patient/*.read', 'full'],
    ['patient/*.rs', 'full'],
    ['user/Observation.*', 'full'],
    ['patient/Observation.cruds', 'full'],
    ['patient/Observation.r', 'none'],
    ['patient/Condition.rs', 'none'],
    ['patient/Observation.write', 'none'],
    ['patient/Observation.rs?category=laboratory', 'filtered'],
    ['patient/Observation.rs?category=laboratory patient/*.rs', 'full'],
  ])('%s: observations %s', (granted, kind) => expect(grantFor(granted, 'Observation').kind).toBe(kind));
});

describe('what the sign-in asked for', () => {
  const BASE = 'https://x.example/fhir';
  it.each([
    ['openid patient/Condition.rs', 'Condition?patient=1', true],
    ['openid patient/Condition.rs?category=a|b', 'Condition/_search', true],
    ['openid patient/Condition.rs', 'Observation?patient=1', false],
    ['openid patient/Condition.rs patient/AuditEvent.c', 'AuditEvent', true],
    ['openid patient/Condition.rs', 'metadata', true],
    ['openid patient/*.rs', 'Observation?patient=1', true],
    ['openid', 'Observation?patient=1', true],
    [undefined, 'Observation?patient=1', true],
  ])('%s: %s may be sent: %s', (asked, path, may) =>
    expect(whyNotAsked(asked === undefined ? {} : { asked }, BASE, `${BASE}/${path}`) === null).toBe(may),
  );

  it.each([
    ['Observation?patient=1', 'the sign-in granted no records'],
    ['Patient/1', 'the sign-in granted no records'],
    ['metadata', null],
    ['AuditEvent', null],
  ])('of a server that granted nothing, %s is not asked for: %s', (path, why) =>
    expect(whyNotAsked({ grantsNothing: true }, BASE, `${BASE}/${path}`)).toBe(why),
  );
});

describe('what the server says beside its answer', () => {
  const outcome = (...issue: object[]) => ({ resourceType: 'OperationOutcome', issue }) as never;

  it('the worst issue is the reason, wherever it stands', () => {
    const said = outcome(
      { severity: 'information', code: 'informational', diagnostics: 'hello' },
      { severity: 'fatal', code: 'invalid', details: { coding: [{ display: 'category is required' }] } },
    );
    expect(refusalText(said)).toBe('category is required');
    expect(issuesOf(said).map((issue) => issue.severity)).toEqual(['fatal', 'information']);
  });

  it('a row never repeats diagnostics, which may echo the record', () => {
    const [issue] = issuesOf(outcome({ severity: 'warning', code: 'processing', diagnostics: 'canary' }));
    expect(issue && issueLine(issue)).toBe('warning processing');
  });

  it.each([
    ['warning', 'processing', 'nothing'],
    ['information', 'informational', 'nothing'],
    ['warning', 'suppressed', 'withheld'],
    ['warning', 'too-costly', 'unfinished'],
    ['error', 'processing', 'unfinished'],
  ])('%s %s means %s', (severity, code, meaning) => {
    expect(means({ severity, code, text: '', diagnostics: '' })).toBe(meaning);
  });
});

describe('the table', () => {
  it('has every type once, and each can be asked', () => {
    const types = TYPE_PLANS.map((row) => row.type);
    expect(new Set(types).size).toBe(types.length);
    for (const row of TYPE_PLANS) expect(row.ways('1')[0]?.params).toEqual([['patient', '1']]);
  });

  it('leaves away what the refusal names, else one after the other', () => {
    const all = extrasOf(planFor('MedicationRequest'));
    expect(all.map((extra) => extra.name)).toEqual(['_revinclude', '_include', '_sort', '_count']);
    expect(fewer(all, 'unknown parameter _sort')?.map((e) => e.name)).toEqual([
      '_revinclude',
      '_include',
      '_count',
    ]);
    let left: ReturnType<typeof fewer> = all;
    const sizes = [];
    while (left) {
      sizes.push(left.length);
      left = fewer(left, 'no');
    }
    expect(sizes).toEqual([4, 3, 2, 1, 0]);
  });
});

describe('small readings', () => {
  it.each([
    ['4.0.1', null],
    ['4.3.0', null],
    ['3.0.2', 'FHIR STU3 3.0.2'],
    ['1.0.2', 'FHIR DSTU2 1.0.2'],
    ['5.0.0', 'FHIR R5 5.0.0'],
    ['4.6.0', 'FHIR R5 4.6.0'],
  ])('version %s', (fhirVersion, name) => expect(foreignVersion({ fhirVersion, types: null })).toBe(name));

  it('Retry-After in seconds, as a date, as neither', () => {
    const at = (headers: Record<string, string>) =>
      retryAfter(new Headers(headers), Date.parse('2024-01-01T00:00:00Z'));
    expect(at({ 'retry-after': '7' })).toBe(7_000);
    expect(at({ 'retry-after': 'Mon, 01 Jan 2024 00:00:05 GMT' })).toBe(5_000);
    expect(
      at({ 'retry-after': 'Mon, 01 Jan 2024 01:00:05 GMT', date: 'Mon, 01 Jan 2024 01:00:00 GMT' }),
    ).toBe(5_000);
    expect(at({ 'retry-after': 'soon' })).toBeNull();
    expect(at({})).toBeNull();
  });

  it('references to names, of this server only', () => {
    const text = JSON.stringify([
      { reference: 'Practitioner/1' },
      { reference: `${BASE}/Organization/2` },
      { reference: 'https://elsewhere.example/Location/3' },
      { reference: 'Location/4/_history/1' },
      { reference: 'Patient/5' },
      { reference: '#Practitioner/6' },
      { reference: 'Practitioner/../../admin' },
      { reference: 'Practitioner?identifier=7' },
    ]).replace('Location/4', 'Location\\/4');
    expect([...supportReferences(BASE, text)].sort()).toEqual([
      'Location/4',
      'Organization/2',
      'Practitioner/1',
    ]);
  });

  it('a text of a megabyte that only looks like references has none', () => {
    for (const text of ['"reference":"', '"reference" : "Practitioner', 'Practitioner/'])
      expect(supportReferences(BASE, text.repeat(Math.ceil(1_000_000 / text.length))).size).toBe(0);
  });

  it('an order that is broken says nothing about what is missing', () => {
    const at = (effectiveDateTime: string) => ({ resourceType: 'Observation', effectiveDateTime });
    const sorted = watchOrder();
    for (const date of ['2024-03-01', '2024-02', 'nonsense', '2023-01-01T10:00:00Z']) sorted.see(at(date));
    expect(sorted.reached()).toBe(Date.parse('2023-01-01T10:00:00Z'));
    sorted.see(at('2024-01-01'));
    expect(sorted.reached()).toBeNull();
  });
});
