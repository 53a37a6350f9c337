/**
 * Whose record is it? A server's bug, a wrong cache or an ignored filter can put somebody else's resource on a
 * page; it must never reach the timeline.
 */
import { isObject, type Json, type JsonObject } from '../base/index.ts';

/** Elements that say whose record a resource belongs to. `for` is a Task's. */
const SUBJECTS = ['subject', 'patient', 'beneficiary', 'for'] as const;

export type Belongs = 'patient' | 'somebody-else' | 'not-said';

/** `fullUrls` maps the bundle's own entries (urn:uuid and absolute) to `Type/id`. */
export function belongsTo(
  patient: string,
  resource: JsonObject,
  fullUrls: () => ReadonlyMap<string, string>,
): Belongs {
  if (resource['resourceType'] === 'Patient') return resource['id'] === patient ? 'patient' : 'somebody-else';
  // Nearly every record names its patient like this, and there may be a hundred thousand.
  const own = `Patient/${patient}`;
  for (const name of SUBJECTS) {
    const value = resource[name];
    if (isObject(value) && value['reference'] === own) return 'patient';
  }
  const ids = references(resource)
    .map((reference) => patientId(reference, fullUrls))
    .filter((id) => id !== null);
  if (ids.length === 0) return 'not-said';
  return ids.includes(patient) ? 'patient' : 'somebody-else';
}

function references(resource: JsonObject): readonly string[] {
  const found = SUBJECTS.flatMap((name) => referenceOf(resource[name]));
  if (found.length > 0) return found;
  // An appointment names its patient among the participants, a Provenance among its targets.
  if (resource['resourceType'] === 'Appointment')
    return listOf(resource['participant']).flatMap((each) =>
      isObject(each) ? referenceOf(each['actor']) : [],
    );
  if (resource['resourceType'] === 'Provenance') return targetsOf(resource);
  return [];
}

/** A Provenance of one resource of the patient and of the Patient itself has one target that names a patient. */
const targetsOf = (resource: JsonObject): readonly string[] =>
  listOf(resource['target']).flatMap(referenceOf);

const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : value === undefined ? [] : [value];

function referenceOf(value: Json | undefined): readonly string[] {
  return listOf(value).flatMap((each) => {
    const reference = isObject(each) ? each['reference'] : undefined;
    return typeof reference === 'string' ? [reference] : [];
  });
}

/**
 * The id of the Patient that a reference names, or null where it names none (a group, a contained patient). An
 * absolute reference counts by its id: servers behind a proxy write their inner name into it.
 */
function patientId(reference: string, fullUrls: () => ReadonlyMap<string, string>): string | null {
  const resolved = fullUrls().get(reference) ?? reference;
  return /(?:^|\/)Patient\/([^/?#|]+)(?:\/_history\/[^/]*)?(?:[?#].*)?$/.exec(resolved)?.[1] ?? null;
}
