/** The four organisations, the places and people of theirs that records name, and how each writes things down. */
import { hash } from './prng.ts';
import { frozen } from './shared.ts';
import { SYSTEM, hl7 } from './codes/systems.ts';
import type { FhirResource, OrgKey } from './types.ts';

export interface Org {
  readonly key: OrgKey;
  readonly name: string;
  /** The root of its own identifiers and of its home-made codes. */
  readonly oid: string;
  readonly type: readonly [string, string];
  readonly phone: string;
  readonly street: string;
}

/** The arc is one that HL7 keeps for examples; the digits below it are made up. */
const ARC = '2.16.840.1.113883.19.7204';

export const ORGS: Readonly<Record<OrgKey, Org>> = {
  general: {
    key: 'general',
    name: 'General Hospital',
    oid: `${ARC}.1`,
    type: ['prov', 'Healthcare Provider'],
    phone: '+1-555-010-1000',
    street: '1 Hospital Plaza',
  },
  riverside: {
    key: 'riverside',
    name: 'Riverside Clinic',
    oid: `${ARC}.2`,
    type: ['prov', 'Healthcare Provider'],
    phone: '+1-555-010-2000',
    street: '88 Riverside Avenue',
  },
  county: {
    key: 'county',
    name: 'County HIE',
    oid: `${ARC}.3`,
    type: ['other', 'Other'],
    phone: '+1-555-010-3000',
    street: '500 County Road',
  },
  valley: {
    key: 'valley',
    name: 'Valley Lab',
    oid: `${ARC}.4`,
    type: ['dept', 'Hospital Department'],
    phone: '+1-555-010-4000',
    street: '12 Quarry Lane',
  },
};

/** Places outside the four: only the county exchange has heard from them. */
export const OUTSIDE = {
  lakeside: { name: 'Lakeside Cardiology Associates', oid: `${ARC}.21` },
  brendan: { name: "St. Brendan's Hospital", oid: `${ARC}.22` },
  pharmacy: { name: 'Harbor Street Pharmacy', oid: `${ARC}.23` },
  urgent: { name: 'QuickCare Urgent Care', oid: `${ARC}.24` },
  payer: { name: 'Northeast Mutual Health Plan', oid: `${ARC}.25` },
  wearable: { name: 'Stride Health App', oid: `${ARC}.26` },
} as const;
export type OutsideKey = keyof typeof OUTSIDE;

const STAFF = [
  { key: 'okonkwo', given: 'Ngozi', family: 'Okonkwo', home: 'riverside', specialty: 'Family medicine' },
  { key: 'feldman', given: 'Ruth', family: 'Feldman', home: 'riverside', specialty: 'Pediatrics' },
  { key: 'marsh', given: 'Daniel', family: 'Marsh', home: 'riverside', specialty: 'Nurse practitioner' },
  { key: 'alvarez', given: 'Joaquín', family: 'Álvarez', home: 'general', specialty: 'Cardiology' },
  { key: 'venkataraman', given: 'Priya', family: 'Venkataraman', home: 'general', specialty: 'Nephrology' },
  { key: 'hughes', given: 'Owen', family: 'Hughes', home: 'general', specialty: 'Emergency medicine' },
  { key: 'lindholm', given: 'Astrid', family: 'Lindholm', home: 'general', specialty: 'Hospital medicine' },
  { key: 'tanaka', given: 'Kenji', family: 'Tanaka', home: 'general', specialty: 'Medical oncology' },
  { key: 'abara', given: 'Chioma', family: 'Abara', home: 'general', specialty: 'Psychiatry' },
  { key: 'rossi', given: 'Elena', family: 'Rossi', home: 'general', specialty: 'Obstetrics' },
  { key: 'weiss', given: 'Judith', family: 'Weiss', home: 'general', specialty: 'Radiology' },
  { key: 'quist', given: 'Mikkel', family: 'Quist', home: 'valley', specialty: 'Clinical pathology' },
  { key: 'baptiste', given: 'Yvette', family: 'Baptiste', home: 'lakeside', specialty: 'Cardiology' },
  { key: 'mcrae', given: 'Colin', family: 'McRae', home: 'brendan', specialty: 'Emergency medicine' },
  { key: 'ferris', given: 'Tess', family: 'Ferris', home: 'urgent', specialty: 'Physician assistant' },
] as const satisfies readonly {
  key: string;
  given: string;
  family: string;
  home: OrgKey | OutsideKey;
  specialty: string;
}[];
export type StaffKey = (typeof STAFF)[number]['key'];

const PLACES = {
  emergency: { name: 'Emergency Department', org: 'general' },
  ward: { name: 'Medical Ward 4 West', org: 'general' },
  cardiology: { name: 'Heart Center', org: 'general' },
  dialysis: { name: 'Dialysis Unit', org: 'general' },
  icu: { name: 'Intensive Care Unit', org: 'general' },
  oncology: { name: 'Cancer Center', org: 'general' },
  maternity: { name: 'Birth Center', org: 'general' },
  behavioral: { name: 'Behavioral Health', org: 'general' },
  clinic: { name: 'Riverside Clinic, Suite 2', org: 'riverside' },
  draw: { name: 'Valley Lab draw station', org: 'valley' },
} as const satisfies Record<string, { name: string; org: OrgKey }>;
export type PlaceKey = keyof typeof PLACES;

/** A National Provider Identifier with a right check digit (Luhn over 80840 and the nine digits), and nobody's. */
function npi(key: string): string {
  const nine = `1${String(hash(key) % 100_000_000).padStart(8, '0')}`;
  const digits = [...`80840${nine}`].map(Number);
  let sum = 0;
  for (let i = digits.length - 1, double = true; i >= 0; i--, double = !double) {
    const d = (digits[i] ?? 0) * (double ? 2 : 1);
    sum += d > 9 ? d - 9 : d;
  }
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

/** Every organisation gives everything its own id: same shape within one, never the same between two. */
export function orgId(org: OrgKey, number: number): string {
  const salt = { general: 0x9e3779b1, riverside: 0x85ebca6b, county: 0xc2b2ae35, valley: 0x27d4eb2f }[org];
  // An odd multiplier is a bijection of 32 bits: unique numbers stay unique ids.
  const mixed = Math.imul(number, salt) >>> 0;
  switch (org) {
    case 'general':
      return `e${mixed.toString(36).padStart(7, '0')}.${(mixed % 97).toString(36)}`;
    case 'riverside': {
      const hex = mixed.toString(16).padStart(8, '0');
      return `${hex}-${hex.slice(4)}-4${hex.slice(1, 4)}-8${hex.slice(2, 5)}-${hex.slice(0, 4)}${hex}`;
    }
    case 'county':
      return String(4_000_000_000 + mixed);
    case 'valley':
      return `VL-${String(mixed).padStart(10, '0')}`;
  }
}

export interface Reference {
  readonly reference: string;
  readonly display: string;
}

/** The Organization, Practitioner, Location and app Device resources of one server, and how to point at them. */
export class Directory {
  readonly resources: FhirResource[] = [];
  readonly #refs = new Map<string, Reference>();
  #next = 1;

  constructor(
    readonly org: OrgKey,
    readonly recorded: string,
  ) {
    for (const key of ['general', 'riverside', 'county', 'valley'] as const)
      this.#organization(key, ORGS[key]);
    for (const [key, outside] of Object.entries(OUTSIDE)) this.#organization(key, outside);
    for (const person of STAFF) this.#practitioner(person);
    for (const [key, place] of Object.entries(PLACES)) this.#location(key, place);
  }

  staff = (key: StaffKey): Reference => this.#ref(`staff:${key}`);
  organization = (key: OrgKey | OutsideKey): Reference => this.#ref(`org:${key}`);
  place = (key: PlaceKey): Reference => this.#ref(`place:${key}`);

  #ref(key: string): Reference {
    const found = this.#refs.get(key);
    if (!found) throw new Error(`${this.org} has no ${key}`);
    return found;
  }

  #add(key: string, display: string, type: string, body: Record<string, unknown>): void {
    const id = orgId(this.org, this.#next++);
    const meta = { versionId: '1', lastUpdated: this.recorded };
    this.resources.push({ resourceType: type, id, meta, ...body });
    this.#refs.set(key, frozen({ reference: `${type}/${id}`, display }));
  }

  #organization(key: string, org: Org | (typeof OUTSIDE)[OutsideKey]): void {
    const more =
      'phone' in org
        ? {
            type: [hl7('organization-type', ...org.type)],
            telecom: [{ system: 'phone', value: org.phone }],
            address: [{ line: [org.street], city: 'Fairhaven', state: 'CT', postalCode: '06490' }],
          }
        : {};
    const identifier = [{ system: 'urn:ietf:rfc:3986', value: `urn:oid:${org.oid}` }];
    this.#add(`org:${key}`, org.name, 'Organization', { identifier, active: true, name: org.name, ...more });
  }

  #practitioner(person: (typeof STAFF)[number]): void {
    const display = `${person.given} ${person.family}`;
    this.#add(`staff:${person.key}`, display, 'Practitioner', {
      identifier: [{ system: SYSTEM.npi, value: npi(person.key) }],
      active: true,
      name: [{ use: 'official', family: person.family, given: [person.given], text: display }],
      qualification: [{ code: { text: person.specialty } }],
    });
  }

  #location(key: string, place: (typeof PLACES)[PlaceKey]): void {
    this.#add(`place:${key}`, place.name, 'Location', {
      status: 'active',
      name: place.name,
      managingOrganization: this.organization(place.org),
    });
  }
}
