import type { FhirResource } from '../world/index.ts';

// A world writes a number whose digits matter as U+0001 and the digits: 70.10 must leave as 70.10, not as 70.1.
const MARKED = /"\\u0001(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)"/g;

/** The resource's JSON, marked numbers as bare digits. */
export function serialise(resource: FhirResource): string {
  const json = JSON.stringify(resource);
  return json.includes('\\u0001') ? json.replace(MARKED, '$1') : json;
}
