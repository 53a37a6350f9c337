/**
 * Decisions as FHIR R4: a Bundle in which each join is a Linkage and each split a Basic (Linkage has no word for 'not
 * the same', and whoever knows only Linkage must not read a split as a join), each beside a Provenance that says who
 * decided it, when and why.
 */
import type { Json, JsonObject } from '../base/index.ts';
import type { Decision, MemberKey, ResourceRef, SourceId } from '../record/index.ts';
import { hashText } from './hash.ts';
import { refOf } from './store.ts';

export const WORDS = {
  /** Identifier of a record: `source|Condition/7`, by the name that its source has here. */
  record: 'urn:throughline:record',
  /** What the record was when it was looked at. */
  evidence: 'urn:throughline:evidence',
  decision: 'urn:throughline:decision',
  split: 'urn:throughline:split',
} as const;

/** The web address of a record, where its source has one. */
export type AddressOf = (source: SourceId, ref: ResourceRef) => string | null;

export function decisionBundle(decisions: readonly Decision[], addressOf: AddressOf): JsonObject {
  const entries = decisions.flatMap((decision, i) => {
    const about = urn(decision, i, 'decision');
    return [
      { fullUrl: about, resource: aboutRecords(decision, addressOf) },
      { fullUrl: urn(decision, i, 'provenance'), resource: provenance(decision, about, addressOf) },
    ];
  });
  return { resourceType: 'Bundle', type: 'collection', ...(entries.length > 0 ? { entry: entries } : {}) };
}

function aboutRecords(decision: Decision, addressOf: AddressOf): JsonObject {
  const references = decision.members.map((key, i) => reference(key, decision.evidence?.[i], addressOf));
  if (decision.kind === 'join')
    return {
      resourceType: 'Linkage',
      active: true,
      // None of them is said to be the better record.
      item: references.map((resource) => ({ type: 'alternate', resource })),
    };
  const sideOf = (key: MemberKey): JsonObject[] =>
    decision.off === undefined
      ? []
      : [{ url: 'side', valueCode: decision.off.includes(key) ? 'off' : 'stays' }];
  return {
    resourceType: 'Basic',
    extension: decision.members.map((key, i) => ({
      url: WORDS.split,
      extension: [{ url: 'record', valueReference: references[i] ?? {} }, ...sideOf(key)],
    })),
    code: { coding: [{ system: WORDS.decision, code: 'split', display: 'Not the same' }] },
  };
}

function reference(key: MemberKey, evidence: string | undefined, addressOf: AddressOf): JsonObject {
  const { source, ref } = refOf(key);
  const address = addressOf(source, ref);
  return {
    ...(evidence === undefined ? {} : { extension: [{ url: WORDS.evidence, valueString: evidence }] }),
    ...(address === null ? {} : { reference: address }),
    identifier: { system: WORDS.record, value: key },
  };
}

const PARTICIPANT = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';

function provenance(decision: Decision, about: string, addressOf: AddressOf): JsonObject {
  const at = new Date(decision.at).toISOString();
  return {
    resourceType: 'Provenance',
    target: [{ reference: about }],
    occurredDateTime: at,
    recorded: at,
    reason: [{ text: decision.reason }],
    activity: { coding: [{ system: WORDS.decision, code: decision.kind }] },
    agent: [
      {
        type: { coding: [{ system: PARTICIPANT, code: 'author' }] },
        who: /^https?:\/\/\S+$/.test(decision.by) ? { reference: decision.by } : { display: decision.by },
      },
    ],
    entity: decision.members.map((key): Json => ({
      role: 'source',
      what: reference(key, undefined, addressOf),
    })),
  };
}

/** The same decisions give the same file: the names of its entries are made from what they say (UUID version 8). */
function urn(decision: Decision, i: number, of: string): string {
  const text = JSON.stringify([of, i, decision]);
  const hex = [1, 2, 3, 4].map((seed) => (hashText(text, seed) >>> 0).toString(16).padStart(8, '0')).join('');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
