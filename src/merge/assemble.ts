import { NOT_LABELLED, strictest, type Fact, type Sensitivity } from '../record/index.ts';
import { conflictsOf, NO_CONFLICTS } from './conflicts.ts';
import type { Columns } from './columns.ts';
import { Group, type Decided } from './group.ts';
import { joinsOf, NO_JOINS } from './joins.ts';
import { NO_RELATIONS } from './relations.ts';
import { pickShown, sayTheSame } from './shown.ts';

/** One that stands alone, as most do: it is what its fact says. */
export function alone(columns: Columns, slot: number): Group {
  const fact = columns.fact(slot);
  const members = [fact];
  return new Group(
    columns.places.idOf(columns.place(slot), members),
    slot,
    fact,
    members,
    NO_CONFLICTS,
    NO_RELATIONS,
    fact.status.retracted,
    fact.sensitivity,
    NO_JOINS,
  );
}

/** Those that are one. What they are related to is told when every group is there. */
export function together(columns: Columns, slots: readonly number[], decided: Decided | null): Group {
  const members = slots.map((slot) => columns.fact(slot));
  const agreed = sayTheSame(members);
  return new Group(
    columns.places.idOf(columns.place(slots[0] ?? -1), members),
    // A list that was pushed to has room for seventeen.
    slots.slice(),
    pickShown(members, agreed),
    members,
    conflictsOf(members, agreed),
    NO_RELATIONS,
    members.every(isRetracted),
    sensitivityOf(members),
    joinsOf(columns, slots, decided),
  );
}

const isRetracted = (fact: Fact): boolean => fact.status.retracted;

/** The strictest label wins. */
function sensitivityOf(members: readonly Fact[]): Sensitivity {
  let strict = members[0]?.sensitivity ?? NOT_LABELLED;
  for (const { sensitivity } of members) strict = strictest(strict, sensitivity);
  return strict;
}
