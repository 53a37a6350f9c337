import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { mergeFacts, readDecisions } from '../merge/index.ts';
import {
  memberKey,
  sourceId,
  type Decision,
  type Fact,
  type Merged,
  type RecordProblem,
} from '../record/index.ts';
import { cluster } from './clusters.ts';
import { setMaps } from './maps.ts';
import { factLine, ledger, patientLines, problemLines } from './output.ts';
import { UsageError } from './problem.ts';
import { readSource, type Read } from './source.ts';

export interface MergeOptions {
  /** `name=path`, as on the command line; a name may be given several times. */
  readonly sources: readonly string[];
  readonly link: 'auto' | 'all';
  /** Paths of the site's own ConceptMaps: the first that knows a code decides. */
  readonly maps: readonly string[];
  /** A Bundle of decisions, as the app writes it; none where nobody decided anything. */
  readonly decisions?: string | null;
  readonly out: string | null;
}

export async function mergeCommand(options: MergeOptions): Promise<void> {
  const decisions = options.decisions ? decisionsIn(options.decisions) : [];
  await setMaps(options.maps);
  const reads: Read[] = [];
  const sources = [...filesBySource(options.sources)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, paths] of sources) reads.push(await readSource(sourceId(name), paths.sort()));
  const clusters = cluster(reads, options.link);
  const facts: { merged: Merged; linked: boolean }[] = [];
  const problems: RecordProblem[] = [...reads.flatMap((read) => read.problems), ...clusters.quarantined];
  for (const [i, { facts: group, linked }] of clusters.groups.entries()) {
    const result = mergeFacts(
      group,
      decisionsAbout(
        i,
        decisions,
        clusters.groups.map((each) => each.facts),
      ),
    );
    problems.push(...result.problems);
    for (const merged of result.facts) facts.push({ merged, linked });
  }
  facts.sort((a, b) => (a.merged.id < b.merged.id ? -1 : 1));
  const lines = ledger(
    reads,
    facts.map((f) => f.merged),
    problems,
  );
  write(options.out, function* () {
    yield '{"facts":[';
    for (const [i, { merged, linked }] of facts.entries())
      yield `${i > 0 ? ',' : ''}\n${JSON.stringify(factLine(merged, linked))}`;
    yield `],\n"problems":${JSON.stringify(problemLines(problems), null, 1)}`;
    yield `,\n"ledger":${JSON.stringify(lines, null, 1)}`;
    yield `,\n"patients":${JSON.stringify(patientLines(clusters), null, 1)}}\n`;
  });
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(
      `--decisions ${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    );
  }
}

/** A file with a mistake is refused and not left out: what it decides would be missing without a word. */
function decisionsIn(path: string): readonly Decision[] {
  // Files have no web addresses: a record is found by the name that its source has here.
  const read = readDecisions(textOf(path), () => null);
  if (!read.ok) throw new UsageError(`--decisions ${path}: ${read.error}`);
  return read.value;
}

/** Those that name a record of the group; what names nobody here is told beside the first, as waiting. */
function decisionsAbout(
  index: number,
  decisions: readonly Decision[],
  groups: readonly (readonly Fact[])[],
): readonly Decision[] {
  if (decisions.length === 0) return decisions;
  const keys = groups.map((facts) => new Set(facts.map(({ source, ref }) => memberKey(source, ref))));
  const names = ({ members }: Decision, group: number): boolean =>
    members.some((key) => keys[group]?.has(key));
  return decisions.filter(
    (decision) => names(decision, index) || (index === 0 && !keys.some((_, i) => names(decision, i))),
  );
}

function filesBySource(sources: readonly string[]): Map<string, string[]> {
  if (sources.length === 0) throw new UsageError('merge needs at least one --source "Name=file.json"');
  const files = new Map<string, string[]>();
  for (const text of sources) {
    const cut = text.indexOf('=');
    const [name, path] = [text.slice(0, cut).trim(), text.slice(cut + 1)];
    if (cut < 1 || !name || !path)
      throw new UsageError(`--source ${JSON.stringify(text)}: expected "Name=file.json"`);
    if (name.includes('|'))
      throw new UsageError(`--source ${JSON.stringify(text)}: a name may not contain "|"`);
    files.set(name, [...(files.get(name) ?? []), path]);
  }
  return files;
}

/** Everything or nothing: a file appears under its name only when it is whole. */
function write(out: string | null, chunks: () => Generator<string>): void {
  const part = out === null ? null : `${out}.${process.pid}.part`;
  const file = part === null ? 1 : openForWriting(part);
  try {
    for (const chunk of chunks()) writeAll(file, Buffer.from(chunk));
  } catch (error) {
    if (part !== null) {
      closeSync(file);
      rmSync(part, { force: true });
    }
    throw error;
  }
  if (part !== null && out !== null) {
    closeSync(file);
    renameSync(part, out);
  }
}

function openForWriting(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    throw new UsageError(
      `${path}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    );
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      // A pipe whose reader is slower than we are.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}
