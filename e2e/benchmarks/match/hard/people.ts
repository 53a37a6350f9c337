/** Invented patients, drawn from a seed, and the parts that the hard cases are made of. */
import { random, type Random } from '../../../sandbox/world/prng.ts';

export interface Draft {
  family: string;
  given: string[];
  suffix: string[];
  born: string | null;
  sex: 'male' | 'female' | null;
  street: string;
  city: string;
  state: string;
  zip: string;
  phone: string;
  mail: string;
  ids: Id[];
  multiple: boolean | number | null;
  deceased: boolean | string | null;
}

export interface Id {
  system?: string;
  value: string;
  type?: string;
  use?: string;
}

const words = (text: string): readonly [string, ...string[]] =>
  text.trim().split(/\s+/) as [string, ...string[]];
export const FAMILIES =
  words(`Okonkwo Lindqvist Garcia Smith Nguyen Patel Kowalski Haddad Moreau Castillo Brannigan
Delgado Fitzgerald Yamamoto Hoang Abernathy Johansson Petrov Rahman Silva Whitaker Mbeki Novak Ferrari Schneider
Johnson Williams Rodriguez Chen Kim Larsen Oduya Pritchard Vasquez Tremblay Sorensen Bianchi Keller Dubois Hughes`);
export const MALE =
  words(`James Robert Miguel Wei Hiroshi Ahmed Thomas Erik Noah Walter Samuel Ivan Pedro Liam Kofi
Rajesh Anders Gabriel Victor Oscar Felix Hugo Martin Simon`);
export const FEMALE =
  words(`Elena Grace Fatima Ingrid Priya Charlotte Amelia Beatriz Yuki Hannah Rosa Ngozi Astrid
Margaret Olivia Sofia Leila Chloe Agnes Ruth Irene Camille Nadia Vera`);
const STREETS = words(
  'Mill Orchard Prospect Canal Foundry Linden Harbor Cedar Quarry Lakeshore Tower Garden Birch',
);
const KINDS = words('Street Avenue Road Lane Drive Court');
const CITIES = words('Fairhaven Riverton Ashford Milbrook Easton Greyfield Northam');

export const SSN = 'http://hl7.org/fhir/sid/us-ssn';
export const hospital = (n: number): string => `urn:oid:2.16.840.1.113883.19.88.${n}`;

export interface Drawn extends Random {
  digits(n: number): string;
}

export function drawn(seed: number): Drawn {
  const r = random(seed);
  const digits = (n: number): string =>
    Array.from({ length: n }, (_, i) => String(r.int(i === 0 ? 1 : 0, 9))).join('');
  return { ...r, digits };
}

export const two = (n: number): string => String(n).padStart(2, '0');

export function ssn(r: Drawn): string {
  return `${r.int(901, 989)}-${two(r.int(10, 98))}-${r.int(1001, 9890)}`;
}

export function somebody(r: Drawn): Draft {
  const sex = r.chance(0.5) ? 'male' : 'female';
  const family = r.pick(FAMILIES);
  const given = r.pick(sex === 'male' ? MALE : FEMALE);
  return {
    family,
    given: [given],
    suffix: [],
    born: `${r.int(1930, 2015)}-${two(r.int(2, 12))}-${two(r.int(2, 28))}`,
    sex,
    street: `${r.int(2, 990)} ${r.pick(STREETS)} ${r.pick(KINDS)}`,
    city: r.pick(CITIES),
    state: 'OR',
    zip: String(r.int(97002, 97899)),
    phone: `503-${r.int(200, 499)}-${r.int(1000, 9999)}`,
    mail: `${given}.${family}${r.int(1, 99)}@mail.example`.toLowerCase(),
    ids: [],
    multiple: null,
    deceased: null,
  };
}

/** As a FHIR server would send it, without what is not known. */
export function patient(draft: Draft, id: string): Record<string, unknown> {
  const { suffix, deceased, multiple } = draft;
  const telecom = [
    ...(draft.phone ? [{ system: 'phone', value: draft.phone }] : []),
    ...(draft.mail ? [{ system: 'email', value: draft.mail }] : []),
  ];
  const line = draft.street.split('\n').filter(Boolean);
  const address = { line, city: draft.city, state: draft.state, postalCode: draft.zip };
  return {
    resourceType: 'Patient',
    id,
    identifier: draft.ids.map(({ type, ...id }) => ({
      ...id,
      ...(type ? { type: { coding: [{ code: type }] } } : {}),
    })),
    name: [{ family: draft.family, given: draft.given, ...(suffix.length > 0 ? { suffix } : {}) }],
    ...(draft.born === null ? {} : { birthDate: draft.born }),
    ...(draft.sex === null ? {} : { gender: draft.sex }),
    telecom,
    address: line.length > 0 ? [address] : [],
    ...(multiple === null
      ? {}
      : { [typeof multiple === 'number' ? 'multipleBirthInteger' : 'multipleBirthBoolean']: multiple }),
    ...(deceased === null
      ? {}
      : { [typeof deceased === 'string' ? 'deceasedDateTime' : 'deceasedBoolean']: deceased }),
  };
}
