/** The records of one person, made facts by the product's own stage, beside the truth about them. */
import { normalise } from '../../../src/normalise/index.ts';
import { memberKey, resourceRef, sourceId, type Fact } from '../../../src/record/index.ts';
import type { JsonObject } from '../../../src/base/index.ts';
import {
  ORG_KEYS,
  resourcesOf,
  type FhirResource,
  type OrgKey,
  type World,
  type WorldPerson,
} from '../../sandbox/world/index.ts';
import type { TrueGroup } from './score.ts';

export interface Case {
  readonly name: string;
  readonly resources: readonly { readonly org: OrgKey; readonly resource: FhirResource }[];
  readonly truth: readonly TrueGroup[];
  readonly contradictions: readonly { readonly about: string; readonly members: readonly string[] }[];
  readonly relations: readonly { readonly about: string; readonly members: readonly string[] }[];
}

export const keyOf = (org: OrgKey, ref: string): string =>
  memberKey(sourceId(org), resourceRef(ref) ?? fail(ref));

function fail(ref: string): never {
  throw new Error(`the world made a reference that is none: ${ref}`);
}

export function caseOf(world: World, person: WorldPerson): Case {
  const keys = (members: readonly { org: OrgKey; ref: string }[]) => members.map((m) => keyOf(m.org, m.ref));
  return {
    name: person.key,
    resources: ORG_KEYS.flatMap((org) =>
      resourcesOf(world, org, person.key).map((resource) => ({ org, resource })),
    ),
    truth: person.truth.map((group) => ({ kind: group.kind, members: keys(group.members) })),
    contradictions: person.contradictions.map((c) => ({
      about: `${c.field}: ${c.about}`,
      members: keys(c.members),
    })),
    relations: person.relations.map((r) => ({ about: `${r.kind}: ${r.about}`, members: keys(r.members) })),
  };
}

export function factsOf(resources: Case['resources']): Fact[] {
  return resources.flatMap(({ org, resource }) => {
    const { fact } = normalise({
      source: sourceId(org),
      ref: resourceRef(`${resource.resourceType}/${resource.id}`) ?? fail(resource.id),
      resource: resource as unknown as JsonObject,
      base: `https://${org}.example/fhir`,
      fullUrl: null,
      fetchedAt: null,
    });
    return fact === null ? [] : [fact];
  });
}
