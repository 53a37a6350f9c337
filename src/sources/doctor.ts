/**
 * The connection doctor: asks a server what can be asked without signing in, and tells what Throughline will be
 * able to show of it, what will not work, and who can put that right. It reads; it changes nothing anywhere.
 */
import { isObject, type Json, type JsonObject, type Result, withoutTail } from '../base/index.ts';
import { sourceId } from '../record/index.ts';
import type { Organisation } from './connection.ts';
import { check, good, type Check, type DoctorOptions } from './doctor-check.ts';
import { corsChecks } from './doctor-cors.ts';
import { shownOf, type Shown } from './doctor-shows.ts';
import {
  checkedEndpoints,
  discover,
  discoverIssuer,
  type DiscoveryProblem,
  type SmartConfiguration,
} from './discovery.ts';
import { readJson, type GetJson, type ReadJson } from './read-json.ts';
import { scopesFor, speaksV2 } from './scopes.ts';
import { isSecureUrl } from './trust.ts';

export interface DoctorReport {
  readonly iss: string;
  /** False where something is bad. */
  readonly works: boolean;
  readonly checks: readonly Check[];
  readonly shows: readonly Shown[];
  /** What an EHR launch and a standalone one would ask for; null where there is no sign-in. */
  readonly scopes: { readonly ehr: string; readonly standalone: string } | null;
  /** Origins to list for this organisation in config.json, beside that of `iss`. */
  readonly origins: readonly string[];
  /** It lists its names, places and logo. */
  readonly brands: boolean;
}

export async function examineServer(iss: string, options: DoctorOptions): Promise<DoctorReport> {
  const base = withoutTail(iss, '/');
  const organisation = options.organisation ?? provisional(base);
  const report = (checks: readonly Check[], found: Found) => reportOf(organisation, checks, found);
  if (!isSecureUrl(base) || /[?#]/.test(base))
    return report([check('address', 'bad', 'bad-address', [], 'full-address')], NOTHING);
  const headers: Record<string, string> = options.origin === null ? {} : { origin: options.origin };
  const getJson: GetJson = (url) => readJson(options.fetcher, url, { headers });
  const [smart, metadata] = await Promise.all([discover(getJson, base), getJson(`${base}/metadata`)]);
  const { origin } = new URL(base);
  if (options.blocked?.().has(origin))
    return report([check('address', 'bad', 'not-allowed-here', [origin], 'headers')], NOTHING);
  const statement = metadata.kind === 'json' && isObject(metadata.body) ? metadata.body : null;
  if (organisation.open)
    return report([good('sign-in', 'open'), ...fhirChecks(metadata)], { ...NOTHING, statement });
  const found = smart.ok ? await signInChecks(smart.value, organisation, getJson) : null;
  const checks = [
    ...(smart.ok ? [good('discovery', 'discovery')] : [noDiscovery(smart.error)]),
    ...(found?.checks ?? []),
    ...blockedOrigins(options, found?.origins ?? []),
    ...(await corsChecks(base, smart.ok ? smart.value.tokenEndpoint : null, options)),
    ...fhirChecks(metadata),
  ];
  return report(checks, {
    smart: smart.ok ? smart.value : null,
    statement,
    origins: found?.origins ?? [],
  });
}

interface Found {
  readonly smart: SmartConfiguration | null;
  readonly statement: JsonObject | null;
  readonly origins: readonly string[];
}
const NOTHING: Found = { smart: null, statement: null, origins: [] };

function reportOf(
  organisation: Organisation,
  checks: readonly Check[],
  { smart, statement, origins }: Found,
): DoctorReport {
  const scopes = (mode: 'ehr' | 'standalone') => (smart ? scopesFor(smart, organisation, mode, true) : '');
  return {
    iss: organisation.iss,
    works: checks.every((each) => each.state !== 'bad'),
    checks,
    shows: shownOf(statement, scopes('standalone')),
    scopes: smart ? { ehr: scopes('ehr'), standalone: scopes('standalone') } : null,
    origins,
    brands: smart?.brandBundle !== null && smart !== null,
  };
}

/** What the checks need of an organisation, before there is one in the configuration. */
const provisional = (iss: string): Organisation => ({
  id: sourceId('examined'),
  name: iss,
  kind: 'other',
  iss,
  clientId: '',
  scopes: null,
  letter: 'X',
  colour: 0,
  open: false,
});

async function signInChecks(smart: SmartConfiguration, organisation: Organisation, getJson: GetJson) {
  const issuer = await discoverIssuer(getJson, smart);
  const brands =
    smart.brandBundle === null
      ? []
      : [check('discovery', 'good', 'brands', [], organisation.brands === true ? null : 'brands-setting')];
  return {
    checks: [
      ...endpointChecks(smart, organisation),
      ...launchChecks(smart, organisation),
      identityCheck(smart, issuer),
      ...scopeChecks(smart, organisation),
      ...brands,
    ],
    origins: originsOf(organisation.iss, smart, issuer.ok ? issuer.value.jwksUri : null),
  };
}

/** The server itself may be asked, and its sign-in lives elsewhere: the site's own headers have to name that too. */
function blockedOrigins({ organisation, blocked }: DoctorOptions, origins: readonly string[]): Check[] {
  if (!organisation || !blocked) return [];
  const known = [organisation.issuer ?? organisation.iss, ...(organisation.origins ?? [])];
  const listed = new Set(known.map((url) => new URL(url).origin));
  return origins
    .filter((origin) => !listed.has(origin) || blocked().has(origin))
    .map((origin) => check('address', 'bad', 'not-allowed-here', [origin], 'headers'));
}

const noDiscovery = (problem: DiscoveryProblem): Check => {
  const detail = 'detail' in problem ? problem.detail : problem.kind;
  return problem.kind === 'unreachable'
    ? check('discovery', 'bad', 'no-answer', [detail], 'network')
    : check('discovery', 'bad', 'no-discovery', [detail], 'server-or-open');
};

function endpointChecks(smart: SmartConfiguration, organisation: Organisation): Check[] {
  const endpoints = checkedEndpoints(smart, organisation);
  if (!endpoints.ok) return [notSafe(endpoints.error)];
  return [
    good('sign-in', 'endpoints'),
    endpoints.value.revoke === null
      ? check('sign-in', 'warning', 'no-revocation', [], 'server')
      : good('sign-in', 'revokes'),
  ];
}

function notSafe(error: DiscoveryProblem): Check {
  if (error.kind === 'issuer-differs')
    return check('sign-in', 'bad', 'issuer-differs', [error.expected, error.got ?? '–'], 'issuer');
  return error.kind === 'no-pkce'
    ? check('sign-in', 'bad', 'no-pkce', [], 'server')
    : check('sign-in', 'bad', 'no-endpoints', [error.detail], 'server');
}

function launchChecks(smart: SmartConfiguration, organisation: Organisation): Check[] {
  const has = (capability: string): boolean => smart.capabilities.includes(capability);
  const picks = has('context-standalone-patient') || smart.scopes.includes('launch/patient');
  const launches = has('launch-ehr') || smart.scopes.includes('launch');
  return [
    launches
      ? check('sign-in', 'good', 'launches', [], organisation.launches === true ? null : 'launch-setting')
      : check('sign-in', 'unknown', 'launches-unknown', [], null),
    picks ? good('sign-in', 'picks') : check('sign-in', 'warning', 'no-picker', [], 'user-scopes'),
  ];
}

function identityCheck(smart: SmartConfiguration, issuer: Result<unknown, DiscoveryProblem>): Check {
  if (issuer.ok) return good('identity', 'identity');
  if (smart.issuer === null) return check('identity', 'warning', 'no-issuer', [], 'server');
  if (issuer.error.kind === 'issuer-differs')
    return check('identity', 'bad', 'issuer-contradicts', [], 'server');
  return check('identity', 'warning', 'no-identity', [issuer.error.detail], 'server');
}

function scopeChecks(smart: SmartConfiguration, organisation: Organisation): Check[] {
  const asked = scopesFor(smart, organisation, 'standalone', true).split(' ');
  const wildcard = asked.some((scope) => scope.startsWith('patient/*'));
  const refreshes = asked.some((scope) => scope.endsWith('_access'));
  return [
    organisation.scopes !== null
      ? good('scopes', 'own-scopes')
      : wildcard
        ? check('scopes', 'warning', 'wildcard', [], 'name-types')
        : good('scopes', 'scopes', speaksV2(smart) ? '2' : '1'),
    refreshes ? good('refresh', 'refreshes') : check('refresh', 'warning', 'no-refresh', [], 'server'),
  ];
}

function originsOf(base: string, smart: SmartConfiguration, jwksUri: string | null): string[] {
  const home = new URL(base).origin;
  const urls = [
    smart.tokenEndpoint,
    smart.revocationEndpoint,
    smart.issuer,
    jwksUri,
    // Where a form is sent to, if the scopes grow long.
    smart.capabilities.includes('authorize-post') ? smart.authorizationEndpoint : null,
  ];
  const origins = urls
    .filter((url): url is string => url !== null && isSecureUrl(url))
    .map((url) => new URL(url).origin);
  return [...new Set(origins)].filter((origin) => origin !== home).sort();
}

function fhirChecks(metadata: ReadJson): Check[] {
  if (metadata.kind !== 'json' || !isObject(metadata.body)) {
    const why =
      metadata.kind === 'status'
        ? `status ${metadata.status}`
        : metadata.kind === 'unreachable'
          ? metadata.detail
          : 'no JSON';
    return [check('fhir', 'warning', 'no-metadata', [why], 'will-ask')];
  }
  const version = text(metadata.body['fhirVersion']);
  if (version === null) return [check('fhir', 'warning', 'no-version', [], null)];
  return version.startsWith('4.0') || version.startsWith('4.3')
    ? [good('fhir', 'fhir', version)]
    : [check('fhir', 'bad', 'other-version', [version], 'r4')];
}

const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
