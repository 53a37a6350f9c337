import { mergeFacts } from '../../../src/merge/index.ts';
import { memberKey, type Fact, type Merged } from '../../../src/record/index.ts';
import { factsOf, type Case } from './people.ts';
import { addScores, grouping, type Score } from './score.ts';

export interface Totals {
  readonly scores: Map<string, Score>;
  readonly hidden: string[];
  readonly untied: string[];
  contradictions: number;
  relations: number;
  /** Misjudged pairs, in words, for whoever works on the rules. */
  readonly wrong: string[];
}

export const newTotals = (): Totals => ({
  scores: new Map(),
  hidden: [],
  untied: [],
  contradictions: 0,
  relations: 0,
  wrong: [],
});

const key = (fact: Fact): string => memberKey(fact.source, fact.ref);

export function judgeCase(one: Case, totals: Totals): void {
  const given = factsOf(one.resources);
  const { facts } = mergeFacts(given);
  const coded = new Set(given.filter(isCoded).map(key));
  addScores(totals.scores, one.truth, grouping(facts.map((m) => m.members.map(key))), coded);
  const groupOf = new Map(facts.flatMap((m) => m.members.map((f): [string, Merged] => [key(f), m])));
  for (const { about, members } of one.contradictions) {
    totals.contradictions++;
    if (!isPlain(members, groupOf)) totals.hidden.push(`${one.name}: ${about} (${members.join(', ')})`);
  }
  for (const { about, members } of one.relations) {
    totals.relations++;
    if (!isTied(members, groupOf)) totals.untied.push(`${one.name}: ${about} (${members.join(', ')})`);
  }
  for (const { kind, members } of one.truth) noteWrong(one.name, kind, members, groupOf, totals.wrong);
}

/** A visit is told by time and place; everything else by a code. */
const isCoded = (fact: Fact): boolean =>
  fact.kind === 'encounter' ||
  (fact.code?.codings.some((c) => c.system !== null && c.code !== null) ?? false);

/** A contradiction is in plain view as a conflict of one fact or as a relation between two. */
function isPlain(members: readonly string[], groupOf: ReadonlyMap<string, Merged>): boolean {
  const groups = new Set(members.map((m) => groupOf.get(m)).filter((m) => m !== undefined));
  if (groups.size === 1) return [...groups].every((m) => m.conflicts.length > 0);
  return isTied(members, groupOf);
}

function isTied(members: readonly string[], groupOf: ReadonlyMap<string, Merged>): boolean {
  const groups = [...new Set(members.map((m) => groupOf.get(m)).filter((m) => m !== undefined))];
  const ids = new Set(groups.map((m) => m.id));
  return groups.length < 2 || groups.every((m) => m.related.some((r) => r.id !== m.id && ids.has(r.id)));
}

function noteWrong(
  name: string,
  kind: string,
  members: readonly string[],
  groupOf: ReadonlyMap<string, Merged>,
  wrong: string[],
): void {
  const truth = new Set(members);
  const groups = new Set(members.map((m) => groupOf.get(m)).filter((m) => m !== undefined));
  if (groups.size > 1) wrong.push(`${name} ${kind} SPLIT ${[...groups].map(title).join('  |  ')}`);
  for (const m of groups) {
    const strangers = m.members.map(key).filter((k) => !truth.has(k));
    if (strangers.length > 0) wrong.push(`${name} ${kind} JOINED ${title(m)} + ${strangers.join(', ')}`);
  }
}

const title = (m: Merged): string =>
  `${m.shown.title} [${m.members.map((f) => `${key(f)} ${f.when.kind === 'at' ? f.when.at.text : f.when.kind === 'period' ? `${f.when.start?.text}..${f.when.end?.text}` : 'undated'} ${f.status.code}`).join(' ; ')}]`;
