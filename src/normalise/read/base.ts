import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import type {
  ClinicalDate,
  Concept,
  FactBase,
  Identifier,
  Link,
  Note,
  Party,
  Provenance,
  Status,
} from '../../record/index.ts';
import { sensitivityOf } from './labels.ts';
import { list, obj, plainText, str, type Reader } from './reader.ts';
import { refAt } from './reference.ts';

/** What a type says for the part of a fact that all kinds share. */
export interface Shared {
  readonly title: string;
  readonly code: Concept | null;
  readonly when: ClinicalDate;
  readonly status: Status;
  readonly categories?: readonly string[];
  readonly people?: readonly Party[];
  readonly links?: readonly Link[];
  /** Where the type calls it something else than `subject` or `patient`. */
  readonly subject?: string | null;
  readonly recorded?: ClinicalDate | null;
  readonly author?: Party | null;
  readonly organisation?: Party | null;
  /** The element that holds annotations, where it is not `note`. */
  readonly notesKey?: string;
}

const NO_CODES: readonly string[] = [];
const NO_PEOPLE: readonly Party[] = [];
const NO_LINKS: readonly Link[] = [];
const NO_NOTES: readonly Note[] = [];
const NO_IDENTIFIERS: readonly Identifier[] = [];

export function shared(r: Reader, s: Shared): FactBase {
  const { fetched, resource, type } = r;
  return {
    source: fetched.source,
    ref: fetched.ref,
    type,
    subject: s.subject === undefined ? subjectOf(r) : sharedSubject(s.subject),
    title: s.title,
    code: s.code,
    when: s.when,
    status: s.status,
    categories: s.categories ?? NO_CODES,
    people: s.people === undefined ? NO_PEOPLE : fittedPeople(s.people),
    notes: notesAt(r, resource, s.notesKey ?? 'note', type),
    links: s.links === undefined ? NO_LINKS : fittedLinks(s.links),
    sensitivity: sensitivityOf(r),
    provenance: provenanceOf(r, s.recorded ?? null, s.author ?? null, s.organisation ?? null),
    unsafe: r.unsafe,
    hasNarrative: hasNarrative(resource),
  };
}

export function hasNarrative(resource: JsonObject): boolean {
  const narrative = resource['text'];
  return isObject(narrative) && typeof narrative['div'] === 'string' && narrative['div'] !== '';
}

/**
 * A list that was pushed to has room for seventeen: kept by the hundred thousand, it should have room for its own. Many
 * a list names one thing, and the same one as the list before: one list for the last.
 */
function fitting<T>(none: readonly T[]): (found: readonly T[]) => readonly T[] {
  let last = none;
  return (found) => {
    if (found.length === 0) return none;
    if (found.length > 1) return found.slice();
    const only = found[0];
    if (only !== undefined && last[0] !== only) last = [only];
    return last;
  };
}
export const fittedPeople = fitting(NO_PEOPLE);
export const fittedLinks = fitting(NO_LINKS);

/** One string for what thousands of resources say one after the other. */
function sharing(): (text: string | null) => string | null {
  let last = '';
  return (text) => {
    if (text === null) return null;
    if (text !== last) last = text;
    return last;
  };
}
const sharedSubject = sharing();
const sharedSource = sharing();

export const subjectOf = (r: Reader): string | null =>
  sharedSubject(
    r.resource['subject'] === undefined
      ? refAt(r, r.resource, 'patient', r.type)
      : refAt(r, r.resource, 'subject', r.type),
  );

export function provenanceOf(
  r: Reader,
  recorded: ClinicalDate | null,
  author: Party | null,
  organisation: Party | null,
): Provenance {
  const meta = obj(r, r.resource, 'meta', r.type);
  const at = r.type;
  return {
    version: meta === null || meta['versionId'] === undefined ? null : str(r, meta, 'versionId', at),
    lastUpdated: meta === null || meta['lastUpdated'] === undefined ? null : str(r, meta, 'lastUpdated', at),
    metaSource:
      meta === null || meta['source'] === undefined ? null : sharedSource(str(r, meta, 'source', at)),
    recorded,
    author,
    organisation,
    transmitter: null,
    identifiers: identifiersAt(r, r.resource, r.type),
    fetchedAt: r.fetched.fetchedAt,
  };
}

export function identifiersAt(r: Reader, o: JsonObject, at: string): readonly Identifier[] {
  if (o['identifier'] === undefined) return NO_IDENTIFIERS;
  const path = `${at}.identifier`;
  const found: Identifier[] = [];
  for (const one of list(r, o, 'identifier', at)) {
    const value = str(r, one, 'value', path);
    if (value === null) continue;
    const type = one['type'];
    found.push({
      system: str(r, one, 'system', path),
      value,
      type: isObject(type) ? typeCode(type) : null,
      use: str(r, one, 'use', path),
    });
  }
  return found;
}

function typeCode(type: JsonObject): string | null {
  const codings = type['coding'];
  if (Array.isArray(codings))
    for (const coding of codings as readonly Json[]) {
      const code = isObject(coding) ? plainText(coding['code']) : null;
      if (code !== null) return code;
    }
  return plainText(type['text']);
}

/** Annotations, and the plain strings that earlier versions have in their place. */
export function notesAt(r: Reader, o: JsonObject, key: string, at: string): readonly Note[] {
  const value = o[key];
  if (value === undefined || value === null) return NO_NOTES;
  const path = `${at}.${key}`;
  const notes: Note[] = [];
  for (const one of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
    if (!isObject(one)) {
      const plain = plainText(one);
      if (plain !== null) notes.push({ text: plain, author: null, time: null });
      else if (one !== null) list(r, { [key]: [one] }, key, at);
      continue;
    }
    const text = str(r, one, 'text', path);
    if (text === null) continue;
    const author = one['authorReference'];
    notes.push({
      text,
      author: str(r, one, 'authorString', path) ?? (isObject(author) ? noteAuthor(author) : null),
      time: str(r, one, 'time', path),
    });
  }
  return notes;
}

const noteAuthor = (reference: JsonObject): string | null =>
  plainText(reference['display']) ?? plainText(reference['reference']);
