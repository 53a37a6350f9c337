import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import type { Link, LinkRole, Party } from '../../record/index.ts';
import { bad, list, obj, plainly, plainText, str, wrong, type Reader } from './reader.ts';

/**
 * A reference as this product files it: its own server's as `Type/id`, without a version; contained, urn: and foreign
 * ones as written.
 */
function relativeRef(ref: string, base: string | null): string {
  let own = ref;
  if (ref.charCodeAt(0) === 35 || ref.startsWith('urn:')) return ref;
  if (base !== null && base !== '' && ref.startsWith(base)) {
    const rest = base.endsWith('/') ? ref.slice(base.length) : ref.slice(base.length + 1);
    if ((base.endsWith('/') || ref.charCodeAt(base.length) === 47) && rest !== '') own = rest;
  }
  if (own.includes('://')) return own;
  const version = own.indexOf('/_history/');
  return version > 0 ? own.slice(0, version) : own;
}

/** `at` and `key` are where the reference stands. */
export function refOf(r: Reader, reference: JsonObject, at: string, key: string): string | null {
  const text = plainly(reference['reference']) ?? str(r, reference, 'reference', `${at}.${key}`);
  return text === null ? null : relativeRef(text, r.fetched.base);
}

/** The reference that an element holds, or null. A bare string in its place is taken for the reference it is. */
export function refAt(r: Reader, o: JsonObject, key: string, at: string): string | null {
  const value = o[key];
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') {
    wrong(r, `${at}.${key}`, 'a reference', value);
    const text = plainText(value);
    return text === null ? null : relativeRef(text, r.fetched.base);
  }
  const reference = obj(r, o, key, at);
  return reference === null ? null : refOf(r, reference, at, key);
}

/** What happens in a visit names it, one resource after the other: one object for the last of each role. */
const lastLink = new Map<LinkRole, Link>();

function sharedLink(role: LinkRole, ref: string): Link {
  const last = lastLink.get(role);
  if (last?.ref === ref) return last;
  const link: Link = { role, ref };
  lastLink.set(role, link);
  return link;
}

/** Adds what an element refers to. */
export function addLink(
  r: Reader,
  links: Link[],
  role: LinkRole,
  o: JsonObject,
  key: string,
  at: string,
): void {
  const value = o[key];
  if (value === undefined || value === null) return;
  if (!Array.isArray(value)) {
    const ref = refAt(r, o, key, at);
    if (ref !== null) links.push(sharedLink(role, ref));
    return;
  }
  for (const one of list(r, o, key, at)) {
    const ref = refOf(r, one, at, key);
    if (ref !== null) links.push({ role, ref });
  }
}

/** The contained resource of a `#id` reference. */
export function contained(r: Reader, ref: string | null): JsonObject | null {
  if (ref === null || ref.charCodeAt(0) !== 35) return null;
  const all = r.resource['contained'];
  if (!Array.isArray(all)) return null;
  const id = ref.slice(1);
  for (const one of all as readonly Json[]) if (isObject(one) && one['id'] === id) return one;
  return null;
}

/** The name that a person, organisation, place or device resource has for people. */
export function nameOf(resource: JsonObject): string | null {
  const name = resource['name'];
  if (typeof name === 'string') return plainText(name);
  const first = Array.isArray(name) ? (name as readonly Json[])[0] : name;
  if (isObject(first)) return humanName(first);
  const deviceNames = resource['deviceName'];
  const device = Array.isArray(deviceNames) ? (deviceNames as readonly Json[])[0] : undefined;
  return isObject(device) ? plainText(device['name']) : null;
}

export function humanName(name: JsonObject): string | null {
  const text = plainText(name['text']);
  if (text !== null) return text;
  const parts: string[] = [];
  for (const key of ['prefix', 'given', 'family', 'suffix'] as const) {
    const value = name[key];
    for (const one of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
      const part = plainText(one);
      if (part !== null) parts.push(part);
    }
  }
  return parts.length === 0 ? null : parts.join(' ');
}

/** The same few people write thousands of resources: one object for each name, reference and role. */
const pool = new Map<string, Party[]>();
const MOST = 2048;

function sharedParty(name: string | null, ref: string | null, role: string): Party {
  const key = ref ?? name ?? '';
  let alike = pool.get(key);
  if (alike === undefined) {
    if (pool.size >= MOST) pool.clear();
    if (key.length < 200) pool.set(key, (alike = []));
  } else
    for (const kept of alike) if (kept.name === name && kept.ref === ref && kept.role === role) return kept;
  const party: Party = { name, ref, role };
  if (alike !== undefined && alike.length < 8 && (name ?? '').length < 200) alike.push(party);
  return party;
}

/** Whom a Reference names; null where it names nobody. */
function partyOf(r: Reader, reference: JsonObject, at: string, key: string, role: string): Party | null {
  const ref = refOf(r, reference, at, key);
  let name = plainly(reference['display']) ?? str(r, reference, 'display', `${at}.${key}`);
  if (name === null && ref !== null && ref.charCodeAt(0) === 35) {
    const inside = contained(r, ref);
    if (inside === null) bad(r, `${at}.${key}.reference`, 'refers to a contained resource that is not there');
    else name = nameOf(inside);
  }
  if (name === null && ref === null) {
    const identifier = reference['identifier'];
    name = isObject(identifier) ? plainText(identifier['value']) : null;
  }
  return name === null && ref === null ? null : sharedParty(name, ref, role);
}

export function partyAt(r: Reader, o: JsonObject, key: string, at: string, role: string = key): Party | null {
  const value = o[key];
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') {
    wrong(r, `${at}.${key}`, 'a reference', value);
    const name = plainText(value);
    return name === null ? null : sharedParty(name, null, role);
  }
  const reference = obj(r, o, key, at);
  return reference === null ? null : partyOf(r, reference, at, key, role);
}

/** Everybody that an element names, one or many. */
export function addParties(
  r: Reader,
  people: Party[],
  o: JsonObject,
  key: string,
  at: string,
  role: string = key,
): void {
  const value = o[key];
  if (value === undefined || value === null) return;
  if (!Array.isArray(value)) {
    const party = partyAt(r, o, key, at, role);
    if (party !== null) people.push(party);
    return;
  }
  for (const one of list(r, o, key, at)) {
    const party = partyOf(r, one, at, key, role);
    if (party !== null) people.push(party);
  }
}
