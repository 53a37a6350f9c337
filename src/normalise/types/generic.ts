import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import {
  undated,
  type ClinicalDate,
  type Concept,
  type Link,
  type OtherFact,
  type Party,
} from '../../record/index.ts';
import { shared } from '../read/base.ts';
import { asConcept, codeAt, codesAt } from '../read/concept.ts';
import { choice, dateAt, periodAt, whenOf, type ChoiceKeys } from '../read/date.ts';
import { plainText, type Reader } from '../read/reader.ts';
import { addLink, addParties, refAt } from '../read/reference.ts';
import { simpleStatus, standings } from '../read/status.ts';

/** What most types call the same thing. A type that differs in one of these has a file of its own. */
const STANDING = standings({
  planned: 'draft planned proposed booked pending preparation',
  current: 'active in-progress on-hold accepted received ready available current requested',
  ended: 'completed ended stopped inactive resolved revoked fulfilled superseded retired finished closed',
  'not-done': 'cancelled not-done rejected noshow refused',
});

/** Where a type says what it is about, most telling first. */
const TITLE_KEYS = [
  'code',
  'title',
  'name',
  'description',
  'type',
  'topic',
  'category',
  'serviceType',
  'event',
  'item',
];
const WHEN: readonly ChoiceKeys[] = [
  'effective',
  'occurrence',
  'performed',
  'onset',
  'serviced',
  'collected',
].map(choice);
const PERIOD_KEYS = ['period', 'actualPeriod', 'servicePeriod', 'validityPeriod', 'billablePeriod'];
const DATE_KEYS = [
  'date',
  'authoredOn',
  'authored',
  'sent',
  'received',
  'started',
  'start',
  'identifiedDateTime',
  'created',
  'createdDateTime',
  'created',
  'dateTime',
  'dateWritten',
  'recorded',
  'issued',
  'asserted',
  'timestamp',
];
const PEOPLE_KEYS = [
  'author',
  'performer',
  'requester',
  'recorder',
  'asserter',
  'sender',
  'recipient',
  'provider',
  'owner',
  'assessor',
  'source',
];
const RECORDED_KEYS = ['recorded', 'recordedDate', 'issued', 'created', 'authoredOn', 'date'];

const words = (type: string): string =>
  type
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/^./, (c) => c.toUpperCase())
    .replace(/ [A-Z]/g, (c) => c.toLowerCase());

/** Any type that has no file of its own: its date and title where resources usually have them, nothing invented. */
export function generic(r: Reader, kind: OtherFact['kind'] = 'other'): OtherFact {
  const { resource: o, type: at } = r;
  const code = codeOf(r, o);
  const people: Party[] = [];
  const links: Link[] = [];
  for (const key of PEOPLE_KEYS) if (hasReferences(o[key])) addParties(r, people, o, key, at);
  for (const key of ['encounter', 'context'] as const)
    if (hasReferences(o[key])) addLink(r, links, 'encounter', o, key, at);
  for (const [key, role] of [
    ['basedOn', 'based-on'],
    ['partOf', 'part-of'],
    ['focus', 'target'],
  ] as const)
    if (hasReferences(o[key])) addLink(r, links, role, o, key, at);
  const status =
    o['status'] === undefined || typeof o['status'] === 'object' ? null : codeAt(r, o, 'status', at);
  return Object.assign(
    shared(r, {
      title: titleOf(o, code) ?? words(at),
      code,
      when: genericWhen(r, o) ?? undated(),
      status: simpleStatus(STANDING, status),
      categories: categoriesOf(r, o),
      people,
      links,
      subject: genericSubject(r, o),
      recorded: recordedOf(r, o),
      author: people[0] ?? null,
    }),
    {
      kind,
      particulars: [],
    },
  );
}

/** True for a Reference or a list of them: in an unknown type the same key may hold anything. */
export function hasReferences(value: Json | undefined): boolean {
  const first = Array.isArray(value) ? (value as readonly Json[])[0] : value;
  return isObject(first) && (typeof first['reference'] === 'string' || typeof first['display'] === 'string');
}

const isConcept = (value: Json | undefined): value is JsonObject =>
  isObject(value) && (Array.isArray(value['coding']) || typeof value['text'] === 'string');

function codeOf(r: Reader, o: JsonObject): Concept | null {
  for (const key of ['code', 'type', 'vaccineCode', 'category'] as const) {
    const value = o[key];
    const first = Array.isArray(value) ? (value as readonly Json[])[0] : value;
    if (isConcept(first)) return asConcept(r, first, `${r.type}.${key}`, null);
  }
  return null;
}

function titleOf(o: JsonObject, code: Concept | null): string | null {
  if (code !== null && code.display !== null) return code.display;
  for (const key of TITLE_KEYS) {
    const text = plainText(o[key]);
    if (text !== null) return text;
  }
  return null;
}

function genericWhen(r: Reader, o: JsonObject): ClinicalDate | null {
  for (const keys of WHEN) {
    const when = whenOf(r, o, keys, r.type);
    if (when !== null) return when;
  }
  for (const key of PERIOD_KEYS)
    if (isObject(o[key])) {
      const when = periodAt(r, o, key, r.type);
      if (when !== null) return when;
    }
  for (const key of DATE_KEYS)
    if (typeof o[key] === 'string') {
      const when = dateAt(r, o, key, r.type);
      if (when !== null) return when;
    }
  return null;
}

function recordedOf(r: Reader, o: JsonObject): ClinicalDate | null {
  for (const key of RECORDED_KEYS) if (typeof o[key] === 'string') return dateAt(r, o, key, r.type);
  return null;
}

function categoriesOf(r: Reader, o: JsonObject): readonly string[] {
  const value = o['category'];
  const first = Array.isArray(value) ? (value as readonly Json[])[0] : value;
  return isConcept(first) ? codesAt(r, o, 'category', r.type) : [];
}

const SUBJECT_KEYS = ['subject', 'patient', 'beneficiary', 'for', 'individual', 'policyHolder'];

export function genericSubject(r: Reader, o: JsonObject): string | null {
  for (const key of SUBJECT_KEYS)
    if (hasReferences(o[key])) {
      const first = Array.isArray(o[key]) ? { [key]: (o[key] as readonly Json[])[0] ?? null } : o;
      return refAt(r, first, key, r.type);
    }
  return null;
}
