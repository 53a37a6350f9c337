/**
 * What is wrong with one source's records. A record that is read again says anew what is wrong with it, and what the
 * server said twice is said once.
 */
import type { RecordProblem, RecordProblemKind } from '../record/index.ts';

export interface Problems {
  add(problem: RecordProblem): void;
  /** What a record says of itself now; what it said before is over. */
  replace(ref: string, problems: readonly RecordProblem[]): void;
  count(kind: RecordProblemKind): number;
  all(): readonly RecordProblem[];
  clear(): void;
}

export function createProblems(): Problems {
  /** By reference, or by type where no record is meant. */
  const about = new Map<string, readonly RecordProblem[]>();
  const placeOf = ({ ref, type }: RecordProblem): string => ref ?? `of ${type ?? ''}`;
  const same = (a: RecordProblem, b: RecordProblem): boolean =>
    a.kind === b.kind && a.path === b.path && a.message === b.message && a.type === b.type;
  const all = (): readonly RecordProblem[] => [...about.values()].flat();
  return {
    all,
    add(problem) {
      const place = placeOf(problem);
      const known = about.get(place) ?? [];
      if (!known.some((each) => same(each, problem))) about.set(place, [...known, problem]);
    },
    replace(ref, problems) {
      if (problems.length > 0) about.set(ref, problems);
      else about.delete(ref);
    },
    count(kind) {
      let count = 0;
      for (const some of about.values()) for (const problem of some) if (problem.kind === kind) count++;
      return count;
    },
    clear: () => about.clear(),
  };
}
