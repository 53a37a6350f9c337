import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import {
  undated,
  type ClinicalDate,
  type Concept,
  type FactBase,
  type Link,
  type OtherFact,
  type Party,
} from '../../record/index.ts';
import { shared } from '../read/base.ts';
import { asConcept, called, codeAt, codesAt, isBare } from '../read/concept.ts';
import { choice, dateAt, periodAt, whenOf, type ChoiceKeys } from '../read/date.ts';
import { modifierDoNotPerform } from '../read/modifiers.ts';
import { list, plainText, type Reader } from '../read/reader.ts';
import { addLink, addParties, nameOf, refAt } from '../read/reference.ts';
import { standingOf, standings, statusOf } from '../read/status.ts';
import { nameAt, particularsOf, wordsOf } from '../read/words.ts';
import type { Plan } from './plan.ts';

/** What most types call the same thing. A plan says where a type differs. */
const STANDING = standings({
  planned: 'draft planned proposed booked pending preparation',
  current:
    'active in-progress on-hold accepted received ready available current requested registered preliminary',
  ended:
    'completed ended stopped inactive resolved revoked fulfilled superseded retired finished closed final amended ' +
    'corrected appended',
  'not-done': 'cancelled not-done rejected noshow refused',
});

const CODE_KEYS = ['code', 'type', 'category', 'event'] as const;
const WHEN: readonly ChoiceKeys[] = [
  'effective',
  'occurrence',
  'performed',
  'onset',
  'serviced',
  'identified',
  'created',
].map(choice);
const PERIOD_KEYS = [
  'period',
  'actualPeriod',
  'servicePeriod',
  'executionPeriod',
  'billablePeriod',
  'applies',
] as const;
const DATE_KEYS = [
  'date',
  'dateTime',
  'authoredOn',
  'authored',
  'sent',
  'received',
  'started',
  'start',
  'created',
  'dateWritten',
  'recorded',
  'issued',
  'asserted',
] as const;
const PEOPLE: NonNullable<Plan['people']> = [
  'author',
  'performer',
  'requester',
  'recorder',
  'asserter',
  'sender',
  'recipient',
  'provider',
  'orderer',
  'prescriber',
  'owner',
  'assessor',
  'source',
].map((key) => ['', key, key] as const);
const LINKS: NonNullable<Plan['links']> = [
  ['encounter', 'encounter'],
  ['encounter', 'context'],
  ['based-on', 'basedOn'],
  ['part-of', 'partOf'],
  ['target', 'focus'],
];
const RECORDED_KEYS = ['recorded', 'recordedDate', 'issued', 'created', 'authoredOn'] as const;
const SUBJECT_KEYS = ['subject', 'patient', 'beneficiary', 'for', 'individual'] as const;

const NONE: OtherFact['particulars'] = [];
const NO_PLAN: Plan = { kind: 'other' };

/** 'VisionPrescription' → 'Vision prescription'. */
const typeWords = (type: string): string =>
  type.replace(/([a-z])([A-Z])/g, (_all, a: string, b: string) => `${a} ${b.toLowerCase()}`);

/** A type without computed particulars: date and title where it has them, nothing invented. */
export function generic(r: Reader, plan: Plan = NO_PLAN): OtherFact {
  return Object.assign(genericBase(r, plan), {
    kind: plan.kind,
    particulars: plan.particulars === undefined ? NONE : particularsOf(r.resource, plan.particulars),
  });
}

function genericBase(r: Reader, plan: Plan): FactBase {
  const { resource: o, type: at } = r;
  const code = codeOf(r, o);
  const people = peopleOf(r, o, plan.people ?? PEOPLE);
  const links: Link[] = [];
  for (const [role, key] of plan.links ?? LINKS)
    if (hasReferences(o[key])) addLink(r, links, role, o, key, at);
  const recorded = recordedOf(r, o);
  const prohibited = o['doNotPerform'] === true || modifierDoNotPerform(o);
  const title = titleOf(o, at, code, plan) ?? plan.untitled ?? typeWords(at);
  return shared(r, {
    title: prohibited ? `Do not do: ${title}` : title,
    code,
    when: (plan.when === undefined ? usualWhen(r, o) : plan.when(r, o)) ?? undated(),
    status: genericStatus(r, o, plan, prohibited),
    categories: isConcept(firstOf(o['category'])) ? codesAt(r, o, 'category', at) : [],
    people,
    links,
    subject: subjectIn(r, o),
    recorded,
    author: people[0] ?? null,
    organisation: people.find((p) => p.ref?.startsWith('Organization/') === true) ?? null,
  });
}

const firstOf = (value: Json | undefined): Json | undefined =>
  Array.isArray(value) ? (value as readonly Json[])[0] : value;

/** True for a Reference or a list of them: in an unknown type the same key may hold anything. */
function hasReferences(value: Json | undefined): boolean {
  const first = firstOf(value);
  return isObject(first) && (typeof first['reference'] === 'string' || typeof first['display'] === 'string');
}

const isConcept = (value: Json | undefined): value is JsonObject =>
  isObject(value) && (Array.isArray(value['coding']) || typeof value['text'] === 'string');

function codeOf(r: Reader, o: JsonObject): Concept | null {
  for (const key of CODE_KEYS) {
    const first = firstOf(o[key]);
    if (isConcept(first)) return asConcept(r, first, r.type, key, null);
  }
  return null;
}

function titleOf(o: JsonObject, type: string, code: Concept | null, plan: Plan): string | null {
  const found =
    plan.title === undefined ? usualTitle(o, type, code) : plannedTitle(o, type, plan, plan.title);
  return found === null || plan.prefix === undefined ? found : `${plan.prefix}: ${found}`;
}

/** The first path that says something in words; a code is taken last, and then beside what kind of thing it is. */
function plannedTitle(o: JsonObject, type: string, plan: Plan, paths: readonly string[]): string | null {
  let code: string | null = null;
  for (const path of paths) {
    const { words, bare } = nameAt(o, path);
    if (words !== null) return words;
    code ??= bare;
  }
  if (code === null || plan.prefix !== undefined) return code;
  return `${typeWords(type)}: ${code}`;
}

/** A title or name that people gave it, what its code says, what it is described as; a code with its type before it. */
function usualTitle(o: JsonObject, type: string, code: Concept | null): string | null {
  const title = textAt(o, ['title', 'name']);
  if (title !== null) return title;
  const name = called(code);
  if (name !== null && code !== null && !isBare(code)) return name;
  const words = textAt(o, ['description', 'topic', 'summary']) ?? nameOf(o);
  if (words !== null) return words;
  const bare = name ?? textAt(o, ['code', 'type', 'category']);
  return bare === null ? null : `${typeWords(type)}: ${bare}`;
}

function textAt(o: JsonObject, keys: readonly string[]): string | null {
  for (const key of keys) {
    const text = typeof o[key] === 'string' ? plainText(o[key]) : null;
    if (text !== null) return text;
  }
  return null;
}

function genericStatus(r: Reader, o: JsonObject, plan: Plan, prohibited: boolean): FactBase['status'] {
  const stated = o[plan.status ?? 'status'] === undefined ? 'status' : (plan.status ?? 'status');
  const value = o[stated];
  const code = typeof value === 'string' || isConcept(value) ? codeAt(r, o, stated, r.type) : null;
  const reason = wordsOf(o['statusReason']);
  const standing = prohibited ? 'not-done' : standingOf(plan.standing ?? STANDING, code);
  return statusOf(code, standing, null, reason);
}

function usualWhen(r: Reader, o: JsonObject): ClinicalDate | null {
  for (const keys of WHEN) {
    const when = whenOf(r, o, keys, r.type);
    if (when !== null) return when;
  }
  for (const key of PERIOD_KEYS) if (isObject(o[key])) return periodAt(r, o, key, r.type);
  for (const key of DATE_KEYS) if (typeof o[key] === 'string') return dateAt(r, o, key, r.type);
  return null;
}

function recordedOf(r: Reader, o: JsonObject): ClinicalDate | null {
  for (const key of RECORDED_KEYS) if (typeof o[key] === 'string') return dateAt(r, o, key, r.type);
  return null;
}

function peopleOf(r: Reader, o: JsonObject, plan: NonNullable<Plan['people']>): readonly Party[] {
  const people: Party[] = [];
  for (const [inside, key, role] of plan) {
    if (inside === '') {
      if (hasReferences(o[key])) addParties(r, people, o, key, r.type, role);
      continue;
    }
    for (const one of list(r, o, inside, r.type))
      if (hasReferences(one[key]))
        addParties(r, people, one, key, `${r.type}.${inside}`, wordsOf(one[role]) ?? inside);
  }
  return people;
}

function subjectIn(r: Reader, o: JsonObject): string | null {
  for (const key of SUBJECT_KEYS) {
    const value = firstOf(o[key]);
    if (hasReferences(value) && isObject(value)) return refAt(r, { [key]: value }, key, r.type);
  }
  // An appointment names its patient among those who take part.
  for (const one of list(
    r,
    { participant: isObject(firstOf(o['participant'])) ? o['participant'] : null },
    'participant',
    r.type,
  )) {
    const actor = hasReferences(one['actor']) ? refAt(r, one, 'actor', r.type) : null;
    if (actor !== null && /(^|\/)Patient\//.test(actor)) return actor;
  }
  return null;
}
