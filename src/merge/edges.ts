import type { Verdict } from './verdict.ts';

/** What one fact is to another, as the rules say. `verdict` is of (a, b), and a has the smaller key. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly verdict: Verdict;
  /** The next edge of a, and of b. */
  afterA: Edge | undefined;
  afterB: Edge | undefined;
}

/** The edges of all slots: a chain for each, since a list for each would cost as much as the facts' own objects. */
export class Edges {
  readonly #first: (Edge | undefined)[] = [];

  /** The next slot has none. */
  open(): void {
    this.#first.push(undefined);
  }

  add(a: number, b: number, verdict: Verdict): void {
    const first = this.#first;
    first[a] = first[b] = { a, b, verdict, afterA: first[a], afterB: first[b] };
  }

  first(slot: number): Edge | undefined {
    return this.#first[slot];
  }

  /** Those to slots of greater keys that say 'same'. */
  sameAfter(slot: number): Edge[] {
    const found: Edge[] = [];
    for (let edge = this.first(slot); edge; edge = nextOf(edge, slot))
      if (edge.a === slot && edge.verdict.verdict === 'same') found.push(edge);
    return found;
  }

  /** Takes a slot's edges away; tells who stood at their other ends. */
  clear(slot: number, each?: (other: number) => void): void {
    for (let edge = this.first(slot); edge; edge = nextOf(edge, slot)) {
      const other = otherEnd(edge, slot);
      this.#unlink(other, edge);
      each?.(other);
    }
    this.#first[slot] = undefined;
  }

  #unlink(slot: number, gone: Edge): void {
    const after = nextOf(gone, slot);
    let before = this.first(slot);
    if (before === gone) this.#first[slot] = after;
    else
      for (; before; before = nextOf(before, slot))
        if (nextOf(before, slot) === gone) before[before.a === slot ? 'afterA' : 'afterB'] = after;
  }
}

export const otherEnd = (edge: Edge, slot: number): number => (edge.a === slot ? edge.b : edge.a);
export const nextOf = (edge: Edge, slot: number): Edge | undefined =>
  edge.a === slot ? edge.afterA : edge.afterB;
