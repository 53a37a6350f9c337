/**
 * What somebody with a purpose and a reason was shown for a few minutes: one fact, or all that are masked on the same
 * grounds. A grant lets through what it was given for and nothing stricter: a further label or consent closes it.
 */
import type { Clock } from '../base/index.ts';
import type { Verdict } from '../consent/index.ts';
import type { FactId, Merged } from '../record/index.ts';

interface Grant {
  readonly purpose: string;
  readonly grounds: ReadonlySet<string>;
  /** null is all on these grounds. */
  readonly only: FactId | null;
  readonly until: number;
}

export interface Grants {
  add(grant: { purpose: string; grounds: readonly string[]; only: FactId | null; minutes: number }): number;
  /** Until when the fact is shown; null where no grant lets it through. */
  until(merged: Merged): number | null;
  /** Ends every grant that shows the fact; false where none does. */
  end(merged: Merged): boolean;
  clear(): void;
}

interface GrantPorts {
  readonly clock: Clock;
  readonly verdict: (merged: Merged, purpose: string) => Verdict;
  readonly changed: () => void;
}

export function createGrants({ clock, verdict, changed }: GrantPorts): Grants {
  let grants: readonly Grant[] = [];

  const shows = (grant: Grant, merged: Merged): boolean => {
    if (grant.only !== null && grant.only !== merged.id) return false;
    if (grant.until <= clock.now()) return false;
    const said = verdict(merged, grant.purpose);
    if (said.kind === 'show') return grant.only !== null;
    return said.grounds !== null && said.grounds.every((ground) => grant.grounds.has(ground));
  };
  const drop = (gone: (grant: Grant) => boolean): boolean => {
    const left = grants.filter((grant) => !gone(grant));
    if (left.length === grants.length) return false;
    grants = left;
    changed();
    return true;
  };

  return {
    add({ purpose, grounds, only, minutes }) {
      const until = clock.now() + minutes * 60_000;
      const grant = { purpose, grounds: new Set(grounds), only, until };
      grants = [...grants, grant];
      setTimeout(() => drop((each) => each === grant), minutes * 60_000);
      changed();
      return until;
    },
    until: (merged) =>
      grants.reduce<number | null>(
        (last, grant) => (shows(grant, merged) ? Math.max(last ?? 0, grant.until) : last),
        null,
      ),
    end: (merged) => drop((grant) => shows(grant, merged)),
    clear: () => void drop(() => true),
  };
}
