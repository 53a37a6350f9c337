import {
  memberKey,
  type Decision,
  type Fact,
  type FactId,
  type MemberKey,
  type Merged,
  type RecordProblem,
  type SourceId,
  type Standing,
} from '../record/index.ts';
import { alone, together } from './assemble.ts';
import { cluster } from './cluster.ts';
import { findCourses, type CourseItem } from './courses.ts';
import { wordOf, type Word } from './decisions.ts';
import { nextOf, otherEnd } from './edges.ts';
import { keyBefore, type Decided, type Group } from './group.ts';
import { relationsOf } from './relations.ts';
import { judge } from './rules/index.ts';
import { inOrder, isBefore } from './order.ts';
import { Store } from './store.ts';
import { EXACT_MATCH, same, type Verdict } from './verdict.ts';
import { olderVersion } from './versions.ts';

export interface MergeResult {
  /** Newest first, undated last, then by id: the same for any order of arrival. */
  readonly facts: readonly Merged[];
  /** Older versions, and decisions whose evidence has changed. */
  readonly problems: readonly RecordProblem[];
  /** How each decision stands, in the order of time. */
  readonly standings: readonly Standing[];
}

export interface Merger {
  add(facts: readonly Fact[]): void;
  remove(members: readonly MemberKey[]): void;
  removeSource(source: SourceId): void;
  /** A clinician's word over the rules, as `wordOf` makes it; null where there is none. */
  setDecisions(word: Word | null): void;
  /** The whole result. Costs what has changed since the last one, and a pass over what has not. */
  result(): MergeResult;
}

export const createMerger = (): Merger => new IncrementalMerger();

/** All at once. */
export function mergeFacts(facts: readonly Fact[], decisions: readonly Decision[] = []): MergeResult {
  const merger = createMerger();
  merger.add(facts);
  merger.setDecisions(wordOf(decisions));
  return merger.result();
}

/** Below this many slots nobody notices those that are used up. */
const WORTH_TIDYING = 4096;

class IncrementalMerger implements Merger {
  #store = new Store();
  #word: Word | null = null;
  #standings: readonly Standing[] = [];
  /** Groups that a decision made: undone before the rules speak again. */
  #decided: readonly Group[] = [];
  /** Groups that are not in their order yet. */
  #fresh: Group[] = [];
  /** Every group, in the order of the result. */
  #ordered: readonly Group[] = [];
  /** The ids under which slots were shown whose groups have ended: who is related is told only when that changes. */
  readonly #lastId = new Map<number, FactId>();

  add(facts: readonly Fact[]): void {
    for (const fact of facts) this.#store.add(fact);
  }

  remove(members: readonly MemberKey[]): void {
    for (const key of members) this.#store.remove(key);
  }

  removeSource(source: SourceId): void {
    this.#store.removeSource(source);
  }

  setDecisions(word: Word | null): void {
    this.#word = word;
  }

  result(): MergeResult {
    this.#tidy();
    this.#undecide();
    if (this.#store.medicationsChanged) this.#groupMedications();
    this.#groupOthers();
    const problems = this.#decide();
    this.#assemble();
    for (const versions of this.#store.versions.values())
      problems.push(...versions.slice(1).map(olderVersion));
    return {
      facts: this.#ordered,
      problems: problems.sort(byPlace),
      standings: this.#standings,
    };
  }

  /** Starts anew where most slots belong to facts that are gone. */
  #tidy(): void {
    const { columns, live } = this.#store;
    if (columns.facts.length < WORTH_TIDYING || live * 2 > columns.facts.length) return;
    const facts = [...this.#store.everything()];
    this.#store = new Store();
    this.#decided = [];
    this.#fresh = [];
    this.#ordered = [];
    this.#lastId.clear();
    this.add(facts);
  }

  #undecide(): void {
    for (const group of this.#decided) {
      this.#kill(group);
      this.#store.dirty.push(...group.slots);
      if (group.slots.some((slot) => this.#store.medications.has(slot)))
        this.#store.medicationsChanged = true;
    }
    this.#decided = [];
  }

  #kill(group: Group): void {
    if (!group.alive) return;
    group.end();
    for (const slot of group.slots) {
      this.#lastId.set(slot, group.id);
      if (this.#store.columns.groups[slot] === group) this.#store.columns.groups[slot] = undefined;
    }
  }

  #begin(slots: readonly number[], decided: Decided | null = null): Group {
    if (slots.length === 1) return this.#beginAlone(slots[0] ?? -1);
    const group = together(this.#store.columns, slots, decided);
    for (const slot of slots) this.#stand(group, slot);
    this.#fresh.push(group);
    return group;
  }

  #beginAlone(slot: number): Group {
    const group = alone(this.#store.columns, slot);
    this.#stand(group, slot);
    this.#fresh.push(group);
    return group;
  }

  /** Puts a group into the place of the one that its member stood in. */
  #stand(group: Group, slot: number): void {
    const { groups } = this.#store.columns;
    const old = groups[slot];
    if (old !== undefined) this.#kill(old);
    groups[slot] = group;
  }

  /** Courses are found over all medications at once: there are few of them, and each may bridge two others. */
  #groupMedications(): void {
    const store = this.#store;
    const { columns } = store;
    const slots = [...store.medications].sort(this.#byKey);
    const items: CourseItem[] = [];
    for (const slot of slots) {
      const fact = columns.fact(slot);
      if (fact.kind === 'medication') items.push({ fact, key: memberKey(fact.source, fact.ref) });
      columns.edges.clear(slot);
    }
    const { courses, relations } = findCourses(items);
    // Items are in the order of their keys, and the relations between courses read the same both ways.
    const edge = (i: number, j: number, verdict: Verdict): void =>
      columns.edges.add(slots[Math.min(i, j)] ?? -1, slots[Math.max(i, j)] ?? -1, verdict);
    for (const course of courses) {
      for (const tie of course.ties) edge(tie.a, tie.b, same(EXACT_MATCH, tie.words));
      this.#begin(course.members.sort((p, q) => p - q).map((i) => slots[i] ?? -1));
    }
    for (const r of relations) edge(r.a, r.b, r.verdict);
    store.medicationsChanged = false;
  }

  readonly #byKey = (p: number, q: number): number => {
    const { columns } = this.#store;
    return keyBefore(columns.fact(p), columns.fact(q)) ? -1 : 1;
  };

  #groupOthers(): void {
    const { columns, dirty, medications } = this.#store;
    const done = new Uint8Array(columns.facts.length);
    for (let i = 0; i < dirty.length; i++) {
      const slot = dirty[i] ?? -1;
      if (done[slot] === 1) continue;
      const old = columns.groups[slot];
      if (columns.facts[slot] === null) {
        // What it held together must be looked at again.
        if (old !== undefined) {
          this.#kill(old);
          dirty.push(...old.slots);
        }
      } else if (medications.has(slot)) continue;
      else if (columns.edges.first(slot) === undefined) this.#beginAlone(slot);
      else this.#groupComponent(this.#component(slot, done));
      done[slot] = 1;
    }
    dirty.length = 0;
  }

  /** Everything that 'same' connects with a slot. */
  #component(slot: number, done: Uint8Array): number[] {
    const { edges } = this.#store.columns;
    const found = [slot];
    done[slot] = 1;
    for (let i = 0; i < found.length; i++) {
      const at = found[i] ?? -1;
      for (let edge = edges.first(at); edge; edge = nextOf(edge, at)) {
        if (edge.verdict.verdict !== 'same') continue;
        const other = otherEnd(edge, at);
        if (done[other] === 1) continue;
        done[other] = 1;
        found.push(other);
      }
    }
    return found;
  }

  #groupComponent(slots: number[]): void {
    if (slots.length > 2) this.#groupMany(slots.sort(this.#byKey));
    else {
      // Two that are the same are one.
      if (slots.length === 2 && this.#byKey(slots[0] ?? -1, slots[1] ?? -1) > 0) slots.reverse();
      this.#begin(slots);
    }
  }

  #groupMany(slots: readonly number[]): void {
    const { columns } = this.#store;
    const pairs = slots.flatMap((slot) => columns.edges.sameAfter(slot));
    // Each is the same as each: nothing is left to ask.
    if (pairs.length === (slots.length * (slots.length - 1)) / 2) {
      this.#begin(slots);
      return;
    }
    const ask = (a: number, b: number): Verdict => judge(columns.fact(a), columns.fact(b));
    for (const group of cluster(slots, pairs, ask)) this.#begin(group);
  }

  #decide(): RecordProblem[] {
    this.#standings = [];
    if (this.#word === null) return [];
    const { columns } = this.#store;
    const outcome = this.#word({
      slotOf: (key) => this.#store.slotOf(key),
      groupOf: (slot) => columns.groups[slot]?.slots ?? [slot],
      fact: (slot) => columns.fact(slot),
      byKey: this.#byKey,
    });
    this.#standings = outcome.standings;
    this.#decided = outcome.groups.map((g) => this.#begin(g.slots, g.decided));
    return [...outcome.problems];
  }

  #assemble(): void {
    const { columns, stale } = this.#store;
    const fresh = this.#fresh.filter((group) => group.alive);
    const restate = new Set<Group>();
    for (const slot of stale) {
      const group = columns.groups[slot];
      if (group !== undefined) restate.add(group);
    }
    if (this.#ordered.length > 0) for (const group of fresh) this.#tellNeighbours(group, restate);
    for (const group of fresh) {
      group.related = relationsOf(columns, group);
      restate.delete(group);
    }
    this.#fresh = fresh;
    for (const group of restate) if (group.alive) this.#restate(group);
    stale.length = 0;
    this.#lastId.clear();
    const kept = this.#ordered.filter((group) => group.alive);
    this.#ordered = interleave(kept, inOrder(this.#fresh));
    this.#fresh = [];
  }

  /** The same with what it is related to now; itself where nothing has changed. */
  #restate(group: Group): void {
    const related = relationsOf(this.#store.columns, group);
    if (related === group.related) return;
    const restated = group.relatedTo(related);
    for (const slot of group.slots) this.#stand(restated, slot);
    this.#fresh.push(restated);
  }

  /** Those that are shown already and name this group must name it by its new id. */
  #tellNeighbours(group: Group, restate: Set<Group>): void {
    const { columns } = this.#store;
    const tell = (slot: number): void => {
      const other = columns.groups[slot];
      if (other !== undefined && other !== group) restate.add(other);
    };
    for (const slot of group.slots) {
      const { edges } = columns;
      for (let edge = edges.first(slot); edge; edge = nextOf(edge, slot)) tell(otherEnd(edge, slot));
      if (this.#lastId.get(slot) === group.id) continue;
      for (const link of columns.links[slot] ?? []) tell(link.node.slot);
      for (const from of columns.node(slot)?.from ?? NOBODY) tell(from);
    }
  }
}

const NOBODY: readonly number[] = [];

/** Two ordered lists as one. */
function interleave(a: readonly Group[], b: readonly Group[]): readonly Group[] {
  const all: Group[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [one, other] = [a[i], b[j]];
    const next = one === undefined || (other !== undefined && isBefore(other, one)) ? other : one;
    all.push(next as Group);
    if (next === one) i++;
    else j++;
  }
  return all;
}

const byPlace = (a: RecordProblem, b: RecordProblem): number => {
  const [x, y] = [placeOf(a), placeOf(b)];
  return x === y ? 0 : x < y ? -1 : 1;
};
const placeOf = (p: RecordProblem): string => `${p.source}|${p.ref ?? ''}|${p.kind}|${p.message}`;
