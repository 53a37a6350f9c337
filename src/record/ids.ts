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
  const hash = new IdHash();
  for (const key of [...members].sort()) hash.take(key).end();
  return hash.id();
}

/** The same id, of members that stand in the order of their keys already: no key is written down. */
export function factIdOf(
  members: readonly { readonly source: SourceId; readonly ref: ResourceRef }[],
): FactId {
  const hash = new IdHash();
  for (const { source, ref } of members) hash.take(source).take('|').take(ref).end();
  return hash.id();
}

/** The same arithmetic for marks that must name nothing: without the first part nobody tells what the others were. */
export function hashOf(...parts: readonly string[]): string {
  const hash = new IdHash();
  for (const part of parts) hash.take(part).end();
  return hash.id().slice(1);
}

class IdHash {
  #a = 0x811c9dc5;
  #b = 0x01000193;

  take(text: string): this {
    let a = this.#a;
    let b = this.#b;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x85ebca6b);
      b ^= b >>> 13;
    }
    this.#a = a;
    this.#b = b;
    return this;
  }

  end(): void {
    this.#a = Math.imul(this.#a ^ 0x1f, 0x01000193);
    this.#b = Math.imul(this.#b ^ 0x1f, 0x85ebca6b);
  }

  /** Written digit by digit at once: a hundred thousand of these are made. */
  id(): FactId {
    const [a, b] = [this.#a, this.#b];
    // prettier-ignore
    return String.fromCharCode(
      0x66,
      digit(a, 28), digit(a, 24), digit(a, 20), digit(a, 16), digit(a, 12), digit(a, 8), digit(a, 4), digit(a, 0),
      digit(b, 28), digit(b, 24), digit(b, 20), digit(b, 16), digit(b, 12), digit(b, 8), digit(b, 4), digit(b, 0),
    ) as FactId;
  }
}

/** The character code of the hexadecimal digit at these bits. */
function digit(bits: number, shift: number): number {
  const value = (bits >>> shift) & 15;
  return value < 10 ? 48 + value : 87 + value;
}
