/**
 * Of an entry: the key of its bucket, its minute (or its day), its slot, its mark, the one that whoever posted it names
 * as the one before, and the next one of its bucket.
 */
const WIDTH = 6;
const AT = 1;
const SLOT = 2;
const MARK = 3;
const BEFORE = 4;
const NEXT = 5;

/** Of whoever meets all that is near. */
export const UNMARKED = -1;
/** No minute: an entry's is a 32-bit number. */
export const NEVER = 2 ** 40;

type Meet = (slot: number) => void;

/** What a minute is filed under: about a quarter of an hour. */
export const bucketOf = (minute: number): number => minute >> 4;

/**
 * Slots under a key and a time, in chains over typed arrays: what is near in time lies near in memory. Two keys may
 * share a chain; whoever reads it looks at the key. Nothing is taken out; whoever reads skips what is gone. An entry is
 * named by where it begins; 0 is none.
 */
export class Buckets {
  /** So many that most of what nobody is under is known without a look at anybody's entry. */
  #heads = new Int32Array(1024);
  #entries = new Int32Array(1024 * WIDTH);
  #end = WIDTH;

  /** Meets those of a bucket whose time is in this span; of the same mark, those at one time only. */
  meet(key: number, bucket: number, from: number, to: number, mark: number, own: number, meet: Meet): void {
    const entries = this.#entries;
    let entry = this.#heads[placeOf(key, bucket) & (this.#heads.length - 1)] ?? 0;
    while (entry !== 0) {
      const at = entries[entry + AT] ?? 0;
      if (at >= from && at < to && entries[entry] === key)
        if (mark === UNMARKED || entries[entry + MARK] !== mark || at === own)
          meet(entries[entry + SLOT] ?? 0);
      entry = entries[entry + NEXT] ?? 0;
    }
  }

  /** Meets all under a key that has no time. */
  each(key: number, meet: Meet): void {
    this.meet(key, 0, 0, 1, UNMARKED, 0, meet);
  }

  /** Meets this one and those before it, but for those of the same mark. */
  meetBack(last: number, mark: number, meet: Meet): void {
    const entries = this.#entries;
    for (let entry = last; entry !== 0; entry = entries[entry + BEFORE] ?? 0)
      if (mark === UNMARKED || entries[entry + MARK] !== mark) meet(entries[entry + SLOT] ?? 0);
  }

  /** Minutes go under their bucket; days, whose keys are negative, and what has no time, under themselves. */
  post(key: number, at: number, slot: number, mark = 0, before = 0): number {
    const entry = this.#end;
    if (entry === this.#entries.length) this.#grow();
    if (entry === this.#heads.length * WIDTH) this.#spread();
    this.#end += WIDTH;
    const entries = this.#entries;
    entries[entry] = key;
    entries[entry + AT] = at;
    entries[entry + SLOT] = slot;
    entries[entry + MARK] = mark;
    entries[entry + BEFORE] = before;
    this.#putFirst(entry);
    return entry;
  }

  #putFirst(entry: number): void {
    const entries = this.#entries;
    const heads = this.#heads;
    const key = entries[entry] ?? 0;
    const at = entries[entry + AT] ?? 0;
    const place = placeOf(key, key < 0 ? at : bucketOf(at)) & (heads.length - 1);
    entries[entry + NEXT] = heads[place] ?? 0;
    heads[place] = entry;
  }

  /** By a half: what is empty takes as much memory as what is not, and what grows by less is copied more often. */
  #grow(): void {
    const more = new Int32Array(this.#end + WIDTH * ((this.#end / WIDTH) >> 1));
    more.set(this.#entries);
    this.#entries = more;
  }

  #spread(): void {
    this.#heads = new Int32Array(this.#heads.length * 2);
    for (let entry = WIDTH; entry < this.#end; entry += WIDTH) this.#putFirst(entry);
  }
}

/**
 * Buckets that follow one another lie one after the other, those of four keys side by side: what is measured together
 * got its keys one after the other, and what comes next was taken soon after. So whoever comes in the order of time goes
 * through memory in its order. Keys that are hashes, and have no time, are spread by their own bits.
 */
const placeOf = (key: number, bucket: number): number =>
  ((bucket + Math.imul(key >> 2, 0x9e3779b1)) << 2) | (key & 3);
