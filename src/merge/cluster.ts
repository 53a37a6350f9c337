import { IDENTITY, type Verdict } from './verdict.ts';

export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly verdict: Verdict;
}

/**
 * Groups the facts of one component (connected by 'same'). The stated clustering:
 *
 * 1. Stronger joins come first: identity, then exact, then within tolerance, then by day.
 * 2. Two groups join only if no member of one is 'different' from any member of the other (complete link), so that
 *    A~B~C never makes one of an A and a C that contradict.
 * 3. Below identity, a group that fits two groups which may not be one joins neither: it is ambiguous.
 * 4. What is left is joined in the order of the members' keys.
 *
 * It reads nothing but the members' keys and the verdicts, so the order of arrival cannot matter.
 *
 * @param members in the order of their keys
 */
export function cluster(
  members: readonly number[],
  pairs: readonly Pair[],
  judge: (a: number, b: number) => Verdict,
): number[][] {
  const index = new Map(members.map((slot, i) => [slot, i]));
  const groups = new Grouping(members, judge);
  const edges = pairs
    .map((pair) => {
      const [x, y] = [index.get(pair.a) ?? 0, index.get(pair.b) ?? 0];
      return {
        x: Math.min(x, y),
        y: Math.max(x, y),
        strength: pair.verdict.verdict === 'same' ? pair.verdict.strength : -1,
      };
    })
    .sort((p, q) => q.strength - p.strength || p.x - q.x || p.y - q.y);
  for (let from = 0; from < edges.length;) {
    const strength = edges[from]?.strength ?? -1;
    let to = from;
    while (edges[to]?.strength === strength) to++;
    if (strength >= 0) joinLevel(groups, edges.slice(from, to), strength < IDENTITY);
    from = to;
  }
  return groups.all();
}

interface Edge {
  readonly x: number;
  readonly y: number;
}

function joinLevel(groups: Grouping, edges: readonly Edge[], mayBeAmbiguous: boolean): void {
  const open = edges.filter((e) => groups.of(e.x) !== groups.of(e.y) && groups.compatible(e.x, e.y));
  const ambiguous = mayBeAmbiguous && open.length > 1 ? ambiguousGroups(groups, open) : NONE;
  const sure = open.filter((e) => !ambiguous.has(groups.of(e.x)) && !ambiguous.has(groups.of(e.y)));
  for (const e of sure)
    if (groups.of(e.x) !== groups.of(e.y) && groups.compatible(e.x, e.y)) groups.join(e.x, e.y);
}

const NONE: ReadonlySet<number> = new Set();

/** Groups that fit two others which may not be joined with each other. */
function ambiguousGroups(groups: Grouping, edges: readonly Edge[]): ReadonlySet<number> {
  const fits = new Map<number, Set<number>>();
  const note = (from: number, to: number) => {
    const known = fits.get(from);
    if (known === undefined) fits.set(from, new Set([to]));
    else known.add(to);
  };
  for (const e of edges) {
    note(groups.of(e.x), groups.of(e.y));
    note(groups.of(e.y), groups.of(e.x));
  }
  const ambiguous = new Set<number>();
  for (const [group, others] of fits) {
    const list = [...others];
    if (list.some((p, i) => list.slice(i + 1).some((q) => !groups.compatible(p, q)))) ambiguous.add(group);
  }
  return ambiguous;
}

/** Groups by position; a group is named by its first member. */
class Grouping {
  readonly #members: readonly number[];
  readonly #judge: (a: number, b: number) => Verdict;
  readonly #of: Int32Array;
  readonly #lists = new Map<number, number[]>();
  /** 0 not asked, 1 compatible, 2 different: by pair of members. */
  readonly #asked = new Map<number, boolean>();

  constructor(members: readonly number[], judge: (a: number, b: number) => Verdict) {
    this.#members = members;
    this.#judge = judge;
    this.#of = Int32Array.from(members, (_, i) => i);
    members.forEach((_, i) => this.#lists.set(i, [i]));
  }

  of(i: number): number {
    return this.#of[i] ?? i;
  }

  /** No member of i's group is different from any of j's. */
  compatible(i: number, j: number): boolean {
    const [xs, ys] = [this.#list(i), this.#list(j)];
    return xs.every((x) => ys.every((y) => this.#notDifferent(x, y)));
  }

  join(i: number, j: number): void {
    const [p, q] = [this.of(i), this.of(j)];
    const [keep, drop] = p < q ? [p, q] : [q, p];
    const moved = this.#list(drop);
    this.#list(keep).push(...moved);
    for (const m of moved) this.#of[m] = keep;
    this.#lists.delete(drop);
  }

  all(): number[][] {
    return [...this.#lists.values()].map((list) =>
      list.sort((a, b) => a - b).map((i) => this.#members[i] ?? 0),
    );
  }

  #list(i: number): number[] {
    return this.#lists.get(this.of(i)) ?? [];
  }

  #notDifferent(x: number, y: number): boolean {
    const [low, high] = x < y ? [x, y] : [y, x];
    const key = low * this.#members.length + high;
    let answer = this.#asked.get(key);
    if (answer === undefined) {
      answer = this.#judge(this.#members[low] ?? 0, this.#members[high] ?? 0).verdict !== 'different';
      this.#asked.set(key, answer);
    }
    return answer;
  }
}
