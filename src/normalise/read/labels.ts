import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import {
  CONFIDENTIALITY,
  NOT_LABELLED,
  UNREADABLE_LABEL,
  type Confidentiality,
  type Sensitivity,
} from '../../record/index.ts';
import { list, obj, plainText, type Reader } from './reader.ts';
import { eachObject } from './walk.ts';

/** Code systems by what their codes are, as R4, STU3 and C-CDA conversions write them. */
const CONFIDENTIALITY_SYSTEMS = new Set([
  'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  'http://hl7.org/fhir/v3/Confidentiality',
  'urn:oid:2.16.840.1.113883.5.25',
]);
const ACT_CODE_SYSTEMS = new Set([
  'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  'http://hl7.org/fhir/v3/ActCode',
  'urn:oid:2.16.840.1.113883.5.4',
]);

/** What v3-ActCode has beside sensitivity: obligations, refrain policies, laws and marks that travel with a record. */
const CAVEATS = new Set([
  '42CFRPart2',
  'CUI',
  'PROCESSINLINELABEL',
  'CPLYCC',
  'CPLYCD',
  'CPLYCUI',
  'CPLYJPP',
  'CPLYOPP',
  'CPLYOSP',
  'CPLYPOL',
  'DEID',
  'DELAU',
  'DRIVLABEL',
  'ENCRYPT',
  'ENCRYPTR',
  'ENCRYPTT',
  'ENCRYPTU',
  'HUAPRV',
  'LABEL',
  'MASK',
  'MINEC',
  'PERSISTLABEL',
  'PRIVMARK',
  'PSEUD',
  'REDACT',
  'UPDATE',
  'NOAUTH',
  'NOCOLLECT',
  'NODSCLCD',
  'NODSCLCDS',
  'NOINTEGRATE',
  'NOLIST',
  'NOMOU',
  'NOORGPOL',
  'NOPAT',
  'NOPERSISTP',
  'NORDSCLCD',
  'NORDSCLCDS',
  'NORDSCLW',
  'NORELINK',
  'NOREUSE',
  'NOVIP',
  'ORCON',
]);

/** Sensitivity classes that are recognised even where the label names no system. */
const CLASSES = new Set([
  'BH',
  'COGN',
  'DVD',
  'EMOTDIS',
  'ETH',
  'ETHUD',
  'GDIS',
  'HIV',
  'MH',
  'OPIOIDUD',
  'PSY',
  'PSYTHPN',
  'SCA',
  'SDV',
  'SEX',
  'SEXREP',
  'SICKLE',
  'SPI',
  'STD',
  'SUD',
  'VIO',
]);

interface Found {
  confidentiality: Confidentiality | 'unknown';
  readonly classes: Set<string>;
  readonly caveats: Set<string>;
}

function addLabel(found: Found, coding: JsonObject): void {
  const code = plainText(coding['code']);
  if (code === null || code.length > 100) return void found.classes.add(UNREADABLE_LABEL);
  const system = plainText(coding['system']);
  const level = (CONFIDENTIALITY as readonly string[]).indexOf(code);
  if (level >= 0 && (system === null || CONFIDENTIALITY_SYSTEMS.has(system))) {
    const before = found.confidentiality;
    if (before === 'unknown' || level > CONFIDENTIALITY.indexOf(before))
      found.confidentiality = CONFIDENTIALITY[level] ?? before;
  } else if (CLASSES.has(code) || (system !== null && ACT_CODE_SYSTEMS.has(system) && !CAVEATS.has(code))) {
    found.classes.add(code);
  } else {
    // A label that is not understood is carried forward as a caveat: dropping it would loosen what the source said.
    found.caveats.add(code);
  }
}

function addMeta(r: Reader, found: Found, resource: JsonObject, at: string): void {
  const meta = obj(r, resource, 'meta', at);
  if (meta === null) return;
  const labels = list(r, meta, 'security', `${at}.meta`);
  for (const label of labels) addLabel(found, label);
  if (labels.length < countOf(meta['security'])) found.classes.add(UNREADABLE_LABEL);
}

const countOf = (value: Json | undefined): number =>
  value === undefined || value === null ? 0 : Array.isArray(value) ? value.length : 1;

const INLINE_LABEL = 'inline-sec-label';

/** PROCESSINLINELABEL: parts of the resource carry labels of their own, and the strictest of them holds for all. */
function addInline(found: Found, resource: JsonObject): void {
  eachObject(resource, (element) => {
    const url = element['url'];
    if (typeof url !== 'string' || !url.includes(INLINE_LABEL)) return;
    for (const key of ['valueCoding', 'valueCodeableConcept']) {
      const value = element[key];
      if (!isObject(value)) continue;
      const codings = value['coding'];
      if (!Array.isArray(codings)) addLabel(found, value);
      else for (const coding of codings as readonly Json[]) if (isObject(coding)) addLabel(found, coding);
    }
  });
}

const hasLabels = (r: Reader): boolean => {
  const meta = r.resource['meta'];
  return r.resource['contained'] !== undefined || (isObject(meta) && meta['security'] !== undefined);
};

const known = new Map<string, Sensitivity>();

/** The labels of a resource and of all that it contains. */
export function sensitivityOf(r: Reader): Sensitivity {
  if (!hasLabels(r)) return NOT_LABELLED;
  const found: Found = { confidentiality: 'unknown', classes: new Set(), caveats: new Set() };
  addMeta(r, found, r.resource, r.type);
  const inside = r.resource['contained'];
  if (Array.isArray(inside))
    for (const one of inside as readonly Json[])
      if (isObject(one)) addMeta(r, found, one, `${r.type}.contained`);
  if (found.caveats.has('PROCESSINLINELABEL')) addInline(found, r.resource);
  const classes = [...found.classes].sort();
  const caveats = [...found.caveats].sort();
  if (found.confidentiality === 'unknown' && classes.length === 0 && caveats.length === 0)
    return NOT_LABELLED;
  const key = JSON.stringify([found.confidentiality, classes, caveats]);
  let sensitivity = known.get(key);
  if (sensitivity === undefined) {
    sensitivity = { confidentiality: found.confidentiality, classes, caveats };
    if (known.size < 500) known.set(key, sensitivity);
  }
  return sensitivity;
}
