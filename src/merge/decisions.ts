import type { Decision, DecisionChange, Fact, MemberKey, RecordProblem, Standing } from '../record/index.ts';
import { hashText } from './hash.ts';
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
  /** One for each decision, in the order of time. */
  readonly standings: readonly Standing[];
  readonly problems: readonly RecordProblem[];
}

/** What the merger asks once its rules have spoken: handed in, since most sessions decide nothing. */
export type Word = (ground: Ground) => Outcome;

/**
 * A clinician's word over the rules'.
 *
 * A split keeps every two of the members it names apart, or those that it takes off from the rest. A join makes the
 * groups of its members one, but only while those groups hold nobody that the clinician did not name. Where records
 * have gone or changed since, that is said: a split still holds (to show two is safe), a join is not made until it is
 * confirmed.
 */
export const wordOf =
  (decisions: readonly Decision[]): Word =>
  (ground) =>
    applyDecisions(decisions, ground);

function applyDecisions(decisions: readonly Decision[], ground: Ground): Outcome {
  const standings: Standing[] = [];
  const groups = new Regrouping(ground);
  for (const decision of inOrderOfTime(decisions)) {
    const slots = decision.members.map((key) => ground.slotOf(key)).filter((slot) => slot >= 0);
    // Seen as the earlier decisions have left them: what was split off may be joined to something else.
    const change = changeSince(decision, slots, ground, (slot) => groups.current(slot));
    const holds = decision.kind === 'split' ? slots.length > 1 : change === null;
    standings.push({ decision, change, holds });
    if (!holds) continue;
    if (decision.kind === 'split') groups.split(slots, offSlots(decision, ground));
    else groups.join(slots, decision);
  }
  const problems = standings.flatMap((standing) => evidenceChanged(standing) ?? []);
  return { groups: groups.changed(), standings, problems };
}

const inOrderOfTime = (decisions: readonly Decision[]): Decision[] =>
  [...decisions].sort((a, b) => a.at - b.at || (sayingOf(a) < sayingOf(b) ? -1 : 1));

/** Whatever the order in which its fields were written down. */
const sayingOf = ({ kind, members, off, evidence, reason, by }: Decision): string =>
  JSON.stringify([kind, members, off, evidence, reason, by]);

const offSlots = ({ off }: Decision, ground: Ground): readonly number[] | null =>
  off?.map((key) => ground.slotOf(key)).filter((slot) => slot >= 0) ?? null;

function changeSince(
  decision: Decision,
  slots: readonly number[],
  ground: Ground,
  current: (slot: number) => readonly number[],
): DecisionChange | null {
  if (slots.length < decision.members.length) return 'not-here';
  if (new Set(slots.map((slot) => kindOf(ground.fact(slot)))).size > 1) return 'kinds';
  const groups = slots.map(current);
  // What the rules have made one by themselves needs no join.
  const isOne = decision.kind === 'join' && slots.every((slot) => groups[0]?.includes(slot));
  if (!isOne && groups.flat().some((slot) => !slots.includes(slot))) return 'another';
  return isUpdated(decision, slots, ground) ? 'updated' : null;
}

function isUpdated(decision: Decision, slots: readonly number[], ground: Ground): boolean {
  return slots.some((slot, i) => {
    const fact = ground.fact(slot);
    const seen = decision.evidence?.[i];
    if (seen !== undefined) return seen !== evidenceOf(fact);
    const at = fact.provenance.lastUpdated;
    return at !== null && Date.parse(at) > decision.at;
  });
}

/**
 * What a record was when somebody looked at it: the version that its source states. Where the source states none, a
 * hash of what it says, so that a change is seen there too.
 */
export function evidenceOf(fact: Fact): string {
  const { version, lastUpdated } = fact.provenance;
  if (version !== null || lastUpdated !== null) return `v:${version ?? ''} ${lastUpdated ?? ''}`;
  const { provenance: _how, ...said } = fact;
  return `h:${(hashText(JSON.stringify(said), 0x811c9dc5) >>> 0).toString(16)}`;
}

function evidenceChanged({ decision, change, holds }: Standing): RecordProblem | null {
  if (change === null) return null;
  const first = [...decision.members].sort()[0] ?? ('|#0' as MemberKey);
  const { source, ref } = refOf(first);
  return {
    source,
    ref,
    type: ref.includes('/') ? (ref.split('/')[0] ?? null) : null,
    kind: 'evidence-changed',
    path: null,
    message: `A ${decision.kind} ${holds ? 'holds' : 'is not applied'}, and its records have changed (${change}): decide again.`,
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

  split(slots: readonly number[], off: readonly number[] | null): void {
    for (const slot of slots) {
      const group = this.#current(slot);
      const named = group.slots.filter((s) => slots.includes(s));
      if (named.length < 2) continue;
      if (off === null)
        for (const part of parts(group.slots, slots, this.#ground))
          this.#put({ slots: part, decided: group.decided });
      else if (named.some((s) => off.includes(s)) && named.some((s) => !off.includes(s)))
        for (const leaves of [true, false])
          this.#put({
            slots: group.slots.filter((s) => off.includes(s) === leaves),
            decided: group.decided,
          });
    }
  }

  current(slot: number): readonly number[] {
    return this.#current(slot).slots;
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
