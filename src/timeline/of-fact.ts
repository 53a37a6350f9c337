/** What one fact tells by itself. */
import {
  FACT_KINDS,
  sortTime,
  type ClinicalDate,
  type Fact,
  type FactKind,
  type Merged,
} from '../record/index.ts';

export const KIND_NUMBER = new Map<FactKind, number>(FACT_KINDS.map((kind, i) => [kind, i]));

/** End of what a fact covers: a problem ends where it abated. */
export function endOf(merged: Merged): ClinicalDate | null {
  const shown = merged.shown;
  if (shown.when.kind === 'period')
    return shown.when.end === null ? null : { kind: 'at', at: shown.when.end };
  return shown.kind === 'condition' ? shown.abatement : null;
}

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
  const stamp = provenance.lastUpdated === null ? NaN : Date.parse(provenance.lastUpdated);
  const written = provenance.recorded === null ? NaN : (sortTime(provenance.recorded) ?? NaN);
  if (Number.isNaN(stamp)) return Number.isNaN(written) ? (sortTime(when) ?? NaN) : written;
  return Number.isNaN(written) ? stamp : Math.max(stamp, written);
}
