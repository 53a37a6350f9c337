import { hashedId, KeyHash, type FactId, type SourceId } from '../record/index.ts';

/**
 * Every resource that is here or that another one names has a place: a number, found by source and reference. The hash
 * that finds it is the one from which the ids of facts are made, so that each key is read once.
 */
export class Places {
  readonly #hash = new KeyHash();
  readonly #sources: SourceId[] = [];
  readonly #refs: string[] = [];
  /** The two halves of the hash of each place's key. */
  readonly #high: number[] = [];
  readonly #low: number[] = [];
  /** Open addressing; 0 is a free entry, else a place and one. */
  #table = new Int32Array(2048);

  /** The place of a resource; a new one where it has none. */
  of(source: SourceId, ref: string): number {
    const hash = this.#hash.start().key(source, ref);
    const entry = this.#entry(source, ref, hash.high, hash.low);
    const known = (this.#table[entry] ?? 0) - 1;
    if (known >= 0) return known;
    const place = this.#refs.length;
    this.#table[entry] = place + 1;
    this.#sources.push(source);
    this.#refs.push(ref);
    this.#high.push(hash.high);
    this.#low.push(hash.low);
    if (place * 2 > this.#table.length) this.#grow();
    return place;
  }

  /** -1 where nobody has spoken of it. */
  find(source: SourceId, ref: string): number {
    const hash = this.#hash.start().key(source, ref);
    return (this.#table[this.#entry(source, ref, hash.high, hash.low)] ?? 0) - 1;
  }

  /** The id of the fact that these slots are together, in the order of their keys. */
  idOf(slots: readonly number[], placeOf: readonly number[]): FactId {
    const first = placeOf[slots[0] ?? 0] ?? 0;
    const hash = this.#hash.resume(this.#high[first] ?? 0, this.#low[first] ?? 0);
    for (let i = 1; i < slots.length; i++) {
      const place = placeOf[slots[i] ?? 0] ?? 0;
      hash.key(this.#sources[place] ?? ('' as SourceId), this.#refs[place] ?? '');
    }
    return hash.id();
  }

  /** Of one that stands alone. */
  idAt(place: number): FactId {
    return hashedId(this.#high[place] ?? 0, this.#low[place] ?? 0);
  }

  #entry(source: SourceId, ref: string, high: number, low: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    for (let at = startOf(high, low) & mask; ; at = (at + 1) & mask) {
      const place = (table[at] ?? 0) - 1;
      if (place < 0) return at;
      if (
        this.#high[place] === high &&
        this.#low[place] === low &&
        this.#refs[place] === ref &&
        this.#sources[place] === source
      )
        return at;
    }
  }

  #grow(): void {
    const table = new Int32Array(this.#table.length * 2);
    for (let place = 0; place < this.#refs.length; place++) {
      let at = startOf(this.#high[place] ?? 0, this.#low[place] ?? 0);
      while (table[at & (table.length - 1)] !== 0) at++;
      table[at & (table.length - 1)] = place + 1;
    }
    this.#table = table;
  }
}

const startOf = (high: number, low: number): number => (high ^ (low >>> 7)) >>> 1;
