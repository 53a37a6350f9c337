/**
 * The sources' own resources as one collection, each byte for byte as it came, with where each came from and why some
 * are shown as one. Written piece by piece: a record of tens of thousands is never one text in memory.
 */
import type { JsonObject } from '../base/index.ts';
import type { Fact, Join, MemberId, Merged } from '../record/index.ts';
import type { About, CopiedSource } from './kinds.ts';
import { noticeTexts, securityMeta, strictestOf } from './labels.ts';
import { iso, ledgerResource } from './ledger.ts';

/** Gives 'urn:uuid:…', a new one each time. */
export type NewId = () => string;

const DCM_AGENT = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';
const ACTIVITY = 'http://terminology.hl7.org/CodeSystem/v3-DataOperation';

/**
 * The bundle up to its first resource: the strictest label of all that is in it, then the ledger, so that nobody reads
 * on without either.
 */
export const bundleStart = (about: About, records: readonly Fact[], newId: NewId): string =>
  `${JSON.stringify({
    resourceType: 'Bundle',
    ...securityMeta(strictestOf(records)),
    type: 'collection',
    timestamp: iso(about.now),
  }).slice(0, -1)},"entry":[\n` + entry(newId(), JSON.stringify(ledgerResource(about)));

/** One more entry. `resource` is JSON text and is not touched. */
export const bundleEntry = (fullUrl: string, resource: string): string => `,\n${entry(fullUrl, resource)}`;

export const bundleEnd = '\n]}\n';

const entry = (fullUrl: string, resource: string): string =>
  `{"fullUrl":${JSON.stringify(fullUrl)},"resource":${resource}}`;

/** Which source each resource was read from: one statement a source. */
export function originOf(source: CopiedSource, targets: readonly MemberId[], about: About): JsonObject {
  return {
    resourceType: 'Provenance',
    target: targets.map((target) => ({ reference: urlOf(source.base, target.ref) })),
    recorded: iso(about.now),
    activity: { coding: [{ system: ACTIVITY, code: 'APPEND', display: 'append' }] },
    agent: [
      {
        type: { coding: [{ system: DCM_AGENT, code: 'transmitter', display: 'Transmitter' }] },
        who: { identifier: { value: source.base }, display: source.name },
      },
    ],
    entity: [{ role: 'source', what: { identifier: { value: source.base }, display: source.name } }],
  };
}

/** Why several records are shown as one: the rule, what was equal, and how far apart it was allowed to be. */
export function mergeOf(merged: Merged, baseOf: (member: MemberId) => string, about: About): JsonObject {
  const url = (member: MemberId): string => urlOf(baseOf(member), member.ref);
  return {
    resourceType: 'Provenance',
    // A record without a label of its own wears those of the fact that it is part of.
    ...securityMeta(merged.sensitivity),
    target: merged.members.map((member) => ({ reference: url(member) })),
    recorded: iso(about.now),
    reason: [
      ...merged.joined.map((join) => ({ text: joinText(join, url) })),
      ...noticeTexts(merged.sensitivity).map((text) => ({ text })),
    ],
    activity: { text: 'Shown as one fact by Throughline' },
    agent: [
      {
        type: { coding: [{ system: DCM_AGENT, code: 'assembler', display: 'Assembler' }] },
        who: { display: 'Throughline' },
      },
    ],
    ...(merged.conflicts.length === 0
      ? {}
      : { entity: [{ role: 'source', what: { display: `They differ in: ${conflictText(merged)}` } }] }),
  };
}

export const urlOf = (base: string, ref: string): string => `${base}/${ref}`;

const joinText = ({ rule, keys, tolerance, a, b }: Join, url: (member: MemberId) => string): string =>
  `${rule}: ${url(a)} and ${url(b)}: ${keys.join(', ')}${tolerance === '' ? '' : ` (tolerance: ${tolerance})`}`;

export const conflictText = ({ conflicts }: Merged): string =>
  conflicts
    .map(({ field, values }) => `${field} (${values.map(({ value }) => value).join(' / ')})`)
    .join('; ');
