import { SKEW_MINUTES } from './times.ts';

/**
 * Of an entry: the key of its bucket, its minute (or its day), its slot, its mark, the one that whoever posted it names
 * as the one before, and the next one of its bucket.
 */
const WIDTH = 6;
const KEY = 0;
const AT = 1;
const SLOT = 2;
const MARK = 3;
const BEFORE = 4;
const NEXT = 5;

/** What a minute is filed under. */
export const bucketOf = (minute: number): number => Math.floor(minute / SKEW_MINUTES);

/**
 * Slots under a key and a time, in chains over typed arrays: what is near in time lies near in memory. Two keys may
 * share a chain; whoever reads it looks at the key. Nothing is taken out; whoever reads skips what is gone. Entry 0 is
 * none.
 */
export class Buckets {
  #heads = new Int32Array(1024);
  #entries = new Int32Array(WIDTH * 512);
  #size = 1;

  first(key: number, bucket: number): number {
    return this.#heads[placeOf(key, bucket) & (this.#heads.length - 1)] ?? 0;
  }
  key(entry: number): number {
    return this.#entries[entry * WIDTH + KEY] ?? 0;
  }
  at(entry: number): number {
    return this.#entries[entry * WIDTH + AT] ?? 0;
  }
  slot(entry: number): number {
    return this.#entries[entry * WIDTH + SLOT] ?? 0;
  }
  mark(entry: number): number {
    return this.#entries[entry * WIDTH + MARK] ?? 0;
  }
  next(entry: number): number {
    return this.#entries[entry * WIDTH + NEXT] ?? 0;
  }
  before(entry: number): number {
    return this.#entries[entry * WIDTH + BEFORE] ?? 0;
  }

  /** Minutes go under their bucket; days, whose keys are negative, and what has no time, under themselves. */
  post(key: number, at: number, slot: number, mark = 0, before = 0): number {
    if ((this.#size + 1) * WIDTH > this.#entries.length) this.#grow();
    const entry = this.#size++;
    const entries = this.#entries;
    let to = entry * WIDTH;
    entries[to++] = key;
    entries[to++] = at;
    entries[to++] = slot;
    entries[to++] = mark;
    entries[to] = before;
    this.#putFirst(entry);
    return entry;
  }

  /** Tells of all under a key that has no time. */
  each(key: number, meet: (slot: number) => void): void {
    for (let entry = this.first(key, 0); entry !== 0; entry = this.next(entry))
      if (this.key(entry) === key) meet(this.slot(entry));
  }

  #putFirst(entry: number): void {
    const [key, at] = [this.key(entry), this.at(entry)];
    const place = placeOf(key, key < 0 ? at : bucketOf(at)) & (this.#heads.length - 1);
    this.#entries[entry * WIDTH + NEXT] = this.#heads[place] ?? 0;
    this.#heads[place] = entry;
  }

  #grow(): void {
    const grown = new Int32Array(this.#entries.length * 2);
    grown.set(this.#entries);
    this.#entries = grown;
    this.#heads = new Int32Array(this.#heads.length * 2);
    for (let entry = 1; entry < this.#size; entry++) this.#putFirst(entry);
  }
}

/** Sixteen buckets that follow one another share a line of the processor's memory, in an order of their own. */
function placeOf(key: number, bucket: number): number {
  let hash = Math.imul(Math.imul(bucket >> 4, 0x9e3779b1) ^ key, 0x85ebca6b);
  hash ^= hash >>> 15;
  return (hash & ~15) | ((bucket ^ (hash >>> 28)) & 15);
}
