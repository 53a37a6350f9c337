import { expect, test } from 'vitest';
import { appHeaders, type Served } from './headers.ts';

const configuration = {
  organisations: [
    {
      iss: 'https://ehr.example/fhir/r4',
      issuer: 'https://login.example/realm',
      origins: ['https://files.example'],
    },
    { iss: 'https://ehr.example/other', decisionsEndpoint: 'https://state.example/kept' },
  ],
  frameAncestors: ['https://portal.example'],
  audit: { endpoint: 'https://audit.example/events' },
  terminology: { server: 'https://tx.example/r4' },
};

const directives = (served: Served = 'page', secure = true) =>
  new Map(
    (appHeaders(configuration, served, secure)['Content-Security-Policy'] ?? '')
      .split('; ')
      .map((directive) => {
        const [name = '', ...values] = directive.split(' ');
        return [name, values] as const;
      }),
  );

test('nothing is allowed that is not named, and no inline or evaluated script is named', () => {
  const policy = directives();
  expect(policy.get('default-src')).toEqual(["'none'"]);
  expect(policy.get('script-src')).toEqual(["'self'"]);
  expect(policy.get('object-src')).toEqual(["'none'"]);
  expect(policy.get('base-uri')).toEqual(["'none'"]);
  expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
  expect(policy.get('trusted-types')).toEqual(['throughline-worker']);
  expect([...policy.values()].flat().join(' ')).not.toMatch(/unsafe|\*|https:(\s|$)/);
});

test('the app may speak to the configured servers and to nothing else', () => {
  expect(directives().get('connect-src')).toEqual([
    "'self'",
    'https://audit.example',
    'https://ehr.example',
    'https://files.example',
    'https://login.example',
    'https://state.example',
    'https://tx.example',
  ]);
});

test('a form goes to where one signs in and nowhere else', () => {
  expect(directives().get('form-action')).toEqual([
    "'self'",
    'https://ehr.example',
    'https://files.example',
    'https://login.example',
  ]);
});

test('only the listed EHRs may frame it; where none is listed, none', () => {
  expect(directives().get('frame-ancestors')).toEqual(['https://portal.example']);
  const alone = appHeaders({ ...configuration, frameAncestors: [] }, 'page', true);
  expect(alone['Content-Security-Policy']).toContain("frame-ancestors 'none'");
});

test('a callback can reach its opener; other pages are isolated from pages that open them', () => {
  const policy = (served: Served) => appHeaders(configuration, served, true)['Cross-Origin-Opener-Policy'];
  expect([policy('callback'), policy('page')]).toEqual(['unsafe-none', 'same-origin-allow-popups']);
});

test('no address goes on to another server, no type is guessed, nothing of the machine is asked for', () => {
  for (const served of ['page', 'callback', 'configuration', 'asset', 'other'] as const) {
    const headers = appHeaders(configuration, served, true);
    expect(headers['Referrer-Policy']).toBe('no-referrer');
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
    expect(headers['Cross-Origin-Resource-Policy']).toBe('same-origin');
    expect(headers['Permissions-Policy']).toMatch(/camera=\(\).*microphone=\(\)/);
    expect(headers['Content-Security-Policy']).toContain("default-src 'none'");
  }
});

test('pages and configuration are not stored, hashed assets for ever', () => {
  const caching = (served: Served) => appHeaders(configuration, served, true)['Cache-Control'];
  expect(['page', 'callback', 'configuration'].map((served) => caching(served as Served))).toEqual(
    Array.from({ length: 3 }, () => 'no-store'),
  );
  expect(caching('asset')).toContain('immutable');
});

test('HSTS only where the connection is secure', () => {
  expect(appHeaders(configuration, 'page', true)).toHaveProperty('Strict-Transport-Security');
  expect(appHeaders(configuration, 'page', false)).not.toHaveProperty('Strict-Transport-Security');
});
