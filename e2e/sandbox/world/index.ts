export { makeWorld, resourcesOf, truthOf } from './make.ts';
export type { WorldOptions } from './make.ts';
export { SUPPORT_TYPES } from './chart.ts';
export { worldJson } from './json.ts';
export { ORG_KEYS } from './types.ts';
export type {
  FhirResource,
  OrgKey,
  TruthContradiction,
  TruthGroup,
  TruthMember,
  TruthRelation,
  World,
  WorldPerson,
} from './types.ts';
