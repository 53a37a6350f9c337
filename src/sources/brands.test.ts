import { describe, expect, it } from 'vitest';
import type { Json } from '../base/index.ts';
import { sourceId } from '../record/index.ts';
import { readBrand } from './brands.ts';
import type { Organisation } from './connection.ts';

const organisation: Organisation = {
  id: sourceId('county'),
  name: 'County HIE',
  kind: 'hie',
  iss: 'https://county.example/fhir',
  clientId: 'c',
  scopes: null,
  letter: 'C',
  colour: 0,
  open: false,
  origins: ['https://pictures.county.example'],
};

const BRAND = 'http://hl7.org/fhir/StructureDefinition/organization-brand';
const PORTAL = 'http://hl7.org/fhir/StructureDefinition/organization-portal';
const org = (id: string, name: string, more: Record<string, Json> = {}) => ({
  fullUrl: `https://county.example/brands/Organization/${id}`,
  resource: { resourceType: 'Organization', id, name, ...more },
});
const endpoint = (id: string, address: string) => ({
  fullUrl: `https://county.example/brands/Endpoint/${id}`,
  resource: { resourceType: 'Endpoint', id, address },
});
const to = (id: string) => ({ endpoint: [{ reference: `Endpoint/${id}` }] });
const logos = (...urls: string[]) => ({
  extension: [{ url: BRAND, extension: urls.map((valueUrl) => ({ url: 'brandLogo', valueUrl })) }],
});
const read = (...entry: Json[]) => readBrand({ resourceType: 'Bundle', entry }, organisation);
const OURS = endpoint('e', 'https://county.example/fhir/');

describe('readBrand', () => {
  it('takes the places that lead to this server, whichever way they say so, and no others', () => {
    const portal = { url: 'portalEndpoint', valueReference: { reference: OURS.fullUrl } };
    const brand = read(
      OURS,
      endpoint('far', 'https://far.example/fhir'),
      org('0', 'County HIE', { ...to('e'), alias: ['The exchange'] }),
      org('1', 'Élan Practice', { partOf: { reference: 'Organization/0' }, address: [{ city: 'Eastport' }] }),
      org('2', 'By its portal', { extension: [{ url: PORTAL, extension: [portal] }] }),
      org('3', 'Far away', to('far')),
      org('4', 'Part of us, on a server of its own', {
        partOf: { reference: 'Organization/0' },
        ...to('far'),
      }),
      org('5', 'Closed', { ...to('e'), active: false }),
      org('6', 'Belongs to nobody'),
    );
    expect(brand).toEqual({
      logo: null,
      also: ['The exchange'],
      places: [
        { name: 'Élan Practice', also: [], town: 'Eastport' },
        { name: 'By its portal', also: [], town: null },
      ],
    });
  });

  it.each([
    ['https://elsewhere.example/logo.png', null],
    ['http://county.example/logo.png', null],
    ['https://county.example.evil/logo.png', null],
    ['https://user@county.example/logo.png', null],
    ['javascript:alert(1)', null],
    ['data:text/html;base64,AAAA', null],
    ['https://county.example/logo.png', 'https://county.example/logo.png'],
    ['https://pictures.county.example/logo.png', 'https://pictures.county.example/logo.png'],
    ['data:image/png;base64,AAAA', 'data:image/png;base64,AAAA'],
  ])('of the logo %s takes %s', (url, taken) => {
    expect(read(OURS, org('0', 'County HIE', { ...to('e'), ...logos(url) }))?.logo).toBe(taken);
  });

  it('takes the first logo that it may', () => {
    const brand = read(
      OURS,
      org('0', 'County HIE', {
        ...to('e'),
        ...logos('https://elsewhere.example/a.png', 'https://county.example/b.svg'),
      }),
    );
    expect(brand?.logo).toBe('https://county.example/b.svg');
  });

  it('bears what is no list, goes round in circles or hides characters', () => {
    expect(readBrand('no', organisation)).toBeNull();
    expect(read(null, { resource: 7 }, OURS)?.places).toEqual([]);
    const circle = (id: string, parent: string) =>
      org(id, id, { partOf: { reference: `Organization/${parent}` } });
    expect(read(OURS, circle('1', '2'), circle('2', '1'))?.places).toEqual([]);
    const names = read(
      OURS,
      org('0', 'County HIE', to('e')),
      org('1', 'Two\u202e\n lines', to('e')),
      org('2', 'x'.repeat(121), to('e')),
    )?.places;
    expect(names?.map((place) => place.name)).toEqual(['Two lines']);
  });
});
