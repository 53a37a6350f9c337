/** B-cubed precision and recall of a grouping against the truth, a mean over records, by kind. */
export interface Score {
  records: number;
  precision: number;
  recall: number;
  /** Records that carry a code, or are of a kind that needs none, and their recall among one another. */
  coded: number;
  codedRecall: number;
  /** Records that are in the truth and in no merged fact. */
  lost: number;
}

export interface Grouping {
  /** Group of a record, by its key; a record that is missing was lost. */
  readonly of: ReadonlyMap<string, number>;
  readonly members: readonly (readonly string[])[];
}

export interface TrueGroup {
  readonly kind: string;
  readonly members: readonly string[];
}

export function grouping(groups: readonly (readonly string[])[]): Grouping {
  const of = new Map<string, number>();
  groups.forEach((members, i) => {
    for (const key of members) of.set(key, i);
  });
  return { of, members: groups };
}

export function addScores(
  totals: Map<string, Score>,
  truth: readonly TrueGroup[],
  found: Grouping,
  coded: ReadonlySet<string>,
): void {
  const trueGroup = new Map<string, ReadonlySet<string>>();
  for (const group of truth) {
    const members = new Set(group.members);
    for (const key of group.members) trueGroup.set(key, members);
  }
  for (const group of truth) {
    const total = totals.get(group.kind) ?? {
      records: 0,
      precision: 0,
      recall: 0,
      coded: 0,
      codedRecall: 0,
      lost: 0,
    };
    totals.set(group.kind, total);
    for (const key of group.members) {
      total.records++;
      if (coded.has(key)) total.coded++;
      const index = found.of.get(key);
      if (index === undefined) {
        total.lost++;
        continue;
      }
      // A member that the truth says nothing of (it lost its reason to be one) is no fault of the grouping.
      const together = (found.members[index] ?? []).filter((other) => trueGroup.has(other));
      const right = together.filter((other) => trueGroup.get(key)?.has(other));
      total.precision += right.length / together.length;
      total.recall += right.length / group.members.length;
      if (coded.has(key)) total.codedRecall += count(right, coded) / count(group.members, coded);
    }
  }
}

const count = (keys: readonly string[], among: ReadonlySet<string>): number =>
  keys.filter((k) => among.has(k)).length;
