/** References from the patient's records to people, places and products, whose names are read afterwards. */
import { ownUrl } from './access.ts';

export const SUPPORT_TYPES = [
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'Medication',
  'RelatedPerson',
  'Specimen',
] as const;

const NAMES = SUPPORT_TYPES.join('|');
/** Looked for in the page's text: walking every resource again would cost as much as parsing it. */
const IN_TEXT = new RegExp(`"reference"\\s*:\\s*"([^"\\s]{0,400}?\\b(?:${NAMES})\\\\?/[^"\\s]{1,300})"`, 'g');
const LOCAL = new RegExp(`^(${NAMES})/([A-Za-z0-9.-]{1,128})(?:/_history/[^/]+)?$`);

/** `Type/id` of each support resource that the page names on its own server. */
export function supportReferences(base: string, pageText: string): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const [, written = ''] of pageText.matchAll(IN_TEXT)) {
    if (seen.has(written)) continue;
    seen.add(written);
    // A slash may be written as an escape in JSON.
    const local = localReference(base, written.replaceAll('\\/', '/'));
    if (local !== null) found.add(local);
  }
  return found;
}

function localReference(base: string, reference: string): string | null {
  const isAbsolute = /^https?:/i.test(reference);
  if (isAbsolute && (!reference.startsWith(`${base}/`) || ownUrl(base, reference) === null)) return null;
  const match = LOCAL.exec(isAbsolute ? reference.slice(base.length + 1) : reference);
  return match ? `${match[1]}/${match[2]}` : null;
}
