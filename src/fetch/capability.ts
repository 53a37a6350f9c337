/**
 * What the server says about itself. It steers, never blindly: statements leave out what works and list what does
 * not, so everything is asked once anyway and the statement only helps to read a refusal or an empty answer.
 */
import { isObject, type Json } from '../base/index.ts';
import type { Access } from './access.ts';
import { readJson } from './bundle.ts';

export interface Capability {
  /** null where the statement could not be had or does not say. */
  readonly fhirVersion: string | null;
  /** null: nothing is known about any type. */
  readonly types: ReadonlySet<string> | null;
}

export const NOTHING_KNOWN: Capability = { fhirVersion: null, types: null };

export async function readCapability(access: Access): Promise<Capability> {
  // Servers tell this to everybody, and without a token it costs a browser no preflight.
  let answer = await access.get('metadata', { open: true });
  if (!answer.ok) answer = await access.get('metadata');
  if (!answer.ok) return NOTHING_KNOWN;
  const json = readJson(answer.value);
  if (!json.ok || json.value['resourceType'] !== 'CapabilityStatement') return NOTHING_KNOWN;
  const version = json.value['fhirVersion'];
  const types = list(json.value['rest'])
    .filter(isObject)
    .flatMap((rest) => list(rest['resource']))
    .filter(isObject)
    .flatMap((resource) => (typeof resource['type'] === 'string' ? [resource['type']] : []));
  return {
    fhirVersion: typeof version === 'string' ? version : null,
    types: types.length > 0 ? new Set(types) : null,
  };
}

const list = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

/** null where the version can be read by this product; otherwise its name. R4B reads as R4. */
export function foreignVersion(capability: Capability): string | null {
  const version = capability.fhirVersion;
  if (version === null || /^4\.[0-3](\.|$)/.test(version)) return null;
  const name = /^1\.|^0\./.test(version)
    ? 'DSTU2'
    : /^[23]\./.test(version)
      ? 'STU3'
      : /^[45]\./.test(version)
        ? 'R5'
        : '';
  return `FHIR ${[name, version].filter(Boolean).join(' ')}`;
}

/** Does the statement list the type? null where nothing is known. */
export const lists = (capability: Capability, type: string): boolean | null =>
  capability.types === null ? null : capability.types.has(type);
