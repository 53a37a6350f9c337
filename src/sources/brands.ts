/**
 * What an organisation is called, where its places are and how its logo looks, as its own server lists it for apps
 * (SMART user-access brands). It is read before anybody signs in, and only from addresses of the configuration.
 */
import { isObject, type Json, type JsonObject, withoutTail } from '../base/index.ts';
import type { Organisation } from './connection.ts';
import { discover } from './discovery.ts';
import { readJson, type GetJson } from './read-json.ts';
import { isSecureUrl } from './trust.ts';

export interface Brand {
  /** A `data:` picture, or an address on one of the organisation's own origins. */
  readonly logo: string | null;
  /** Other names of the organisation itself. */
  readonly also: readonly string[];
  readonly places: readonly Place[];
}

/** A hospital, practice or laboratory whose records are on this server. */
export interface Place {
  readonly name: string;
  readonly also: readonly string[];
  readonly town: string | null;
}

const MAX_PLACES = 5_000;
const MAX_NAME = 120;
const MAX_PICTURE = 300_000;
const MAX_DEPTH = 8;

/** null where the server has no list, or one that may not be read. */
export async function fetchBrand(organisation: Organisation): Promise<Brand | null> {
  // How long it is good for, the server says, and the browser keeps to it.
  const getJson: GetJson = (url) => readJson(fetch, url, { cache: 'default' });
  const smart = await discover(getJson, organisation.iss);
  const url = smart.ok ? smart.value.brandBundle : null;
  if (url === null || !isOwn(url, organisation)) return null;
  const read = await getJson(url);
  return read.kind === 'json' ? readBrand(read.body, organisation) : null;
}

/** A picture or a list elsewhere would tell somebody who is not configured that this app was opened. */
function isOwn(url: string, { iss, issuer, origins }: Organisation): boolean {
  const own = [iss, issuer ?? iss, ...(origins ?? [])].map((each) => new URL(each).origin);
  return isSecureUrl(url) && own.includes(new URL(url).origin);
}

export function readBrand(bundle: Json, organisation: Organisation): Brand | null {
  if (!isObject(bundle)) return null;
  const entries = objects(bundle['entry']);
  const resources = entries.map((entry) => entry['resource']).filter(isObject);
  const ours = new Set(
    entries
      .filter((entry) => isObject(entry['resource']) && leadsTo(entry['resource'], organisation.iss))
      .flatMap(referencesTo),
  );
  const parents = new Map(entries.flatMap((entry) => parentsOf(entry)));
  const served = resources.filter(
    (resource) => resource['resourceType'] === 'Organization' && isServed(resource, parents, ours),
  );
  const main =
    served.find((each) => nameOf(each) === organisation.name) ??
    served.find((each) => !parents.has(parentOf(each) ?? ''));
  return {
    logo: main ? logoOf(main, organisation) : null,
    also: main
      ? [nameOf(main), ...aliasesOf(main)].filter((name) => name !== organisation.name && name !== '')
      : [],
    places: served
      .filter((each) => each !== main && nameOf(each) !== '')
      .slice(0, MAX_PLACES)
      .map((each) => ({ name: nameOf(each), also: aliasesOf(each), town: townOf(each) })),
  };
}

const leadsTo = (resource: JsonObject, iss: string): boolean =>
  resource['resourceType'] === 'Endpoint' &&
  typeof resource['address'] === 'string' &&
  withoutTail(resource['address'], '/') === iss;

/** The ways in which another entry may point to this one. */
function referencesTo(entry: JsonObject): string[] {
  const resource = entry['resource'];
  const local =
    isObject(resource) && typeof resource['id'] === 'string'
      ? [`${String(resource['resourceType'])}/${resource['id']}`]
      : [];
  return typeof entry['fullUrl'] === 'string' ? [entry['fullUrl'], ...local] : local;
}

const parentsOf = (entry: JsonObject): [string, JsonObject][] => {
  const resource = entry['resource'];
  return isObject(resource) && resource['resourceType'] === 'Organization'
    ? referencesTo(entry).map((reference) => [reference, resource])
    : [];
};

/** By an endpoint of its own, or by that of the organisation that it is part of. */
function isServed(
  resource: JsonObject,
  parents: ReadonlyMap<string, JsonObject>,
  ours: ReadonlySet<string>,
): boolean {
  let here: JsonObject | undefined = resource;
  for (let depth = 0; here && depth < MAX_DEPTH; depth++) {
    if (here['active'] === false) return false;
    const endpoints = endpointsOf(here);
    if (endpoints.length > 0) return endpoints.some((each) => ours.has(each));
    here = parents.get(parentOf(here) ?? '');
  }
  return false;
}

const PORTAL = 'http://hl7.org/fhir/StructureDefinition/organization-portal';
const BRAND = 'http://hl7.org/fhir/StructureDefinition/organization-brand';

const endpointsOf = (resource: JsonObject): string[] => [
  ...objects(resource['endpoint']).flatMap(referenceIn),
  ...partsOf(resource, PORTAL, 'portalEndpoint').flatMap((part) =>
    isObject(part['valueReference']) ? referenceIn(part['valueReference']) : [],
  ),
];

const referenceIn = (value: JsonObject): string[] =>
  typeof value['reference'] === 'string' ? [value['reference']] : [];

const parentOf = (resource: JsonObject): string | undefined =>
  isObject(resource['partOf']) ? referenceIn(resource['partOf'])[0] : undefined;

function logoOf(resource: JsonObject, organisation: Organisation): string | null {
  const urls = partsOf(resource, BRAND, 'brandLogo').map((part) => part['valueUrl'] ?? part['valueUri']);
  return (
    urls.find(
      (url): url is string => typeof url === 'string' && (isPicture(url) || isOwn(url, organisation)),
    ) ?? null
  );
}

const isPicture = (url: string): boolean =>
  url.length <= MAX_PICTURE &&
  /^data:image\/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=]+$/.test(url);

const partsOf = (resource: JsonObject, url: string, part: string): JsonObject[] =>
  objects(resource['extension'])
    .filter((extension) => extension['url'] === url)
    .flatMap((extension) => objects(extension['extension']).filter((inner) => inner['url'] === part));

const nameOf = (resource: JsonObject): string => line(resource['name']);

const aliasesOf = (resource: JsonObject): string[] =>
  (Array.isArray(resource['alias']) ? resource['alias'] : []).map(line).filter((name) => name !== '');

const townOf = (resource: JsonObject): string | null =>
  objects(resource['address'])
    .map((address) => line(address['city']))
    .find((town) => town !== '') ?? null;

/** One short line of visible text, or nothing. */
function line(value: Json | undefined): string {
  if (typeof value !== 'string' || value.length > MAX_NAME) return '';
  return value
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

const objects = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
