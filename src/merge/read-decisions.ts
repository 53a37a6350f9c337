/**
 * The gate for decisions that come from a file: everything in it is checked, and a file with a mistake is refused as a
 * whole with the place and the reason, so that nobody believes a half of it to be all.
 */
import { err, isObject, ok, parseJson, type Json, type JsonObject, type Result } from '../base/index.ts';
import {
  memberKey,
  resourceRef,
  sourceId,
  type Decision,
  type MemberKey,
  type ResourceRef,
  type SourceId,
} from '../record/index.ts';
import { WORDS } from './decision-bundle.ts';

/** A file larger than this was not written by this product. */
const LONGEST = 20_000_000;
const MOST = 10_000;
const LONGEST_REASON = 2_000;

/** Whose record stands at a web address; null where no source here has it. */
export type RecordAt = (address: string) => { source: SourceId; ref: ResourceRef } | null;

class Mistake extends Error {}
const wrong = (where: string, what: string): never => {
  throw new Mistake(where === '' ? what : `${where}: ${what}`);
};

export function readDecisions(text: string, recordAt: RecordAt): Result<readonly Decision[], string> {
  try {
    return ok(decisionsIn(bundleOf(text), recordAt));
  } catch (error) {
    if (error instanceof Mistake) return err(error.message);
    throw error;
  }
}

function bundleOf(text: string): JsonObject {
  if (text.length > LONGEST) return wrong('', 'the file is too large to be a file of decisions');
  let json: Json;
  try {
    json = parseJson(text);
  } catch {
    return wrong('', 'the file is not JSON');
  }
  if (!isObject(json) || json['resourceType'] !== 'Bundle')
    return wrong('', 'the file is not a FHIR Bundle of decisions');
  return json;
}

interface Entry {
  readonly where: string;
  readonly names: readonly string[];
  readonly resource: JsonObject;
}

function decisionsIn(bundle: JsonObject, recordAt: RecordAt): Decision[] {
  const entries = list(bundle['entry']).map(entryOf);
  if (entries.length > 2 * MOST) wrong('', `the file has more than ${MOST} decisions`);
  const why = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.resource['resourceType'] !== 'Provenance') continue;
    for (const target of list(entry.resource['target'])) {
      const name = isObject(target) ? text(target['reference']) : null;
      if (name === null) wrong(entry.where, 'the Provenance has a target without a reference');
      else if (why.has(name)) wrong(entry.where, `a second Provenance speaks of ${name}`);
      else why.set(name, entry);
    }
  }
  return entries.flatMap((entry) => {
    const type = entry.resource['resourceType'];
    if (type === 'Provenance') return [];
    if (type !== 'Linkage' && type !== 'Basic')
      return wrong(entry.where, `a ${text(type ?? null) ?? 'resource without a type'} is not a decision`);
    const said = entry.names.map((name) => why.get(name)).find((found) => found !== undefined);
    if (said === undefined) return wrong(entry.where, 'no Provenance says who decided this, when and why');
    return [decisionOf(entry, said, recordAt)];
  });
}

function entryOf(json: Json, i: number): Entry {
  const where = `entry ${i + 1}`;
  const resource = isObject(json) ? json['resource'] : undefined;
  if (!isObject(json) || !isObject(resource)) return wrong(where, 'there is no resource in it');
  const [type, id, fullUrl] = [text(resource['resourceType']), text(resource['id']), text(json['fullUrl'])];
  const names = [fullUrl, type !== null && id !== null ? `${type}/${id}` : null];
  return { where, resource, names: names.filter((name) => name !== null) };
}

function decisionOf(entry: Entry, said: Entry, recordAt: RecordAt): Decision {
  const kind = entry.resource['resourceType'] === 'Linkage' ? 'join' : 'split';
  const records = kind === 'join' ? linked(entry, recordAt) : apart(entry, recordAt);
  if (records.length < 2) wrong(entry.where, 'a decision names at least two records');
  if (new Set(records.map(({ key }) => key)).size < records.length)
    wrong(entry.where, 'a record is named twice');
  const off = records.filter(({ side }) => side === 'off').map(({ key }) => key);
  const sided = records.filter(({ side }) => side !== null).length;
  if (sided > 0 && (sided < records.length || off.length === 0 || off.length === records.length))
    wrong(entry.where, 'some records leave and some stay: each of them must say which');
  const evidence = records.map((record) => record.evidence).filter((each) => each !== null);
  return {
    kind,
    members: records.map(({ key }) => key),
    ...(sided > 0 ? { off } : {}),
    ...(evidence.length === records.length ? { evidence } : {}),
    ...decidedBy(said, kind),
  };
}

interface Named {
  readonly key: MemberKey;
  readonly evidence: string | null;
  readonly side: string | null;
}

function linked({ where, resource }: Entry, recordAt: RecordAt): Named[] {
  if (resource['active'] === false) wrong(where, 'the Linkage is not active');
  return list(resource['item']).map((item, i) => ({
    ...recordOf(isObject(item) ? item['resource'] : undefined, `${where}, item ${i + 1}`, recordAt),
    side: null,
  }));
}

function apart({ where, resource }: Entry, recordAt: RecordAt): Named[] {
  const coded = isObject(resource['code']) ? list(resource['code']['coding']) : [];
  if (!coded.some((c) => isObject(c) && c['system'] === WORDS.decision && c['code'] === 'split'))
    wrong(where, 'the Basic is not coded as a decision of this product');
  const members = list(resource['extension']).filter((each) => isObject(each) && each['url'] === WORDS.split);
  return members.map((member, i) => {
    const place = `${where}, record ${i + 1}`;
    const parts = isObject(member) ? list(member['extension']).filter(isObject) : [];
    const side = text(parts.find((part) => part['url'] === 'side')?.['valueCode'] ?? null);
    if (side !== null && side !== 'off' && side !== 'stays')
      wrong(place, 'its side is neither off nor stays');
    const record = parts.find((part) => part['url'] === 'record')?.['valueReference'];
    return { ...recordOf(record, place, recordAt), side };
  });
}

/** By its web address where a source here has it, else by the name that its source had where it was decided. */
function recordOf(
  json: Json | undefined,
  where: string,
  recordAt: RecordAt,
): Pick<Named, 'key' | 'evidence'> {
  if (!isObject(json)) return wrong(where, 'there is no reference to a record');
  const extension = list(json['extension']).find((each) => isObject(each) && each['url'] === WORDS.evidence);
  const evidence = isObject(extension ?? null) ? text((extension as JsonObject)['valueString']) : null;
  const address = text(json['reference']);
  const known = address === null ? null : recordAt(address);
  if (known !== null) return { key: memberKey(known.source, known.ref), evidence };
  const identifier = json['identifier'];
  const value =
    isObject(identifier) && identifier['system'] === WORDS.record ? text(identifier['value']) : null;
  const key = value === null ? null : keyOf(value);
  return key === null ? wrong(where, 'it cannot be told which record is meant') : { key, evidence };
}

function keyOf(value: string): MemberKey | null {
  const bar = value.indexOf('|');
  const ref = resourceRef(value.slice(bar + 1));
  try {
    return bar < 1 || ref === null ? null : memberKey(sourceId(value.slice(0, bar)), ref);
  } catch {
    return null;
  }
}

function decidedBy({ where, resource }: Entry, kind: string): Pick<Decision, 'reason' | 'by' | 'at'> {
  const coded = isObject(resource['activity']) ? list(resource['activity']['coding']) : [];
  const other = coded.find((c) => isObject(c) && c['system'] === WORDS.decision && c['code'] !== kind);
  if (other !== undefined) wrong(where, `the Provenance speaks of something else than a ${kind}`);
  const when = text(resource['occurredDateTime']) ?? text(resource['recorded']) ?? '';
  const at = /^\d{4}-\d\d-\d\dT/.test(when) ? Date.parse(when) : NaN;
  if (Number.isNaN(at)) wrong(where, 'the Provenance does not say when it was decided');
  const first = list(resource['reason'])[0];
  const reason = isObject(first ?? null) ? text((first as JsonObject)['text']) : null;
  if (reason === null || reason.trim() === '') return wrong(where, 'the Provenance gives no reason');
  if (reason.length > LONGEST_REASON) wrong(where, 'the reason is too long');
  const agent = list(resource['agent'])[0];
  const who = isObject(agent ?? null) ? (agent as JsonObject)['who'] : null;
  const by = isObject(who) ? (text(who['reference']) ?? text(who['display'])) : null;
  if (by === null || by === '') return wrong(where, 'the Provenance does not say who decided it');
  return { reason, by, at };
}

const list = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];
const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
