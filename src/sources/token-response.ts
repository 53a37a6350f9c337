/**
 * What a token endpoint answers, read once and the same way at sign-in and at every refresh. Servers differ in
 * small ways (a number as text, a missing scope) and each of them is a habit named here, not a surprise later.
 */
import { err, exactDigits, isObject, ok, type Json, type Result } from '../base/index.ts';

export interface TokenResponse {
  readonly access: string;
  /** null where none came: an old one stays valid then. Kept whatever the granted scopes say about refreshing. */
  readonly refresh: string | null;
  /** Epoch ms by the clock handed in; null where the server did not say. */
  readonly expiresAt: number | null;
  /** null where the server did not say, which means: as asked. Empty text means: nothing. */
  readonly scope: string | null;
  readonly idToken: string | null;
  readonly context: LaunchContext;
}

/** What the EHR tells about the situation it opened this app in. */
export interface LaunchContext {
  readonly patient: string | null;
  readonly encounter: string | null;
  readonly fhirContext: readonly FhirContextItem[];
  /** false only where the EHR says that its own frame shows who the patient is. */
  readonly needPatientBanner: boolean;
  readonly intent: string | null;
  readonly smartStyleUrl: string | null;
  readonly tenant: string | null;
}

interface FhirContextItem {
  readonly reference: string | null;
  readonly canonical: string | null;
  readonly identifier: string | null;
  readonly type: string | null;
  /** 'launch' where the server names none, as the standard has it. */
  readonly role: string;
}

/** Printable ASCII without spaces: what may stand in an Authorization header. */
const TOKEN = /^[\x21-\x7e]{1,16384}$/;
const RESOURCE_ID = /^[^\s/?#|%\\\p{Cc}]{1,256}$/u;

export function readTokenResponse(json: Json | undefined, now: number): Result<TokenResponse, string> {
  if (!isObject(json)) return err('the answer is not a JSON object');
  const access = json['access_token'];
  if (typeof access !== 'string' || !TOKEN.test(access)) return err('the answer has no usable access_token');
  const type = json['token_type'];
  if (type !== undefined && (typeof type !== 'string' || type.toLowerCase() !== 'bearer'))
    return err('the answer is a token of another type than Bearer');
  const refresh = json['refresh_token'];
  if (refresh !== undefined && refresh !== null && (typeof refresh !== 'string' || !TOKEN.test(refresh)))
    return err('the answer has a refresh_token that cannot be used');
  const context = readContext(json);
  if (!context.ok) return context;
  const seconds = lifetime(json['expires_in']);
  return ok({
    access,
    refresh: refresh ?? null,
    expiresAt: seconds === null ? null : now + seconds * 1000,
    scope: text(json['scope']),
    idToken: text(json['id_token']),
    context: context.value,
  });
}

/** Seconds, as a number or as text: "3600" added to a clock would otherwise make a date in the far future. */
function lifetime(value: Json | undefined): number | null {
  const digits = typeof value === 'string' ? (exactDigits(value) ?? value.trim()) : exactDigits(value);
  if (digits === null || digits === '') return null;
  const seconds = Number(digits);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

function readContext(json: { readonly [key: string]: Json | undefined }): Result<LaunchContext, string> {
  const patient = contextId(json['patient'], 'Patient');
  const encounter = contextId(json['encounter'], 'Encounter');
  if (patient === undefined) return err('the answer names a patient by something that is no resource id');
  if (encounter === undefined) return err('the answer names a visit by something that is no resource id');
  const list = json['fhirContext'];
  return ok({
    patient,
    encounter,
    fhirContext: Array.isArray(list) ? list.filter(isObject).map(contextItem) : [],
    needPatientBanner: json['need_patient_banner'] !== false && json['need_patient_banner'] !== 'false',
    intent: text(json['intent']),
    smartStyleUrl: text(json['smart_style_url']),
    tenant: text(json['tenant']),
  });
}

/** A logical id; some servers send `Patient/1` or a number. undefined where it cannot be one. */
function contextId(value: Json | undefined, type: string): string | null | undefined {
  if (value === undefined || value === null || value === '') return null;
  const written = exactDigits(value) ?? (typeof value === 'string' ? value : undefined);
  if (written === undefined) return undefined;
  const id = written.startsWith(`${type}/`) ? written.slice(type.length + 1) : written;
  return RESOURCE_ID.test(id) && id !== '.' && id !== '..' ? id : undefined;
}

const contextItem = (item: { readonly [key: string]: Json | undefined }): FhirContextItem => {
  const identifier = item['identifier'];
  return {
    reference: text(item['reference']),
    canonical: text(item['canonical']),
    identifier: isObject(identifier) ? text(identifier['value']) : null,
    type: text(item['type']),
    role: text(item['role']) ?? 'launch',
  };
};

const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
