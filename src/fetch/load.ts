/**
 * Reads everything there is of one patient at one source: all types beside each other, each to its end, and a
 * ledger that is true at every instant. It resolves when all is settled; it never rejects for what a server does.
 */
import type { Fetched, Ledger, ResourceRef, SourceProblem } from '../record/index.ts';
import type { Access } from './access.ts';
import type { Page } from './bundle.ts';
import { foreignVersion, lists, NOTHING_KNOWN, readCapability, type Capability } from './capability.ts';
import { openDelivery, type Nameless } from './deliver.ts';
import { lookForGone, type HeldRefs } from './gone.ts';
import { openLine, type Line } from './line.ts';
import { openNames, runSupport, singleAsPage, type NamesMemory } from './run-support.ts';
import { runProvenance, watchProvenance } from './run-provenance.ts';
import { runType, type ResumePoint, type TypeWorld } from './run-type.ts';
import { openSearchDoor } from './search-door.ts';
import { planFor, TYPE_PLANS } from './searches.ts';
import type { Sink } from './sink.ts';
import { sleep, tiedTo } from './wait.ts';

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

const MAX_PAGES = 5_000;
const CAPABILITY_WAIT_MS = 4_000;

export async function load(
  access: Access,
  options: LoadOptions,
  sink: Sink,
  signal: AbortSignal,
): Promise<LoadEnd> {
  const { patient, memory = newMemory() } = options;
  const isPart = options.types !== undefined;
  if (!isPart) for (const some of [memory.names.wanted, memory.names.settled]) some.clear();
  const onDemand = new Set(options.onDemand ?? []);
  const asked = options.types ?? ['Patient', ...TYPE_PLANS.map((row) => row.type), 'Provenance'];
  const lines: Line[] = [];
  const open = (type: string, category: string | null, quiet = false): Line => {
    const line = openLine(access.source, type, category, sink, access.clock, quiet);
    lines.push(line);
    return line;
  };
  const own = new Map(asked.map((type) => [type, open(type, null)]));
  const support = open(SUPPORT, null);
  for (const line of [...own.values(), support])
    line.notAsked(onDemand.has(line.type) ? 'on-demand' : 'waiting');

  const delivery = openDelivery(access, patient, sink, memory.nameless);
  const names = openNames(access, memory.names);
  const provenance = watchProvenance();
  const resume: ResumePoint[] = [];
  const see = (page: Page) => {
    names.page(page);
    provenance.page(page);
  };
  const describing = tiedTo(signal);
  const capability = describe(
    access,
    options.capabilityWaitMs ?? CAPABILITY_WAIT_MS,
    describing.controller.signal,
  );
  const world: TypeWorld = {
    access,
    delivery,
    door: openSearchDoor(access),
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
    stoppedAt: (point) => resume.push(point),
    owesCategories: (type) =>
      options.before?.some(
        (line) => line.type === type && line.category !== null && line.state.kind !== 'complete',
      ) ?? false,
    cameWithoutProvenance: provenance.without,
  };

  const clinical = [...own.values()].filter((line) => !onDemand.has(line.type) && line.type !== 'Provenance');
  await Promise.all(
    clinical.map((line) =>
      line.type === 'Patient' ? readPatient(world, line, see) : runType(world, planFor(line.type), line),
    ),
  );
  const described = await capability;
  const whole = clinical.every((line) => isWhole(line, lines, described));
  const provenanceLine = own.get('Provenance');
  const foreign = await world.ready;
  for (const line of [support, provenanceLine]) if (foreign && line) line.stop(foreign, null);
  if (foreign === null) {
    await Promise.all([
      provenanceLine && !onDemand.has('Provenance')
        ? runProvenance(world, provenance, provenanceLine, whole)
        : null,
      runSupport(world, names, support, see, isPart ? readBefore(options.before, SUPPORT) : 0),
    ]);
  }
  describing.controller.abort();
  describing.untie();
  const readThrough = [...own.values()].filter((line) => isReadThrough(line, lines, options));
  const gone = await Promise.all(
    readThrough.map(async (line) => {
      const since = await lookForGone(world, line.type, options.held?.get(line.type) ?? []);
      if (since.leftOut > 0)
        line.stop({ kind: 'truncated', detail: 'the search left out records that are there' }, null);
      return since.gone;
    }),
  );
  return {
    ledger: lines.filter((line) => line.spoken()).map((line) => line.now()),
    resume,
    gone: gone.flat(),
  };
}

function readBefore(before: Ledger = [], type: string): number {
  const state = before.find((line) => line.type === type && line.category === null)?.state;
  return state && 'received' in state ? state.received : 0;
}

/** From its first page to its end in this load, whole or in all its categories. */
function isReadThrough(line: Line, lines: readonly Line[], { resume = [], types }: LoadOptions): boolean {
  if (resume.some((point) => point.type === line.type)) return false;
  // It came with the records it speaks of: where not all are read, neither is it.
  if (line.type === 'Provenance' && types !== undefined) return false;
  if (line.isComplete()) return true;
  const parts = lines.filter((each) => each.type === line.type && each !== line && each.spoken());
  return (
    line.now().state.kind === 'not-asked' && parts.length > 0 && parts.every((each) => each.isComplete())
  );
}

/** Nothing of the type is missing: all of it came, or the server has no such type. */
function isWhole(line: Line, lines: readonly Line[], described: Capability): boolean {
  if (line.isComplete()) return true;
  if (line.now().state.kind !== 'not-asked') return false;
  const parts = lines.filter((each) => each.type === line.type && each !== line && each.spoken());
  return parts.length > 0 ? parts.every((each) => each.isComplete()) : lists(described, line.type) === false;
}

/** The server's own description; one that does not come in time stops nobody. */
async function describe(access: Access, waitMs: number, signal: AbortSignal): Promise<Capability> {
  const known = await Promise.race([readCapability(access, signal), sleep(waitMs, signal)]);
  return typeof known === 'boolean' ? NOTHING_KNOWN : known;
}

/**
 * The first pages are asked for beside the server's description and wait for it here, since a page of another FHIR
 * version must not be read as if it were R4.
 */
async function versionCheck(capability: Promise<Capability>): Promise<SourceProblem | null> {
  const version = foreignVersion(await capability);
  return version === null ? null : { kind: 'unsupported', detail: `${version} is not read by this version` };
}

async function readPatient(world: TypeWorld, line: Line, see: (page: Page) => void): Promise<void> {
  const { access, patient, signal, delivery } = world;
  line.begin(0);
  let answer = await access.get(`Patient/${encodeURIComponent(patient)}`, { signal });
  if (!answer.ok && ['not-found', 'rejected', 'unsupported'].includes(answer.error.kind)) {
    const search = await access.get(`Patient?${new URLSearchParams({ _id: patient }).toString()}`, {
      signal,
    });
    if (search.ok) answer = search;
  }
  const foreign = await world.ready;
  if (foreign) return line.stop(foreign, null);
  if (!answer.ok) {
    if (answer.error.kind === 'forbidden') return line.notGranted(answer.error.detail);
    return line.stop(answer.error, null);
  }
  const page = singleAsPage(answer.value.text);
  if (page === null) return line.stop({ kind: 'malformed', detail: 'the patient is not readable' }, null);
  const delivered = await delivery.page(page, 'Patient', answer.value.receivedAt);
  line.add(delivered.fresh, null);
  see(page);
  world.life.from = birthOf(delivered.entries);
  if (delivered.fresh > 0) line.complete();
  else line.stop({ kind: 'not-found', detail: 'the server answered with another patient, or none' }, null);
}

function birthOf(entries: readonly Fetched[]): number | null {
  const birth = entries.find(({ resource }) => resource['resourceType'] === 'Patient')?.resource['birthDate'];
  const time = typeof birth === 'string' ? Date.parse(birth) : NaN;
  return Number.isNaN(time) ? null : time;
}
