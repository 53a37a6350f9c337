import type { FactId, Merged, SourceId } from '../record/index.ts';
import { doseWords, isOrder } from './conflicts.ts';

/** One line of the reconciled list of what the patient takes now. */
export interface CurrentMedication {
  readonly id: FactId;
  readonly title: string;
  readonly dose: string | null;
  /**
   * 'agreed': two or more sources say it is current and nothing differs. 'only-here', 'only-there': one side says so,
   * the other is silent. 'disagreeing': the sources, or another line of this list, say something else.
   */
  readonly state: 'agreed' | 'only-here' | 'only-there' | 'disagreeing';
  /** Who says that it is current. */
  readonly sources: readonly SourceId[];
  readonly why: string;
}

const UNSETTLING: ReadonlySet<string> = new Set(['status', 'dose', 'verification']);

/**
 * What at least one source says is taken now. `here` is the clinician's own source; where none is named, a single
 * source counts as 'here'.
 */
export function reconcileMedications(
  merged: readonly Merged[],
  here: SourceId | null = null,
): CurrentMedication[] {
  return merged
    .filter((fact) => fact.kind === 'medication' && !fact.retracted)
    .flatMap((fact) => line(fact, here) ?? [])
    .sort((a, b) => (a.title === b.title ? (a.id < b.id ? -1 : 1) : a.title < b.title ? -1 : 1));
}

function line(fact: Merged, here: SourceId | null): CurrentMedication | null {
  const current = fact.members.filter(
    (m) => isOrder(m) && m.status.standing === 'current' && !m.status.retracted && !m.negation,
  );
  if (current.length === 0) return null;
  const sources = [...new Set(current.map((m) => m.source))].sort();
  const { state, why } = judgeLine(fact, sources, here);
  const shown = current.includes(fact.shown) ? fact.shown : (current[0] ?? fact.shown);
  const dose = shown.kind === 'medication' ? doseWords(shown.doses) : null;
  return { id: fact.id, title: shown.title, dose, state, sources, why };
}

function judgeLine(
  fact: Merged,
  sources: readonly SourceId[],
  here: SourceId | null,
): Pick<CurrentMedication, 'state' | 'why'> {
  const conflict = fact.conflicts.find((c) => UNSETTLING.has(c.field));
  if (conflict !== undefined)
    return { state: 'disagreeing', why: `The sources differ in ${conflict.field}.` };
  const against = fact.related.find((r) => r.kind === 'contradicts' || r.kind === 'duplicate-therapy');
  if (against !== undefined) return { state: 'disagreeing', why: against.why };
  if (sources.length > 1) return { state: 'agreed', why: 'Each of these sources says that it is current.' };
  const own = here === null || sources[0] === here;
  return own
    ? { state: 'only-here', why: 'No other source says that it is current.' }
    : { state: 'only-there', why: 'Only another source says that it is current.' };
}
