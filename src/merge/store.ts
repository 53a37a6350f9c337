import type { Fact, MemberKey, ResourceRef, SourceId } from '../record/index.ts';
import { origins as originsOf } from './evidence.ts';
import { emptyColumns, factAt, keyBefore, type Columns, type LinkTo, type Node } from './group.ts';
import { Postings } from './postings.ts';
import { LINKS } from './relations.ts';
import { judge, keysOf } from './rules/index.ts';
import type { KeySink } from './verdict.ts';
import { withVersion } from './versions.ts';

/** Holds the facts that are here, finds the pairs worth comparing, and keeps what the rules said of them. */
export class Store {
  readonly columns: Columns = emptyColumns();
  /** Slots whose grouping must be found again. */
  readonly dirty: number[] = [];
  /** Nodes that have more than one version. */
  readonly versioned = new Set<Node>();
  /** Slots whose relations must be stated again, their grouping being what it was. */
  readonly stale: number[] = [];
  readonly medications = new Set<number>();
  medicationsChanged = false;
  live = 0;
  readonly #bySource = new Map<SourceId, Map<string, Node>>();
  /** Slots by the original that they name. */
  readonly #copies = new Map<string, number[]>();
  #postings = new Postings();
  /** Which fact a slot was last compared with, so that a pair that shares two keys is judged once. */
  readonly #seen: number[] = [];
  #probes: number[] = [];
  #posts: number[] = [];
  readonly #sink: KeySink = {
    post: (key) => void this.#posts.push(key),
    probe: (key) => void this.#probes.push(key),
    both: (key) => {
      this.#posts.push(key);
      this.#probes.push(key);
    },
  };

  add(fact: Fact): void {
    const node = this.#node(fact.source, fact.ref);
    if (node.slot < 0) {
      this.#occupy(node, fact);
      return;
    }
    const before = factAt(this.columns, node.slot);
    const known = node.versions ?? [before];
    const versions = withVersion(known, fact);
    if (versions === known) return;
    if (versions.length > 1) {
      node.versions = versions;
      this.versioned.add(node);
    }
    const current = versions[0];
    if (current === undefined || current === before) return;
    this.#vacate(node);
    this.#occupy(node, current);
  }

  remove(key: MemberKey): void {
    const bar = key.indexOf('|');
    const node = this.#bySource.get(key.slice(0, bar) as SourceId)?.get(key.slice(bar + 1));
    if (node !== undefined) this.#drop(node);
  }

  removeSource(source: SourceId): void {
    for (const node of this.#bySource.get(source)?.values() ?? []) this.#drop(node);
    this.#bySource.delete(source);
  }

  slotOf(key: MemberKey): number {
    const bar = key.indexOf('|');
    return this.#bySource.get(key.slice(0, bar) as SourceId)?.get(key.slice(bar + 1))?.slot ?? -1;
  }

  /** Every current fact, for starting anew when most slots are used up. */
  *everything(): Iterable<Fact> {
    for (const nodes of this.#bySource.values())
      for (const node of nodes.values())
        if (node.versions !== null) yield* node.versions;
        else if (node.slot >= 0) yield factAt(this.columns, node.slot);
  }

  #drop(node: Node): void {
    if (node.slot >= 0) this.#vacate(node);
    node.versions = null;
    this.versioned.delete(node);
  }

  #node(source: SourceId, ref: string): Node {
    let nodes = this.#bySource.get(source);
    if (nodes === undefined) this.#bySource.set(source, (nodes = new Map()));
    let node = nodes.get(ref);
    if (node === undefined)
      nodes.set(ref, (node = { slot: -1, versions: null, from: null, visit: null, told: null }));
    return node;
  }

  #occupy(node: Node, fact: Fact): void {
    const { columns } = this;
    const slot = columns.facts.length;
    node.slot = slot;
    columns.facts.push(fact);
    columns.links.push(this.#linksOf(fact, slot));
    columns.nodes.push(node);
    columns.groups.push(undefined);
    this.#seen.push(0);
    this.live++;
    this.dirty.push(slot);
    if (fact.kind === 'medication' && !fact.unsafe) {
      this.medications.add(slot);
      this.medicationsChanged = true;
    } else this.#compare(fact, slot);
  }

  #linksOf(fact: Fact, slot: number): readonly LinkTo[] | undefined {
    let links: LinkTo[] | undefined;
    for (const link of fact.links) {
      if (LINKS[link.role] === undefined) continue;
      const node = this.#node(fact.source, link.ref);
      (node.from ??= []).push(slot);
      // Most facts name their visit and nothing else: they share one list.
      if (link.role === 'encounter' && fact.links.length === 1)
        return (node.visit ??= [{ role: link.role, node }]);
      (links ??= []).push({ role: link.role, node });
    }
    return links;
  }

  #compare(fact: Fact, slot: number): void {
    this.#posts.length = 0;
    this.#probes.length = 0;
    keysOf(fact, this.#sink);
    const stamp = slot + 1;
    for (const key of this.#probes) {
      for (let link = this.#postings.first(key); link !== 0; link = this.#postings.next(link)) {
        const other = this.#postings.slot(link);
        if (this.#seen[other] === stamp) continue;
        this.#seen[other] = stamp;
        const there = this.columns.facts[other];
        if (there !== null && there !== undefined) this.#judge(fact, slot, there, other);
      }
    }
    for (const key of this.#posts) this.#postings.post(key, slot);
    if (fact.unsafe) return;
    this.#compareOrigins(fact, slot, stamp);
  }

  /** What names another source's resource as its original meets it, and meets those that name the same. */
  #compareOrigins(fact: Fact, slot: number, stamp: number): void {
    const meet = (other: number): void => {
      if (this.#seen[other] === stamp || other === slot) return;
      this.#seen[other] = stamp;
      const there = this.columns.facts[other];
      if (there !== null && there !== undefined && !there.unsafe && there.kind !== 'medication')
        this.#judge(fact, slot, there, other);
    };
    for (const tail of originsOf(fact)) {
      for (const [source, nodes] of this.#bySource) {
        const node = source === fact.source ? undefined : nodes.get(tail);
        if (node !== undefined && node.slot >= 0) meet(node.slot);
      }
      const copies = this.#copies.get(tail);
      copies?.forEach(meet);
      if (copies === undefined) this.#copies.set(tail, [slot]);
      else copies.push(slot);
    }
    if (this.#copies.size > 0) this.#copies.get(fact.ref)?.forEach(meet);
  }

  #judge(fact: Fact, slot: number, there: Fact, other: number): void {
    // Its words name the one with the smaller key first, whichever came first.
    const ordered = keyBefore(fact, there);
    const verdict = ordered ? judge(fact, there) : judge(there, fact);
    if (verdict.verdict === 'different' && verdict.relation === null) return;
    if (ordered) this.columns.edges.add(slot, other, verdict);
    else this.columns.edges.add(other, slot, verdict);
    this.dirty.push(other);
  }

  #vacate(node: Node): void {
    const { columns } = this;
    const slot = node.slot;
    if (this.medications.delete(slot)) this.medicationsChanged = true;
    for (const from of node.from ?? []) this.stale.push(from);
    columns.edges.clear(slot, (other) => this.dirty.push(other));
    for (const link of columns.links[slot] ?? []) {
      link.node.from = link.node.from?.filter((from) => from !== slot) ?? null;
      if (link.node.slot >= 0) this.stale.push(link.node.slot);
    }
    columns.facts[slot] = null;
    node.slot = -1;
    this.live--;
    this.dirty.push(slot);
  }
}

export const refOf = (key: MemberKey): { source: SourceId; ref: ResourceRef } => {
  const bar = key.indexOf('|');
  return { source: key.slice(0, bar) as SourceId, ref: key.slice(bar + 1) as ResourceRef };
};
