/** What one fact tells by itself. */
import {
  FACT_KINDS,
  parseDate,
  sortTime,
  type ClinicalDate,
  type Fact,
  type FactKind,
  type Merged,
} from '../record/index.ts';

export const KIND_NUMBER = new Map<FactKind, number>(FACT_KINDS.map((kind, i) => [kind, i]));

/** End of what a fact covers: a problem ends where it abated. */
export const endOf = (merged: Merged): ClinicalDate | null => endOfFact(merged.shown);

function endOfFact(fact: Fact): ClinicalDate | null {
  if (fact.when.kind === 'period') return fact.when.end === null ? null : { kind: 'at', at: fact.when.end };
  return fact.kind === 'condition' ? fact.abatement : null;
}

/** What is shown is over; a source that disagrees about the status says that it goes on. */
export const goesOnElsewhere = ({ shown, members, conflicts }: Merged): boolean =>
  shown.status.standing !== 'current' &&
  conflicts.some(({ field }) => field === 'status') &&
  members.some(
    (fact) => fact.status.standing === 'current' && !fact.status.retracted && endOfFact(fact) === null,
  );

/** The last time at which any of its sources added to it or changed it; NaN where none tells. */
export function changedOf({ members }: Merged): number {
  let last = NaN;
  for (const member of members) {
    const time = changedAt(member);
    if (!Number.isNaN(time) && !(last > time)) last = time;
  }
  return last;
}

function changedAt({ provenance, when }: Fact): number {
  const stamp = provenance.lastUpdated === null ? NaN : (parseDate(provenance.lastUpdated)?.from ?? NaN);
  const written = provenance.recorded === null ? NaN : (sortTime(provenance.recorded) ?? NaN);
  if (Number.isNaN(stamp)) return Number.isNaN(written) ? (sortTime(when) ?? NaN) : written;
  return Number.isNaN(written) ? stamp : Math.max(stamp, written);
}
