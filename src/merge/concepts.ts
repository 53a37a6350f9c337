import { withoutTail } from '../base/index.ts';
import type { Coding, Concept } from '../record/index.ts';
import { foldText, hashFolded, hashText } from './hash.ts';

/** Object identifiers and other spellings of the code systems that say the same thing under several names. */
const SYSTEM_ALIASES: ReadonlyMap<string, string> = new Map([
  ['2.16.840.1.113883.6.96', 'snomed.info/sct'],
  ['2.16.840.1.113883.6.1', 'loinc.org'],
  ['2.16.840.1.113883.6.88', 'www.nlm.nih.gov/research/umls/rxnorm'],
  ['2.16.840.1.113883.6.90', 'hl7.org/fhir/sid/icd-10-cm'],
  ['2.16.840.1.113883.6.3', 'hl7.org/fhir/sid/icd-10'],
  ['2.16.840.1.113883.6.103', 'hl7.org/fhir/sid/icd-9-cm'],
  ['2.16.840.1.113883.6.69', 'hl7.org/fhir/sid/ndc'],
  ['2.16.840.1.113883.12.292', 'hl7.org/fhir/sid/cvx'],
  ['2.16.840.1.113883.6.12', 'www.ama-assn.org/go/cpt'],
  ['2.16.840.1.113883.6.73', 'www.whocc.no/atc'],
  ['rxnorm', 'www.nlm.nih.gov/research/umls/rxnorm'],
  ['snomed.info/sct/731000124108', 'snomed.info/sct'],
  ['www.snomed.org', 'snomed.info/sct'],
  ['snomed.org', 'snomed.info/sct'],
  ['hl7.org/fhir/sid/icd-9-cm/diagnosis', 'hl7.org/fhir/sid/icd-9-cm'],
]);

/** Systems in which one code means one thing everywhere: two disjoint sets of codes there are a difference. */
const STANDARD: ReadonlySet<string> = new Set(SYSTEM_ALIASES.values());

const systems = new Map<string, string>();

/** One spelling of a code system: `urn:oid:…`, http or https, a trailing slash make no difference. */
export function systemKey(system: string): string {
  const known = systems.get(system);
  if (known !== undefined) return known;
  const whole = system
    .toLowerCase()
    .replaceAll(/\s+/g, '')
    .replace(/^(?:urn:oid:|https?:\/\/|\/\/)/, '');
  const bare = withoutTail(whole, '/#');
  const key = SYSTEM_ALIASES.get(bare) ?? bare;
  // A memo, not a store: hostile data may name a new system in every resource.
  if (systems.size < 2000) systems.set(system, key);
  return key;
}

const DOTLESS = /\/(?:icd-10|icd-10-cm|icd-9-cm|ndc)$/;

function codeKey(system: string, code: string): string {
  // '08' and '8' are one vaccine; several systems keep their codes as numbers.
  if (system.endsWith('/cvx')) return code.trim().replace(/^0+(?=\d)/, '');
  if (!DOTLESS.test(system)) return code.trim();
  const bare = code.replaceAll(/[.\-\s]/g, '').toUpperCase();
  // The seventh character of an injury says which visit for it this is, the first or a later one: not another injury.
  return system.endsWith('/icd-10-cm') ? bare.replace(/^([ST]\d\w{4})[AD]$/, '$1') : bare;
}

const isCoded = (coding: Coding): boolean => coding.code !== null && coding.system !== null;

function sameCoding(a: Coding, b: Coding): boolean {
  if (a.code === null || b.code === null || a.system === null || b.system === null) return false;
  const system = systemKey(a.system);
  return system === systemKey(b.system) && codeKey(system, a.code) === codeKey(system, b.code);
}

function sharedCoding(a: Concept, b: Concept): Coding | null {
  for (const x of a.codings) for (const y of b.codings) if (sameCoding(x, y)) return x;
  return null;
}

/** Both have codes in one standard system, and none of them is the same. */
export function disjointInAStandard(a: Concept, b: Concept): boolean {
  for (const x of a.codings) {
    if (!isCoded(x) || !STANDARD.has(systemKey(x.system ?? ''))) continue;
    const isOfIt = (y: Coding) => isCoded(y) && systemKey(y.system ?? '') === systemKey(x.system ?? '');
    const there = b.codings.filter(isOfIt);
    const here = a.codings.filter(isOfIt);
    if (there.length > 0 && !here.some((p) => there.some((q) => sameCoding(p, q)))) return true;
  }
  return false;
}

/** They are named by codes of different systems, so that nothing says that they are one, and nothing that they are not. */
export function namedIncomparably(a: Concept, b: Concept): boolean {
  if (a.canonical !== null && b.canonical !== null) return false;
  const here = new Set(a.codings.filter(isCoded).map((x) => systemKey(x.system ?? '')));
  return (
    here.size > 0 && b.codings.some(isCoded) && !b.codings.some((y) => here.has(systemKey(y.system ?? '')))
  );
}

/** Texts that say nothing about what they name. */
const EMPTY_WORDS: ReadonlySet<string> = new Set([
  '',
  'unknown',
  'other',
  'result',
  'observation',
  'note',
  'none',
  'na',
]);

/** The texts by which a concept may look like another, folded. */
function texts(concept: Concept): string[] {
  const found: string[] = [];
  for (const text of [concept.text, concept.display, ...concept.codings.map((c) => c.display)]) {
    const folded = text === null ? '' : foldText(text);
    if (!EMPTY_WORDS.has(folded)) found.push(folded);
  }
  return found;
}

const looksLike = (a: Concept, b: Concept): boolean => {
  const there = texts(b);
  return texts(a).some((text) => there.includes(text));
};

export function sameWords(a: Concept, b: Concept): boolean {
  const [x, y] = [a.text ?? a.display, b.text ?? b.display];
  if (x === null || y === null) return false;
  if (x === y) return !EMPTY_WORDS.has(foldText(x));
  const folded = foldText(x);
  return folded === foldText(y) && !EMPTY_WORDS.has(folded);
}

const sides = new WeakMap<Concept, 'left' | 'right' | 'both' | null>();

/** 'left heart failure' and 'right bundle branch block' name a part of the one heart. */
const ONE_OF_A_KIND =
  /\b(?:left|right)[\s-]+(?:heart|ventric|atri|bundle|sided?\s+heart|axis|colon|handed|hand dominan|main|anterior|circumflex|coronary)\w*/g;

/** The one side of the body that a concept's words name; null where they name none, or several. */
export function sideOf(concept: Concept): 'left' | 'right' | 'both' | null {
  const known = sides.get(concept);
  if (known !== undefined) return known;
  const found = new Set<'left' | 'right' | 'both'>();
  for (const text of [concept.text, ...concept.codings.map((c) => c.display)]) {
    if (text === null || !/left|right|bilat/i.test(text)) continue;
    const words = text.toLowerCase().replaceAll(ONE_OF_A_KIND, ' ');
    const [left, right] = [/\bleft\b/.test(words), /\bright\b/.test(words)];
    if (/\bbilateral/.test(words) || (left && right)) found.add('both');
    else if (left || right) found.add(left ? 'left' : 'right');
  }
  const [only = null] = found;
  const side = found.size === 1 ? only : null;
  sides.set(concept, side);
  return side;
}

/** Equal by a map or a code; alike by its words only; or neither. */
export type Likeness = 'same' | 'alike' | 'different';

export function compareConcepts(a: Concept | null, b: Concept | null): Likeness {
  if (a === null || b === null) return 'different';
  if (a === b) return 'same';
  // One code for 'knee' under the words 'left knee' and 'right knee'.
  const [here, there] = [sideOf(a), sideOf(b)];
  if (here !== null && there !== null && here !== there) return 'different';
  if (a.canonical !== null && b.canonical !== null)
    // Two codes that the tables keep apart under one and the same name: somebody may have coded it loosely.
    return a.canonical === b.canonical ? 'same' : sameWords(a, b) ? 'alike' : 'different';
  if (sharedCoding(a, b) !== null) return disjointInAStandard(a, b) ? 'alike' : 'same';
  if (!looksLike(a, b)) return 'different';
  const uncoded = !a.codings.some(isCoded) && !b.codings.some(isCoded);
  return uncoded && a.canonical === null && b.canonical === null ? 'same' : 'alike';
}

/** The tables know both, as two. */
export const mappedApart = (a: Concept | null, b: Concept | null): boolean =>
  a !== null && b !== null && a.canonical !== null && b.canonical !== null && a.canonical !== b.canonical;

/** One of them is words alone, and the other is called by the same words. */
export const isNamesake = (a: Concept, b: Concept): boolean =>
  a.codings.some(isCoded) !== b.codings.some(isCoded) && sameWords(a, b);

/** By code where either has one; by title alone they are alike at most. */
export function compareNamed(
  a: { readonly code: Concept | null; readonly title: string },
  b: { readonly code: Concept | null; readonly title: string },
): Likeness {
  if (a.code !== null || b.code !== null) return compareConcepts(a.code, b.code);
  return foldText(a.title) === foldText(b.title) ? 'alike' : 'different';
}

/** Do two lists name something in common? null where one of them is empty, so that nothing can be told. */
export function compareLists(a: readonly Concept[], b: readonly Concept[]): Likeness | null {
  if (a.length === 0 || b.length === 0) return null;
  let best: Likeness = 'different';
  for (const x of a)
    for (const y of b) {
      const likeness = compareConcepts(x, y);
      if (likeness === 'same') return 'same';
      if (likeness === 'alike') best = 'alike';
    }
  return best;
}

/** In words, for the explanation: 'lab:hba1c', 'loinc.org 4548-4', '"Chest pain"'. */
export function conceptWords(a: Concept, b: Concept): string {
  const name = a.display ?? b.display ?? 'uncoded';
  if (a.canonical !== null && a.canonical === b.canonical) return `${name} (${a.canonical})`;
  const coding = sharedCoding(a, b);
  return coding === null ? `"${name}"` : `${name} (${systemKey(coding.system ?? '')} ${coding.code ?? ''})`;
}

/** The keys under which a concept meets its equals. */
export function conceptKeys(concept: Concept, seed: number, each: (key: number) => void): void {
  if (concept.canonical !== null) each(hashText(concept.canonical, seed));
  // Its codes as well: what shares one of them may have no place in the tables.
  codingKeys(concept, seed, each);
}

export function codingKeys(concept: Concept, seed: number, each: (key: number) => void): void {
  for (const coding of concept.codings) {
    if (coding.code === null || coding.system === null) continue;
    const system = systemKey(coding.system);
    each(hashText(codeKey(system, coding.code), hashText(system, seed)));
  }
}

/** The keys under which a concept meets what only looks like it. */
export function textKeys(concept: Concept, seed: number, each: (key: number) => void): void {
  const shown = concept.text ?? concept.display;
  if (shown !== null) each(hashFolded(shown, seed));
  if (concept.canonical !== null) return;
  for (const coding of concept.codings) if (coding.display !== null) each(hashFolded(coding.display, seed));
}
