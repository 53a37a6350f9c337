import type { FactId } from '../../record/index.ts';
import type { Row } from '../../timeline/index.ts';

/** Rows that stand against each other, told together and once. */
export interface Group {
  readonly key: FactId;
  /** Why they stand together; null for a row by itself. */
  readonly relation: 'contradicts' | 'duplicate-therapy' | null;
  readonly safety: boolean;
  readonly rows: readonly Row[];
}

/** What is read first: what may harm today, by what is given and what must not be. */
const KINDS: Readonly<Partial<Record<Row['kind'], number>>> = { medication: 3, allergy: 2, condition: 1 };

/** The gravest first. The order of the rows that come in is kept beside that. */
export function grouped(rows: readonly Row[]): readonly Group[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const taken = new Set<FactId>();
  const groups: Group[] = [];
  for (const row of rows) {
    if (taken.has(row.id)) continue;
    const members = reachable(row, byId);
    for (const member of members) taken.add(member.id);
    groups.push({
      key: row.id,
      relation: members.length > 1 ? relationOf(members) : null,
      safety: members.some((member) => member.flags.safety),
      rows: members.sort((a, b) => Number(isDenial(a)) - Number(isDenial(b))),
    });
  }
  return groups.sort((a, b) => rankOf(b) - rankOf(a));
}

/** 'No known allergies' stands below what it denies. */
const isDenial = (row: Row): boolean => row.role === 'none-known';

function reachable(start: Row, byId: ReadonlyMap<FactId, Row>): Row[] {
  const found = new Map([[start.id, start]]);
  // A map yields what is added to it while it is gone through.
  for (const row of found.values())
    for (const { other } of row.disputes) {
      const next = other === null ? undefined : byId.get(other);
      if (next !== undefined) found.set(next.id, next);
    }
  return [...found.values()];
}

function relationOf(rows: readonly Row[]): Group['relation'] {
  const fields = rows.flatMap((row) => row.disputes.map(({ field }) => field));
  return fields.includes('contradicts') ? 'contradicts' : 'duplicate-therapy';
}

const rankOf = ({ safety, relation, rows }: Group): number =>
  (safety ? 10 : 0) + (relation === null ? 0 : 4) + Math.max(...rows.map((row) => KINDS[row.kind] ?? 0));
