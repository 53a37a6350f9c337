import { type ClinicalDate, type Fact } from '../record/index.ts';
import { mix } from './hash.ts';
import type { Buckets } from './buckets.ts';
import { dayKeys } from './times-keys.ts';

const MAPPED = 0x0b61;
const UNMAPPED = 0x0b63;

/** Under what a test may meet one of the same code or name: the same object for all results of the test. */
export interface Loose {
  readonly isMapped: boolean;
  readonly loose: readonly number[];
}

type Facts = readonly (Fact | null)[];
type Meet = (slot: number) => void;

interface Known {
  /** Its results, the first ones first. */
  readonly slots: number[];
  /** Those of its keys under which a test that is not in the tables is here as well. */
  readonly open: number[];
}

/**
 * What the tables know and what they do not meet by a code or a name, within a day. Those that are mapped need not
 * meet one another so: the tables tell them apart. Nearly all are mapped, so that they are posted under a key only once
 * there is somebody to meet under it.
 */
export class Strangers {
  readonly #known = new Map<Loose, Known>();
  readonly #byKey = new Map<number, Known[]>();
  readonly #unmapped = new Set<number>();
  readonly #buckets: Buckets;

  constructor(buckets: Buckets) {
    this.#buckets = buckets;
  }

  take(test: Loose, date: ClinicalDate, slot: number, facts: Facts, meet: Meet): void {
    if (!test.isMapped) this.#takeUnmapped(test, date, slot, facts, meet);
    else {
      const known = this.#knownOf(test);
      known.slots.push(slot);
      if (known.open.length > 0) this.#takeMapped(known.open, date, slot, meet);
    }
  }

  #takeMapped(open: readonly number[], date: ClinicalDate, slot: number, meet: Meet): void {
    for (const key of open)
      dayKeys(key, date, (at, isOwn) => {
        if (!isOwn) return;
        this.#buckets.each(mix(at, UNMAPPED), meet);
        this.#buckets.post(mix(at, MAPPED), 0, slot);
      });
  }

  #takeUnmapped(test: Loose, date: ClinicalDate, slot: number, facts: Facts, meet: Meet): void {
    for (const key of test.loose) {
      if (!this.#unmapped.has(key)) this.#open(key, facts);
      dayKeys(key, date, (at, isOwn) => {
        if (isOwn) this.#buckets.each(mix(at, UNMAPPED), meet);
        this.#buckets.each(mix(at, MAPPED), meet);
        this.#buckets.post(mix(at, UNMAPPED), 0, slot);
      });
    }
  }

  #knownOf(test: Loose): Known {
    let known = this.#known.get(test);
    if (known !== undefined) return known;
    known = { slots: [], open: [] };
    for (const key of test.loose) if (this.#unmapped.has(key)) known.open.push(key);
    this.#known.set(test, known);
    for (const key of test.loose) {
      const others = this.#byKey.get(key);
      if (others === undefined) this.#byKey.set(key, [known]);
      else others.push(known);
    }
    return known;
  }

  /** From now on what is mapped is posted under this key, as is what is here already. */
  #open(key: number, facts: Facts): void {
    this.#unmapped.add(key);
    for (const known of this.#byKey.get(key) ?? []) {
      known.open.push(key);
      for (const slot of known.slots) {
        const fact = facts[slot];
        if (fact !== null && fact !== undefined)
          dayKeys(key, fact.when, (at, isOwn) => {
            if (isOwn) this.#buckets.post(mix(at, MAPPED), 0, slot);
          });
      }
    }
  }
}
