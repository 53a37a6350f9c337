import { isObject, type JsonObject } from '../base/index.ts';
import { undated, type Fetched, type Person, type PersonAddress, type PersonName } from '../record/index.ts';
import { identifiersAt } from './read/base.ts';
import { codeAt } from './read/concept.ts';
import { dateAt } from './read/date.ts';
import { numberOf } from './read/quantity.ts';
import { list, plainText, reader, str, texts, type Reader } from './read/reader.ts';
import { refAt } from './read/reference.ts';

const at = 'Patient';

/** What matching compares and the banner shows of a Patient; null where the resource is no Patient. */
export function readPerson(fetched: Fetched): Person | null {
  const o: unknown = fetched.resource;
  if (!isObject(o) || o['resourceType'] !== 'Patient') return null;
  const r = reader(fetched, at);
  const telecom = list(r, o, 'telecom', at);
  return {
    source: fetched.source,
    ref: fetched.ref,
    names: list(r, o, 'name', at).map((name) => nameFrom(r, name)),
    birthDate: dateAt(r, o, 'birthDate', at) ?? undated(),
    gender: codeAt(r, o, 'gender', at) ?? 'unknown',
    identifiers: identifiersAt(r, o, at),
    addresses: list(r, o, 'address', at).map((address) => addressFrom(r, address)),
    phones: contacts(r, telecom, 'phone').concat(contacts(r, telecom, 'sms')),
    emails: contacts(r, telecom, 'email'),
    multipleBirth: multipleBirthOf(o),
    deceased: deceasedOf(o),
    active: typeof o['active'] === 'boolean' ? o['active'] : null,
    links: linksOf(r, o),
  };
}

/** DSTU2 had lists of family names; later versions have one. */
function nameFrom(r: Reader, o: JsonObject): PersonName {
  const path = `${at}.name`;
  const family = texts(r, o, 'family', path);
  return {
    use: str(r, o, 'use', path),
    family: family.length === 0 ? null : family.join(' '),
    given: texts(r, o, 'given', path),
    suffix: texts(r, o, 'suffix', path),
    text: str(r, o, 'text', path),
  };
}

function addressFrom(r: Reader, o: JsonObject): PersonAddress {
  const path = `${at}.address`;
  return {
    lines: texts(r, o, 'line', path),
    city: str(r, o, 'city', path),
    state: str(r, o, 'state', path),
    postalCode: str(r, o, 'postalCode', path),
    country: str(r, o, 'country', path),
  };
}

function contacts(r: Reader, telecom: readonly JsonObject[], system: string): string[] {
  const found: string[] = [];
  for (const one of telecom) {
    // Where the system is left out or wrong, the value still tells a phone from an address for mail.
    const value = str(r, one, 'value', `${at}.telecom`);
    if (value === null) continue;
    const stated = plainText(one['system']);
    const known =
      stated === 'phone' ||
      stated === 'email' ||
      stated === 'sms' ||
      stated === 'fax' ||
      stated === 'url' ||
      stated === 'pager';
    const actual = known ? stated : value.includes('@') ? 'email' : 'phone';
    if (actual === system) found.push(value);
  }
  return found;
}

function multipleBirthOf(o: JsonObject): boolean | number | null {
  if (typeof o['multipleBirthBoolean'] === 'boolean') return o['multipleBirthBoolean'];
  return numberOf(o['multipleBirthInteger'])?.value ?? null;
}

/** The date as written where one is stated, since it says more than true. */
function deceasedOf(o: JsonObject): boolean | string | null {
  const date = plainText(o['deceasedDateTime']);
  if (date !== null) return date;
  return typeof o['deceasedBoolean'] === 'boolean' ? o['deceasedBoolean'] : null;
}

function linksOf(r: Reader, o: JsonObject): Person['links'] {
  const found: { type: string; ref: string }[] = [];
  for (const one of list(r, o, 'link', at)) {
    const ref = refAt(r, one, 'other', `${at}.link`);
    if (ref !== null) found.push({ type: str(r, one, 'type', `${at}.link`) ?? 'unknown', ref });
  }
  return found;
}
