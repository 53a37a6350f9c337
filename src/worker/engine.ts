/**
 * The stages in their order, for the sources of one patient: fetch → normalise → merge → consent → timeline.
 * It runs in the worker and knows nothing of it: the network, the clock and the way out are handed in.
 */
import { parseJson, isObject, type Clock } from '../base/index.ts';
import { DEFAULT_POLICY, isMasked } from '../consent/index.ts';
import {
  entryText,
  findPatients,
  load,
  openAccess,
  type AccessOptions,
  type FetchedPage,
} from '../fetch/index.ts';
import { match, searchesFor } from '../match/index.ts';
import { createMerger } from '../merge/index.ts';
import { createProducts, normalise, readPerson } from '../normalise/index.ts';
import {
  memberKey,
  resourceRef,
  type Fact,
  type LedgerLine,
  type MemberKey,
  type Merged,
  type Person,
  type RecordProblem,
  type ResourceRef,
  type SourceId,
} from '../record/index.ts';
import type { ConnectionState, SignedIn } from '../sources/index.ts';
import { buildTimeline, overview, rows, type Timeline } from '../timeline/index.ts';
import { lineKey, stateOf, type Held } from './held.ts';
import type { Candidate, Detail, Requests, SourceState, WorkerEvent } from './messages.ts';
import { createNames } from './names.ts';
import { createPulse } from './pulse.ts';
import { createRawPages } from './raw-pages.ts';

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

const masked = (merged: Merged): boolean => isMasked(merged.sensitivity, DEFAULT_POLICY);

export function createEngine({ fetch, clock, emit }: EnginePorts): Engine {
  const sources = new Map<SourceId, Held>();
  const merger = createMerger();
  const products = createProducts();
  const names = createNames();
  const raw = createRawPages();
  let revision = 0;
  let problems: readonly RecordProblem[] = [];
  let timeline: Timeline = emptyTimeline();
  let shown: Map<string, Merged> | null = null;
  let changedLines: LedgerLine[] = [];

  const publish = createPulse(clock.now, () => {
    const result = merger.result();
    problems = result.problems;
    revision++;
    timeline = buildTimeline(result.facts, {
      home: anchor()?.source ?? null,
      masked,
      order: [...sources.keys()],
      revision,
    });
    shown = null;
    emit({ kind: 'revision', revision, facts: timeline.facts.length });
    for (const held of sources.values()) emit({ kind: 'source', state: stateOf(held) });
  });
  const tellLedger = createPulse(clock.now, () => {
    const lines = new Map(changedLines.map((line) => [`${line.source}|${lineKey(line)}`, line]));
    changedLines = [];
    emit({ kind: 'ledger', lines: [...lines.values()] });
  });

  const anchor = (): Held | undefined => [...sources.values()].find((held) => held.link.kind === 'anchor');

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

  function onState(source: SourceId, state: ConnectionState): void {
    const one = sources.get(source);
    if (!one || (state.kind !== 'connected' && state.kind !== 'expired' && state.kind !== 'signed-out'))
      return;
    one.connection = state.kind;
    told(one);
  }

  /** What is shown, by fact id and by member, made when first asked for at a revision. */
  function index(): Map<string, Merged> {
    if (!shown) {
      shown = new Map();
      for (const merged of timeline.facts) {
        shown.set(merged.id, merged);
        for (const member of merged.members) shown.set(memberKey(member.source, member.ref), merged);
      }
    }
    return shown;
  }

  function dropFacts(one: Held): void {
    one.loading?.abort();
    one.loading = null;
    merger.removeSource(one.source);
    products.forget(one.source);
    names.forget(one.source);
    raw.drop(one.keys);
    one.keys.clear();
    one.lines.clear();
    one.problems.length = 0;
    one.resume = [];
    one.quarantined = 0;
    publish.mark();
    publish.flush();
  }

  async function readPatient(one: Held, id: string): Promise<Person | null> {
    const answer = await one.access.get(`Patient/${encodeURIComponent(id)}`);
    const ref = resourceRef(`Patient/${id}`);
    return answer.ok && ref ? personOf(one.source, ref, answer.value.text) : null;
  }

  async function candidates(source: SourceId): Promise<readonly Candidate[]> {
    const one = held(source);
    const to = anchor()?.person;
    if (!to || one.link.kind === 'anchor') return [];
    const persons = one.person ? [one.person] : await lookUp(one, to);
    return persons
      .map((person) => ({ person, match: match(to, person) }))
      .sort((a, b) => b.match.score - a.match.score || (a.person.ref < b.person.ref ? -1 : 1));
  }

  async function lookUp(one: Held, person: Person): Promise<readonly Person[]> {
    const { match: body, searches } = searchesFor(person);
    const forms = searches.map((pairs) => new URLSearchParams(pairs.map(([name, value]) => [name, value])));
    const found = await findPatients(one.access, { match: body, searches: forms });
    return found.ok ? found.value.flatMap((fetched) => readPerson(fetched) ?? []) : [];
  }

  function takePage(one: Held, page: FetchedPage): void {
    const facts: Fact[] = [];
    const keys: MemberKey[] = [];
    for (const fetched of page.entries) {
      const result = normalise(fetched);
      one.problems.push(...result.problems);
      const key = memberKey(fetched.source, fetched.ref);
      keys.push(key);
      one.keys.add(key);
      if (result.fact) {
        facts.push(result.fact);
        names.learn(result.fact);
      }
    }
    raw.keep(page.text, keys, page.numbers);
    const woven = products.weave(facts);
    // A fact that is complete only now replaces itself; it is not another version.
    merger.remove(woven.completed.map((fact) => memberKey(fact.source, fact.ref)));
    merger.add([...woven.facts, ...woven.completed]);
    publish.mark();
  }

  async function read(one: Held, patient: string, types: readonly string[] | null): Promise<void> {
    one.loading?.abort();
    const controller = new AbortController();
    one.loading = controller;
    const current = (): boolean => one.loading === controller && !controller.signal.aborted;
    const end = await load(
      one.access,
      { patient, resume: one.resume, ...(types === null ? {} : { types }) },
      {
        page: (page) => {
          if (current()) takePage(one, page);
        },
        ledger: (line) => {
          if (one.loading !== controller) return;
          one.lines.set(lineKey(line), line);
          changedLines.push(line);
          tellLedger.mark();
        },
        problem: (problem) => {
          if (current()) one.problems.push(problem);
        },
        quarantine: (problem) => {
          if (!current()) return;
          one.problems.push(problem);
          one.quarantined++;
          emit({ kind: 'quarantine', source: one.source, count: one.quarantined });
        },
      },
      controller.signal,
    );
    if (one.loading === controller) one.resume = end.resume;
    publish.flush();
    tellLedger.flush();
    told(one);
  }

  async function connect(signedIn: SignedIn): Promise<Held> {
    const before = sources.get(signedIn.source);
    const access = openAccess({
      signedIn,
      fetch,
      clock,
      onState: (state) => onState(signedIn.source, state),
    });
    if (before && before.signedIn.patient === signedIn.patient) {
      // The same patient, signed in again: what is here stays, and is read on with the new token.
      Object.assign(before, { access, signedIn, connection: 'connected' });
      return before;
    }
    if (before) dropFacts(before);
    const one: Held = {
      source: signedIn.source,
      access,
      signedIn,
      connection: 'connected',
      link: { kind: 'unlinked' },
      person: null,
      loading: null,
      lines: new Map(),
      problems: [],
      keys: new Set(),
      resume: [],
      quarantined: 0,
    };
    sources.set(one.source, one);
    one.person = signedIn.patient === null ? null : await readPatient(one, signedIn.patient);
    const first = anchor();
    if (!first && signedIn.patient !== null) one.link = { kind: 'anchor' };
    else if (first?.person && one.person) {
      const found = match(first.person, one.person);
      if (found.outcome === 'certain') one.link = { kind: 'linked', match: found, by: 'rule', reason: null };
    }
    return one;
  }

  return {
    connect: async ({ signedIn }) => told(await connect(signedIn)),
    load({ source, types }) {
      const one = held(source);
      const patient = one.person?.ref.replace('Patient/', '') ?? one.signedIn.patient;
      // Identity first: nothing of a source is read as the patient's before its patient is linked.
      if (one.link.kind !== 'unlinked' && patient) void read(one, patient, types);
      return null;
    },
    cancel({ source }) {
      held(source).loading?.abort();
      return null;
    },
    matches: ({ source }) => candidates(source),
    async link({ source, ref, reason }) {
      const one = held(source);
      const chosen = (await candidates(source)).find(({ person }) => person.ref === ref);
      if (!chosen) throw new Error('that patient is not among the candidates');
      one.person = chosen.person;
      one.link = { kind: 'linked', match: chosen.match, by: 'clinician', reason };
      return told(one);
    },
    unlink({ source }) {
      const one = held(source);
      dropFacts(one);
      if (one.link.kind === 'linked') one.link = { kind: 'unlinked' };
      return told(one);
    },
    async 'sign-out'({ source }) {
      const one = sources.get(source);
      if (!one) return null;
      dropFacts(one);
      sources.delete(source);
      await one.access.signOut();
      return null;
    },
    async forget() {
      const all = [...sources.values()];
      for (const one of all) dropFacts(one);
      sources.clear();
      raw.clear();
      await Promise.all(all.map((one) => one.access.signOut()));
      return null;
    },
    rows: ({ query, offset, limit }) => rows(timeline, query, offset, limit),
    overview: ({ query, bins }) => overview(timeline, query, bins),
    detail({ id }): Detail | null {
      const merged = index().get(id);
      if (!merged || masked(merged)) return null;
      const relatedTitles: Record<string, string> = {};
      for (const { id: other } of merged.related) {
        const fact = index().get(other);
        if (fact && !masked(fact)) relatedTitles[other] = fact.shown.title;
      }
      return { revision, merged, relatedTitles, names: names.of(merged) };
    },
    async raw({ source, ref }) {
      const key = memberKey(source, ref);
      const merged = index().get(key);
      if (!merged || masked(merged)) return null;
      const page = await raw.find(key);
      return page && entryText(page.text, page.entry);
    },
    ledger: () => [...sources.values()].flatMap((one) => [...one.lines.values()]),
    problems: ({ source }) => [
      ...[...sources.values()].flatMap((one) =>
        source === null || one.source === source ? one.problems : [],
      ),
      ...problems.filter((problem) => source === null || problem.source === source),
    ],
  };
}

const emptyTimeline = (): Timeline =>
  buildTimeline([], { home: null, masked: () => false, order: [], revision: 0 });

function personOf(source: SourceId, ref: ResourceRef, text: string): Person | null {
  const resource = parseJson(text);
  return isObject(resource)
    ? readPerson({ source, ref, resource, base: null, fullUrl: null, fetchedAt: null })
    : null;
}
