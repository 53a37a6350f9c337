import type {
  Conflict,
  Fact,
  FactId,
  FactKind,
  Join,
  Merged,
  Relation,
  Sensitivity,
} from '../record/index.ts';
import { joinBy, NO_JOINS, type Unread } from './joins.ts';

/** The decision that joined a group, in words. */
export interface Decided {
  readonly reason: string;
  readonly by: string;
}

/**
 * The members of one merged fact, and what they say together. Never changed once it is shown: a group that gains a
 * member or a relation is another group. What nobody else reads is kept out of sight, so that a merged fact can be
 * written down as it stands.
 */
export class Group implements Merged {
  readonly id: FactId;
  readonly kind: FactKind;
  readonly shown: Fact;
  readonly members: readonly Fact[];
  readonly conflicts: readonly Conflict[];
  related: readonly Relation[];
  readonly retracted: boolean;
  readonly sensitivity: Sensitivity;
  #joined: readonly Join[] | Unread;
  /** Of one that stands alone, as most do, just its slot. */
  readonly #slots: number | readonly number[];
  #alive = true;

  constructor(
    id: FactId,
    slots: number | readonly number[],
    shown: Fact,
    members: readonly Fact[],
    conflicts: readonly Conflict[],
    related: readonly Relation[],
    retracted: boolean,
    sensitivity: Sensitivity,
    joined: readonly Join[] | Unread,
  ) {
    this.id = id;
    this.kind = shown.kind;
    this.shown = shown;
    this.members = members;
    this.conflicts = conflicts;
    this.related = related;
    this.retracted = retracted;
    this.sensitivity = sensitivity;
    this.#joined = joined;
    this.#slots = slots;
  }

  get joined(): readonly Join[] {
    if (typeof this.#joined === 'function') this.#joined = this.#joined();
    else if ('verdict' in this.#joined) {
      const [a, b] = this.members;
      this.#joined = a === undefined || b === undefined ? NO_JOINS : [joinBy(this.#joined, a, b)];
    }
    return this.#joined;
  }

  /** In the order of their member keys. */
  get slots(): readonly number[] {
    return typeof this.#slots === 'number' ? [this.#slots] : this.#slots;
  }

  get alive(): boolean {
    return this.#alive;
  }

  end(): void {
    this.#alive = false;
  }

  /** The same with what it is related to now. */
  relatedTo(related: readonly Relation[]): Group {
    return new Group(
      this.id,
      this.#slots,
      this.shown,
      this.members,
      this.conflicts,
      related,
      this.retracted,
      this.sensitivity,
      this.#joined,
    );
  }
}

/** By their member keys, without writing these down: no source's name holds the bar that ends it. */
export const keyBefore = (a: Fact, b: Fact): boolean =>
  a.source === b.source ? a.ref < b.ref : sourceBefore(a.source, b.source);

const BAR = 0x7c;

function sourceBefore(a: string, b: string): boolean {
  if (b.startsWith(a)) return b.charCodeAt(a.length) > BAR;
  if (a.startsWith(b)) return a.charCodeAt(b.length) < BAR;
  return a < b;
}
