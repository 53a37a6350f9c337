import { KeyHash, type Fact, type FactId, type SourceId } from '../record/index.ts';
import { doubled } from './numbers.ts';

const FEW = 2048;

/**
 * Every resource that is here or that another one names has a place: a number, found by source and reference. The hash
 * that finds it is the one from which the ids of facts are made, so that each key is read once.
 */
export class Places {
  readonly #hash = new KeyHash();
  readonly #sources: SourceId[] = [];
  readonly #refs: string[] = [];
  /** The two halves of the hash of each place's key. */
  #high = new Int32Array(FEW);
  #low = new Int32Array(FEW);
  /** Open addressing, at most half full: a place and one, or 0 where it is free, and beside it half of the hash. */
  #table = new Int32Array(FEW * 4);

  /** The place of a resource; a new one where it has none. */
  of(source: SourceId, ref: string): number {
    const { high, low } = this.#hash.start().key(source, ref);
    let entry = this.#entry(source, ref, high, low);
    const known = (this.#table[entry] ?? 0) - 1;
    if (known >= 0) return known;
    const place = this.#refs.length;
    if (place === this.#high.length) {
      this.#grow();
      entry = this.#entry(source, ref, high, low);
    }
    this.#table[entry] = place + 1;
    this.#table[entry + 1] = low;
    this.#sources.push(source);
    this.#refs.push(ref);
    this.#high[place] = high;
    this.#low[place] = low;
    return place;
  }

  /** -1 where nobody has spoken of it. */
  find(source: SourceId, ref: string): number {
    const { high, low } = this.#hash.start().key(source, ref);
    return (this.#table[this.#entry(source, ref, high, low)] ?? 0) - 1;
  }

  /** The id of the fact that these are together, in the order of their keys; `place` is that of the first. */
  idOf(place: number, members: readonly Fact[]): FactId {
    const hash = this.#hash.resume(this.#high[place] ?? 0, this.#low[place] ?? 0);
    for (let i = 1; i < members.length; i++) {
      const member = members[i];
      if (member !== undefined) hash.key(member.source, member.ref);
    }
    return hash.id();
  }

  /** Where in the table a key stands, or may be put. */
  #entry(source: SourceId, ref: string, high: number, low: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    for (let at = startOf(low) & mask; ; at = (at + 2) & mask) {
      const place = (table[at] ?? 0) - 1;
      if (place < 0) return at;
      if (
        table[at + 1] === low &&
        this.#high[place] === high &&
        this.#refs[place] === ref &&
        this.#sources[place] === source
      )
        return at;
    }
  }

  /** Goes through the table in its order, so that memory is gone through in its order. */
  #grow(): void {
    this.#high = doubled(this.#high);
    this.#low = doubled(this.#low);
    const old = this.#table;
    const table = new Int32Array(old.length * 2);
    const mask = table.length - 1;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from] === 0) continue;
      const low = old[from + 1] ?? 0;
      let at = startOf(low) & mask;
      while (table[at] !== 0) at = (at + 2) & mask;
      table[at] = old[from] ?? 0;
      table[at + 1] = low;
    }
    this.#table = table;
  }
}

/** An entry takes two numbers of the table. */
const startOf = (low: number): number => (low ^ (low >>> 15)) & ~1;
