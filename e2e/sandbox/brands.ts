import { createHash } from 'node:crypto';
import type { ServedOrganisation } from './organisations.ts';

const BRAND = 'http://hl7.org/fhir/StructureDefinition/organization-brand';

/** The organisation's name and logo, as SMART's user-access brand bundle tells them to apps. */
export function brandBundle({ key, name }: ServedOrganisation, origin: string): string {
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: '2024-01-01T00:00:00Z',
    entry: [
      {
        fullUrl: `${origin}/brands/Organization/${key}`,
        resource: {
          resourceType: 'Organization',
          id: key,
          active: true,
          name,
          extension: [
            {
              url: BRAND,
              extension: [{ url: 'brandLogo', valueUrl: `${origin}/logo.svg` }],
            },
          ],
          endpoint: [{ reference: `Endpoint/${key}` }],
        },
      },
      {
        fullUrl: `${origin}/brands/Endpoint/${key}`,
        resource: {
          resourceType: 'Endpoint',
          id: key,
          status: 'active',
          connectionType: {
            system: 'http://terminology.hl7.org/CodeSystem/endpoint-connection-type',
            code: 'hl7-fhir-rest',
          },
          name,
          address: `${origin}/fhir`,
        },
      },
    ],
  });
}

/** A plain mark: the organisation's letter on a colour of its own. */
export function logo({ key, letter }: ServedOrganisation): string {
  const hue = (createHash('sha256').update(key).digest()[0] ?? 0) * 1.4;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" role="img" aria-label="${letter}"><rect width="32" height="32" rx="6" fill="hsl(${hue} 55% 32%)"/><text x="16" y="22" text-anchor="middle" font-family="sans-serif" font-size="18" font-weight="700" fill="#fff">${letter}</text></svg>`;
}
