/** Histories and transactions say that a resource was deleted: what it last said no longer counts. */
import type { Fact, RecordProblem, ResourceRef, SourceId } from '../record/index.ts';
import type { Deletion } from './input.ts';

interface Told {
  readonly facts: readonly Fact[];
  readonly problems: readonly RecordProblem[];
}

/** A deleted resource is kept and retracted. One that was made again after it was deleted is there. */
export function withDeletions(
  source: SourceId,
  deletions: readonly Deletion[],
  facts: readonly Fact[],
): Told {
  if (deletions.length === 0) return { facts, problems: [] };
  const byRef = new Map<string, Deletion[]>();
  for (const each of deletions) byRef.set(each.ref, [...(byRef.get(each.ref) ?? []), each]);
  const madeAgain = new Set<string>();
  for (const fact of facts)
    if (byRef.get(fact.ref)?.every((deletion) => isLater(fact, deletion)) === true) madeAgain.add(fact.ref);
  const gone = new Set([...byRef.keys()].filter((ref) => !madeAgain.has(ref)));
  return {
    facts: facts.map((fact) => (gone.has(fact.ref) ? retracted(fact) : fact)),
    problems: [...gone].map((ref) => ({
      source,
      ref: ref as ResourceRef,
      type: ref.split('/')[0] ?? null,
      kind: 'bad-element',
      path: null,
      message: 'was deleted at its source',
    })),
  };
}

const retracted = (fact: Fact): Fact => ({
  ...fact,
  status: { ...fact.status, standing: 'unknown', retracted: true },
});

/** By the version's number, else by the time; where neither tells, the deletion stands. */
function isLater({ provenance }: Fact, { version, at }: Deletion): boolean {
  const [own, gone] = [Number(provenance.version ?? Number.NaN), Number(version ?? Number.NaN)];
  if (!Number.isNaN(own) && !Number.isNaN(gone)) return own > gone;
  const [updated, deleted] = [Date.parse(provenance.lastUpdated ?? ''), Date.parse(at ?? '')];
  return !Number.isNaN(updated) && !Number.isNaN(deleted) && updated > deleted;
}
