import { describe, expect, it } from 'vitest';
import { sourceId } from '../record/index.ts';
import type { Organisation } from './connection.ts';
import type { SmartConfiguration } from './discovery.ts';
import {
  mayKeepDecisions,
  narrowedTypes,
  READ_TYPES,
  readableTypes,
  scopesFor,
  usableScopes,
} from './scopes.ts';

const smart = (more: Partial<SmartConfiguration>): SmartConfiguration => ({
  issuer: null,
  jwksUri: null,
  authorizationEndpoint: null,
  tokenEndpoint: null,
  revocationEndpoint: null,
  challengeMethods: ['S256'],
  capabilities: [],
  scopes: [],
  promisesIss: false,
  brandBundle: null,
  ...more,
});
const organisation = (scopes: string | null): Organisation => ({
  id: sourceId('a'),
  name: 'A',
  kind: 'ehr',
  iss: 'https://a.example',
  clientId: 'c',
  scopes,
  letter: 'A',
  colour: 0,
  open: false,
});
const asked = (
  more: Partial<SmartConfiguration>,
  scopes: string | null = null,
  mode: 'ehr' | 'standalone' = 'standalone',
) => scopesFor(smart(more), organisation(scopes), mode, true).split(' ');

describe('scopesFor', () => {
  it('asks in version 2 where the server says so, and only to read and search', () => {
    const scopes = asked({ capabilities: ['permission-v1', 'permission-v2'] });
    expect(scopes).toContain('patient/Observation.rs');
    expect(scopes.filter((scope) => /\.[a-z*]*[cud*]/.test(scope.replace(/.*\//, '')))).toEqual([]);
    expect(scopes.filter((scope) => scope.startsWith('patient/'))).toHaveLength(READ_TYPES.length);
  });

  it('asks in version 1 where nothing speaks for version 2', () => {
    expect(asked({ capabilities: ['permission-v1'] })).toContain('patient/Observation.read');
    expect(asked({})).toContain('patient/Observation.read');
    expect(asked({ scopes: ['patient/Patient.rs'] })).toContain('patient/Patient.rs');
  });

  it('asks for no type that the server does not list, where it lists any', () => {
    const scopes = asked({
      capabilities: ['permission-v2'],
      scopes: ['patient/Patient.rs', 'patient/Condition.cruds', 'patient/Basic.rs'],
    });
    expect(scopes.filter((scope) => scope.startsWith('patient/'))).toEqual([
      'patient/Patient.rs',
      'patient/Condition.rs',
    ]);
  });

  it('asks for the parts of a type that is offered in parts', () => {
    const part =
      'patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory';
    expect(asked({ capabilities: ['permission-v2'], scopes: ['patient/Patient.rs', part] })).toContain(part);
    expect(
      asked({ capabilities: ['permission-v2'], scopes: ['patient/Observation.rs', part] }),
    ).not.toContain(part);
  });

  it('asks for everything only where the server offers nothing less', () => {
    expect(asked({ capabilities: ['permission-v1'], scopes: ['patient/*.read'] })).toContain(
      'patient/*.read',
    );
    expect(asked({ scopes: ['patient/*.read', 'patient/Patient.read'] })).not.toContain('patient/*.read');
  });

  it('prefers access that ends with the session, and asks for none that the server lacks', () => {
    const refresh = (capabilities: string[]) =>
      asked({ capabilities }).filter((scope) => scope.endsWith('_access'));
    expect(refresh(['permission-online', 'permission-offline'])).toEqual(['online_access']);
    expect(refresh(['permission-offline'])).toEqual(['offline_access']);
    expect(refresh([])).toEqual([]);
  });

  it('takes the configured scopes, but for the launch that belongs to the mode', () => {
    expect(asked({}, 'launch openid patient/*.read')).toEqual(['launch/patient', 'openid', 'patient/*.read']);
    expect(asked({}, 'launch/patient openid patient/*.read', 'ehr')).toEqual([
      'launch',
      'openid',
      'patient/*.read',
    ]);
    expect(asked({}, 'openid user/*.read')).toEqual(['openid', 'user/*.read']);
  });
});

describe('readableTypes', () => {
  it('reads both versions, and nothing where nothing was granted', () => {
    const granted =
      'openid launch patient/Patient.read patient/Observation.rs?category=x|lab user/*.r patient/Basic.write patient/Goal.cud patient/Consent.*';
    expect([...readableTypes(granted)].sort()).toEqual(['*', 'Consent', 'Observation', 'Patient']);
    expect([...readableTypes('')]).toEqual([]);
  });
});

describe('narrowedTypes', () => {
  it('names the parts of a type that was not granted whole', () => {
    const parts =
      'patient/Observation.rs?category=a|laboratory patient/Observation.rs?category=a|vital-signs';
    expect(narrowedTypes(`openid ${parts} patient/Condition.rs`)).toEqual([
      { type: 'Observation', parts: ['category=a|laboratory', 'category=a|vital-signs'] },
    ]);
    expect(narrowedTypes(`${parts} patient/Observation.rs`)).toEqual([]);
    expect(narrowedTypes(`${parts} patient/*.rs`)).toEqual([]);
    expect(narrowedTypes('')).toEqual([]);
  });
});

describe('usableScopes', () => {
  it.each([
    [
      'patient/Patient.rs patient/Condition.rs',
      'openid patient/*.rs',
      'openid patient/Patient.rs patient/Condition.rs',
    ],
    ['patient/Patient.rs', 'patient/Patient.rs patient/Observation.rs', 'patient/Patient.rs'],
    [
      'patient/Patient.rs patient/AuditEvent.c',
      'patient/Patient.cruds patient/AuditEvent.c',
      'patient/Patient.cruds patient/AuditEvent.c',
    ],
    ['patient/Patient.rs', 'patient/Patient.rs patient/Patient.cud', 'patient/Patient.rs'],
    ['patient/Observation.rs?category=lab', 'patient/Observation.rs', 'patient/Observation.rs?category=lab'],
    ['patient/Observation.rs', 'patient/Observation.rs?category=lab', 'patient/Observation.rs?category=lab'],
    ['patient/*.read', 'user/*.read', 'user/*.read'],
    ['patient/Patient.rs', '', ''],
  ])('asked for %s and granted %s, uses %s', (asked, granted, used) => {
    expect(usableScopes(asked, granted)).toBe(used);
  });
});

describe('keeping decisions', () => {
  const able = { capabilities: ['permission-v2', 'smart-app-state'] };
  const own = 'patient/Basic.cuds?code=https://app.example|decisions';
  const scopes = (more: Partial<SmartConfiguration>, keepsDecisions: boolean) =>
    scopesFor(smart(more), { ...organisation(null), keepsDecisions }, 'ehr', true, 'https://app.example');

  it('is asked for where the site says so and the server offers it, and nowhere else', () => {
    expect(scopes(able, true)).toContain(own);
    expect(scopes(able, false)).not.toContain('Basic');
    expect(scopes({ capabilities: ['permission-v2'] }, true)).not.toContain('Basic');
    expect(scopes({ capabilities: ['permission-v1', 'smart-app-state'] }, true)).not.toContain('Basic');
  });

  it('is asked for without the server offering it where the site names an address of its own', () => {
    const kept = { ...organisation(null), keepsDecisions: true, decisionsEndpoint: 'https://state.example' };
    const asked = scopesFor(
      smart({ capabilities: ['permission-v2'] }),
      kept,
      'ehr',
      true,
      'https://app.example',
    );
    expect(asked).toContain(own);
  });

  it.each<[string, boolean]>([
    [own, true],
    ['patient/Basic.cruds', true],
    ['patient/Basic.s?code=https://app.example|decisions', false],
    ['patient/Basic.cuds?code=https://other.example|decisions', false],
    ['patient/*.cruds', false],
    ['patient/Basic.write', false],
  ])('is granted by %s: %s', (granted, may) =>
    expect(mayKeepDecisions(`openid ${granted}`, 'https://app.example')).toBe(may),
  );

  it('is no record of which a part is missing', () => expect(narrowedTypes(own)).toEqual([]));
});
