import type { Fact, RecordProblem } from '../record/index.ts';
import { storedAt } from './stored.ts';

/**
 * Several fetches of one resource of one source. Identical ones are one; of different versions the newest counts,
 * by lastUpdated, then by the version's number, then by content, so that the order of arrival never decides.
 *
 * @returns the versions, the current one first; the same array where nothing changed
 */
export function withVersion(versions: readonly Fact[], fact: Fact): readonly Fact[] {
  if (versions.some((known) => known === fact)) return versions;
  const text = contentOf(fact);
  const same = versions.findIndex((known) => contentOf(known) === text);
  if (same >= 0) {
    const known = versions[same];
    // The same answer twice: the later fetch is the one to name, whichever was added first.
    if (known === undefined || (known.provenance.fetchedAt ?? 0) >= (fact.provenance.fetchedAt ?? 0))
      return versions;
    return versions.map((v, i) => (i === same ? fact : v));
  }
  return [...versions, fact].sort(newestFirst);
}

function newestFirst(a: Fact, b: Fact): number {
  return (
    compare(updated(b), updated(a)) ||
    compare(versionNumber(b), versionNumber(a)) ||
    (contentOf(a) < contentOf(b) ? -1 : 1)
  );
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

const updated = (fact: Fact): number => storedAt(fact) ?? Number.NEGATIVE_INFINITY;

function versionNumber(fact: Fact): number {
  const digits = /\d+/.exec(fact.provenance.version ?? '');
  return digits === null ? -1 : Number(digits[0]);
}

/** Everything that the fact says, but for when this app received it; keys in one order. */
const contentOf = (fact: Fact): string =>
  JSON.stringify(fact, (key, value: unknown) => {
    if (key === 'fetchedAt') return undefined;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

export const olderVersion = (fact: Fact): RecordProblem => ({
  source: fact.source,
  ref: fact.ref,
  type: fact.type,
  kind: 'older-version',
  path: null,
  message: `An older version (${fact.provenance.version ?? fact.provenance.lastUpdated ?? 'not numbered'}); the newest is shown.`,
});
