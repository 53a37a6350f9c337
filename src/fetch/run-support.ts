/** Reads the names that records refer to and no page included: in batches, bounded, in two rounds. */
import type { SourceProblem } from '../record/index.ts';
import type { Access } from './access.ts';
import { readJson, readPage, type Page } from './bundle.ts';
import { followChain, type ChainWorld } from './chain.ts';
import type { Line } from './line.ts';
import { SUPPORT_TYPES, supportReferences } from './references.ts';

/** References seen in pages, and which of them have come. */
export interface NamesWanted {
  page(page: Page): void;
  /** Those that nobody has brought or asked for yet; each is given out once. */
  take(): readonly string[];
  /** They were asked for and did not come, for a reason that may pass. */
  giveBack(references: Iterable<string>): void;
}

/** Over all loads of a source: a load of some types does not ask for the names of the others again. */
export interface NamesMemory {
  readonly wanted: Set<string>;
  readonly settled: Set<string>;
}

export function openNames(
  access: Pick<Access, 'base'>,
  { wanted, settled }: NamesMemory = { wanted: new Set(), settled: new Set() },
): NamesWanted {
  return {
    giveBack(references) {
      for (const reference of references) settled.delete(reference);
    },
    page({ entries, text }) {
      for (const { resource } of entries) {
        const type = String(resource?.['resourceType']);
        if (isSupport(type)) settled.add(`${type}/${String(resource?.['id'])}`);
      }
      for (const reference of supportReferences(access.base, text)) wanted.add(reference);
    },
    take() {
      const missing = [...wanted].filter((reference) => !settled.has(reference));
      for (const reference of missing) settled.add(reference);
      return missing;
    },
  };
}

const isSupport = (type: string): boolean => SUPPORT_TYPES.some((each) => each === type);

const BATCH = 40;
/** Names beyond this many are left unread, and the line says so. */
const MOST = 2_000;
/** Single reads, where a server does not search by id. */
const MOST_SINGLE = 200;
/** The first goes beside the rest; a role names a practitioner and an organisation, which come in one more. */
const ROUNDS = 3;

export interface Support {
  /** What is wanted by now, while the rest is still being read. */
  begin(): void;
  /** All that is wanted, and the line's end. */
  finish(): Promise<void>;
}

export function openSupport(
  world: ChainWorld,
  names: NamesWanted,
  line: Line,
  events: (page: Page) => void,
  /** Of those that an earlier load has read. */
  before: number,
): Support {
  const run: Run = {
    world,
    names,
    line,
    events,
    left: MOST,
    singles: MOST_SINGLE,
    missing: 0,
    problem: null,
  };
  let begun: Promise<boolean> | null = null;
  const start = (): Promise<boolean> => {
    line.begin(before);
    return readWanted(run);
  };
  return {
    begin() {
      begun ??= start();
    },
    async finish() {
      await (begun ?? start());
      for (let round = 1; round < ROUNDS; round++) if (!(await readWanted(run))) break;
      if (run.missing > 0) line.remark(`${run.missing} names that records refer to are not on the server`);
      if (run.problem) line.stop(run.problem, null);
      else line.complete();
    },
  };
}

/** False where nothing is wanted that was not asked for yet. */
async function readWanted(run: Run): Promise<boolean> {
  const references = run.names.take();
  const now = references.slice(0, run.left);
  run.names.giveBack(references.slice(run.left));
  if (references.length > run.left)
    run.problem ??= { kind: 'unsupported', detail: `more than ${MOST} names are referred to` };
  run.left -= now.length;
  await Promise.all(batches(now).map((batch) => readBatch(run, batch)));
  return now.length > 0;
}

interface Run {
  readonly world: ChainWorld;
  readonly names: NamesWanted;
  readonly line: Line;
  readonly events: (page: Page) => void;
  left: number;
  singles: number;
  missing: number;
  problem: SourceProblem | null;
}

interface Batch {
  readonly type: string;
  readonly ids: readonly string[];
}

function batches(references: readonly string[]): readonly Batch[] {
  const byType = new Map<string, string[]>();
  for (const reference of references) {
    const [type = '', id = ''] = reference.split('/');
    byType.set(type, [...(byType.get(type) ?? []), id]);
  }
  return [...byType].flatMap(([type, ids]) =>
    Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, i) => ({
      type,
      ids: ids.slice(i * BATCH, (i + 1) * BATCH),
    })),
  );
}

async function readBatch(run: Run, { type, ids }: Batch): Promise<void> {
  const { world } = run;
  const missing = new Set(ids);
  const form = new URLSearchParams({ _id: ids.join(','), _count: String(ids.length) });
  const end = await followChain(
    world,
    type,
    { kind: 'search', form },
    {
      page(delivered, page) {
        run.line.add(delivered.fresh, null);
        for (const { resource } of page.entries) missing.delete(String(resource?.['id']));
        run.events(page);
      },
      remark: run.line.remark,
    },
  );
  const later = (why: SourceProblem): void => {
    run.problem ??= why;
    run.names.giveBack([...missing].map((id) => `${type}/${id}`));
  };
  if (end.kind === 'stopped') return later(end.why);
  // A server that does not search by id, or not by several, may still answer a plain read.
  if (end.kind === 'refused' && !['rejected', 'unsupported', 'not-found', 'forbidden'].includes(end.why.kind))
    return later(end.why);
  await Promise.all([...missing].map((id) => readSingle(run, type, id)));
}

async function readSingle(run: Run, type: string, id: string): Promise<void> {
  const later = (why: SourceProblem): void => {
    run.problem ??= why;
    run.names.giveBack([`${type}/${id}`]);
  };
  if (run.singles-- <= 0) {
    const detail = `more than ${MOST_SINGLE} names would have to be read one by one`;
    return later({ kind: 'unsupported', detail });
  }
  const { access, delivery, signal } = run.world;
  const answer = await access.get(`${type}/${encodeURIComponent(id)}`, { signal });
  if (!answer.ok) {
    const { kind } = answer.error;
    if (kind === 'not-found' || kind === 'expired' || kind === 'forbidden') run.missing++;
    else later(answer.error);
    return;
  }
  const page = singleAsPage(answer.value.text);
  if (page === null) {
    run.missing++;
    return;
  }
  const delivered = delivery.page(page, type, answer.value.receivedAt);
  await delivered.handed;
  run.line.add(delivered.fresh, null);
  run.events(page);
}

/** A single resource seen as a page of one, so that it goes through the same judgement. */
export function singleAsPage(text: string): Page | null {
  const json = readJson({ text });
  if (!json.ok || json.value['resourceType'] === 'OperationOutcome') return null;
  if (json.value['resourceType'] === 'Bundle') {
    const page = readPage({ text, status: 200 });
    return page.ok ? page.value : null;
  }
  const entries = [{ number: 0, resource: json.value, fullUrl: null }];
  return { text, entries, issues: [], next: null, self: null, total: null };
}
