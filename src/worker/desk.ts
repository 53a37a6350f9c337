/**
 * Where a clinician's word over the rules is taken: joins and splits, undone and confirmed, brought from a file and
 * written to one. Loaded when somebody first asks for it.
 */
import {
  wordOf,
  decisionBundle,
  evidenceOf,
  explain,
  readDecisions,
  type AddressOf,
  type Merger,
  type RecordAt,
} from '../merge/index.ts';
import {
  memberKey,
  resourceRef,
  type Decision,
  type Fact,
  type FactId,
  type MemberId,
  type MemberKey,
  type Merged,
  type Standing,
} from '../record/index.ts';
import { sameServer } from '../sources/index.ts';
import type { Noted } from './book.ts';
import type {
  Decided,
  DecidedRecord,
  Deciding,
  DecisionLine,
  Decisions,
  Imported,
  Keeping,
  Kept,
  Pairs,
} from './deciding.ts';
import type { House } from './house.ts';
import type { Keeper, KeeperView } from './keeping.ts';
import type { Done } from './trail.ts';

type Act = 'split' | 'join' | 'undo';
export interface Desk {
  pairs(id: FactId, other: FactId | null): Pairs | null;
  decide(deciding: Deciding): Decided;
  /** `reason` counts where the decision has none of its own: none is kept at a source. */
  confirm(number: number, reason: string): Promise<Decided>;
  undo(number: number): Decided;
  lines(): Promise<Decisions>;
  keep(ask: Keeping): Promise<Kept>;
  exported(): string;
  imported(text: string): Imported;
}

/** Up to this many records each pair is explained; beyond, each against the one that is shown. */
const ALL_PAIRS = 8;

export function openDesk(house: House, merger: Merger, record: (done: Done) => void): Desk {
  const { book, shown, sources } = house;
  const factOf = (key: MemberKey): Fact | null =>
    shown.holder(key)?.members.find((fact) => memberKey(fact.source, fact.ref) === key) ?? null;
  const held = (number: number): Noted | undefined => book.noted.find((each) => each.number === number);

  /** The decisions that count are told to the merger, and what can be seen follows at once. */
  function apply(noted: readonly Noted[]): void {
    book.noted = noted;
    const word = noted.map(({ decision }) => decision);
    merger.setDecisions(word.length === 0 ? null : wordOf(word));
    shown.pulse.mark();
    shown.pulse.flush();
    house.decided();
  }

  function audit(act: Act, decision: Decision, reason: string): void {
    const what = decision.members.map(memberOf);
    record({ act, sources: sourcesIn(what), what, reason });
  }

  function done(number: number, members: readonly MemberKey[]): Decided {
    const facts = new Set(members.flatMap((key) => shown.find(key)?.id ?? []));
    return { kind: 'done', number, facts: [...facts] };
  }

  const here = (): { by: string; at: number } => {
    const one = house.anchor();
    const user = one?.signedIn.user ?? null;
    const by = one && user !== null && !/^https?:/.test(user) ? `${one.signedIn.base}/${user}` : user;
    return { by: by ?? 'A clinician of this session', at: house.now() };
  };

  function note(decision: Omit<Decision, 'by' | 'at' | 'evidence'>): Decided {
    const members = [...decision.members].sort();
    const evidence = members.map((key) => evidenceNow(factOf(key)));
    const made: Decision = { ...decision, members, evidence, ...here() };
    const number = ++book.last;
    apply([...book.noted, { number, decision: made, from: 'here' }]);
    audit(made.kind, made, made.reason);
    return done(number, decision.members);
  }

  let keeper: Promise<Keeper> | null = null;
  /** Null where nothing can be kept anywhere: then its code does not come either. */
  function keeping(): Promise<Keeper | null> {
    if (keeper === null && [...sources.values()].some((one) => house.keepsAt(one) !== null))
      keeper = import('./keeping.ts').then(({ openKeeper }) => openKeeper(house, factOf, record));
    return keeper ?? Promise.resolve(null);
  }

  return {
    pairs(id, other) {
      const [one, two] = [shown.find(id), other === null ? null : shown.find(other)];
      if (one === null || (other !== null && two === null)) return null;
      return pairsOf(one, two);
    },
    decide(deciding) {
      const reason = deciding.reason.trim();
      if (reason.length < 3) return { kind: 'refused', why: 'reason' };
      if (deciding.kind === 'join') {
        const facts = deciding.facts.map((id) => shown.find(id)).filter((fact) => fact !== null);
        if (facts.length < 2) return { kind: 'refused', why: 'gone' };
        if (new Set(facts.map(({ kind }) => ofOneKind(kind))).size > 1)
          return { kind: 'refused', why: 'kinds' };
        const members = facts.flatMap(keysOf);
        return new Set(members).size < members.length
          ? { kind: 'refused', why: 'nothing' }
          : note({ kind: 'join', members, reason });
      }
      const fact = shown.find(deciding.fact);
      if (fact === null) return { kind: 'refused', why: 'gone' };
      const members = keysOf(fact);
      const off = deciding.off?.map(({ source, ref }) => memberKey(source, ref)) ?? null;
      if (off?.some((key) => !members.includes(key))) return { kind: 'refused', why: 'gone' };
      if (members.length < 2 || off?.length === 0 || off?.length === members.length)
        return { kind: 'refused', why: 'nothing' };
      const first = off === null ? members : [...members.filter((key) => !off.includes(key)), ...off];
      return note({
        kind: 'split',
        members: first,
        reason,
        ...(off === null ? {} : { off: [...off].sort() }),
      });
    },
    async confirm(number, said) {
      const offered = held(number) ? null : await (await keeping())?.offer(number);
      // Looked at again: it may have been confirmed twice at once.
      const one = held(number) ?? offered ?? null;
      if (one === null) return { kind: 'refused', why: 'gone' };
      const { decision } = one;
      // What has joined since is looked at too, and is part of the decision from now on.
      const facts = decision.members.map((key) => shown.find(key));
      if (facts.includes(null)) return { kind: 'refused', why: 'gone' };
      if (new Set(facts.map((fact) => ofOneKind(fact?.kind ?? 'other'))).size > 1)
        return { kind: 'refused', why: 'kinds' };
      const members = [
        ...new Set([...decision.members, ...facts.flatMap((fact) => (fact ? keysOf(fact) : []))]),
      ].sort();
      const evidence = members.map((key) => evidenceNow(factOf(key)));
      const reason = decision.reason || said.trim();
      if (reason === '') return { kind: 'refused', why: 'reason' };
      const confirmed: Decision = { ...decision, reason, members, evidence, ...here() };
      const now = { ...one, decision: confirmed };
      const known = book.noted.includes(one);
      apply(known ? book.noted.map((each) => (each === one ? now : each)) : [...book.noted, now]);
      audit(decision.kind, confirmed, reason);
      return done(number, decision.members);
    },
    undo(number) {
      const one = held(number);
      if (one === undefined) return { kind: 'refused', why: 'gone' };
      apply(book.noted.filter((each) => each !== one));
      audit('undo', one.decision, one.decision.reason);
      return done(number, one.decision.members);
    },
    async lines() {
      const { offers, keptAt, keeps } = (await (await keeping())?.view()) ?? NOWHERE;
      const lines = book.noted.map((noted) => ({
        ...lineOf(noted, shown.standings(), here().by, shown.find),
        keptAt: keptAt.get(noted) ?? [],
      }));
      return { lines: [...lines, ...offers], keeps };
    },
    keep: async (ask) => (await (await keeping())?.keep(ask)) ?? { kind: 'failed', why: 'refused' },
    exported() {
      const all = book.noted.map(({ decision }) => decision);
      // It names the patient's records and says why: it leaves this screen as any copy does.
      const what = [...new Set(all.flatMap(({ members }) => members))].map(memberOf);
      record({ act: 'export', sources: sourcesIn(what), what, reason: `Decisions: ${all.length}` });
      return JSON.stringify(decisionBundle(all, addressOf), null, 2);
    },
    imported(text) {
      const read = readDecisions(text, recordAt);
      if (!read.ok) return { kind: 'refused', why: read.error };
      const known = new Set(book.noted.map(({ decision }) => sayingOf(decision)));
      const fresh = read.value.filter((decision) => !known.has(sayingOf(decision)));
      apply([
        ...book.noted,
        ...fresh.map((decision): Noted => ({
          number: ++book.last,
          decision,
          from: 'file',
        })),
      ]);
      for (const decision of fresh) audit(decision.kind, decision, decision.reason);
      return { kind: 'taken', taken: fresh.length, known: read.value.length - fresh.length };
    },
  };

  function addressOf(...[source, ref]: Parameters<AddressOf>): string | null {
    const base = sources.get(source)?.signedIn.base;
    return base === undefined || ref.startsWith('#') ? null : `${base}/${ref}`;
  }

  function recordAt(address: string): ReturnType<RecordAt> {
    const one = [...sources.values()].find(({ signedIn }) => sameServer(signedIn.base, address));
    const ref = one ? resourceRef(address.slice(one.signedIn.base.length + 1)) : null;
    return one && ref ? { source: one.source, ref } : null;
  }
}

const NOWHERE: KeeperView = { offers: [], keptAt: new Map(), keeps: [] };

const evidenceNow = (fact: Fact | null): string => (fact === null ? '' : evidenceOf(fact));
const keysOf = ({ members }: Merged): MemberKey[] => members.map(({ source, ref }) => memberKey(source, ref));
const sayingOf = ({ kind, members, off, reason, by, at }: Decision): string =>
  JSON.stringify([kind, members, off, reason, by, at]);

const sourcesIn = (what: readonly MemberId[]) => [...new Set(what.map(({ source }) => source))];

function memberOf(key: MemberKey): MemberId {
  const bar = key.indexOf('|');
  return {
    source: key.slice(0, bar) as MemberId['source'],
    ref: key.slice(bar + 1) as MemberId['ref'],
  };
}

/** A panel, a result and an answer may be one thing; a result and a problem never are. */
const ofOneKind = (kind: Merged['kind']): string =>
  kind === 'panel' || kind === 'social' ? 'observation' : kind;

function pairsOf(one: Merged, two: Merged | null): Pairs {
  const all: [Fact, Fact][] = [];
  if (two === null) one.members.forEach((a, i) => one.members.slice(i + 1).forEach((b) => all.push([a, b])));
  else for (const a of one.members) for (const b of two.members) all.push([a, b]);
  const few = one.members.length + (two?.members.length ?? 0) <= ALL_PAIRS;
  const [x, y] = [one.shown, two?.shown];
  const stated = few
    ? all
    : all.filter(([a, b]) => (y === undefined ? a === x || b === x : a === x && b === y));
  return {
    pairs: stated.map(([a, b]) => ({
      a: { source: a.source, ref: a.ref },
      b: { source: b.source, ref: b.ref },
      ...said(a, b),
    })),
    leftOut: all.length - stated.length,
  };
}

const said = (a: Fact, b: Fact): Pick<Pairs['pairs'][number], 'verdict' | 'sentence'> => {
  const { verdict, sentence } = explain(a, b);
  return { verdict, sentence };
};

function lineOf(
  { number, decision, from }: Noted,
  standings: readonly Standing[],
  me: string,
  find: (key: string) => Merged | null,
): Omit<DecisionLine, 'keptAt'> {
  const standing = standings.find((each) => each.decision === decision);
  const { kind, members, off, reason, by, at } = decision;
  const change = standing?.change ?? null;
  return {
    number,
    kind,
    records: members.map((key): DecidedRecord => {
      const fact = find(key);
      return {
        member: memberOf(key),
        fact: fact?.id ?? null,
        title: fact?.members.find(({ source, ref }) => memberKey(source, ref) === key)?.title ?? null,
        off: off?.includes(key) ?? false,
      };
    }),
    elsewhere: 0,
    offered: false,
    reason,
    by,
    mine: by === me,
    at,
    from,
    standing: change === null ? 'in-force' : change === 'not-here' ? 'waiting' : 'to-confirm',
    change,
    holds: standing?.holds ?? false,
  };
}

export { delays } from './delays.ts';
