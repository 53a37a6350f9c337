/**
 * Reads everything there is of one patient at one source: all types beside each other, each to its end, and a
 * ledger that is true at every instant. It resolves when all is settled; it never rejects for what a server does.
 */
import type { Ledger, ResourceRef } from '../record/index.ts';
import type { Access } from './access.ts';
import type { Page } from './bundle.ts';
import { lists } from './capability.ts';
import { openDelivery, type Nameless } from './deliver.ts';
import { lookForGone, type HeldRefs } from './gone.ts';
import { describe, learnedOf, versionCheck } from './learned.ts';
import { openLine, type Line } from './line.ts';
import { readPatient, type PatientRead } from './read-patient.ts';
import { openNames, openSupport, type NamesMemory, type Support } from './run-support.ts';
import { runProvenance, watchProvenance, type ProvenanceSeen } from './run-provenance.ts';
import { runType, type ResumePoint, type TypeWorld } from './run-type.ts';
import { planFor, TYPE_PLANS } from './searches.ts';
import type { Sink } from './sink.ts';
import { tiedTo } from './wait.ts';
import { isReadThrough, isWhole } from './whole.ts';

export interface LoadOptions {
  readonly patient: string;
  /** Only these; everything of the table where not given. */
  readonly types?: readonly string[];
  /** Left alone until somebody asks: their line says so. */
  readonly onDemand?: readonly string[];
  /** Where an earlier load broke off (a sign-in ran out): those searches go on instead of starting again. */
  readonly resume?: readonly ResumePoint[];
  /** What an earlier load has told: a line that it left open is not left behind by this one. */
  readonly before?: Ledger;
  /** What earlier loads have handed over, by type: of a type that is read through, what is gone is told. */
  readonly held?: HeldRefs;
  readonly memory?: LoadMemory;
  /** The Patient as it was read a moment ago, when the sign-in settled whose record this is. */
  readonly asRead?: PatientRead | null;
  readonly maxPages?: number;
  /** How long the first pages wait for the server's own description, which names its FHIR version. */
  readonly capabilityWaitMs?: number;
}

/** What is kept of a source from load to load, by whoever holds its records. */
export interface LoadMemory {
  readonly nameless: Nameless;
  readonly names: NamesMemory;
}

export const newMemory = (): LoadMemory => ({
  nameless: new Map(),
  names: { wanted: new Set(), settled: new Set() },
});

export interface LoadEnd {
  readonly ledger: Ledger;
  readonly resume: readonly ResumePoint[];
  /** Held before, and not given any more. */
  readonly gone: readonly ResourceRef[];
}

/** Names of people, places and products that records refer to: one line of the ledger, not a resource type. */
const SUPPORT = 'support';

/** What is asked of a source where nobody says less. */
export const ALL_TYPES: readonly string[] = ['Patient', ...TYPE_PLANS.map((row) => row.type), 'Provenance'];

/** So many of the types, as they are asked for, name nearly everybody. */
const NAMING = 11;
const MAX_PAGES = 5_000;
const CAPABILITY_WAIT_MS = 4_000;

/** A load under way. */
interface Run {
  readonly options: LoadOptions;
  /** Every line that was opened, the categories' with them. */
  readonly lines: readonly Line[];
  /** The types that are asked for, each with its own line. */
  readonly own: ReadonlyMap<string, Line>;
  /** Those of them that are searches of the patient's records, and the patient. */
  readonly clinical: readonly Line[];
  readonly world: TypeWorld;
  readonly provenance: ProvenanceSeen;
  readonly support: Line;
  readonly people: Support;
  readonly stopped: readonly ResumePoint[];
  readonly end: () => void;
}

export async function load(
  access: Access,
  options: LoadOptions,
  sink: Sink,
  signal: AbortSignal,
): Promise<LoadEnd> {
  const run = openRun(access, options, sink, signal);
  await readClinical(run);
  await readBeside(run);
  run.end();
  const gone = await lookBack(run);
  const ledger = run.lines.filter((line) => line.spoken()).map((line) => line.now());
  return { ledger, resume: run.stopped, gone };
}

function openRun(access: Access, options: LoadOptions, sink: Sink, signal: AbortSignal): Run {
  const { patient, memory = newMemory() } = options;
  const isPart = options.types !== undefined;
  if (!isPart) for (const some of [memory.names.wanted, memory.names.settled]) some.clear();
  const lines: Line[] = [];
  const open = (type: string, category: string | null, quiet = false): Line => {
    const line = openLine(access.source, type, category, sink, access.clock, quiet);
    lines.push(line);
    return line;
  };
  const onDemand = new Set(options.onDemand ?? []);
  const asked = options.types ?? ALL_TYPES;
  const own = new Map(asked.map((type) => [type, open(type, null)]));
  const support = open(SUPPORT, null);
  for (const line of [...own.values(), support])
    line.notAsked(onDemand.has(line.type) ? 'on-demand' : 'waiting');

  const names = openNames(access, memory.names);
  const provenance = watchProvenance();
  const see = (page: Page) => {
    names.page(page);
    provenance.page(page);
  };
  const describing = tiedTo(signal);
  const waitMs = options.capabilityWaitMs ?? CAPABILITY_WAIT_MS;
  const capability = describe(access, waitMs, describing.controller.signal);
  const stopped: ResumePoint[] = [];
  const world: TypeWorld = {
    access,
    delivery: openDelivery(access, patient, sink, memory.nameless),
    door: learnedOf(access).door,
    signal,
    patient,
    maxPages: options.maxPages ?? MAX_PAGES,
    capability,
    life: { from: null },
    ready: versionCheck(capability),
    openLine: (type, category) => open(type, category, true),
    onPage: see,
    resume: (type, category) =>
      options.resume?.find((point) => point.type === type && point.category === category) ?? null,
    stoppedAt: (point) => stopped.push(point),
    owesCategories: (type) =>
      options.before?.some(
        (line) => line.type === type && line.category !== null && line.state.kind !== 'complete',
      ) ?? false,
    cameWithoutProvenance: provenance.without,
  };
  return {
    options,
    lines,
    own,
    clinical: [...own.values()].filter((line) => !onDemand.has(line.type) && line.type !== 'Provenance'),
    world,
    provenance,
    support,
    people: openSupport(world, names, support, see, isPart ? readBefore(options.before, SUPPORT) : 0),
    stopped,
    end() {
      describing.controller.abort();
      describing.untie();
    },
  };
}

async function readClinical({ options, clinical, world, people }: Run): Promise<void> {
  // Names are asked for as soon as the types that name most people and places have shown their first page; what others
  // add is asked for at the end. Types that the server does not list are not waited for.
  const toShow = new Set(clinical.slice(0, NAMING));
  const shows = (line: Line): void => {
    if (toShow.delete(line) && toShow.size === 0) people.begin();
  };
  const unlisted = world.capability.then((described) => {
    for (const line of clinical) if (lists(described, line.type) === false) shows(line);
  });
  await Promise.all(
    clinical.map(async (line) => {
      const onPage = (page: Page): void => {
        world.onPage(page);
        shows(line);
      };
      if (line.type === 'Patient') await readPatient(world, line, onPage, options.asRead ?? null);
      else await runType({ ...world, onPage }, planFor(line.type), line);
      shows(line);
    }),
  );
  await unlisted;
}

/** What is asked by what the records say: who said it, and the names in it. */
async function readBeside({
  options,
  lines,
  own,
  clinical,
  world,
  provenance,
  support,
  people,
}: Run): Promise<void> {
  const described = await world.capability;
  const whole = clinical.every((line) => isWhole(line, lines, described));
  const line = own.get('Provenance');
  const foreign = await world.ready;
  if (foreign) {
    support.stop(foreign, null);
    line?.stop(foreign, null);
    return;
  }
  const asked = line && options.onDemand?.includes('Provenance') !== true;
  await Promise.all([asked ? runProvenance(world, provenance, line, whole) : null, people.finish()]);
}

/** Of each type that was read through, what is held from before and did not come. */
async function lookBack({ options, lines, own, world }: Run): Promise<readonly ResourceRef[]> {
  const { held } = options;
  if (!held) return [];
  const gone = await Promise.all(
    [...own.values()].map(async (line) => {
      if (!isReadThrough(line, lines, options)) return [];
      const since = await lookForGone(world, line.type, held.get(line.type) ?? []);
      if (since.leftOut > 0)
        line.stop({ kind: 'truncated', detail: 'the search left out records that are there' }, null);
      return since.gone;
    }),
  );
  return gone.flat();
}

function readBefore(before: Ledger = [], type: string): number {
  const state = before.find((line) => line.type === type && line.category === null)?.state;
  return state && 'received' in state ? state.received : 0;
}
