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
  const hash = new KeyHash();
  for (const key of [...members].sort()) hash.take(key).end();
  return hash.id();
}

/** The same arithmetic for marks that must name nothing: without the first part nobody tells what the others were. */
export function hashOf(...parts: readonly string[]): string {
  const hash = new KeyHash();
  for (const part of parts) hash.take(part).end();
  return hash.id().slice(1);
}

const HIGH = 0x811c9dc5 | 0;
const LOW = 0x01000193;

/** The hash of member keys, one after the other, in two halves. */
export class KeyHash {
  high = HIGH;
  low = LOW;
  /** Most keys begin with the source of the key before. */
  #source = '';
  #highOfSource = HIGH;
  #lowOfSource = LOW;

  start(): this {
    return this.resume(HIGH, LOW);
  }

  /** Goes on after the keys that came to this. */
  resume(high: number, low: number): this {
    this.high = high;
    this.low = low;
    return this;
  }

  /** A member key, without writing it down. */
  key(source: string, ref: string): this {
    const isFirst = this.high === HIGH && this.low === LOW;
    if (isFirst && source === this.#source && source !== '')
      this.resume(this.#highOfSource, this.#lowOfSource);
    else {
      this.take(source).take('|');
      if (isFirst) {
        this.#source = source;
        this.#highOfSource = this.high;
        this.#lowOfSource = this.low;
      }
    }
    return this.take(ref).end();
  }

  take(text: string): this {
    let { high, low } = this;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      high = Math.imul(high ^ unit, 0x01000193);
      low = Math.imul(low ^ unit, 0x85ebca6b);
      low ^= low >>> 13;
    }
    this.high = high;
    this.low = low;
    return this;
  }

  end(): this {
    this.high = Math.imul(this.high ^ 0x1f, 0x01000193);
    this.low = Math.imul(this.low ^ 0x1f, 0x85ebca6b);
    return this;
  }

  /** Written digit by digit at once: a hundred thousand of these are made. */
  id(): FactId {
    const { high: a, low: b } = this;
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
  // Without a branch: nobody guesses whether a letter comes next.
  return 48 + value + (((9 - value) >> 4) & 39);
}
