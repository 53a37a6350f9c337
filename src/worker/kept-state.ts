/**
 * Decisions as they are kept at a source, where whoever may read its state can read them: which records, what was
 * decided, when and by whom of that source. No reason and no title, since these may be clinical. A record of another
 * organisation is a digest: what is kept at one tells nothing of records at another, and is understood only where the
 * other is connected too. What comes back may have been written by anybody, and is checked.
 */
import { isObject, parseJson, type Json } from '../base/index.ts';
import { resourceRef } from '../record/index.ts';

export interface KeptRecord {
  /** `Condition/7` at the source itself, `#…` (a digest) elsewhere. */
  readonly name: string;
  /** A digest of what it was when it was looked at. */
  readonly evidence: string;
  /** Of a split: it leaves, and the others stay. */
  readonly off: boolean;
}

export interface KeptDecision {
  readonly kind: 'split' | 'join';
  /** In the order of their names. */
  readonly records: readonly KeptRecord[];
  /** `Practitioner/7` of the source; null where the server did not say who signed in. */
  readonly by: string | null;
  readonly at: number;
}

const FORM = 1;
const MOST = 5_000;
const MOST_RECORDS = 1_000;
const DIGEST = /^#[0-9a-f]{32}$/;
const EVIDENCE = /^[0-9a-f]{32}$/;

/** The first 128 bits of SHA-256, in hex. */
export async function digestOf(...parts: readonly string[]): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parts)));
  return [...new Uint8Array(bytes, 0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const isElsewhere = ({ name }: KeptRecord): boolean => name.startsWith('#');

/** The same of the same records, whoever decided it and when. */
export const sameDecision = (a: KeptDecision, b: KeptDecision): boolean => sayingOf(a) === sayingOf(b);
const sayingOf = ({ kind, records }: KeptDecision): string =>
  JSON.stringify([kind, records.map(({ name, off }) => [name, off])]);

/** The same, of records that still say what they said. */
export const sameEvidence = (a: KeptDecision, b: KeptDecision): boolean =>
  sameDecision(a, b) && a.records.every(({ evidence }, i) => evidence === b.records[i]?.evidence);

/** Whether `older` says nothing that `newer` does not say too. */
export function supersedes(newer: KeptDecision, older: KeptDecision): boolean {
  if (newer.kind !== older.kind) return false;
  const names = new Set(newer.records.map(({ name }) => name));
  const offOf = ({ records }: KeptDecision) => records.filter(({ off }) => off).map(({ name }) => name);
  return (
    older.records.every(({ name }) => names.has(name)) && offOf(newer).join(' ') === offOf(older).join(' ')
  );
}

export const writeState = (decisions: readonly KeptDecision[]): string =>
  JSON.stringify({ form: FORM, decisions });

/** Null where it is not what this product writes: it is neither used nor written over. */
export function readState(text: string): readonly KeptDecision[] | null {
  let json: Json;
  try {
    json = parseJson(text);
  } catch {
    return null;
  }
  if (!isObject(json) || json['form'] !== FORM) return null;
  const { decisions } = json;
  if (!isList(decisions) || decisions.length > MOST) return null;
  return whole(decisions.map(decisionIn));
}

function decisionIn(json: Json): KeptDecision | null {
  if (!isObject(json)) return null;
  const { kind, records, by, at } = json;
  if ((kind !== 'split' && kind !== 'join') || !isList(records) || records.length > MOST_RECORDS) return null;
  if (typeof at !== 'number' || !Number.isFinite(new Date(at).getTime())) return null;
  if (by !== null && (typeof by !== 'string' || !/^[A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.test(by))) return null;
  const read = whole(records.map(recordIn));
  if (read === null || new Set(read.map(({ name }) => name)).size < Math.max(2, read.length)) return null;
  const leaving = read.filter(({ off }) => off).length;
  if (leaving === read.length || (kind === 'join' && leaving > 0)) return null;
  return { kind, records: inOrder(read), by, at };
}

function recordIn(json: Json): KeptRecord | null {
  if (!isObject(json)) return null;
  const { name, evidence, off } = json;
  if (typeof name !== 'string' || typeof evidence !== 'string' || typeof off !== 'boolean') return null;
  const isName = name.startsWith('#') ? DIGEST.test(name) : resourceRef(name) !== null;
  return isName && EVIDENCE.test(evidence) ? { name, evidence, off } : null;
}

export const inOrder = (records: readonly KeptRecord[]): KeptRecord[] =>
  [...records].sort((a, b) => (a.name < b.name ? -1 : 1));

const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);

const whole = <T>(all: readonly (T | null)[]): readonly T[] | null =>
  all.includes(null) ? null : all.filter((each) => each !== null);
