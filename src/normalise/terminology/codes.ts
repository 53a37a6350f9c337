import { remembered } from './memo.ts';

/** The code systems that the tables know, by a short name. Whatever else a source sends is a local code here. */
export type System =
  | 'loinc'
  | 'sct'
  | 'icd10'
  | 'icd9'
  | 'icd10pcs'
  | 'rx'
  | 'ndc'
  | 'atc'
  | 'cvx'
  | 'unii'
  | 'hcpcs'
  | 'cpt'
  | 'act';

const URIS: Readonly<Record<string, System>> = {
  'http://loinc.org': 'loinc',
  'https://loinc.org': 'loinc',
  'http://snomed.info/sct': 'sct',
  'https://snomed.info/sct': 'sct',
  'http://www.snomed.org': 'sct',
  'http://hl7.org/fhir/sid/icd-10-cm': 'icd10',
  'http://hl7.org/fhir/sid/icd-10': 'icd10',
  'http://hl7.org/fhir/sid/icd-9-cm': 'icd9',
  'http://terminology.hl7.org/codesystem/icd9cm': 'icd9',
  'http://www.cms.gov/medicare/coding/icd10': 'icd10pcs',
  'http://hl7.org/fhir/sid/icd-10-pcs': 'icd10pcs',
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'rx',
  'http://hl7.org/fhir/sid/ndc': 'ndc',
  'http://www.whocc.no/atc': 'atc',
  'http://hl7.org/fhir/sid/cvx': 'cvx',
  'http://fdasis.nlm.nih.gov': 'unii',
  'http://terminology.hl7.org/codesystem/hcpcs-all-codes': 'hcpcs',
  'https://www.cms.gov/medicare/coding/hcpcsreleasecodesets': 'hcpcs',
  'http://www.cms.gov/medicare/coding/hcpcsreleasecodesets': 'hcpcs',
  'https://bluebutton.cms.gov/resources/codesystem/hcpcs': 'hcpcs',
  'http://www.ama-assn.org/go/cpt': 'cpt',
  'http://terminology.hl7.org/codesystem/v3-actcode': 'act',
  'http://hl7.org/fhir/v3/actcode': 'act',
};

const OIDS: Readonly<Record<string, System>> = {
  '2.16.840.1.113883.6.1': 'loinc',
  '2.16.840.1.113883.6.96': 'sct',
  '2.16.840.1.113883.6.90': 'icd10',
  '2.16.840.1.113883.6.3': 'icd10',
  '2.16.840.1.113883.6.103': 'icd9',
  '2.16.840.1.113883.6.4': 'icd10pcs',
  '2.16.840.1.113883.6.88': 'rx',
  '2.16.840.1.113883.6.69': 'ndc',
  '2.16.840.1.113883.6.73': 'atc',
  '2.16.840.1.113883.12.292': 'cvx',
  '2.16.840.1.113883.6.59': 'cvx',
  '2.16.840.1.113883.4.9': 'unii',
  '2.16.840.1.113883.6.285': 'hcpcs',
  '2.16.840.1.113883.6.14': 'hcpcs',
  '2.16.840.1.113883.6.12': 'cpt',
  '2.16.840.1.113883.5.4': 'act',
};

/** A SNOMED edition or version may follow the URI: http://snomed.info/sct/731000124108 */
const read = remembered((system: string): System | null => {
  if (system.length > 200) return null;
  // Seen from a converter: 'urn: oid: 2.16.840.1.113883.6.96'; from others, a closing slash.
  const lower = system.replace(/\s/g, '').replace(/\/$/, '').toLowerCase();
  const oid = lower.startsWith('urn:oid:') ? lower.slice(8) : lower;
  return own(URIS, lower) ?? own(OIDS, oid) ?? (lower.startsWith('http://snomed.info/sct/') ? 'sct' : null);
}, 1_000);

const own = (table: Readonly<Record<string, System>>, key: string): System | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The short name of a coding's system; null for a local or unknown one. URIs, `urn:oid:` and bare OIDs are taken. */
export const systemOf = (system: string | null): System | null => (system === null ? null : read(system));

/** One spelling for each code: ICD without its dot, in capitals; NDC as eleven digits; the rest trimmed. */
export function canonicalCode(system: System, code: string): string {
  const trimmed = code.trim();
  switch (system) {
    case 'icd10':
    case 'icd9':
    case 'icd10pcs':
      return trimmed.replace('.', '').toUpperCase();
    case 'ndc':
      return ndc11(trimmed);
    case 'cvx':
      return /^\d$/.test(trimmed) ? `0${trimmed}` : trimmed;
    case 'atc':
    case 'unii':
    case 'hcpcs':
    case 'act':
      return trimmed.toUpperCase();
    default:
      return trimmed;
  }
}

/** Hyphenated ten-digit NDCs gain the zero that their billing form has: 4-4-2, 5-3-2 or 5-4-1 become 5-4-2. */
function ndc11(code: string): string {
  const parts = code.split('-');
  if (parts.length === 1) return code;
  const [labeler = '', product = '', pack = ''] = parts;
  if (parts.length > 3 || !parts.every((part) => /^\d+$/.test(part))) return code;
  return labeler.padStart(5, '0') + product.padStart(4, '0') + (pack === '' ? '' : pack.padStart(2, '0'));
}
