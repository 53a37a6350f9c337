/**
 * Decisions that are kept at a source from one session to the next. What comes back is offered and never applied by
 * itself: state is the patient's, so it may be another clinician's word, and it must be seen against the records as
 * they are now. Comes where a site and a server let decisions be kept, and not before.
 */
import { evidenceOf } from '../merge/index.ts';
import {
  memberKey,
  type Decision,
  type DecisionChange,
  type Fact,
  type MemberKey,
  type ResourceRef,
} from '../record/index.ts';
import type { Access } from '../fetch/index.ts';
import type { Noted } from './book.ts';
import type { DecidedRecord, DecisionLine, Keeping, KeepProblem, KeepsAt, Kept } from './deciding.ts';
import type { Held } from './held.ts';
import type { House } from './house.ts';
import {
  digestOf,
  inOrder,
  isElsewhere,
  sameDecision,
  sameEvidence,
  supersedes,
  type KeptDecision,
  type KeptRecord,
} from './kept-state.ts';
import { changeKept, readKept, removeKept, type Place } from './kept-store.ts';
import type { Done } from './trail.ts';

/** What is known of one source: null until it was read, or where it could not be. */
export interface KeptHere {
  readonly access: Access;
  readonly patient: string;
  readonly decisions: readonly Numbered[] | null;
  readonly problem: KeepProblem | null;
}

interface Numbered {
  readonly number: number;
  readonly kept: KeptDecision;
}

export interface Keeper {
  /** What is offered, and for each decision of the book where it is kept as it stands. */
  view(): Promise<KeeperView>;
  /** An offer as a decision that can be confirmed; null where not all of its records are here. */
  offer(number: number): Promise<Noted | null>;
  keep(ask: Keeping): Promise<Kept>;
}

export interface KeeperView {
  readonly offers: readonly DecisionLine[];
  readonly keptAt: ReadonlyMap<Noted, readonly Held['source'][]>;
  readonly keeps: readonly KeepsAt[];
}

type Site = { readonly one: Held; readonly place: Place };

export function openKeeper(
  house: House,
  factOf: (key: MemberKey) => Fact | null,
  record: (done: Done) => void,
): Keeper {
  const { book, shown } = house;
  const digests = new Map<string, MemberKey>();
  const digested = new Set<string>();

  const sites = (): Site[] =>
    [...house.sources.values()].flatMap((one) => {
      const patient = one.link.kind === 'unlinked' ? undefined : one.person?.ref;
      const there = house.keepsAt(one);
      if (patient === undefined || there === null) return [];
      return [{ one, place: { access: one.access, endpoint: there.endpoint, app: house.app(), patient } }];
    });
  const siteOf = (source: string): Site | undefined => sites().find(({ one }) => one.source === source);

  /** The patient's own address is the salt: a digest that is kept for one says nothing about another. */
  const saltOf = ({ place }: Site): string => `${place.access.base}/${place.patient}`;

  async function nameOf(site: Site, key: MemberKey): Promise<string | null> {
    const [source, ref] = partsOf(key);
    if (ref.startsWith('#')) return null;
    if (source === site.one.source) return ref;
    const other = house.sources.get(source);
    const whose = other?.person?.ref;
    // The patient's number there is part of it, so that the digest cannot be told by counting through ids.
    return other && whose ? `#${await digestOf(saltOf(site), other.signedIn.base, whose, ref)}` : null;
  }
  const evidenceAt = (site: Site, name: string, evidence: string): Promise<string> =>
    digestOf(saltOf(site), name, evidence);

  /** Null where it names no record of the source, or one that cannot be named. */
  async function asKept(site: Site, { decision }: Noted): Promise<KeptDecision | null> {
    const { kind, members, off = [], evidence = [], by, at } = decision;
    const records: KeptRecord[] = [];
    for (const [i, key] of members.entries()) {
      const name = await nameOf(site, key);
      if (name === null) return null;
      records.push({
        name,
        evidence: await evidenceAt(site, name, evidence[i] ?? ''),
        off: off.includes(key),
      });
    }
    const base = `${site.place.access.base}/`;
    const who = by.startsWith(base) ? by.slice(base.length) : null;
    return records.every(isElsewhere) ? null : { kind, records: inOrder(records), by: who, at };
  }

  async function all(site: Site): Promise<[Noted, KeptDecision][]> {
    const found: [Noted, KeptDecision][] = [];
    for (const noted of book.noted) {
      const kept = await asKept(site, noted);
      if (kept !== null) found.push([noted, kept]);
    }
    return found;
  }

  /** Digests of what is here of the other sources, each made once. */
  async function learnDigests(site: Site): Promise<void> {
    const fresh: MemberKey[] = [];
    for (const other of house.sources.values()) {
      if (other === site.one || other.link.kind === 'unlinked' || !other.person) continue;
      for (const ref of other.records.refs()) {
        const key = memberKey(other.source, ref);
        const mark = `${saltOf(site)} ${other.person.ref} ${key}`;
        if (!digested.has(mark)) fresh.push(key);
        digested.add(mark);
      }
    }
    const names = await Promise.all(fresh.map((key) => nameOf(site, key)));
    names.forEach((name, i) => {
      const key = fresh[i];
      if (name !== null && key !== undefined) digests.set(name, key);
    });
  }

  async function keysOf(site: Site, { records }: KeptDecision): Promise<(MemberKey | null)[]> {
    if (records.some((each) => isElsewhere(each) && !digests.has(each.name))) await learnDigests(site);
    return records.map((each) => {
      const key = isElsewhere(each)
        ? digests.get(each.name)
        : memberKey(site.one.source, each.name as ResourceRef);
      return key !== undefined && factOf(key) !== null ? key : null;
    });
  }

  async function changeOf(
    site: Site,
    kept: KeptDecision,
    keys: readonly (MemberKey | null)[],
  ): Promise<DecisionChange | null> {
    const members = keys.filter((key) => key !== null);
    if (members.length < keys.length) return 'not-here';
    const facts = members.map((key) => shown.holder(key));
    if (new Set(facts.map((fact) => kindOf(fact?.kind ?? 'other'))).size > 1) return 'kinds';
    const isOne = kept.kind === 'join' && new Set(facts).size === 1;
    const others = facts.flatMap((fact) => fact?.members ?? []);
    if (!isOne && others.some(({ source, ref }) => !members.includes(memberKey(source, ref))))
      return 'another';
    for (const [i, { name, evidence }] of kept.records.entries()) {
      const fact = factOf(members[i] ?? ('' as MemberKey));
      if (fact === null || evidence !== (await evidenceAt(site, name, evidenceOf(fact)))) return 'updated';
    }
    return null;
  }

  async function lineOf(site: Site, { number, kept }: Numbered): Promise<DecisionLine> {
    const keys = await keysOf(site, kept);
    const change = await changeOf(site, kept, keys);
    const user = site.one.signedIn.user;
    // Its own first: they are those that can be named.
    const order = [...kept.records.keys()].sort((a, b) => elsewhereAt(kept, a) - elsewhereAt(kept, b));
    return {
      number,
      kind: kept.kind,
      records: order.flatMap((i) => {
        const each = kept.records[i];
        if (!each) return [];
        const own = isElsewhere(each) ? null : memberKey(site.one.source, each.name as ResourceRef);
        const key = keys[i] ?? own;
        return key === null ? [] : [recordOf(key, each.off)];
      }),
      offered: true,
      elsewhere: kept.records.filter((each, i) => isElsewhere(each) && keys[i] === null).length,
      reason: '',
      by: kept.by,
      mine: kept.by !== null && (user === kept.by || user === `${site.place.access.base}/${kept.by}`),
      at: kept.at,
      from: 'kept',
      keptAt: [site.one.source],
      standing: change === null ? 'offered' : change === 'not-here' ? 'waiting' : 'to-confirm',
      change,
      holds: false,
    };
  }

  function recordOf(key: MemberKey, off: boolean): DecidedRecord {
    const [source, ref] = partsOf(key);
    const fact = shown.find(key);
    const own = fact?.members.find((each) => each.source === source && each.ref === ref);
    return { member: { source, ref }, fact: fact?.id ?? null, title: own?.title ?? null, off };
  }

  /** What was just read, each under the number that it had. */
  function hold(site: Site, decisions: readonly KeptDecision[] | null, problem: KeepProblem | null): void {
    const before = book.kept.get(site.one.source)?.decisions ?? [];
    const numbered = decisions?.map((kept) => ({
      kept,
      number: before.find((each) => sameDecision(each.kept, kept))?.number ?? ++book.last,
    }));
    const { access, patient } = site.place;
    book.kept.set(site.one.source, { access, patient, decisions: numbered ?? null, problem });
    house.decided();
  }

  /** Of what is held only what belongs to the patient and the sign-in of now counts. */
  function heldOf({ one, place }: Site): KeptHere | null {
    const held = book.kept.get(one.source);
    return held?.access === place.access && held.patient === place.patient ? held : null;
  }

  async function look(site: Site): Promise<Kept> {
    const read = await readKept(site.place);
    // Somebody else's by now, or nobody's.
    if (siteOf(site.one.source)?.place.patient !== site.place.patient)
      return { kind: 'failed', why: 'refused' };
    hold(site, read.ok ? read.value : null, read.ok ? null : read.error);
    return read.ok
      ? { kind: 'done', kept: read.value.length, others: 0 }
      : { kind: 'failed', why: read.error };
  }

  /** Read without being asked, once for each sign-in: else nobody would know that something is kept. */
  function lookOnce(site: Site): void {
    if (heldOf(site)) return;
    const { access, patient } = site.place;
    book.kept.set(site.one.source, { access, patient, decisions: null, problem: null });
    void look(site);
  }

  function audit(act: 'keep' | 'unkeep', site: Site, decisions: readonly KeptDecision[]): void {
    const { source } = site.one;
    const refs = new Set(decisions.flatMap(({ records }) => records.filter((each) => !isElsewhere(each))));
    const what = [...refs].map(({ name }) => ({ source, ref: name as ResourceRef }));
    record({ act, sources: [source], what });
  }

  async function keepAll(site: Site): Promise<Kept> {
    const mine = (await all(site)).map(([, kept]) => kept);
    const known = heldOf(site)?.decisions ?? [];
    const isKnown = (one: KeptDecision) =>
      [...known.map(({ kept }) => kept), ...mine].some((each) => sameDecision(each, one));
    const done = await changeKept(site.place, (before) => [
      ...before.filter((old) => !mine.some((each) => supersedes(each, old))),
      ...mine,
    ]);
    if (!done.ok) return { kind: 'failed', why: done.error };
    hold(site, done.value.now, null);
    audit('keep', site, mine);
    return {
      kind: 'done',
      kept: mine.length,
      others: done.value.now.filter((each) => !isKnown(each)).length,
    };
  }

  async function drop(site: Site, number: number | null): Promise<Kept> {
    if (number === null) {
      const gone = heldOf(site)?.decisions ?? [];
      const problem = await removeKept(site.place);
      if (problem !== null) return { kind: 'failed', why: problem };
      hold(site, [], null);
      audit(
        'unkeep',
        site,
        gone.map(({ kept }) => kept),
      );
      return { kind: 'done', kept: 0, others: 0 };
    }
    const noted = book.noted.find((each) => each.number === number);
    const one = noted
      ? await asKept(site, noted)
      : heldOf(site)?.decisions?.find((each) => each.number === number)?.kept;
    if (!one) return { kind: 'done', kept: 0, others: 0 };
    const done = await changeKept(site.place, (before) => before.filter((each) => !sameDecision(each, one)));
    if (!done.ok) return { kind: 'failed', why: done.error };
    hold(site, done.value.now, null);
    audit('unkeep', site, [one]);
    return { kind: 'done', kept: done.value.now.length, others: 0 };
  }

  return {
    async view() {
      const offers: DecisionLine[] = [];
      const keptAt = new Map<Noted, Held['source'][]>();
      const keeps: KeepsAt[] = [];
      for (const site of sites()) {
        lookOnce(site);
        const held = heldOf(site);
        const numbered = held?.decisions ?? [];
        const mine = await all(site);
        for (const each of numbered)
          if (!mine.some(([, own]) => supersedes(own, each.kept))) offers.push(await lineOf(site, each));
        const kept = mine.filter(([, own]) => numbered.some((each) => sameEvidence(each.kept, own)));
        for (const [noted] of kept) keptAt.set(noted, [...(keptAt.get(noted) ?? []), site.one.source]);
        keeps.push({
          source: site.one.source,
          kept: held?.decisions?.length ?? null,
          unkept: mine.length - kept.length,
          problem: held?.problem ?? null,
        });
      }
      return { offers, keptAt, keeps };
    },
    async offer(number) {
      for (const site of sites()) {
        const found = heldOf(site)?.decisions?.find((each) => each.number === number);
        if (!found) continue;
        const { kind, records, by, at } = found.kept;
        const keys = await keysOf(site, found.kept);
        const members = keys.filter((key) => key !== null);
        if (members.length < keys.length) return null;
        const off = members.filter((_, i) => records[i]?.off === true);
        const decision: Decision = {
          kind,
          members,
          ...(off.length === 0 ? {} : { off }),
          // Not kept: whoever confirms it gives one.
          reason: '',
          by: by ?? site.one.source,
          at,
        };
        return { number, decision, from: 'kept' };
      }
      return null;
    },
    async keep(ask) {
      const site = siteOf(ask.source);
      if (!site) return { kind: 'failed', why: 'refused' };
      switch (ask.act) {
        case 'look':
          return look(site);
        case 'keep':
          return keepAll(site);
        case 'drop':
          return drop(site, ask.number);
      }
    },
  };
}

function partsOf(key: MemberKey): [Held['source'], ResourceRef] {
  const bar = key.indexOf('|');
  return [key.slice(0, bar) as Held['source'], key.slice(bar + 1) as ResourceRef];
}

const kindOf = (kind: string): string => (kind === 'panel' || kind === 'social' ? 'observation' : kind);

const elsewhereAt = ({ records }: KeptDecision, i: number): number => {
  const one = records[i];
  return one && isElsewhere(one) ? 1 : 0;
};
