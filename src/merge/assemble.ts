import {
  sortTime,
  strictest,
  type Conflict,
  type Fact,
  type FactId,
  type FactKind,
  type Join,
  type Merged,
  type Relation,
  type Sensitivity,
} from '../record/index.ts';
import { conflictsOf } from './conflicts.ts';
import type { Columns, Group } from './group.ts';
import { joinBy, joinsOf, NO_JOINS } from './joins.ts';
import { relationsOf } from './relations.ts';
import { pickShown } from './shown.ts';
import type { Same } from './verdict.ts';

/** The merged fact of a group. Every group must have its id by now, since relations name others by theirs. */
export function putTogether(columns: Columns, group: Group): Merged {
  const { members } = group;
  const [first] = members;
  if (first === undefined || group.id === null)
    throw new Error('putTogether: a group without a fact or an id');
  const isOne = members.length === 1;
  return new Together(
    group.id,
    isOne ? first : pickShown(members),
    members,
    isOne ? NO_JOINS : joinsOf(columns, group),
    conflictsOf(members),
    relationsOf(columns, group),
  );
}

/** The same with what it is related to now; itself where nothing has changed. */
export function relate(columns: Columns, group: Group): void {
  const { merged } = group;
  if (!(merged instanceof Together)) return;
  const related = relationsOf(columns, group);
  if (related !== merged.related) group.merged = merged.with(related);
}

class Together implements Merged {
  readonly id: FactId;
  readonly kind: FactKind;
  readonly shown: Fact;
  readonly members: readonly Fact[];
  readonly conflicts: readonly Conflict[];
  readonly related: readonly Relation[];
  readonly retracted: boolean;
  readonly sensitivity: Sensitivity;
  /** Of two members their verdict, until somebody reads it. */
  #joined: readonly Join[] | Same;

  constructor(
    id: FactId,
    shown: Fact,
    members: readonly Fact[],
    joined: readonly Join[] | Same,
    conflicts: readonly Conflict[],
    related: readonly Relation[],
  ) {
    this.id = id;
    this.kind = shown.kind;
    this.shown = shown;
    this.members = members;
    this.conflicts = conflicts;
    this.related = related;
    this.retracted = members.every(({ status }) => status.retracted);
    this.sensitivity = members.map((f) => f.sensitivity).reduce((a, b) => strictest(a, b));
    this.#joined = joined;
  }

  get joined(): readonly Join[] {
    if ('verdict' in this.#joined) {
      const [a, b] = this.members;
      this.#joined = a === undefined || b === undefined ? NO_JOINS : [joinBy(this.#joined, a, b)];
    }
    return this.#joined;
  }

  with(related: readonly Relation[]): Together {
    return new Together(this.id, this.shown, this.members, this.#joined, this.conflicts, related);
  }
}

/** Newest first, undated last. */
export const timeOf = (merged: Merged): number => sortTime(merged.shown.when) ?? Number.MIN_SAFE_INTEGER;
