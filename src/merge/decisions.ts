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
  const groups = new Regrouping(ground);
  for (const decision of inOrderOfTime(decisions)) {
    const slots = decision.members.map((key) => ground.slotOf(key)).filter((slot) => slot >= 0);
    const change = changeSince(decision, slots, ground);
    if (change !== null) problems.push(evidenceChanged(decision, change));
    if (decision.kind === 'split') groups.split(slots);
    else if (change === null || change.harmless) groups.join(slots, decision);
  }
  return { groups: groups.changed(), problems };
}

const inOrderOfTime = (decisions: readonly Decision[]): Decision[] =>
  [...decisions].sort((a, b) => a.at - b.at || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

interface Change {
  readonly what: string;
  /** The decision holds all the same. */
  readonly harmless: boolean;
}

function changeSince(decision: Decision, slots: readonly number[], ground: Ground): Change | null {
  if (slots.length < decision.members.length)
    return { what: 'a record that it names is not here', harmless: false };
  if (decision.kind === 'join') {
    if (new Set(slots.map((slot) => kindOf(ground.fact(slot)))).size > 1)
      return { what: 'its records are of different kinds', harmless: false };
    const [first, ...others] = slots.map((slot) => ground.groupOf(slot));
    const isOne = first !== undefined && slots.every((slot) => first.includes(slot));
    if (!isOne && [first ?? [], ...others].some((group) => group.some((slot) => !slots.includes(slot))))
      return { what: 'another record has joined those that it names', harmless: false };
  }
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

const kindOf = (fact: Fact): string =>
  fact.kind === 'panel' || fact.kind === 'social' ? 'observation' : fact.kind;

/** The groups as the decisions leave them, one after the other: the last word counts. */
class Regrouping {
  readonly #ground: Ground;
  readonly #groups = new Map<number, Made>();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  split(slots: readonly number[]): void {
    for (const slot of slots) {
      const group = this.#current(slot);
      if (group.slots.filter((s) => slots.includes(s)).length < 2) continue;
      for (const part of parts(group.slots, slots, this.#ground))
        this.#put({ slots: part, decided: group.decided });
    }
  }

  join(slots: readonly number[], { reason, by }: Decision): void {
    if (slots.length < 2) return;
    const all = [...new Set(slots.flatMap((slot) => [...this.#current(slot).slots]))];
    this.#put({ slots: all.sort((a, b) => this.#ground.byKey(a, b)), decided: { reason, by } });
  }

  changed(): Made[] {
    return [...new Set(this.#groups.values())];
  }

  #current(slot: number): Made {
    return this.#groups.get(slot) ?? { slots: this.#ground.groupOf(slot), decided: null };
  }

  #put(made: Made): void {
    for (const slot of made.slots) this.#groups.set(slot, made);
  }
}

/** One part for each member that is kept apart; the others stay with the first of them. */
function parts(group: readonly number[], split: readonly number[], ground: Ground): number[][] {
  const sorted = [...group].sort((a, b) => ground.byKey(a, b));
  const apart = sorted.filter((slot) => split.includes(slot));
  const [first, ...others] = apart;
  return [sorted.filter((slot) => slot === first || !split.includes(slot)), ...others.map((slot) => [slot])];
}
