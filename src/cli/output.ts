/** What `cli merge` prints: see docs/cli-merge.schema.json. Sorted, and the same for any order of inputs. */
import {
  mainPoint,
  memberKey,
  standsForResource,
  type Concept,
  type Fact,
  type MemberId,
  type Merged,
  type RecordProblem,
} from '../record/index.ts';
import { valueText } from '../timeline/index.ts';
import type { Clusters } from './clusters.ts';
import type { Read } from './source.ts';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const idText = (id: MemberId): string => memberKey(id.source, id.ref);

export function factLine(merged: Merged, linked: boolean): object {
  const { shown } = merged;
  const value = valueText(shown);
  return {
    id: merged.id,
    kind: merged.kind,
    title: shown.title,
    codes: codesOf(merged),
    when: whenOf(shown),
    ...(shown.when.kind === 'undated' && shown.when.text !== undefined ? { whenText: shown.when.text } : {}),
    status: shown.status.code,
    ...(value === null ? {} : { value }),
    members: merged.members.map(({ source, ref }) => ({ source, ref })),
    joined: merged.joined,
    conflicts: merged.conflicts.map(({ field, weight, values }) => ({ field, weight, values })),
    related: merged.related.map(({ id, kind, why }) => ({ id, kind, why })),
    retracted: merged.retracted,
    sensitivity: merged.sensitivity,
    linked,
  };
}

function whenOf(fact: Fact): object | null {
  const { when } = fact;
  if (when.kind === 'undated') return null;
  const precision = mainPoint(when)?.precision ?? null;
  if (when.kind === 'at') return { start: when.at.text, end: null, precision };
  return { start: when.start?.text ?? null, end: when.end?.text ?? null, precision };
}

function codesOf(merged: Merged): readonly object[] {
  const codes = new Map<string, object>();
  const take = (concept: Concept | null) => {
    for (const { system, code, display } of concept?.codings ?? [])
      codes.set(JSON.stringify([system, code, display]), { system, code, display });
  };
  for (const member of merged.members) {
    take(member.code);
    if (member.kind === 'allergy') take(member.substance);
  }
  return [...codes].sort(([a], [b]) => byText(a, b)).map(([, code]) => code);
}

export function problemLines(problems: readonly RecordProblem[]): readonly object[] {
  const rows = problems.map(({ source, ref, kind, type, path, message }) => ({
    source,
    ref,
    kind,
    type,
    path,
    message,
  }));
  const lines = new Map(rows.map((row) => [JSON.stringify(row), row]));
  return [...lines].sort(([a], [b]) => byText(a, b)).map(([, row]) => row);
}

/** In = facts' members + problem rows + quarantined, by source and type. A resource that is nowhere is a bug. */
export function ledger(
  reads: readonly Read[],
  facts: readonly Merged[],
  problems: readonly RecordProblem[],
): readonly object[] {
  const shown = new Set(facts.flatMap((fact) => fact.members.map(idText)));
  const held = new Set(
    problems.filter((p) => p.kind === 'quarantined' && p.ref).map((p) => `${p.source}|${p.ref}`),
  );
  const older = new Map<string, number>();
  const standing = new Set<string>();
  for (const problem of problems) {
    if (!problem.ref || !standsForResource(problem)) continue;
    const key = `${problem.source}|${problem.ref}`;
    if (problem.kind === 'older-version') older.set(key, (older.get(key) ?? 0) + 1);
    else standing.add(key);
  }
  const lines = reads.flatMap((read) =>
    [...read.received].map(([type, refs]) => {
      const line = {
        source: read.source as string,
        type,
        received: refs.length,
        inFacts: 0,
        problems: 0,
        quarantined: 0,
      };
      for (const ref of refs) {
        const key = `${read.source}|${ref}`;
        const olderLeft = older.get(key) ?? 0;
        if (olderLeft > 0) {
          older.set(key, olderLeft - 1);
          line.problems++;
        } else if (shown.has(key)) line.inFacts++;
        else if (held.has(key)) line.quarantined++;
        else if (standing.has(key)) line.problems++;
        else throw new Error(`${key} was read and is nowhere in the result`);
      }
      return line;
    }),
  );
  return lines.sort((a, b) => byText(a.source, b.source) || byText(a.type, b.type));
}

export const patientLines = (clusters: Clusters): readonly object[] =>
  clusters.patients.map(({ person, linked, best }) => ({
    source: person.source,
    ref: person.ref,
    linked,
    score: best?.score ?? null,
    evidence: best?.evidence ?? [],
    vetoes: best?.vetoes ?? [],
  }));
