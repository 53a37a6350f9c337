import type { Fact, Identifier, Party } from '../record/index.ts';
import { systemKey } from './concepts.ts';
import { foldText, hashText } from './hash.ts';

/** Values that fill a field and identify nothing. */
const FILLER = /^(?:0+|1|(\d)\1{2,}|n\/?a|none|null|unknown|test|-+)$/i;
/** Numbers of the person, not of the fact. */
const PERSONAL: ReadonlySet<string> = new Set(['MR', 'PI', 'PT', 'SS', 'DL', 'PPN', 'MB', 'MC']);

const counts = (id: Identifier): boolean =>
  id.system !== null &&
  !FILLER.test(id.value.trim()) &&
  !(id.type !== null && PERSONAL.has(id.type)) &&
  id.use !== 'old';

const equalIds = (a: Identifier, b: Identifier): boolean =>
  a.value.trim() === b.value.trim() && systemKey(a.system ?? '') === systemKey(b.system ?? '');

/** A business identifier that both carry: one number, given by one authority, to one thing. */
export function sharedIdentifier(a: Fact, b: Fact): Identifier | null {
  const x = a.provenance.identifiers;
  const y = b.provenance.identifiers;
  if (x.length === 0 || y.length === 0) return null;
  for (const one of x)
    if (counts(one))
      for (const other of y)
        if (counts(other) && equalIds(one, other)) return numberedApart(a, b) ? null : one;
  return null;
}

/**
 * One authority numbered both, and gave them two numbers: whatever else they share (an order, an accession, a group of
 * claims) is the number of something wider.
 */
export function numberedApart(a: Fact, b: Fact): boolean {
  const x = a.provenance.identifiers;
  const y = b.provenance.identifiers;
  if (x.length === 0 || y.length === 0) return false;
  for (const one of x) {
    if (!counts(one) || ANYBODYS.test(one.system ?? '')) continue;
    const system = systemKey(one.system ?? '');
    const ofIt = (id: Identifier): boolean => counts(id) && systemKey(id.system ?? '') === system;
    const there = y.filter(ofIt);
    if (there.length === 0) continue;
    const here = x.filter(ofIt);
    if (!here.some((p) => there.some((q) => equalIds(p, q)))) return true;
  }
  return false;
}

/** A system for any URI, which is no one authority's. */
const ANYBODYS = /ietf:rfc:3986/;

export const identifierWords = (id: Identifier): string => `${id.system ?? ''}|${id.value}`;

export function identifierKeys(fact: Fact, seed: number, each: (key: number) => void): void {
  for (const id of fact.provenance.identifiers)
    if (counts(id)) each(hashText(id.value.trim(), hashText(systemKey(id.system ?? ''), seed)));
}

const ABSOLUTE = /^[a-z]+:\/\//;
const TAIL = /\/([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/;

const NO_ORIGINS: readonly string[] = [];

/** `Type/id` at the end of an absolute URL (a version after it does not matter); nothing where it has none. */
function originAt(url: string): readonly string[] {
  const known = originsAt.get(url);
  if (known !== undefined) return known;
  const tail = ABSOLUTE.test(url) ? TAIL.exec(url)?.[1] : undefined;
  const found = tail === undefined ? NO_ORIGINS : [tail];
  // A memo, not a store: thousands of facts name the system that they came from, each pair of them asks.
  if (originsAt.size < 2000) originsAt.set(url, found);
  return found;
}

const originsAt = new Map<string, readonly string[]>();

/** The resources elsewhere that a fact says it is a copy of: its `meta.source`, or what it is derived from. */
export function origins({ provenance, links }: Fact): readonly string[] {
  let found = provenance.metaSource === null ? NO_ORIGINS : originAt(provenance.metaSource);
  for (const link of links) if (link.role === 'derived-from') found = [...found, ...originAt(link.ref)];
  return found;
}

/** 'Observation/123' where one names the other, or both name one, as the original. */
export function sharedOrigin(a: Fact, b: Fact): string | null {
  if (a.source === b.source) return null;
  const x = origins(a);
  const y = origins(b);
  for (const tail of x) if (tail === b.ref || y.includes(tail)) return tail;
  return y.includes(a.ref) ? a.ref : null;
}

export type Names = ReadonlySet<string>;
const NO_NAMES: Names = new Set();

/** Folded names of the people or places that have one of these roles. */
export function namesOf(people: readonly Party[], roles: RegExp): Names {
  let found: Set<string> | null = null;
  for (const party of people) {
    if (party.name === null || !roles.test(party.role)) continue;
    const folded = foldName(party.name);
    if (folded !== '') (found ??= new Set()).add(folded);
  }
  return found ?? NO_NAMES;
}

const foldedNames = new Map<string, string>();

/** 'Dr. Ada Byron, MD' and 'Byron, Ada' are one name: its words, without titles, in order of the alphabet. */
function foldName(name: string): string {
  const known = foldedNames.get(name);
  if (known !== undefined) return known;
  const words = name
    .replaceAll(
      /\b(?:dr|md|do|rn|np|pa|phd|mr|mrs|ms|prof|inc|llc|llp|ltd|corp|pllc|pc|gmbh|the)\b\.?/gi,
      ' ',
    )
    .split(/[\s,]+/)
    .map(foldText)
    .filter((word) => word !== '')
    .sort()
    .join(' ');
  // A memo, not a store: hostile data may name somebody new in every resource.
  if (foldedNames.size < 2000 && name.length < 200) foldedNames.set(name, words);
  return words;
}

/** true or false where both are named; null where nothing can be told. */
export function namesAgree(a: Names, b: Names): boolean | null {
  if (a.size === 0 || b.size === 0) return null;
  for (const name of a) if (b.has(name)) return true;
  return false;
}

export const PLACES = /organi[sz]ation|location|provider$|custodian|facility|managing/i;
export const PROFESSIONALS =
  /performer|participant|author|practitioner|attender|recorder|asserter|requester|actor|ATND|PPRF/i;
