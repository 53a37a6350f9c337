import { dateTest } from './dates.ts';
import { medplumSearch } from './medplum.ts';
import { definedParameters, indexedParameters, mainDate } from './parameters.ts';
import type { Asked, Query } from './query.ts';
import { Refusal } from './reply.ts';
import { dateOf, localId, referenceOf, startOf, tokensOf, type Store, type StoredRecord } from './store.ts';

type Test = (record: StoredRecord) => boolean;

/**
 * The records a query matches, in the order it asks for. Patient, category, code, date, status and the like are
 * answered from the index; any other parameter FHIR defines is asked of medplum, and the two answers intersected.
 */
export async function search(store: Store, query: Query): Promise<readonly StoredRecord[]> {
  const tests: Test[] = [];
  const left: Asked[] = [];
  for (const asked of query.conditions) {
    const test = indexTest(query.type, asked);
    if (test) tests.push(test);
    else left.push(asked);
  }
  const { records, inOrder } = candidates(store, query);
  let found =
    tests.length === 0 ? [...records] : records.filter((record) => tests.every((test) => test(record)));
  for (const { name } of left) refuseUnsearchable(query.type, name);
  if (left.length > 0 && found.length > 0) {
    if (found.length > MEDPLUM_MAX) {
      throw new Refusal(400, 'too-costly', `narrow the search: ${found.length} records to look through`);
    }
    const ids = await medplumSearch(query.type, found, left);
    found = found.filter((record) => ids.has(record.id));
  }
  return inOrder ? found : sorted(found, query);
}

const SEARCHABLE = new Set(['reference', 'string', 'uri', 'token', 'date']);

/** medplum answers 'nothing' to the kinds it cannot compare; a server had better say that it cannot. */
function refuseUnsearchable(type: string, name: string): void {
  const kind = definedParameters(type).get(name);
  if (kind !== undefined && SEARCHABLE.has(kind)) return;
  throw new Refusal(400, 'not-supported', `${type} cannot be searched by '${name}' here`);
}

/** medplum takes a millisecond or two a record. */
const MEDPLUM_MAX = 3000;

function candidates(
  store: Store,
  { type, patient, sort }: Query,
): { readonly records: readonly StoredRecord[]; readonly inOrder: boolean } {
  if (patient === null) return { records: store.ofType(type), inOrder: sort.length === 0 };
  const [rule = ''] = sort;
  const name = rule.replace(/^-/, '');
  if (sort.length === 1 && (name === 'date' || name === mainDate(type))) {
    return { records: store.byDate(patient, type, rule.startsWith('-')), inOrder: true };
  }
  return { records: store.ofPatient(patient, type), inOrder: sort.length === 0 };
}

/** null where the index cannot answer. */
function indexTest(type: string, asked: Asked): Test | null {
  const { tokens, dates, strings } = indexedParameters(type);
  if (asked.name === '_id') return (record) => asked.values.includes(record.id);
  if (asked.name === '_lastUpdated') {
    const tests = asked.values.map(dateTestOf);
    return ({ updated }) => tests.some((test) => test({ low: updated, high: updated + 1 }));
  }
  if (asked.name === 'target' && type === 'Provenance') return targetTest(asked);
  const paths = dates[asked.name];
  if (paths) return dateCondition(type, asked, paths);
  const texts = strings?.[asked.name];
  if (texts) return stringCondition(asked, texts);
  const elements = tokens[asked.name];
  return elements ? tokenCondition(asked, elements) : null;
}

function dateTestOf(value: string) {
  const test = dateTest(value);
  if (!test) throw new Refusal(400, 'value', `'${value}' is not a date`);
  return test;
}

function dateCondition(type: string, asked: Asked, paths: readonly string[]): Test | null {
  const main = asked.name === mainDate(type);
  const spanFor = (record: StoredRecord) => (main ? record.span : dateOf(record.resource, paths));
  if (asked.modifier === 'missing') {
    const missing = asked.raw === 'true';
    return (record) => (spanFor(record) === null) === missing;
  }
  if (asked.modifier !== null) return null;
  const tests = asked.values.map(dateTestOf);
  return (record) => {
    const span = spanFor(record);
    return span !== null && tests.some((test) => test(span));
  };
}

function tokenCondition(asked: Asked, elements: readonly string[]): Test | null {
  const of = (record: StoredRecord) => tokensOf(record, asked.name, elements);
  if (asked.modifier === 'missing') {
    const missing = asked.raw === 'true';
    return (record) => (of(record).length === 0) === missing;
  }
  if (asked.modifier !== null && asked.modifier !== 'not') return null;
  const tests = asked.values.map(tokenTest);
  const wanted = asked.modifier === null;
  const answers = new Map<readonly string[], boolean>();
  const answerFor = (list: readonly string[]): boolean => {
    const known = answers.get(list);
    if (known !== undefined) return known;
    const answer = list.some((token) => tests.some((test) => test(token))) === wanted;
    answers.set(list, answer);
    return answer;
  };
  // Neighbours in time often bear the same list.
  let last: readonly string[] | null = null;
  let lastAnswer = false;
  return (record) => {
    const list = of(record);
    if (list !== last) {
      lastAnswer = answerFor(list);
      last = list;
    }
    return lastAnswer;
  };
}

/** Starts with, whatever the case; `:exact` and `:contains` as FHIR has them. */
function stringCondition(asked: Asked, paths: readonly string[]): Test | null {
  const { modifier } = asked;
  if (modifier !== null && modifier !== 'exact' && modifier !== 'contains') return null;
  const fits = (text: string, value: string): boolean => {
    if (modifier === 'exact') return text === value;
    const [a, b] = [text.toLowerCase(), value.toLowerCase()];
    return modifier === 'contains' ? a.includes(b) : a.startsWith(b);
  };
  return ({ resource }) =>
    paths
      .flatMap((path) => textsAt(resource, path.split('.')))
      .some((text) => asked.values.some((value) => fits(text, value)));
}

function textsAt(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsAt(one, path));
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === 'string' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return textsAt((value as Record<string, unknown>)[name], rest);
}

/** `code` in any system, `system|code`, `system|` (any code of it). */
export function tokenTest(value: string): (token: string) => boolean {
  const bar = value.indexOf('|');
  if (bar === -1) {
    const end = `|${value}`;
    return (token) => token.endsWith(end);
  }
  if (bar === value.length - 1) return (token) => token.startsWith(value);
  // A code element (status, gender) has no system written; its own system may be asked for all the same.
  const bare = value.slice(bar);
  return (token) => token === value || (token === bare && bar > 0);
}

function targetTest(asked: Asked): Test {
  const wanted = new Set(asked.values.map((value) => value.split('/').slice(-2).join('/')));
  return ({ resource }) => {
    const targets = resource['target'];
    return (Array.isArray(targets) ? targets : []).some((target) => {
      const reference = referenceOf(target);
      return typeof reference === 'string' && wanted.has(reference);
    });
  };
}

function sorted(records: StoredRecord[], query: Query): readonly StoredRecord[] {
  const keys = query.sort.map((rule) => {
    const name = rule.replace(/^-/, '');
    const sign = rule.startsWith('-') ? -1 : 1;
    return { sign, key: sortKey(query.type, name) };
  });
  return records.sort((a, b) => {
    for (const { sign, key } of keys) {
      const [x, y] = [key(a), key(b)];
      if (x === y) continue;
      // What has no date comes last in either direction.
      if (x === null) return 1;
      if (y === null) return -1;
      return x < y ? -sign : sign;
    }
    return a.order - b.order;
  });
}

function sortKey(type: string, name: string): (record: StoredRecord) => string | number | null {
  if (name === '_lastUpdated') return (record) => record.updated;
  if (name === '_id') return (record) => record.id;
  if (name === mainDate(type) || name === 'date') return (record) => startOf(record.span);
  const { dates, tokens } = indexedParameters(type);
  const paths = dates[name];
  if (paths) return (record) => startOf(dateOf(record.resource, paths));
  const elements = tokens[name];
  if (elements) return (record) => tokensOf(record, name, elements)[0] ?? null;
  throw new Refusal(400, 'not-supported', `cannot sort ${type} by '${name}'`);
}

/** What `_include` and `_revinclude` bring along, each once. */
export function included(store: Store, matches: readonly StoredRecord[], query: Query): StoredRecord[] {
  const seen = new Set(matches);
  const extra: StoredRecord[] = [];
  const take = (record: StoredRecord | null) => {
    if (record === null || seen.has(record)) return;
    seen.add(record);
    extra.push(record);
  };
  if (query.revincludes.includes('Provenance:target')) {
    for (const match of matches) for (const provenance of store.provenanceOf(match)) take(provenance);
  }
  for (const include of query.includes) {
    const [type, parameter = ''] = include.split(':');
    const element = INCLUDED_ELEMENTS[`${type}:${parameter}`] ?? parameter;
    for (const match of matches) {
      if (match.type !== type) continue;
      const value = match.resource[element];
      for (const one of Array.isArray(value) ? value : [value]) {
        const reference = referenceOf(one);
        const target = typeof reference === 'string' ? reference.split('/').at(-2) : undefined;
        if (target !== undefined) take(store.get(target, localId(reference, target) ?? ''));
      }
    }
  }
  return extra;
}

/** Where the parameter's name is not the element's. */
const INCLUDED_ELEMENTS: Readonly<Record<string, string>> = {
  'MedicationRequest:medication': 'medicationReference',
  'MedicationStatement:medication': 'medicationReference',
  'MedicationDispense:medication': 'medicationReference',
  'MedicationAdministration:medication': 'medicationReference',
  'DiagnosticReport:result': 'result',
  'Patient:organization': 'managingOrganization',
  'Patient:general-practitioner': 'generalPractitioner',
};
