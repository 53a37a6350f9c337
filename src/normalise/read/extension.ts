import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import { plainText } from './reader.ts';

const DATA_ABSENT = new Set([
  'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  // Seen from several servers, and its meaning is plain.
  'http://hl7.org/fhir/extension-data-absent-reason',
  'http://hl7.org/fhir/StructureDefinition/iso21090-nullFlavor',
]);

/** The extension of an element with this URL, or null. */
export function extension(element: Json | undefined, url: string): JsonObject | null {
  if (!isObject(element)) return null;
  const list = element['extension'];
  if (!Array.isArray(list)) return null;
  for (const one of list as readonly Json[]) if (isObject(one) && one['url'] === url) return one;
  return null;
}

/** Why an element has no value, in the source's own code: of the element itself, or of a `_sibling`. */
export function absentReason(element: Json | undefined): string | null {
  if (!isObject(element)) return null;
  const list = element['extension'];
  if (!Array.isArray(list)) return null;
  for (const one of list as readonly Json[]) {
    if (!isObject(one) || typeof one['url'] !== 'string' || !DATA_ABSENT.has(one['url'])) continue;
    return plainText(one['valueCode']) ?? plainText(one['valueString']) ?? 'unknown';
  }
  return null;
}
