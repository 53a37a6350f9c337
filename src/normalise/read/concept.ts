import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import { hasWords, type Coding, type Concept } from '../../record/index.ts';
import { conceptKey, onSiteMapsChange, wordsForCodes, type Domain } from '../terminology/index.ts';
import { bad, bool, list, plainText, str, wrong, type Reader } from './reader.ts';

/**
 * Which standard system's display is shown where there is no text and nobody selected a coding: the ones written for
 * clinicians first. A system that is not listed comes after these.
 */
const DISPLAY_ORDER: readonly string[] = [
  'http://loinc.org',
  'http://snomed.info/sct',
  'http://www.nlm.nih.gov/research/umls/rxnorm',
  'http://hl7.org/fhir/sid/cvx',
  'http://hl7.org/fhir/sid/icd-10-cm',
  'http://hl7.org/fhir/sid/icd-10',
  'http://hl7.org/fhir/sid/icd-9-cm',
  'http://www.ama-assn.org/go/cpt',
  'http://hl7.org/fhir/sid/ndc',
  'http://www.whocc.no/atc',
];

/**
 * Text, else what the user selected, else the preferred system's display, else any display, else what the tables call
 * the code, else the code.
 */
export function displayOf(codings: readonly Coding[], text: string | null): string | null {
  if (text !== null) return text;
  let best: string | null = null;
  let bestRank = Infinity;
  let code: string | null = null;
  for (const coding of codings) {
    code ??= coding.code;
    if (coding.display === null) continue;
    const at = coding.system === null ? -1 : DISPLAY_ORDER.indexOf(coding.system);
    const rank = coding.userSelected === true ? -1 : at === -1 ? DISPLAY_ORDER.length : at;
    if (rank < bestRank) {
      best = coding.display;
      bestRank = rank;
    }
  }
  return best ?? wordsForCodes(codings) ?? code;
}

/** Codes that fill the place of a concept and say only that there is none, and what they mean as a reason. */
const FILLERS: ReadonlySet<string> = new Set([
  'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  'http://hl7.org/fhir/data-absent-reason',
  'http://terminology.hl7.org/CodeSystem/v3-NullFlavor',
  'http://hl7.org/fhir/v3/NullFlavor',
  'urn:oid:2.16.840.1.113883.5.1008',
]);
const NULL_FLAVOURS: ReadonlyMap<string, string> = new Map([
  ['UNK', 'unknown'],
  ['NI', 'not stated'],
  ['ASKU', 'asked-unknown'],
  ['NASK', 'not-asked'],
  ['NAV', 'temporarily-unknown'],
  ['NA', 'not-applicable'],
  ['MSK', 'masked'],
  ['NINF', 'negative-infinity'],
  ['PINF', 'positive-infinity'],
]);

/** Why there is no value, where a concept says no more than that; null where it says something. */
export function fillerReason(concept: Concept): string | null {
  let code: string | null = null;
  for (const coding of concept.codings) {
    if (coding.system === null || !FILLERS.has(coding.system)) return null;
    // 'Other' says that there is something, which the text then names.
    if (coding.code === 'OTH') return null;
    code ??= coding.code ?? 'unknown';
  }
  if (code === null) return null;
  const reason = NULL_FLAVOURS.get(code) ?? code;
  const { text } = concept;
  if (text === null || text.toLowerCase() === reason || text === code) return reason;
  return concept.codings.some((coding) => coding.display?.toLowerCase() === text.toLowerCase())
    ? reason
    : null;
}

const UNKNOWN_QUALIFIER = '261665006';

/** What a fact may be called after this concept; null where it only says that nothing is known. */
export function called(concept: Concept | null | undefined): string | null {
  if (concept === null || concept === undefined) return null;
  const { codings } = concept;
  const first = codings[0];
  if (first === undefined || first.system === null) return concept.display;
  if (FILLERS.has(first.system) && fillerReason(concept) !== null) return null;
  return first.code === UNKNOWN_QUALIFIER && codings.length === 1 ? null : concept.display;
}

/** True where all that there is to show is a code. */
export const isBare = (concept: Concept): boolean =>
  !hasWords(concept) && concept.codings.some((coding) => coding.code === concept.display);

/**
 * Concepts repeat by the thousand: one object stands for all that are equal. What is kept is code and wording from
 * terminologies, bounded in number and length, and the result is the same with or without it.
 */
type Pool = Map<string, Concept[]>;
const pools: Record<Domain | 'none', Pool> = {
  condition: new Map(),
  observation: new Map(),
  procedure: new Map(),
  vaccine: new Map(),
  allergy: new Map(),
  document: new Map(),
  encounter: new Map(),
  none: new Map(),
};
// What is kept was read under the maps of its time.
onSiteMapsChange(() => {
  for (const pool of Object.values(pools)) pool.clear();
});
const MOST_KEYS = 4096;
const MOST_ALIKE = 8;
const LONGEST = 300;

const same = (kept: string | null, raw: Json | undefined): boolean =>
  raw === undefined ? kept === null : kept === raw;

function sameCodings(kept: readonly Coding[], raw: Json | undefined): boolean {
  if (raw === undefined) return kept.length === 0;
  if (!Array.isArray(raw) || raw.length !== kept.length) return false;
  for (let i = 0; i < kept.length; i++) {
    const a = kept[i];
    const b = raw[i] as Json;
    if (a === undefined || !isObject(b)) return false;
    if (!same(a.code, b['code']) || !same(a.system, b['system']) || !same(a.display, b['display']))
      return false;
    if (a.userSelected !== b['userSelected']) return false;
  }
  return true;
}

/** Under what a raw CodeableConcept is kept: its first code, else its text. */
function poolKey(codings: Json | undefined, text: Json | undefined): string | null {
  if (Array.isArray(codings)) {
    const first = codings[0] as Json | undefined;
    if (isObject(first) && typeof first['code'] === 'string') return first['code'];
  }
  return typeof text === 'string' ? text : null;
}

/** A CodeableConcept, wherever it stands; null where it says nothing. */
export function asConcept(
  r: Reader,
  value: Json,
  at: string,
  key: string,
  domain: Domain | null,
): Concept | null {
  if (!isObject(value)) return oddConcept(r, value, `${at}.${key}`, domain);
  const pool = pools[domain ?? 'none'];
  const under = poolKey(value['coding'], value['text']);
  const alike = under === null || under.length > LONGEST ? undefined : pool.get(under);
  if (alike !== undefined)
    for (const kept of alike)
      if (same(kept.text, value['text']) && sameCodings(kept.codings, value['coding'])) return kept;
  const before = r.problems.length;
  const concept = readConcept(r, value, `${at}.${key}`, domain);
  if (concept === null || under === null || r.problems.length > before) return concept;
  keep(pool, under, alike, concept);
  return concept;
}

function keep(pool: Pool, key: string, alike: Concept[] | undefined, concept: Concept): void {
  if (key.length > LONGEST || (concept.display ?? '').length > LONGEST || concept.codings.length > 20) return;
  if (alike === undefined) {
    if (pool.size < MOST_KEYS) pool.set(key, [concept]);
  } else if (alike.length < MOST_ALIKE) alike.push(concept);
}

function readConcept(r: Reader, value: JsonObject, path: string, domain: Domain | null): Concept | null {
  const codings: Coding[] = [];
  for (const raw of list(r, value, 'coding', path)) {
    const coding = readCoding(r, raw, `${path}.coding`);
    if (coding !== null) codings.push(coding);
  }
  const text = str(r, value, 'text', path);
  return build(codings, text, domain);
}

function build(codings: readonly Coding[], text: string | null, domain: Domain | null): Concept | null {
  if (codings.length === 0 && text === null) return null;
  const canonical = domain === null ? null : conceptKey(domain, codings, text);
  return { codings, text, display: displayOf(codings, text), canonical };
}

export function readCoding(r: Reader, raw: JsonObject, path: string): Coding | null {
  const system = str(r, raw, 'system', path);
  const code = str(r, raw, 'code', path);
  const display = str(r, raw, 'display', path);
  const chosen = bool(r, raw, 'userSelected', path);
  if (system === null && code === null && display === null) return null;
  return chosen === null ? { system, code, display } : { system, code, display, userSelected: chosen };
}

/** Bare words where a concept is expected are shown as its text; a list of one is that one. */
function oddConcept(r: Reader, value: Json, path: string, domain: Domain | null): Concept | null {
  if (value === null) return null;
  if (Array.isArray(value)) {
    const first = (value as readonly Json[])[0];
    if (value.length > 1) bad(r, path, 'has several values where one is expected: the first is shown');
    return first === undefined || Array.isArray(first) ? null : asConcept(r, first, path, '[0]', domain);
  }
  wrong(r, path, 'a coded concept', value);
  const text = plainText(value);
  return text === null ? null : build([], text, domain);
}

export function conceptAt(
  r: Reader,
  o: JsonObject,
  key: string,
  at: string,
  domain: Domain | null = null,
): Concept | null {
  const value = o[key];
  return value === undefined || value === null ? null : asConcept(r, value, at, key, domain);
}

const NONE: readonly Concept[] = [];

export function conceptsAt(
  r: Reader,
  o: JsonObject,
  key: string,
  at: string,
  domain: Domain | null = null,
): readonly Concept[] {
  const value = o[key];
  if (value === undefined || value === null) return NONE;
  const found: Concept[] = [];
  for (const one of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
    if (one === null) continue;
    const concept = asConcept(r, one, at, key, domain);
    if (concept !== null) found.push(concept);
  }
  // A list that was pushed to has room for seventeen.
  return found.slice();
}

/** A status-like element: a code, or a CodeableConcept whose first code is meant (R4 and before differ in this). */
export function codeAt(r: Reader, o: JsonObject, key: string, at: string): string | null {
  const value = o[key];
  if (typeof value === 'string' && value.charCodeAt(0) > 32) return value;
  if (value === undefined || value === null) return null;
  if (!isObject(value) && !Array.isArray(value)) return str(r, o, key, at);
  const concept = asConcept(r, value, at, key, null);
  if (concept === null) return null;
  return concept.codings.find((c) => c.code !== null)?.code ?? concept.text ?? concept.display;
}

/** Codes of a list of concepts or codes, as the source gives them: a code, else its text. Sorted and once each. */
export function codesAt(r: Reader, o: JsonObject, key: string, at: string): readonly string[] {
  const value = o[key];
  if (value === undefined || value === null) return NO_CODES;
  const values = Array.isArray(value) ? (value as readonly Json[]) : [value];
  const only = values.length === 1 ? values[0] : undefined;
  if (isObject(only) && !isCoding(only)) {
    const concept = asConcept(r, only, at, key, null);
    return concept === null ? NO_CODES : codesOf(concept);
  }
  const found: string[] = [];
  for (const one of values) {
    if (typeof one === 'string') addOnce(found, plainText(one));
    else if (one !== null && !isObject(one)) wrong(r, `${at}.${key}`, 'a code', one);
    else if (one !== null) {
      const concept = isCoding(one)
        ? build(codingList(r, one, `${at}.${key}`), null, null)
        : asConcept(r, one, at, key, null);
      if (concept !== null) for (const code of codesOf(concept)) addOnce(found, code);
    }
  }
  return sharedCodes(found);
}

const codesByConcept = new WeakMap<Concept, readonly string[]>();

/** The codes of a concept, else what it is called. Concepts are shared, and so is this. */
function codesOf(concept: Concept): readonly string[] {
  const kept = codesByConcept.get(concept);
  if (kept !== undefined) return kept;
  const found: string[] = [];
  for (const coding of concept.codings) addOnce(found, coding.code);
  if (found.length === 0) addOnce(found, concept.display);
  const codes = sharedCodes(found);
  codesByConcept.set(concept, codes);
  return codes;
}

const isCoding = (value: JsonObject): boolean =>
  value['coding'] === undefined && value['text'] === undefined && value['code'] !== undefined;

function codingList(r: Reader, raw: JsonObject, path: string): readonly Coding[] {
  const coding = readCoding(r, raw, path);
  return coding === null ? [] : [coding];
}

function addOnce(list_: string[], code: string | null): void {
  if (code !== null && !list_.includes(code)) list_.push(code);
}

const NO_CODES: readonly string[] = [];
const codeLists = new Map<string, readonly string[]>();

/** Most resources have one of a dozen categories: one list for each. */
function sharedCodes(codes: string[]): readonly string[] {
  if (codes.length === 0) return NO_CODES;
  const only = codes[0];
  if (codes.length > 1 || only === undefined || only.length > LONGEST) return codes.sort();
  const kept = codeLists.get(only);
  if (kept !== undefined) return kept;
  if (codeLists.size < MOST_KEYS) codeLists.set(only, codes);
  return codes;
}
