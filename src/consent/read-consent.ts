/**
 * What a FHIR Consent allows and forbids, as a tree of rules: R4's `provision`, R5's `decision`, STU3's `except`.
 * What cannot be read is kept as 'cannot be told', which lets nothing through that a readable rule would not.
 */
import { isObject, type Json, type JsonObject } from '../base/index.ts';
import { readSpan, type Span } from './span.ts';

export interface Code {
  readonly system: string | null;
  /** null is a code that is there and could not be read. */
  readonly code: string | null;
}

export interface Provision {
  /** null says neither: only its exceptions do. */
  readonly type: 'permit' | 'deny' | null;
  /** When the rule holds. */
  readonly period: Span | null;
  /** Which records it is about, by their own time. */
  readonly dataPeriod: Span | null;
  /** References as written; null where an actor is named that cannot be told. */
  readonly actors: readonly (string | null)[];
  readonly actions: readonly Code[];
  readonly purposes: readonly Code[];
  readonly labels: readonly Code[];
  readonly classes: readonly Code[];
  readonly codes: readonly Code[];
  readonly data: readonly { readonly meaning: string | null; readonly ref: string | null }[];
  /** A part of it says something that this app does not know: it may or may not apply. */
  readonly obscure: boolean;
  readonly exceptions: readonly Provision[];
}

export interface ConsentRule {
  readonly ref: string | null;
  /** When it was given, as written. */
  readonly date: string | null;
  readonly root: Provision;
}

/** Deeper than this nobody means it; what lies below is taken as a refusal that may apply. */
const DEEPEST = 40;
/** Agreements to treatment, to research and advance directives say nothing about who may read a record. */
const OTHER_SCOPES = ['adr', 'research', 'treatment'];
/** Of a status that is none of these and not 'active', nobody knows whether the consent holds. */
const NOT_IN_FORCE: ReadonlySet<Json | undefined> = new Set([
  'draft',
  'proposed',
  'rejected',
  'inactive',
  'not-done',
  'entered-in-error',
]);

export function readConsent(resource: JsonObject): ConsentRule | null {
  if (resource['resourceType'] !== 'Consent' || NOT_IN_FORCE.has(resource['status'])) return null;
  const scopes = codesOf(resource['scope']);
  if (scopes.length > 0 && scopes.every(({ code }) => code !== null && OTHER_SCOPES.includes(code)))
    return null;
  const id = text(resource['id']);
  const root = rootOf(resource);
  if (root === null) return null;
  const obscure = isObscure(resource) || resource['status'] !== 'active';
  return {
    ref: id === null ? null : `Consent/${id}`,
    date: text(resource['dateTime']) ?? text(resource['date']),
    root: obscure ? { ...root, obscure } : root,
  };
}

function rootOf(resource: JsonObject): Provision | null {
  const { provision, decision, except } = resource;
  if (isUnreadable(decision)) return UNREADABLE;
  const base = decisionOf(decision) ?? policyOf(resource['policyRule']);
  if (Array.isArray(provision))
    return { ...EMPTY, type: base, exceptions: provision.map((each) => readProvision(each, base, 1)) };
  if (isObject(provision)) {
    const root = readProvision(provision, null, 0);
    return root.type === null ? { ...root, type: base } : root;
  }
  if (provision !== undefined) return UNREADABLE;
  if (except !== undefined)
    return {
      // The conditions stand in the consent itself, beside its own type, which is no condition.
      ...readProvision({ ...resource, resourceType: undefined }, null, 0),
      type: base,
      exceptions: items(except).map((each) => readProvision(each, null, 1)),
    };
  return base === null ? null : { ...EMPTY, type: base };
}

const EMPTY: Provision = {
  type: null,
  period: null,
  dataPeriod: null,
  actors: [],
  actions: [],
  purposes: [],
  labels: [],
  classes: [],
  codes: [],
  data: [],
  obscure: false,
  exceptions: [],
};

/** A refusal of nobody knows what: whatever it stands in is at most as open as without it. */
const UNREADABLE: Provision = { ...EMPTY, type: 'deny', obscure: true };

/** `under` is set in R5 alone, where a rule without a type is the opposite of the one it is an exception to. */
function readProvision(value: Json | undefined, under: Provision['type'], depth: number): Provision {
  if (!isObject(value) || depth > DEEPEST) return UNREADABLE;
  const unreadable = isUnreadable(value['type']);
  const type = unreadable ? 'deny' : (decisionOf(value['type']) ?? opposite(under));
  return {
    type,
    period: readSpan(value['period']),
    dataPeriod: readSpan(value['dataPeriod']),
    actors: conditions(value['actor']).map(actorOf),
    actions: codesOf(value['action']),
    purposes: codesOf(value['purpose']),
    labels: codesOf(value['securityLabel']),
    classes: ['class', 'documentType', 'resourceType'].flatMap((key) => codesOf(value[key])),
    codes: codesOf(value['code']),
    data: conditions(value['data']).map(dataOf),
    obscure: unreadable || isObscure(value) || value['expression'] !== undefined,
    exceptions: items(value['provision']).map((each) =>
      readProvision(each, under === null ? null : type, depth + 1),
    ),
  };
}

const isObscure = (value: JsonObject): boolean =>
  value['modifierExtension'] !== undefined || value['implicitRules'] !== undefined;

const decisionOf = (value: Json | undefined): Provision['type'] =>
  value === 'permit' || value === 'deny' ? value : null;

/** There, and neither of the two: whoever wrote it meant one of them. */
const isUnreadable = (value: Json | undefined): boolean => value !== undefined && decisionOf(value) === null;

const opposite = (type: Provision['type']): Provision['type'] =>
  type === null ? null : type === 'deny' ? 'permit' : 'deny';

/** v3-ActCode's opt-in and opt-out, and STU3's addresses of the same. */
function policyOf(value: Json | undefined): Provision['type'] {
  const named = typeof value === 'string' ? [value] : codesOf(value).map(({ code }) => code ?? '');
  if (named.some((each) => /^OPTOUT|opt-out$/.test(each))) return 'deny';
  return named.some((each) => /^OPTIN|opt-in$/.test(each)) ? 'permit' : null;
}

const text = (value: Json | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

const items = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value];

/** An empty list is a condition of which nothing is left to read: it is not the same as none. */
const conditions = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) && value.length === 0 ? [null] : items(value);

/** Codings and CodeableConcepts alike, one or many. A concept in words alone is a code that cannot be read. */
function codesOf(value: Json | undefined): readonly Code[] {
  return conditions(value).flatMap((each): readonly Code[] => {
    if (typeof each === 'string') return [{ system: null, code: each }];
    if (!isObject(each)) return [{ system: null, code: null }];
    const codings = each['coding'];
    if (codings !== undefined) return codesOf(codings);
    return [{ system: text(each['system']), code: text(each['code']) }];
  });
}

const referenceOf = (value: Json | undefined): string | null =>
  isObject(value) ? text(value['reference']) : null;

const actorOf = (value: Json): string | null => (isObject(value) ? referenceOf(value['reference']) : null);

const dataOf = (value: Json): Provision['data'][number] =>
  isObject(value)
    ? { meaning: text(value['meaning']), ref: referenceOf(value['reference']) }
    : { meaning: null, ref: null };
