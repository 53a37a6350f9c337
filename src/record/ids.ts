import type { Brand } from '../base/index.ts';

/** One configured organisation (or one input file of the headless core). */
export type SourceId = Brand<string, 'SourceId'>;
/** A resource within its source: `Observation/123`, or `#7` (the entry's number) where it has no id. */
export type ResourceRef = Brand<string, 'ResourceRef'>;
/** A resource anywhere: `source|ref`. The same id from two sources is two keys. */
export type MemberKey = Brand<string, 'MemberKey'>;
/** A merged fact. Derived from its members alone, so it is the same in any order of arrival. */
export type FactId = Brand<string, 'FactId'>;

const SOURCE_ID = /^[^|\p{Cc}]{1,200}$/u;
const RESOURCE_REF = /^(?:[A-Za-z]{1,64}\/[^\s|\p{Cc}]{1,512}|#\d{1,9})$/u;

export function sourceId(text: string): SourceId {
  if (!SOURCE_ID.test(text)) throw new Error(`not a source id: ${JSON.stringify(text)}`);
  return text as SourceId;
}

/** null where the text is no reference this product can file a resource under. */
export const resourceRef = (text: string): ResourceRef | null =>
  RESOURCE_REF.test(text) ? (text as ResourceRef) : null;

export const entryRef = (entryNumber: number): ResourceRef => `#${entryNumber}` as ResourceRef;

export const memberKey = (source: SourceId, ref: ResourceRef): MemberKey => `${source}|${ref}` as MemberKey;

/** 64 bits of FNV-1a over the sorted member keys, in hex: stable, short, and safe to put in a URL. */
export function factId(members: readonly MemberKey[]): FactId {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (const key of [...members].sort()) {
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x85ebca6b);
      b ^= b >>> 13;
    }
    a = Math.imul(a ^ 0x1f, 0x01000193);
    b = Math.imul(b ^ 0x1f, 0x85ebca6b);
  }
  const hex = (n: number) => (n >>> 0).toString(16).padStart(8, '0');
  return `f${hex(a)}${hex(b)}` as FactId;
}
