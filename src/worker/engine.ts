/**
 * The stages in their order, for the sources of one patient: fetch → normalise → merge → consent → timeline.
 * It runs in the worker and knows nothing of it: the network, the clock and the way out are handed in.
 */
import type { Clock } from '../base/index.ts';
import { entryText, openAccess, type AccessOptions } from '../fetch/index.ts';
import { brokenAt, type Act } from '../audit/index.ts';
import { memberKey, type Merged, type RecordProblem, type SourceId } from '../record/index.ts';
import type { ConnectionState, SignedIn } from '../sources/index.ts';
import { latest, overview, rows, trend } from '../timeline/index.ts';
import { createCopies } from './copies.ts';
import { createAttachments, details, narrative } from './attachments.ts';
import { connect, signOut } from './connections.ts';
import type { Desk } from './desk.ts';
import { openHouse } from './house.ts';
import { stateOf, type Held } from './held.ts';
import { candidates, search, take } from './identity.ts';
import { follow, link, unlink } from './linking.ts';
import type { Detail, Requests, SourceState, WorkerEvent } from './messages.ts';
import { linkedTo } from './linked.ts';
import { createReviewing } from './reviewing.ts';
import { createTrail } from './trail.ts';
import { dropFacts, read } from './reading.ts';

export interface EnginePorts {
  readonly fetch: AccessOptions['fetch'];
  readonly clock: Clock;
  readonly emit: (event: WorkerEvent) => void;
}

export type Engine = {
  readonly [K in keyof Requests]: (
    ask: Requests[K]['ask'],
  ) => Promise<Requests[K]['answer']> | Requests[K]['answer'];
};

export function createEngine({ fetch, clock, emit }: EnginePorts): Engine {
  const house = openHouse(clock, emit, fetch);
  const { sources, shown, trust } = house;
  const trail = createTrail({
    sources,
    fetch,
    clock,
    onState: (state) => emit({ kind: 'audit', state }),
  });

  const copies = createCopies({ house, trail, emit });
  const reviewing = createReviewing(shown);
  const attachments = createAttachments({ house, trail, emit });

  function held(source: SourceId): Held {
    const found = sources.get(source);
    if (!found) throw new Error(`${source} is not connected`);
    return found;
  }

  function told(one: Held): SourceState {
    const state = stateOf(one);
    emit({ kind: 'source', state });
    return state;
  }

  const open = (signedIn: SignedIn) => {
    const send = trail.watched(signedIn);
    const access = openAccess({
      signedIn,
      async fetch(url, init) {
        // Sending keeps this thread and the browser busy: the first rows, which are on their way, go before it.
        await shown.firstLook();
        return send(url, init);
      },
      clock,
      onState(state: ConnectionState) {
        const one = sources.get(signedIn.source);
        // Of an access that was replaced by a new sign-in, nobody wants to hear.
        if (one?.access !== access || state.kind === 'idle' || state.kind === 'signing-in') return;
        if (state.kind === 'failed') return;
        one.connection = state.kind;
        if (state.kind === 'connected' && !trust.keeps(one.source, state.granted)) one.emergency = false;
        told(one);
      },
    });
    return access;
  };

  /** Type and path of a problem say what kind of record it is about. */
  function isOfMasked({ source, ref }: RecordProblem): boolean {
    const merged = ref === null ? null : shown.holder(memberKey(source, ref));
    return merged !== null && trust.masked(merged);
  }
  const desk = async (): Promise<Desk> => {
    const stages = await house.stages();
    return (await stages.desk()).openDesk(house, stages.merger, trail.record);
  };

  const maskedNow = (): readonly Merged[] => shown.timeline().facts.filter(trust.masked);

  /** One record for each source, which names what is its own. */
  function recordOf(act: Act, facts: readonly Merged[], purpose?: string, reason?: string): void {
    const what = facts.flatMap(({ members }) => members.map(({ source, ref }) => ({ source, ref })));
    const concerned = [...new Set(what.map(({ source }) => source))];
    trail.record({ act, sources: concerned, what, purpose: purpose ?? null, reason: reason ?? null });
  }

  return {
    async connect({ signedIn, site }) {
      // The first word holds: whoever reaches the page later cannot bring a laxer policy or another receiver.
      if (site && !house.isSet()) {
        trail.configure(site);
        trust.configure(site);
        house.setSite(site);
      }
      const one = await connect(house, signedIn, open(signedIn));
      if (!one) return null;
      one.emergency = trust.signedIn(one.source, signedIn.granted);
      trail.record({ act: 'sign-in', sources: [one.source] });
      return told(one);
    },
    load({ source, types, missing }) {
      const one = sources.get(source);
      if (!one) return null;
      const patient = one.person?.ref.replace('Patient/', '') ?? one.signedIn.patient;
      // Identity first: nothing of a source is read as the patient's before its patient is linked.
      if (one.link.kind !== 'unlinked' && patient)
        void read(house, one, patient, missing === true ? 'missing' : types);
      return null;
    },
    cancel({ source }) {
      sources.get(source)?.loading?.abort();
      return null;
    },
    matches: ({ source }) => candidates(house, held(source)),
    'find-patients': ({ source, question }) => search(house, held(source), question),
    choose({ source, ref }) {
      const one = held(source);
      if (house.anchor()) throw new Error('there is a patient already');
      const chosen = [one.person, ...one.found].find((person) => person?.ref === ref);
      if (!chosen) throw new Error('that patient is not among those found');
      take(one, chosen);
      Object.assign(one, { link: { kind: 'anchor' }, found: [], morePatients: null });
      return told(one);
    },
    async link({ source, ref, reason }) {
      const one = held(source);
      await link(house, one, ref, reason);
      trail.record({ act: 'link', sources: [source], reason });
      return told(one);
    },
    unlink({ source }) {
      const one = held(source);
      trail.record({ act: 'unlink', sources: [source] });
      unlink(house, one);
      return told(one);
    },
    async follow({ source }) {
      const one = held(source);
      const former = one.person?.ref ?? '';
      if (await follow(house, one)) {
        const reason = `${former} was replaced by ${one.person?.ref ?? ''}`;
        trail.record({ act: 'link', sources: [source], reason });
      }
      return told(one);
    },
    async 'sign-out'({ source }) {
      trail.record({ act: 'sign-out', sources: [source] });
      const heir = await signOut(house, source, (one) => trail.farewell([one]));
      if (heir) told(heir);
      return null;
    },
    async forget() {
      const all = [...sources.values()];
      trail.record({ act: 'sign-out' });
      for (const one of all) dropFacts(house, one);
      sources.clear();
      house.raw.clear();
      house.undone.clear();
      house.forgetDecisions();
      reviewing.forget();
      house.staged()?.terms.forget();
      // The last records go out with the tokens that are about to be forgotten.
      await trail.farewell(all);
      await Promise.all(all.map((one) => one.access.signOut()));
      return null;
    },
    rows({ query, offset, limit }) {
      const answer = rows(shown.timeline(), query, offset, limit);
      if (answer.rows.length > 0) shown.looked();
      return answer;
    },
    overview: ({ query, bins }) => overview(shown.timeline(), query, bins),
    trend: (query) => trend(shown.timeline(), query),
    latest: () => latest(shown.timeline()),
    detail({ id }): Detail | null {
      const merged = shown.find(id);
      if (!merged) return null;
      const relatedTitles: Record<string, string> = {};
      // That something stands against it, and why, would tell of what is masked.
      const related = merged.related.filter(({ id: other }) => {
        const fact = shown.find(other);
        if (fact) relatedTitles[other] = fact.shown.title;
        return fact !== null;
      });
      const until = trust.until(merged);
      return {
        revision: shown.timeline().revision,
        // Said by name: a merged fact makes these words only when they are read.
        merged: { ...merged, joined: merged.joined, related },
        relatedTitles,
        linked: linkedTo(shown, { ...merged, related }),
        names: house.names.of(merged),
        reviewed: reviewing.isReviewed(merged.id),
        ...(until === null ? {} : { shownUntil: until }),
      };
    },
    async raw({ source, ref }) {
      const place = house.placeOf({ source, ref });
      if (place === undefined || !shown.find(memberKey(source, ref))) return null;
      const page = await house.raw.find(place);
      if (page) trail.record({ act: 'raw', sources: [source], what: [{ source, ref }] });
      return page && entryText(page.text, page.entry);
    },
    'paper-rows': ({ query, limit }) => rows(shown.forCopies(), query, 0, limit),
    'paper-latest': () => latest(shown.forCopies()),
    'copy-plan': ({ query }) => copies.plan(query),
    copy: (order) => copies.make(order),
    'stop-copy'() {
      copies.stop();
      return null;
    },
    narrative: (member) => narrative(house, member),
    details: (member) => details(house, member),
    attachment: (asked) => attachments.open(asked),
    'stop-attachment'(asked) {
      attachments.stop(asked);
      return null;
    },
    sealed({ id }) {
      const merged = shown.holder(id);
      return merged && trust.sealed(merged, shown.timeline().facts);
    },
    reveal({ id, purpose, reason, alike }) {
      const merged = shown.holder(id);
      if (!merged || !trust.masked(merged)) return { kind: 'refused', why: 'nothing' };
      const before = alike ? maskedNow() : [merged];
      const answer = trust.reveal(merged, { purpose, reason, alike });
      const opened = before.filter((each) => !trust.masked(each));
      if (answer.kind === 'shown') recordOf('reveal', opened, purpose, reason);
      return answer;
    },
    conceal({ id }) {
      const merged = shown.find(id);
      if (!merged) return null;
      const before = shown.timeline().facts.filter((each) => trust.until(each) !== null);
      if (trust.conceal(merged)) recordOf('conceal', before.filter(trust.masked));
      return null;
    },
    'reviewed-before': ({ who, marks }) => reviewing.before(who, marks),
    review: (asked) => reviewing.review(asked),
    pairs: async ({ id, other }) => (await desk()).pairs(id, other),
    decide: async (deciding) => (await desk()).decide(deciding),
    'confirm-decision': async ({ number, reason }) => (await desk()).confirm(number, reason),
    'undo-decision': async ({ number }) => (await desk()).undo(number),
    decisions: async () => (await desk()).lines(),
    'export-decisions': async () => (await desk()).exported(),
    'import-decisions': async ({ text }) => (await desk()).imported(text),
    keep: async (ask) => (await desk()).keep(ask),
    'break-glass'({ source, reason }) {
      if (!trust.breakGlass(source, reason)) return false;
      trail.record({ act: 'break-glass', sources: [source], purpose: 'BTG', reason });
      return true;
    },
    record({ act, what }) {
      // Whatever else is recorded is recorded where it is done, not where it is said to have been.
      if (PAGE_ACTS.has(act)) trail.record({ act, what });
      return null;
    },
    async audit() {
      const lines = await trail.ledger();
      return { state: trail.state(), lines, broken: await brokenAt(lines) };
    },
    ledger: () => {
      shown.pulse.flush();
      return [...sources.values()].flatMap((one) => [...one.lines.values()]);
    },
    async unmapped() {
      const stages = house.staged();
      return stages ? stages.unmapped({ ...house, ...stages }) : { codes: [], remarks: [], server: null };
    },
    delays: async () =>
      (await (await house.stages()).desk()).delays(
        shown.timeline().facts.filter((merged) => !trust.masked(merged)),
      ),
    problems: ({ source }) =>
      [...[...sources.values()].flatMap((one) => one.problems.all()), ...shown.problems()]
        .filter((problem) => source === null || problem.source === source)
        .map((problem) => (isOfMasked(problem) ? unspoken(problem) : problem)),
  };
}

const unspoken = (problem: RecordProblem): RecordProblem => ({
  ...problem,
  ref: null,
  type: null,
  path: null,
  message: 'about a masked record',
});

/** What only the page knows of. */
const PAGE_ACTS: ReadonlySet<Act> = new Set(['print', 'export', 'attachment', 'lock']);
