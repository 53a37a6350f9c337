import type { Fact, Link, MemberKey, ResourceRef, SourceId } from '../record/index.ts';
import { Buckets, UNMARKED } from './buckets.ts';
import { origins as originsOf } from './evidence.ts';
import { Columns, type LinkTo, type Node } from './columns.ts';
import { keyBefore } from './group.ts';
import { doubled } from './numbers.ts';
import { LINKS } from './relations.ts';
import { judge, keysOf, worthJudging } from './rules/index.ts';
import { Strangers } from './strangers.ts';
import { TimeLines } from './time-lines.ts';
import type { KeySink } from './verdict.ts';
import { withVersion } from './versions.ts';

const FEW = 1024;

/** Holds the facts that are here, finds the pairs worth comparing, and keeps what the rules said of them. */
export class Store {
  readonly columns = new Columns();
  /** Slots whose grouping must be found again. */
  readonly dirty: number[] = [];
  /** By place, of what has more than one: every version that came, the current one first. */
  readonly versions = new Map<number, readonly Fact[]>();
  /** Slots whose relations must be stated again, their grouping being what it was. */
  readonly stale: number[] = [];
  readonly medications = new Set<number>();
  medicationsChanged = false;
  live = 0;
  /** The number of each source. */
  readonly #sources = new Map<SourceId, number>();
  /** By place: the slot of the resource and one, 0 where it is not here. */
  #slots = new Int32Array(FEW);
  /** The link that was filed last and its node: what happens in a visit names it, one fact after the other. */
  #lastLink: { readonly source: SourceId; readonly link: Link; readonly node: Node } | null = null;
  /** Slots by the original that they name. */
  readonly #copies = new Map<string, number[]>();
  readonly #buckets = new Buckets();
  readonly #meet = (other: number): void => this.#meetSlot(other);
  readonly #lines = new TimeLines(this.#buckets, this.#meet);
  readonly #strangers = new Strangers(this.#buckets);
  /** The one that is being compared. */
  #slot = -1;
  /** The number of its source. */
  #source = -1;
  /** Which fact a slot was last compared with, so that a pair that shares two keys is judged once. */
  #seen = new Int32Array(FEW);
  #probes: number[] = [];
  #posts: number[] = [];
  readonly #sink: KeySink = {
    post: (key) => void this.#posts.push(key),
    probe: (key) => void this.#probes.push(key),
    both: (key) => {
      this.#posts.push(key);
      this.#probes.push(key);
    },
    timed: (key, date, ofOthers = false) =>
      this.#lines.take(key, date, this.#slot, ofOthers ? this.#source : UNMARKED),
    part: (key, date) => this.#lines.takePart(key, date, this.#slot, this.#source),
    loose: (test, date) => this.#strangers.take(test, date, this.#slot, this.columns.facts, this.#meet),
  };

  add(fact: Fact): void {
    const place = this.#place(fact.source, fact.ref);
    const slot = this.#slotIn(place);
    if (slot < 0) {
      this.#occupy(place, fact);
      return;
    }
    const before = this.columns.fact(slot);
    const known = this.versions.get(place) ?? [before];
    const versions = withVersion(known, fact);
    if (versions === known) return;
    if (versions.length > 1) this.versions.set(place, versions);
    const current = versions[0];
    if (current === undefined || current === before) return;
    this.#vacate(slot);
    this.#occupy(place, current);
  }

  remove(key: MemberKey): void {
    const { source, ref } = refOf(key);
    const place = this.columns.places.find(source, ref);
    if (place >= 0) this.#drop(place);
  }

  removeSource(source: SourceId): void {
    this.columns.facts.forEach((fact, slot) => {
      if (fact?.source === source) this.#drop(this.columns.place(slot));
    });
  }

  slotOf(key: MemberKey): number {
    const { source, ref } = refOf(key);
    return this.#slotAt(source, ref);
  }

  /** Every current fact, for starting anew when most slots are used up. */
  *everything(): Iterable<Fact> {
    for (const [slot, fact] of this.columns.facts.entries())
      if (fact !== null) yield* this.versions.get(this.columns.place(slot)) ?? [fact];
  }

  #drop(place: number): void {
    const slot = this.#slotIn(place);
    if (slot >= 0) this.#vacate(slot);
    this.versions.delete(place);
  }

  #slotAt(source: SourceId, ref: string): number {
    return this.#slotIn(this.columns.places.find(source, ref));
  }

  #slotIn(place: number): number {
    return (this.#slots[place] ?? 0) - 1;
  }

  #place(source: SourceId, ref: string): number {
    const place = this.columns.places.of(source, ref);
    const { nodes } = this.columns;
    if (place === nodes.length) nodes.push(undefined);
    if (place === this.#slots.length) this.#slots = doubled(this.#slots);
    return place;
  }

  #node(source: SourceId, link: Link): Node {
    const last = this.#lastLink;
    if (last !== null && last.link === link && last.source === source) return last.node;
    const place = this.#place(source, link.ref);
    const { nodes } = this.columns;
    const node = (nodes[place] ??= { slot: this.#slotIn(place), from: [], visit: null, told: null });
    this.#lastLink = { source, link, node };
    return node;
  }

  #occupy(place: number, fact: Fact): void {
    const { columns } = this;
    const slot = columns.open(fact, place);
    const node = columns.nodes[place];
    if (node !== undefined) node.slot = slot;
    this.#slots[place] = slot + 1;
    if (slot === this.#seen.length) this.#seen = doubled(this.#seen);
    columns.links[slot] = this.#linksOf(fact, slot);
    this.live++;
    this.dirty.push(slot);
    if (fact.kind === 'medication' && !fact.unsafe) {
      this.medications.add(slot);
      this.medicationsChanged = true;
    } else this.#compare(fact, slot);
  }

  #linksOf(fact: Fact, slot: number): readonly LinkTo[] | undefined {
    let links: LinkTo[] | undefined;
    if (fact.links.length === 0) return undefined;
    for (const link of fact.links) {
      const words = LINKS[link.role];
      if (words === undefined) continue;
      const node = this.#node(fact.source, link);
      node.from.push(slot);
      // Most facts name their visit and nothing else: they share one list.
      if (link.role === 'encounter' && fact.links.length === 1) return (node.visit ??= [{ words, node }]);
      (links ??= []).push({ words, node });
    }
    return links;
  }

  #compare(fact: Fact, slot: number): void {
    this.#slot = slot;
    this.#source = this.#numberOf(fact.source);
    this.#seen[slot] = slot + 1;
    keysOf(fact, this.#sink);
    if (this.#probes.length > 0 || this.#posts.length > 0) this.#exchange(slot);
    if (!fact.unsafe) this.#compareOrigins(fact, slot);
  }

  #exchange(slot: number): void {
    for (const key of this.#probes) this.#buckets.each(key, this.#meet);
    for (const key of this.#posts) this.#buckets.post(key, 0, slot);
    this.#probes = [];
    this.#posts = [];
  }

  #numberOf(source: SourceId): number {
    let number = this.#sources.get(source);
    if (number === undefined) this.#sources.set(source, (number = this.#sources.size));
    return number;
  }

  /** What names another source's resource as its original meets it, and meets those that name the same. */
  #compareOrigins(fact: Fact, slot: number): void {
    for (const tail of originsOf(fact)) {
      for (const source of this.#sources.keys()) {
        const slot = source === fact.source ? -1 : this.#slotAt(source, tail);
        if (slot >= 0) this.#meetSlot(slot);
      }
      const copies = this.#copies.get(tail);
      copies?.forEach(this.#meet);
      if (copies === undefined) this.#copies.set(tail, [slot]);
      else copies.push(slot);
    }
    if (this.#copies.size > 0) this.#copies.get(fact.ref)?.forEach(this.#meet);
  }

  /** Judges the one that is being compared and another one, once. */
  #meetSlot(other: number): void {
    const slot = this.#slot;
    if (this.#seen[other] === slot + 1) return;
    this.#seen[other] = slot + 1;
    const { columns } = this;
    const there = columns.facts[other];
    if (there === null || there === undefined || there.kind === 'medication') return;
    const fact = columns.fact(slot);
    if (!worthJudging(fact, there)) return;
    // Its words name the one with the smaller key first, whichever came first.
    const ordered = keyBefore(fact, there);
    const verdict = ordered ? judge(fact, there) : judge(there, fact);
    if (verdict.verdict === 'different' && verdict.relation === null) return;
    if (ordered) columns.edges.add(slot, other, verdict);
    else columns.edges.add(other, slot, verdict);
    this.dirty.push(other);
  }

  #vacate(slot: number): void {
    const { columns } = this;
    if (this.medications.delete(slot)) this.medicationsChanged = true;
    const node = columns.node(slot);
    if (node !== undefined) {
      node.slot = -1;
      for (const from of node.from) this.stale.push(from);
    }
    columns.edges.clear(slot, (other) => this.dirty.push(other));
    for (const link of columns.links[slot] ?? []) {
      link.node.from = link.node.from.filter((from) => from !== slot);
      if (link.node.slot >= 0) this.stale.push(link.node.slot);
    }
    columns.facts[slot] = null;
    this.#slots[columns.place(slot)] = 0;
    this.live--;
    this.dirty.push(slot);
  }
}

export const refOf = (key: MemberKey): { source: SourceId; ref: ResourceRef } => {
  const bar = key.indexOf('|');
  return { source: key.slice(0, bar) as SourceId, ref: key.slice(bar + 1) as ResourceRef };
};
