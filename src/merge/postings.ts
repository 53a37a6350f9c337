/**
 * An inverted index from 32-bit keys to slots: open addressing over typed arrays, the slots of a key in a chain.
 * Slots are never taken out; whoever reads a chain skips those that are gone.
 */
export class Postings {
  #keys = new Int32Array(1024);
  /** Chain head of each entry, plus one; 0 is a free entry. */
  #heads = new Int32Array(1024);
  #used = 0;
  #slots = new Int32Array(1024);
  #next = new Int32Array(1024);
  #size = 1;

  post(key: number, slot: number): void {
    if (this.#used * 2 >= this.#keys.length) this.#grow();
    const at = this.#find(key);
    const head = this.#heads[at] ?? 0;
    if (head === 0) {
      this.#keys[at] = key;
      this.#used++;
    } else if (this.#slots[head] === slot) return;
    if (this.#size === this.#slots.length) {
      this.#slots = doubled(this.#slots);
      this.#next = doubled(this.#next);
    }
    this.#slots[this.#size] = slot;
    this.#next[this.#size] = head;
    this.#heads[at] = this.#size++;
  }

  /** The first link of a key's chain; 0 where there is none. Read with `slot` and `next`. */
  first(key: number): number {
    return this.#heads[this.#find(key)] ?? 0;
  }
  slot(link: number): number {
    return this.#slots[link] ?? 0;
  }
  next(link: number): number {
    return this.#next[link] ?? 0;
  }

  #find(key: number): number {
    const mask = this.#keys.length - 1;
    let at = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) & mask;
    while (this.#heads[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [keys, heads] = [this.#keys, this.#heads];
    this.#keys = new Int32Array(keys.length * 2);
    this.#heads = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      const head = heads[i] ?? 0;
      if (head === 0) continue;
      const at = this.#find(keys[i] ?? 0);
      this.#keys[at] = keys[i] ?? 0;
      this.#heads[at] = head;
    }
  }
}

function doubled(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(old.length * 2);
  grown.set(old);
  return grown;
}
