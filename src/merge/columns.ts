import type { Fact, Relation, RelationKind } from '../record/index.ts';
import { Edges } from './edges.ts';
import type { Group } from './group.ts';
import { doubled } from './numbers.ts';
import { Places } from './places.ts';

/** A resource that another one names. */
export interface Node {
  /** -1 where the resource is not here (yet). */
  slot: number;
  /** Slots whose facts name it. */
  from: number[];
  /** The links of all facts that name this visit and nothing else; null until there is one. */
  visit: readonly LinkTo[] | null;
  /** What they are told of it. */
  told: readonly Relation[] | null;
}

/** What a link says of the one that has it ('part': it is part of what it names), and back. */
export interface LinkWords {
  readonly kind: RelationKind;
  readonly back: RelationKind;
  readonly why: string;
}

export interface LinkTo {
  readonly words: LinkWords;
  readonly node: Node;
}

/** What the parts of the merger share: columns by slot. A slot is used once. */
export class Columns {
  readonly facts: (Fact | null)[] = [];
  readonly edges = new Edges();
  readonly links: (readonly LinkTo[] | undefined)[] = [];
  readonly groups: (Group | undefined)[] = [];
  readonly places = new Places();
  /** By place: what others know of it, where others name it. */
  readonly nodes: (Node | undefined)[] = [];
  #placeOf = new Int32Array(1024);

  /** The next slot, with a fact in it. */
  open(fact: Fact, place: number): number {
    const slot = this.facts.length;
    if (slot === this.#placeOf.length) this.#placeOf = doubled(this.#placeOf);
    this.#placeOf[slot] = place;
    this.facts.push(fact);
    this.groups.push(undefined);
    this.links.push(undefined);
    this.edges.open();
    return slot;
  }

  fact(slot: number): Fact {
    const fact = this.facts[slot];
    if (fact === undefined || fact === null) throw new Error('a slot without a fact');
    return fact;
  }

  /** The place of what is in a slot. */
  place(slot: number): number {
    return this.#placeOf[slot] ?? -1;
  }

  /** Of what others name. */
  node(slot: number): Node | undefined {
    return this.nodes[this.place(slot)];
  }
}
