/**
 * What is asked for at sign-in: reading only, the types that the timeline shows, in the newest wording that the
 * server knows. Nothing is asked that no view would show.
 */
import type { Organisation } from './connection.ts';
import type { SmartConfiguration } from './discovery.ts';

/** The types that the timeline reads of a patient, or needs to name people and products in what it reads. */
export const READ_TYPES: readonly string[] = [
  'Patient',
  'AllergyIntolerance',
  'Appointment',
  'CarePlan',
  'CareTeam',
  'Condition',
  'Consent',
  'Coverage',
  'Device',
  'DiagnosticReport',
  'DocumentReference',
  'Binary',
  'Encounter',
  'ExplanationOfBenefit',
  'FamilyMemberHistory',
  'Goal',
  'ImagingStudy',
  'Immunization',
  'Location',
  'Medication',
  'MedicationAdministration',
  'MedicationDispense',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Procedure',
  'Provenance',
  'QuestionnaireResponse',
  'RelatedPerson',
  'ServiceRequest',
  'Specimen',
  'Task',
];

/** They name the people, places and products that other records refer to, and come with whatever is read. */
const NAMES: readonly string[] = [
  'Patient',
  'Location',
  'Medication',
  'Organization',
  'Practitioner',
  'PractitionerRole',
];

/** What this site reads of the organisation, at once or when somebody asks for it. */
function typesOf({ types }: Organisation): readonly string[] {
  if (types === undefined) return READ_TYPES;
  const files = types.includes('DocumentReference') || types.includes('DiagnosticReport');
  return READ_TYPES.filter(
    (type) => types.includes(type) || NAMES.includes(type) || (type === 'Binary' && files),
  );
}

export type LaunchMode = 'ehr' | 'standalone';

export function scopesFor(
  smart: SmartConfiguration,
  organisation: Organisation,
  mode: LaunchMode,
  /** False where its issuer cannot be verified: an identity that cannot be checked is not asked for. */
  identity: boolean,
  /** The origin that serves this app, under which it keeps what is its own. */
  app: string | null = null,
): string {
  const asked =
    organisation.scopes === null
      ? [
          ...(identity ? identityScopes(smart) : []),
          ...refreshScopes(smart),
          ...recordScopes(smart, organisation),
          ...auditScopes(smart, organisation),
          ...stateScopes(smart, organisation, app),
        ]
      : organisation.scopes.split(' ');
  return withLaunch(asked, mode).join(' ');
}

/** `launch` for an EHR launch, `launch/patient` for a standalone one: the one wrong for the mode loses context. */
function withLaunch(asked: readonly string[], mode: LaunchMode): string[] {
  const rest = asked.filter((scope) => scope !== 'launch' && !scope.startsWith('launch/'));
  if (mode === 'ehr') return ['launch', ...rest];
  // Only user-level access configured: the app's own search finds the patient, and a picker would be in its way.
  const ownSearch =
    rest.some((scope) => scope.startsWith('user/')) && !rest.some((scope) => scope.startsWith('patient/'));
  return ownSearch ? rest : ['launch/patient', ...rest];
}

const supports = (smart: SmartConfiguration, capability: string, scope: string): boolean =>
  smart.capabilities.includes(capability) || smart.scopes.includes(scope);

const identityScopes = (smart: SmartConfiguration): string[] =>
  supports(smart, 'sso-openid-connect', 'openid') ? ['openid', 'fhirUser'] : [];

/** While the clinician is there is enough; access that outlives the visit only where nothing else refreshes. */
function refreshScopes(smart: SmartConfiguration): string[] {
  if (supports(smart, 'permission-online', 'online_access')) return ['online_access'];
  return supports(smart, 'permission-offline', 'offline_access') ? ['offline_access'] : [];
}

/** Written by itself: that this app was used. */
const auditScopes = (smart: SmartConfiguration, { audits }: Organisation): string[] =>
  audits === true ? [`patient/AuditEvent.${speaksV2(smart) ? 'c' : 'write'}`] : [];

/** The code of what is kept: a server can let an app have its own state and no other's. */
export const DECISIONS_CODE = 'decisions';

/** Written when a clinician says so: decisions about records, as this app's own state. */
const stateScopes = (
  smart: SmartConfiguration,
  { keepsDecisions, decisionsEndpoint }: Organisation,
  app: string | null,
): string[] =>
  keepsDecisions === true &&
  app !== null &&
  // An address of its own is the site's word that state is kept there; a server's discovery speaks of its FHIR base.
  (decisionsEndpoint !== undefined || smart.capabilities.includes('smart-app-state')) &&
  speaksV2(smart)
    ? [`patient/Basic.cuds?code=${app}|${DECISIONS_CODE}`]
    : [];

/** Whether a granted scope lets this app keep decisions: create, update, delete and search, under its own code. */
export const mayKeepDecisions = (granted: string, app: string): boolean =>
  granted.split(/\s+/).some((scope) => {
    const [, verbs = '', where] = /^(?:patient|user)\/Basic\.([cruds]+)(?:\?(.*))?$/.exec(scope) ?? [];
    const code = where === undefined ? null : new URLSearchParams(where).get('code');
    const own = where === undefined || code === `${app}|${DECISIONS_CODE}`;
    return own && [...'cuds'].every((verb) => verbs.includes(verb));
  });

const V2_READ = /^patient\/(\*|[A-Za-z]+)\.(?=[cruds]*r)c?ru?d?s?(?:\?.*)?$/;
const V1_READ = /^patient\/(\*|[A-Za-z]+)\.(?:read|\*)$/;

/** v2 as soon as the server shows that it knows it, in its capabilities or by a scope in that form. */
export const speaksV2 = (smart: SmartConfiguration): boolean =>
  smart.capabilities.includes('permission-v2') ||
  (!smart.capabilities.includes('permission-v1') && smart.scopes.some((scope) => V2_READ.test(scope)));

function recordScopes(smart: SmartConfiguration, organisation: Organisation): string[] {
  const wanted = typesOf(organisation);
  const v2 = speaksV2(smart);
  const form = v2 ? V2_READ : V1_READ;
  const listed = new Map<string, string[]>();
  for (const scope of smart.scopes) {
    const type = form.exec(scope)?.[1];
    if (type !== undefined) listed.set(type, [...(listed.get(type) ?? []), scope]);
  }
  const plain = (type: string) => `patient/${type}.${v2 ? 'rs' : 'read'}`;
  const named = wanted.filter((type) => listed.has(type));
  // Listed by the wildcard alone: that is all the server promises to understand.
  if (named.length === 0 && listed.has('*')) return [plain('*')];
  // The list may be incomplete or missing: then the types themselves are the least that can be asked.
  if (named.length === 0) return wanted.map(plain);
  return named.flatMap((type) => {
    // Offered in parts only (`patient/Observation.rs?category=…`): ask for the parts. All of them are shown.
    const parts = (listed.get(type) ?? []).filter((scope) => scope.includes('?'));
    const whole = (listed.get(type) ?? []).some((scope) => !scope.includes('?'));
    return whole ? [plain(type)] : parts.map((scope) => scope.replace(/\.[cruds]+\?/, '.rs?'));
  });
}

/** The types that a granted scope string lets this app read; '*' stands for all. Other people's scopes are ignored. */
export function readableTypes(granted: string): ReadonlySet<string> {
  const types = granted
    .split(/\s+/)
    .map(
      (scope) =>
        /^(?:patient|user|system)\/(\*|[A-Za-z]+)\.(?:read|\*|(?=[cruds]*[rs])c?r?u?d?s?(?:\?.*)?)$/.exec(
          scope,
        )?.[1],
    );
  // What the app keeps of its own is no record.
  return new Set(types.filter((type) => type !== undefined).filter((type) => type !== 'Basic'));
}

/** Of the types that the timeline shows, those that were asked for and not granted. */
export function withheldTypes(asked: string, granted: string): readonly string[] {
  const [wanted, given] = [readableTypes(asked), readableTypes(granted)];
  const has = (types: ReadonlySet<string>, type: string): boolean => types.has('*') || types.has(type);
  return READ_TYPES.filter((type) => has(wanted, type) && !has(given, type));
}

/** Types of which only a part was granted, with the conditions: `category=…|laboratory`. */
export function narrowedTypes(
  granted: string,
): readonly { readonly type: string; readonly parts: readonly string[] }[] {
  const scopes = granted.split(/\s+/).filter((scope) => readableTypes(scope).size > 0);
  const whole = readableTypes(scopes.filter((scope) => !scope.includes('?')).join(' '));
  const parts = new Map<string, string[]>();
  for (const scope of scopes) {
    const [type] = readableTypes(scope);
    const part = scope.split('?')[1];
    if (type === undefined || part === undefined || whole.has('*') || whole.has(type)) continue;
    parts.set(type, [...(parts.get(type) ?? []), part]);
  }
  return [...parts].map(([type, of]) => ({ type, parts: of }));
}

const RECORDS = /^(?:patient|user|system)\//;

/**
 * What of a grant is made use of: never more than was asked for. A site that asks for less has decided that less is
 * read, and a server that hands out more than that does not change it.
 */
export function usableScopes(asked: string, granted: string): string {
  const wanted = asked.split(/\s+/).filter((scope) => RECORDS.test(scope));
  const types = readableTypes(asked);
  if (types.has('*')) return granted;
  const partly = new Set(narrowedTypes(asked).map(({ type }) => type));
  const askedOf = (type: string) => wanted.filter((scope) => readableTypes(scope).has(type));
  const used = granted.split(/\s+/).flatMap((scope) => {
    const [type] = readableTypes(scope);
    if (!RECORDS.test(scope) || type === undefined)
      return RECORDS.test(scope) && !wanted.includes(scope) ? [] : [scope];
    if (type === '*') return [...types].flatMap(askedOf);
    if (!types.has(type)) return [];
    return partly.has(type) && !scope.includes('?') ? askedOf(type) : [scope];
  });
  return [...new Set(used)].filter((scope) => scope !== '').join(' ');
}

export interface Grant {
  /** What may be read: of the granted scopes, those that were asked for. */
  readonly granted: string;
  /** Records were asked for, and the server said what it granted: none. */
  readonly grantsNothing?: boolean;
}

/** Where records were asked for, a list without any is an answer. Where none were, a server may have its own ways. */
export const grantsNothing = (asked: string, said: string): boolean =>
  readableTypes(asked).size > 0 && readableTypes(said).size === 0;

/**
 * What a refreshed token may still do, where the server says that. Compared with the sign-in, not with the refresh
 * before: what a site never asked for stays unread, and an emptied list is an answer here as it is there.
 */
export function grantAfter(signedIn: Grant & { readonly asked?: string }, said: string): Grant {
  const { asked, granted } = signedIn;
  const nothing =
    signedIn.grantsNothing === true ? readableTypes(said).size === 0 : grantsNothing(asked ?? granted, said);
  return {
    granted: asked === undefined ? said : usableScopes(asked, said),
    ...(nothing ? { grantsNothing: true } : {}),
  };
}
