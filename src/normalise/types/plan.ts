import type { JsonObject } from '../../base/index.ts';
import type { ClinicalDate, LinkRole, OtherFact } from '../../record/index.ts';
import { choice, dateAt, periodAt, whenOf } from '../read/date.ts';
import type { Reader } from '../read/reader.ts';
import { standings, type StandingTable } from '../read/status.ts';
import type { Labelled } from '../read/words.ts';

/** How a type without computed particulars is read: what differs from the usual elements, and no more. */
export interface Plan {
  readonly kind: OtherFact['kind'];
  /** Paths to what it is about, most telling first; without one, the usual elements are looked through. */
  readonly title?: readonly string[];
  /** What it is called when none of them says anything. */
  readonly untitled?: string;
  /** Said before its title: 'Claim', 'Family history'. */
  readonly prefix?: string;
  readonly when?: (r: Reader, o: JsonObject) => ClinicalDate | null;
  /** The element that holds its status, where it is not `status`. */
  readonly status?: string;
  readonly standing?: StandingTable;
  readonly links?: readonly (readonly [role: LinkRole, key: string])[];
  /** Who is named where: [list, key in it, role or the path to it]. */
  readonly people?: readonly (readonly [list: string, key: string, role: string])[];
  readonly particulars?: readonly Labelled[];
}

export const date = (key: string) => (r: Reader, o: JsonObject) => dateAt(r, o, key, r.type);
export const period = (key: string) => (r: Reader, o: JsonObject) => periodAt(r, o, key, r.type);

export type When = (r: Reader, o: JsonObject) => ClinicalDate | null;

/** The first that says when. */
export const first =
  (...ways: readonly When[]): When =>
  (r, o) => {
    let stated: ClinicalDate | null = null;
    for (const way of ways) {
      const when = way(r, o);
      if (when !== null && when.kind !== 'undated') return when;
      stated ??= when;
    }
    return stated;
  };

export const choiceOf = (stem: string): When => {
  const keys = choice(stem);
  return (r, o) => whenOf(r, o, keys, r.type);
};

/** What the codes of requests, plans and tasks mean. */
export const REQUEST = standings({
  planned: 'draft planned proposed requested received accepted ready',
  current: 'active in-progress on-hold suspended',
  ended: 'completed revoked ended',
  'not-done': 'cancelled rejected failed refused',
});
