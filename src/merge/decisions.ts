import type { Decision, Fact, MemberKey, RecordProblem } from '../record/index.ts';
import { refOf } from './store.ts';

/** What is here, as the rules have grouped it. */
export interface Ground {
  slotOf(key: MemberKey): number;
  groupOf(slot: number): readonly number[];
  fact(slot: number): Fact;
  byKey(a: number, b: number): number;
}

interface Made {
  readonly slots: readonly number[];
  readonly decided: { readonly reason: string; readonly by: string } | null;
}

export interface Outcome {
  readonly groups: readonly Made[];
  readonly problems: readonly RecordProblem[];
}

/**
 * A clinician's word over the rules'.
 *
 * A split keeps every two of the members it names apart. A join makes the groups of its members one, but only while
 * those groups hold nobody that the clinician did not name. Where records have gone or changed since, that is said:
 * a split still holds (to show two is safe), a join is not made until it is decided again.
 */
export function applyDecisions(decisions: readonly Decision[], ground: Ground): Outcome {
  const problems: RecordProblem[] = [];
  const splits: number[][] = [];
  const joins: { slots: number[]; decision: Decision }[] = [];
  for (const decision of inOrderOfTime(decisions)) {
    const slots = decision.members.map((key) => ground.slotOf(key)).filter((slot) => slot >= 0);
    const change = changeSince(decision, slots, ground);
    if (change !== null) problems.push(evidenceChanged(decision, change));
    if (decision.kind === 'split') {
      splits.push(slots);
      withdraw(joins, slots);
    } else if (change === null || change.harmless) {
      joins.push({ slots, decision });
      splits.forEach((split, i) => (splits[i] = split.length === 0 ? split : without(split, slots)));
    }
  }
  return { groups: regroup(splits, joins, ground), problems };
}

const inOrderOfTime = (decisions: readonly Decision[]): Decision[] =>
  [...decisions].sort((a, b) => a.at - b.at || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** A later join takes back what an earlier split said of the same members; the rest of the split holds. */
function without(split: readonly number[], joined: readonly number[]): number[] {
  const both = split.filter((slot) => joined.includes(slot));
  return both.length < 2 ? [...split] : split.filter((slot) => !both.slice(1).includes(slot));
}

function withdraw(joins: { slots: number[]; decision: Decision }[], split: readonly number[]): void {
  for (let i = joins.length - 1; i >= 0; i--)
    if ((joins[i]?.slots ?? []).filter((slot) => split.includes(slot)).length >= 2) joins.splice(i, 1);
}

interface Change {
  readonly what: string;
  /** The decision holds all the same. */
  readonly harmless: boolean;
}

function changeSince(decision: Decision, slots: readonly number[], ground: Ground): Change | null {
  if (slots.length < decision.members.length)
    return { what: 'a record that it names is not here', harmless: false };
  const groups = [...new Set(slots.flatMap((slot) => [...ground.groupOf(slot)]))];
  if (decision.kind === 'join' && groups.some((slot) => !slots.includes(slot)))
    return { what: 'another record has joined those that it names', harmless: false };
  const updated = slots.some((slot) => {
    const at = ground.fact(slot).provenance.lastUpdated;
    return at !== null && Date.parse(at) > decision.at;
  });
  return updated ? { what: 'a record that it names was updated afterwards', harmless: true } : null;
}

function evidenceChanged(decision: Decision, change: Change): RecordProblem {
  const holds = decision.kind === 'split' || change.harmless;
  const first = [...decision.members].sort()[0] ?? ('|#0' as MemberKey);
  const { source, ref } = refOf(first);
  return {
    source,
    ref,
    type: ref.includes('/') ? (ref.split('/')[0] ?? null) : null,
    kind: 'evidence-changed',
    path: null,
    message: `A ${decision.kind} was decided here, and ${change.what}: it ${holds ? 'still holds' : 'is not applied'}; please decide again.`,
  };
}

/** The groups that are not what the rules made of them. */
function regroup(
  splits: readonly (readonly number[])[],
  joins: readonly { readonly slots: readonly number[]; readonly decision: Decision }[],
  ground: Ground,
): Made[] {
  const groups = new Map<number, Made>();
  const current = (slot: number): Made => groups.get(slot) ?? { slots: ground.groupOf(slot), decided: null };
  const put = (made: Made): void => made.slots.forEach((slot) => groups.set(slot, made));
  for (const split of splits)
    for (const slot of split) {
      const group = current(slot);
      if (group.slots.filter((s) => split.includes(s)).length < 2) continue;
      for (const part of parts(group.slots, split, ground)) put({ slots: part, decided: null });
    }
  for (const { slots, decision } of joins) {
    if (slots.length < 2) continue;
    const all = [...new Set(slots.flatMap((slot) => [...current(slot).slots]))].sort((a, b) =>
      ground.byKey(a, b),
    );
    put({ slots: all, decided: { reason: decision.reason, by: decision.by } });
  }
  return [...new Set(groups.values())];
}

/** One part for each member that is kept apart; the others stay with the first of them. */
function parts(group: readonly number[], split: readonly number[], ground: Ground): number[][] {
  const sorted = [...group].sort((a, b) => ground.byKey(a, b));
  const apart = sorted.filter((slot) => split.includes(slot));
  const [first, ...others] = apart;
  return [sorted.filter((slot) => slot === first || !split.includes(slot)), ...others.map((slot) => [slot])];
}
