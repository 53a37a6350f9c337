/**
 * The connection doctor: asks a server what can be asked without signing in, and tells what Throughline will be
 * able to show of it, what will not work, and who can put that right. It reads; it changes nothing anywhere.
 */
import { isObject, type Json, type JsonObject, type Result } from '../base/index.ts';
import { sourceId } from '../record/index.ts';
import type { Organisation } from './connection.ts';
import { corsChecks } from './doctor-cors.ts';
import { shownOf, type Shown } from './doctor-shows.ts';
import { checkedEndpoints, discover, discoverIssuer, type SmartConfiguration } from './discovery.ts';
import { readJson, type GetJson, type ReadJson } from './read-json.ts';
import { scopesFor, speaksV2 } from './scopes.ts';
import { isSecureUrl } from './trust.ts';

export interface Check {
  readonly area: 'address' | 'discovery' | 'sign-in' | 'identity' | 'scopes' | 'refresh' | 'cors' | 'fhir';
  /** 'bad' keeps Throughline from working; 'warning' costs something; 'unknown' could not be seen from here. */
  readonly state: 'good' | 'warning' | 'bad' | 'unknown';
  readonly message: string;
  readonly remedy: string | null;
}

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
}

export interface DoctorOptions {
  readonly fetcher: typeof fetch;
  /**
   * The origin that the app will be served from. Outside a browser it is played, so that the CORS headers can be
   * looked at; inside one (null) the browser plays its own and hides the headers.
   */
  readonly origin: string | null;
}

export async function examineServer(iss: string, options: DoctorOptions): Promise<DoctorReport> {
  const base = iss.replace(/\/+$/, '');
  if (!isSecureUrl(base) || /[?#]/.test(base)) return reportOf(base, [badAddress], null, null, []);
  const headers: Record<string, string> = options.origin === null ? {} : { origin: options.origin };
  const getJson: GetJson = (url) => readJson(options.fetcher, url, { headers });
  const [smart, metadata] = await Promise.all([discover(getJson, base), getJson(`${base}/metadata`)]);
  const organisation = provisional(base);
  const checks: Check[] = [];
  let origins: readonly string[] = [];
  if (smart.ok) {
    checks.push(good('discovery', 'It says how to sign in to it (.well-known/smart-configuration).'));
    checks.push(...endpointChecks(smart.value, organisation), ...launchChecks(smart.value));
    const issuer = await discoverIssuer(getJson, smart.value);
    checks.push(identityCheck(smart.value, issuer), ...scopeChecks(smart.value));
    origins = originsOf(base, smart.value, issuer.ok ? issuer.value.jwksUri : null);
  } else checks.push(noDiscovery(smart.error));
  checks.push(...(await corsChecks(base, smart.ok ? smart.value.tokenEndpoint : null, options)));
  checks.push(...fhirChecks(metadata));
  const statement = metadata.kind === 'json' && isObject(metadata.body) ? metadata.body : null;
  return reportOf(base, checks, smart.ok ? smart.value : null, statement, origins);
}

function reportOf(
  iss: string,
  checks: readonly Check[],
  smart: SmartConfiguration | null,
  statement: JsonObject | null,
  origins: readonly string[],
): DoctorReport {
  const scopes = (mode: 'ehr' | 'standalone') =>
    smart ? scopesFor(smart, provisional(iss), mode, true) : '';
  return {
    iss,
    works: checks.every((each) => each.state !== 'bad'),
    checks,
    shows: shownOf(statement, scopes('standalone')),
    scopes: smart ? { ehr: scopes('ehr'), standalone: scopes('standalone') } : null,
    origins,
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

const good = (area: Check['area'], message: string): Check => ({
  area,
  state: 'good',
  message,
  remedy: null,
});
const check = (
  area: Check['area'],
  state: Check['state'],
  message: string,
  remedy: string | null,
): Check => ({
  area,
  state,
  message,
  remedy,
});

const SERVER_SIDE = 'Has to be changed by those who run the server.';

const badAddress = check(
  'address',
  'bad',
  'The address is not one that a token could be sent to.',
  'Give the FHIR base address in full, starting with https:// (http:// only for localhost), without ? or #.',
);

const noDiscovery = (problem: { readonly kind: string; readonly detail?: string }): Check =>
  problem.kind === 'unreachable'
    ? check(
        'discovery',
        'bad',
        `No answer to .well-known/smart-configuration: ${problem.detail ?? ''}`,
        'Check the address and the network; in a browser, a server without CORS looks the same: try the command line.',
      )
    : check(
        'discovery',
        'bad',
        `It does not say how to sign in to it: ${problem.detail ?? problem.kind}.`,
        `${SERVER_SIDE} If it is an open test server, set "open": true in config.json.`,
      );

function endpointChecks(smart: SmartConfiguration, organisation: Organisation): Check[] {
  const endpoints = checkedEndpoints(smart, organisation);
  if (endpoints.ok)
    return [
      good('sign-in', 'It has authorization and token endpoints and protects the code with PKCE (S256).'),
      endpoints.value.revoke === null
        ? check(
            'sign-in',
            'warning',
            'It cannot revoke tokens: after signing out they live until they expire.',
            SERVER_SIDE,
          )
        : good('sign-in', 'Tokens are revoked when somebody signs out.'),
    ];
  const { error } = endpoints;
  const detail = 'detail' in error ? error.detail : error.kind;
  return [check('sign-in', 'bad', `It cannot be signed in to safely: ${detail}.`, SERVER_SIDE)];
}

function launchChecks(smart: SmartConfiguration): Check[] {
  const has = (capability: string): boolean => smart.capabilities.includes(capability);
  const picks = has('context-standalone-patient') || smart.scopes.includes('launch/patient');
  return [
    has('launch-ehr') || smart.scopes.includes('launch')
      ? good(
          'sign-in',
          'It can open Throughline from a chart; set "launches": true and register the launch address.',
        )
      : check('sign-in', 'unknown', 'It does not say that it can open apps from a chart.', null),
    picks
      ? good('sign-in', 'It lets the person choose the patient when signing in.')
      : check(
          'sign-in',
          'warning',
          'It does not say that it lets the person choose a patient.',
          'If none comes with the sign-in, configure user/ scopes: Throughline then searches for the patient itself.',
        ),
  ];
}

function identityCheck(
  smart: SmartConfiguration,
  issuer: Result<unknown, { readonly kind: string; readonly detail?: string }>,
): Check {
  if (issuer.ok) return good('identity', 'Who signed in can be proved (OpenID Connect).');
  if (smart.issuer === null)
    return check(
      'identity',
      'warning',
      'It names no issuer: who signed in cannot be proved and is not asked for.',
      SERVER_SIDE,
    );
  const words =
    issuer.error.kind === 'issuer-differs'
      ? 'its OpenID document names another issuer'
      : (issuer.error.detail ?? '');
  const state = issuer.error.kind === 'issuer-differs' ? 'bad' : 'warning';
  return check('identity', state, `Who signed in cannot be proved: ${words}.`, SERVER_SIDE);
}

function scopeChecks(smart: SmartConfiguration): Check[] {
  const asked = scopesFor(smart, provisional('https://x.example'), 'standalone', true).split(' ');
  const wildcard = asked.some((scope) => scope.startsWith('patient/*'));
  const refreshes = asked.some((scope) => scope.endsWith('_access'));
  return [
    wildcard
      ? check(
          'scopes',
          'warning',
          'It offers only access to everything at once (patient/*).',
          'To ask for less, name the types in "scopes" in config.json.',
        )
      : good(
          'scopes',
          `Asks for what it shows only, in version ${speaksV2(smart) ? '2' : '1'} of the scope language.`,
        ),
    refreshes
      ? good('refresh', 'A session can be prolonged without signing in again.')
      : check(
          'refresh',
          'warning',
          'A session cannot be prolonged: one signs in again when it ends.',
          SERVER_SIDE,
        ),
  ];
}

function originsOf(base: string, smart: SmartConfiguration, jwksUri: string | null): string[] {
  const home = new URL(base).origin;
  const urls = [smart.tokenEndpoint, smart.revocationEndpoint, smart.issuer, jwksUri];
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
    return [
      check(
        'fhir',
        'warning',
        `It does not say what it holds (/metadata: ${why}).`,
        'Throughline will ask for everything and show what comes.',
      ),
    ];
  }
  const version = text(metadata.body['fhirVersion']);
  if (version === null)
    return [check('fhir', 'warning', 'It does not say which version of FHIR it speaks.', null)];
  if (version.startsWith('4.0') || version.startsWith('4.3'))
    return [good('fhir', `It speaks FHIR ${version}.`)];
  return [
    check(
      'fhir',
      'bad',
      `It speaks FHIR ${version}; Throughline reads R4.`,
      'Ask for the address of its R4 interface; most servers have one beside the others.',
    ),
  ];
}

const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
