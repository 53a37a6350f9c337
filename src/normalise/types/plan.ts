import type { JsonObject } from '../../base/index.ts';
import type { ClinicalDate, LinkRole, OtherFact } from '../../record/index.ts';
import type { Reader } from '../read/reader.ts';
import type { StandingTable } from '../read/status.ts';
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
