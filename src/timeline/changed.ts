import { sortTime, type Fact } from '../record/index.ts';
import { isMasked, type Timeline } from './timeline.ts';

/**
 * When each fact was last added to or changed at any of its sources, in real time; NaN where nothing tells. The stamp of
 * a server is no clinical time, and one that indexed everything anew says more to be new than is: rather that than
 * a changed status that nobody is told of. Only where a source states neither stamp nor record does the fact's own
 * time stand in. A masked fact whose date is not told has not changed at any time either.
 */
export function changedTimes(timeline: Timeline): Float64Array {
  if (timeline.memo.changed !== null) return timeline.memo.changed;
  const changed = Float64Array.from(timeline.facts, ({ members }, i) => {
    let last = NaN;
    if (isMasked(timeline, i) && Number.isNaN(timeline.from[i])) return last;
    for (const member of members) {
      const time = changedAt(member);
      if (!Number.isNaN(time) && !(last > time)) last = time;
    }
    return last;
  });
  timeline.memo.changed = changed;
  return changed;
}

function changedAt({ provenance, when }: Fact): number {
  const stamp = provenance.lastUpdated === null ? NaN : Date.parse(provenance.lastUpdated);
  const written = provenance.recorded === null ? NaN : (sortTime(provenance.recorded) ?? NaN);
  if (Number.isNaN(stamp)) return Number.isNaN(written) ? (sortTime(when) ?? NaN) : written;
  return Number.isNaN(written) ? stamp : Math.max(stamp, written);
}
