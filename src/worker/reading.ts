/** Reading one source: its pages become facts as they come, its ledger is told, its late answers are dropped. */
import { ALL_TYPES, load, newMemory, type FetchedPage, type PatientRead } from '../fetch/index.ts';
import { memberKey, type Fact, type ResourceRef } from '../record/index.ts';
import { dropRecord, heldByType, noteGone, outdated } from './again.ts';
import type { House } from './house.ts';
import { stateOf, type Held } from './held.ts';
import { lookAgain } from './identity.ts';
import type { Stages } from './stages.ts';

/** Starts when what is under way has come to its end, so that it goes on from where that broke off. */
export async function read(
  house: House,
  one: Held,
  patient: string,
  types: readonly string[] | null | 'missing',
): Promise<void> {
  const before = one.reading;
  const interrupted = one.loading !== null;
  one.loading?.abort();
  const controller = new AbortController();
  one.loading = controller;
  const { epoch } = one;
  one.reading = (async () => {
    await before;
    if (one.epoch !== epoch || one.loading !== controller) return;
    await readNow(house, one, patient, typesNow(one, types, interrupted), controller.signal);
    if (one.loading === controller) one.loading = null;
  })();
  await one.reading;
}

/** What is asked for by name does not end what was being read. */
function typesNow(
  one: Held,
  types: readonly string[] | null | 'missing',
  interrupted: boolean,
): readonly string[] | null {
  if (types === 'missing') return missingTypes(one);
  return types === null || !interrupted ? types : [...new Set([...types, ...(missingTypes(one) ?? [])])];
}

async function readNow(
  house: House,
  one: Held,
  patient: string,
  types: readonly string[] | null,
  signal: AbortSignal,
): Promise<void> {
  const { epoch } = one;
  const { asked, left, consents } = askedOf(house, one, types);
  for (const type of left)
    house.line(one, {
      source: one.source,
      type,
      category: null,
      state: { kind: 'not-asked', why: 'not-configured' },
      remarks: [],
    });
  if (consents) house.trust.expectConsents(one.source);
  const wanted = (): boolean => one.epoch === epoch;
  /** What this load has brought, to tell it from what an earlier one did. */
  const brought = new Set<ResourceRef>();
  const end = await load(
    one.access,
    {
      patient,
      resume: one.resume,
      before: [...one.lines.values()],
      held: heldByType(one),
      memory: one.memory,
      asRead: takeRead(one, patient, house.now()),
      ...asked,
    },
    {
      page: async (page) => {
        const stages = await house.stages();
        // No record is read before the site's maps are there: a fact keeps the keys that it was given.
        await stages.terms.ready();
        // Nor before it is known what the patient refused, where that is known soon.
        if (!page.entries.some(({ ref }) => ref.startsWith('Consent/')))
          await house.trust.consentsKnown(one.source);
        // Who sees nothing yet waits for no other answer to be read.
        if (!house.shown.isEmpty()) await house.turns.take(page.entries.length, house.shown.firstLook);
        if (wanted()) takePage(house, stages, one, page, brought);
      },
      ledger: (line) => {
        // Also after an abort: the lines say what was not read because of it.
        if (one.epoch === epoch) house.line(one, line);
      },
      problem: (problem) => {
        if (wanted()) one.problems.add(problem);
      },
      quarantine: (problem) => {
        if (!wanted()) return;
        // It was this patient's when it was read before.
        if (problem.ref) dropRecord(house, one, problem.ref);
        one.problems.add(problem);
        const count = one.problems.count('quarantined');
        house.emit({ kind: 'quarantine', source: one.source, count });
      },
    },
    signal,
  );
  if (one.epoch !== epoch || !house.holds(one)) return;
  one.resume = [
    ...one.resume.filter((point) => types !== null && !types.includes(point.type)),
    ...end.resume,
  ];
  if (!signal.aborted) noteGone(house, one, end.gone);
  house.ended(one);
  house.emit({ kind: 'source', state: stateOf(one) });
  const stages = house.staged();
  if (stages) void stages.askAboutUnmapped({ ...house, ...stages });
}

/** Longer ago than this it is read again: who signed in may have had to choose first. */
const MOMENT_MS = 30_000;

function takeRead(one: Held, patient: string, now: number): PatientRead | null {
  const { asRead } = one;
  one.asRead = null;
  return asRead?.ref === `Patient/${patient}` && now - asRead.receivedAt < MOMENT_MS ? asRead : null;
}

interface Asked {
  /** `types` is absent where everything is asked for. */
  readonly asked: { readonly types?: readonly string[]; readonly onDemand: readonly string[] };
  readonly consents: boolean;
  /** What the site's configuration never asks of this source. */
  readonly left: readonly string[];
}

/** What the site asks of a source when nobody names a type; a type that is named was demanded. */
function askedOf(house: House, one: Held, named: readonly string[] | null): Asked {
  const { only, onDemand } = house.typesOf(one.source);
  for (const type of named ?? []) if (onDemand.includes(type)) one.demanded.add(type);
  const allowed = (type: string): boolean => type === 'Patient' || only === null || only.includes(type);
  const all = named ?? ALL_TYPES;
  const types = all.filter(allowed);
  return {
    consents: types.includes('Consent'),
    asked: {
      ...(named === null && only === null ? {} : { types }),
      onDemand: onDemand.filter((type) => !one.demanded.has(type)),
    },
    left: named === null ? all.filter((type) => !allowed(type)) : [],
  };
}

function takePage(
  house: House,
  stages: Stages,
  one: Held,
  page: FetchedPage,
  brought: Set<ResourceRef>,
): void {
  const facts: Fact[] = [];
  const places = house.raw.keep(page.text, page.numbers);
  const again: Fact[] = [];
  for (const [i, fetched] of page.entries.entries()) {
    const { ref } = fetched;
    const result = stages.normalise(fetched);
    house.trust.learn(fetched);
    one.problems.replace(ref, result.problems);
    const former = one.records.take(ref, String(fetched.resource['resourceType']), places[i] ?? -1);
    if (former !== undefined) house.raw.drop([former]);
    const before = former !== undefined && !brought.has(ref);
    brought.add(ref);
    if (before && result.fact) again.push(result.fact);
    if (before && !result.fact) stages.merger.remove([memberKey(one.source, ref)]);
    if (result.fact) {
      facts.push(result.fact);
      // What is labelled is not named by the facts that refer to it either.
      if (result.fact.kind === 'support' && !house.trust.hides(result.fact.sensitivity))
        house.names.learn(result.fact);
    }
    // It may say something else than when the sign-in was taken over, or say it for the first time.
    const patient = one.person?.ref ?? `Patient/${one.signedIn.patient ?? ''}`;
    if (ref === patient) lookAgain(house, stages, one, stages.readPerson(fetched));
  }
  stages.merger.remove(outdated(house, again));
  const woven = stages.products.weave(facts);
  const held = woven.completed.filter((fact) => one.records.has(fact.ref));
  const completed = [...held, ...creditedNow(house, stages, facts)];
  // A fact that is complete only now replaces itself; it is not another version.
  stages.merger.remove(completed.map((fact) => memberKey(fact.source, fact.ref)));
  stages.merger.add([...stages.withCredits(woven.facts), ...completed]);
  if (page.entries.length > 0) house.shown.pulse.mark(facts.filter(isOfItsOwn).length, house.turns.waiting());
}

/** People, places and products are no rows of the timeline: who waits for its first one is not told of them. */
const isOfItsOwn = ({ kind }: Fact): boolean => kind !== 'support';

/** Provenance that comes after the records it speaks of: those records, with who passed them on. */
function creditedNow(house: House, stages: Stages, page: readonly Fact[]): readonly Fact[] {
  const here = new Set(page.map((fact) => fact.ref as string));
  const provenances = page.filter((fact) => fact.type === 'Provenance');
  const late = new Set(
    provenances.flatMap(({ source, links }) =>
      links.flatMap(({ role, ref }) => (role === 'target' && !here.has(ref) ? [`${source}|${ref}`] : [])),
    ),
  );
  if (late.size === 0) return [];
  house.shown.pulse.flush();
  const targets = [...late].flatMap(
    (key) =>
      house.shown.holder(key)?.members.find((member) => `${member.source}|${member.ref}` === key) ?? [],
  );
  return stages.withCredits([...targets, ...provenances]).filter((fact) => fact.type !== 'Provenance');
}

/** Everything read of the source is gone, and whatever still arrives of it finds no door. */
export function dropFacts(house: House, one: Held): void {
  one.epoch++;
  one.loading?.abort();
  one.loading = null;
  one.reading = null;
  house.staged()?.merger.removeSource(one.source);
  house.staged()?.products.forget(one.source);
  house.names.forget(one.source);
  house.trust.forget(one.source);
  house.raw.drop(one.records.places());
  one.records.clear();
  one.lines.clear();
  one.problems.clear();
  one.memory = newMemory();
  one.resume = [];
  house.ledgerPulse.flush();
  house.emit({ kind: 'forgotten', source: one.source });
  house.shown.pulse.mark();
  house.shown.pulse.flush();
}

/**
 * The types of which something is missing, so that a sign-in that ran out goes on instead of starting again; null
 * where nothing was read yet, or nothing is missing: then everything is asked.
 */
function missingTypes(one: Held): readonly string[] | null {
  const lines = [...one.lines.values()];
  const missing = lines.filter(({ state }) =>
    state.kind === 'not-asked' ? state.why === 'waiting' : state.kind !== 'complete',
  );
  // Names of people and places are looked up by every load for what it reads.
  const types = new Set(missing.map((line) => line.type).filter((type) => type !== 'support'));
  // The patient is read by every load: who was linked may have changed.
  return types.size > 0 ? [...new Set(['Patient', ...types])] : null;
}
