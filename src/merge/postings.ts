/**
 * An inverted index from 32-bit keys to slots: open addressing over typed arrays, the slots of a key in a chain.
 * Slots are never taken out; whoever reads a chain skips those that are gone.
 */
export class Postings {
  /** Key and chain head side by side, so that a look-up touches one line of memory; a head of 0 is a free entry. */
  #table = new Int32Array(2048);
  #used = 0;
  /** Slot and next link side by side; link 0 is none. */
  #links = new Int32Array(2048);
  #size = 1;

  post(key: number, slot: number): void {
    if (this.#used * 4 >= this.#table.length) this.#grow();
    const at = this.#find(key);
    const head = this.#table[at + 1] ?? 0;
    if (head === 0) {
      this.#table[at] = key;
      this.#used++;
    } else if (this.#links[head * 2] === slot) return;
    if (this.#size * 2 === this.#links.length) this.#links = doubled(this.#links);
    this.#links[this.#size * 2] = slot;
    this.#links[this.#size * 2 + 1] = head;
    this.#table[at + 1] = this.#size++;
  }

  /** The first link of a key's chain; 0 where there is none. Read with `slot` and `next`. */
  first(key: number): number {
    return this.#table[this.#find(key) + 1] ?? 0;
  }
  slot(link: number): number {
    return this.#links[link * 2] ?? 0;
  }
  next(link: number): number {
    return this.#links[link * 2 + 1] ?? 0;
  }

  #find(key: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    let at = (Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) << 1) & mask;
    while (table[at + 1] !== 0 && table[at] !== key) at = (at + 2) & mask;
    return at;
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Int32Array(old.length * 4);
    for (let i = 0; i < old.length; i += 2) {
      const head = old[i + 1] ?? 0;
      if (head === 0) continue;
      const at = this.#find(old[i] ?? 0);
      this.#table[at] = old[i] ?? 0;
      this.#table[at + 1] = head;
    }
  }
}

function doubled(old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(old.length * 2);
  grown.set(old);
  return grown;
}
