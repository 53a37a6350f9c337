import type { ResourceRef } from '../record/index.ts';

/**
 * Which records of one source are held. They are filed under the references that the facts themselves hold: a key of
 * its own for each of a hundred thousand would take more memory than all that is filed here.
 */
export class Records {
  /** Where the raw text of each stands. */
  readonly #places = new Map<ResourceRef, number>();
  /** The types of those whose reference does not tell it: what has no id is a number. */
  readonly #types = new Map<ResourceRef, string>();

  get size(): number {
    return this.#places.size;
  }

  has(ref: ResourceRef): boolean {
    return this.#places.has(ref);
  }

  placeOf(ref: ResourceRef): number | undefined {
    return this.#places.get(ref);
  }

  typeOf(ref: ResourceRef): string {
    return this.#types.get(ref) ?? typeIn(ref);
  }

  refs(): Iterable<ResourceRef> {
    return this.#places.keys();
  }

  places(): Iterable<number> {
    return this.#places.values();
  }

  /** The place that it had before. */
  take(ref: ResourceRef, type: string, place: number): number | undefined {
    const before = this.#places.get(ref);
    this.#places.set(ref, place);
    if (typeIn(ref) !== type) this.#types.set(ref, type);
    return before;
  }

  /** The place that it had; undefined where it is not held. */
  drop(ref: ResourceRef): number | undefined {
    const before = this.#places.get(ref);
    this.#places.delete(ref);
    this.#types.delete(ref);
    return before;
  }

  clear(): void {
    this.#places.clear();
    this.#types.clear();
  }
}

const typeIn = (ref: ResourceRef): string => ref.slice(0, Math.max(0, ref.indexOf('/')));
