/** How long after it happened things are written down, for the data-quality view. */
import { mainPoint, type Fact, type Merged, type SourceId } from '../record/index.ts';
import type { Delay } from './messages.ts';

export function delays(facts: readonly Merged[]): readonly Delay[] {
  const bySource = new Map<SourceId, number[]>();
  for (const { members } of facts)
    for (const fact of members) {
      const ms = delayOf(fact);
      if (ms === null) continue;
      const known = bySource.get(fact.source);
      if (known === undefined) bySource.set(fact.source, [ms]);
      else known.push(ms);
    }
  return [...bySource].map(([source, all]) => ({ source, median: median(all), records: all.length }));
}

/**
 * Null where one of the two is not stated to the day at least, and where what is written down had not begun: an
 * appointment is no late entry.
 */
function delayOf(fact: Fact): number | null {
  const { recorded } = fact.provenance;
  const was = mainPoint(fact.when);
  const written = recorded === null ? null : mainPoint(recorded);
  if (was === null || written === null) return null;
  if (was.precision === 'year' || was.precision === 'month') return null;
  if (written.precision === 'year' || written.precision === 'month') return null;
  // Days are told apart, not what lies within one of them.
  return written.to < was.from ? null : Math.max(0, written.from - was.from);
}

function median(all: number[]): number {
  all.sort((a, b) => a - b);
  return all[Math.floor((all.length - 1) / 2)] ?? 0;
}
