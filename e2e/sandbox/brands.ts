import { createHash } from 'node:crypto';
import type { ServedOrganisation } from './organisations.ts';

const BRAND = 'http://hl7.org/fhir/StructureDefinition/organization-brand';
const PORTAL = 'http://hl7.org/fhir/StructureDefinition/organization-portal';
/** Nobody answers there, and nobody is to be asked. */
const ELSEWHERE = 'https://pictures.elsewhere.example';

/** The organisation's names, places and logo, as SMART's user-access brand bundle tells them to apps. */
export function brandBundle({ key, name, like }: ServedOrganisation, origin: string): string {
  const entry = (resource: { resourceType: string; id: string }) => ({
    fullUrl: `${origin}/brands/${resource.resourceType}/${resource.id}`,
    resource,
  });
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: '2024-01-01T00:00:00Z',
    entry: [
      entry(organisation(key, name, origin)),
      entry(endpoint(key, name, `${origin}/fhir`)),
      ...(like === 'county' ? [...places(key).map(entry), ...strangers().map(entry)] : []),
    ],
  });
}

const organisation = (key: string, name: string, origin: string) => ({
  resourceType: 'Organization',
  id: key,
  active: true,
  name,
  alias: [`${name} patient portal`],
  extension: [
    {
      url: BRAND,
      // An app takes the first that it may: the one elsewhere it may not.
      extension: [`${ELSEWHERE}/${key}.png`, `${origin}/logo.svg`].map((valueUrl) => ({
        url: 'brandLogo',
        valueUrl,
      })),
    },
    {
      url: PORTAL,
      extension: [{ url: 'portalEndpoint', valueReference: { reference: `Endpoint/${key}` } }],
    },
  ],
});

const endpoint = (key: string, name: string, address: string) => ({
  resourceType: 'Endpoint',
  id: key,
  status: 'active',
  connectionType: {
    system: 'http://terminology.hl7.org/CodeSystem/endpoint-connection-type',
    code: 'hl7-fhir-rest',
  },
  name,
  address,
});

const WHERE = [
  'Alder',
  'Birch',
  'Cedar',
  'Élan',
  'Foundry',
  'Granite',
  'Harbor',
  'Ivy',
  'Juniper',
  'Kestrel',
];
const TERRAIN = ['Bay', 'Creek', 'Heights', 'Lane', 'Park', 'Square'];
const WHAT = ['Family Practice', 'Pediatrics', 'Urgent Care', 'Dental'];
const TOWNS = ['Fairhaven', 'Eastport', 'Millbrook'];

/** An exchange stands in front of hundreds of practices. */
const places = (key: string) =>
  WHERE.flatMap((where) =>
    TERRAIN.flatMap((terrain) => WHAT.map((what) => `${where} ${terrain} ${what}`)),
  ).map((name, i) => ({
    resourceType: 'Organization',
    id: `${key}-${i}`,
    active: true,
    name,
    address: [{ city: TOWNS[i % TOWNS.length] }],
    partOf: { reference: `Organization/${key}` },
  }));

/** A vendor's list names places on servers that this app does not know as well. */
const strangers = () => [
  {
    resourceType: 'Organization',
    id: 'stranger',
    active: true,
    name: 'Juniper Coast Hospital',
    endpoint: [{ reference: 'Endpoint/stranger' }],
  },
  endpoint('stranger', 'Juniper Coast Hospital', 'https://fhir.elsewhere.example/r4'),
];

/** A plain mark: the organisation's letter on a colour of its own. */
export function logo({ key, letter }: ServedOrganisation): string {
  const hue = (createHash('sha256').update(key).digest()[0] ?? 0) * 1.4;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" role="img" aria-label="${letter}"><rect width="32" height="32" rx="6" fill="hsl(${hue} 55% 32%)"/><text x="16" y="22" text-anchor="middle" font-family="sans-serif" font-size="18" font-weight="700" fill="#fff">${letter}</text></svg>`;
}
