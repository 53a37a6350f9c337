import {
  mainPoint,
  wallTime,
  type Concept,
  type Fact,
  type FactId,
  type Measured,
  type Merged,
  type Quantity,
  type ReferenceRange,
  type SourceId,
} from '../record/index.ts';
import { abnormalityOf } from './flags.ts';
import type { RowTime } from './row.ts';
import { isMasked, type Timeline } from './timeline.ts';
import { canonicalText, measuredValue } from './value-text.ts';

/** One number that was measured, as its source wrote it and as it can be compared. */
export interface SeriesPoint {
  readonly id: FactId;
  /** The source's wall clock, as everywhere on the axis. */
  readonly time: number;
  readonly when: RowTime;
  /** In the unit of its series. Of '<5' it is 5: the comparator says that it is a bound. */
  readonly value: number;
  /** The source's own digits, comparator and unit. */
  readonly text: string;
  /** The same in the unit of the series, where that is another. */
  readonly converted: string | null;
  /** How it was converted; null where it was not. */
  readonly conversion: string | null;
  readonly comparator: Quantity['comparator'];
  /** Its own reference range in the unit of the series; null where it has none or it cannot be converted. */
  readonly low: number | null;
  readonly high: number | null;
  /** Its own reference range as written. */
  readonly range: ReferenceRange | null;
  readonly abnormal: 'abnormal' | 'critical' | null;
  readonly sources: readonly SourceId[];
  /** Another source gives another number for the same measurement. */
  readonly disputed: boolean;
}

/** A point and the series that it may stand in: one analyte in one unit. */
export interface Measure {
  readonly analyte: string;
  readonly title: string;
  readonly unit: string;
  /** False where no safe conversion was found: such numbers stand among their own unit's only. */
  readonly comparable: boolean;
  readonly point: SeriesPoint;
}

/** What is measured: the terminology's key; without one its code; without that its very words. Null where unnamed. */
function analyteOf(code: Concept | null): string | null {
  if (code === null) return null;
  if (code.canonical !== null) return code.canonical;
  const coding = code.codings.find((each) => each.code !== null);
  if (coding !== undefined) return `${coding.system ?? ''}|${coding.code ?? ''}`;
  const words = (code.text ?? code.display)?.trim().toLowerCase();
  return words === undefined || words === '' ? null : `"${words}`;
}

/** The observation's own value and those of its components; none where the kind has no values. */
const measuredOf = (fact: Fact): readonly Measured[] =>
  'components' in fact ? [fact, ...fact.components] : [];

export const analytesOf = (fact: Fact): readonly string[] =>
  measuredOf(fact).flatMap((measured) => {
    const analyte = numberOf(measured) === null ? null : analyteOf(measured.code);
    return analyte === null ? [] : [analyte];
  });

/** Whether it has a trend: a number of its own or in its parts. */
export const isMeasured = (merged: Merged): boolean =>
  !merged.retracted && (merged.kind === 'panel' || analytesOf(merged.shown).length > 0);

interface Written {
  readonly value: number;
  readonly unit: string;
  readonly comparable: boolean;
  readonly quantity: Quantity | null;
}

function numberOf({ value }: Measured): Written | null {
  if (value?.kind === 'integer') return { value: value.value, unit: '', comparable: false, quantity: null };
  if (value?.kind !== 'quantity' || !Number.isFinite(value.quantity.value)) return null;
  const { quantity } = value;
  const { canonical } = quantity;
  return canonical === null
    ? { value: quantity.value, unit: quantity.unit ?? quantity.code ?? '', comparable: false, quantity }
    : { value: canonical.value, unit: canonical.unit, comparable: true, quantity };
}

/**
 * The numbers of a merged fact. Where its sources give one number it is one point of all of them; where they do not,
 * each number is a point with whoever says it. None of what is masked, retracted, or not understood.
 */
export function measuresAt(timeline: Timeline, i: number): readonly Measure[] {
  const merged = timeline.facts[i];
  if (merged === undefined || merged.retracted || isMasked(timeline, i)) return [];
  if (Number.isNaN(timeline.from[i])) return [];
  const found: Measure[] = [];
  for (const member of [merged.shown, ...merged.members.filter((each) => each !== merged.shown)]) {
    if (member.status.retracted || member.unsafe) continue;
    for (const measured of measuredOf(member)) add(found, merged, member, measured);
  }
  return disputes(found);
}

function add(found: Measure[], merged: Merged, member: Fact, measured: Measured): void {
  const analyte = analyteOf(measured.code);
  const written = numberOf(measured);
  // A member without a date of its own is dated by the fact that it is part of.
  const at = mainPoint(member.when) ?? mainPoint(merged.shown.when);
  if (analyte === null || written === null || at === null) return;
  const same = found.findIndex((each) => isSame(each, analyte, written));
  const known = found[same];
  if (known !== undefined) {
    if (!known.point.sources.includes(member.source))
      found[same] = { ...known, point: { ...known.point, sources: [...known.point.sources, member.source] } };
    return;
  }
  const { from, to, precision, offset } = at;
  const canonical = written.quantity?.canonical ?? null;
  const isConverted = canonical !== null && canonical.conversion !== null;
  const range = measured.ranges.find((each) => each.type === null || each.type === 'normal') ?? null;
  const point: SeriesPoint = {
    id: merged.id,
    time: wallTime(at),
    when: { from, to, precision, offset, end: null, isPeriod: false },
    value: written.value,
    text: (measured.value === null ? null : measuredValue(measured.value)) ?? String(written.value),
    converted: isConverted ? canonicalText(canonical) : null,
    conversion: isConverted ? canonical.conversion : null,
    comparator: written.quantity?.comparator ?? null,
    low: boundOf(range?.low ?? null, written),
    high: boundOf(range?.high ?? null, written),
    range,
    abnormal: abnormalityOf(measured.interpretation),
    sources: [member.source],
    disputed: false,
  };
  const title = measured.code?.display ?? measured.code?.text ?? member.title;
  found.push({ analyte, title, unit: written.unit, comparable: written.comparable, point });
}

/** One number within what both sources' digits can tell, and with the same comparator. */
function isSame(known: Measure, analyte: string, written: Written): boolean {
  if (known.analyte !== analyte || known.unit !== written.unit || known.comparable !== written.comparable)
    return false;
  if (known.point.comparator !== (written.quantity?.comparator ?? null)) return false;
  const tolerance = 2 * (written.quantity?.canonical?.tolerance ?? 0);
  return Math.abs(known.point.value - written.value) <= tolerance;
}

/** A bound of a range in the unit of its value; a bound in an unknown unit is left in the words. */
function boundOf(bound: Quantity | null, written: Written): number | null {
  if (bound === null) return null;
  if (written.comparable)
    return bound.canonical !== null && bound.canonical.unit === written.unit ? bound.canonical.value : null;
  const unit = bound.unit ?? bound.code ?? '';
  return unit === written.unit ? bound.value : null;
}

/** Numbers in units that cannot be compared do not disagree: nobody can tell. */
function disputes(found: readonly Measure[]): readonly Measure[] {
  if (found.length < 2) return found;
  return found.map((each) => {
    const disputed = found.some(
      (other) =>
        other !== each &&
        other.analyte === each.analyte &&
        other.unit === each.unit &&
        other.comparable === each.comparable,
    );
    return disputed ? { ...each, point: { ...each.point, disputed } } : each;
  });
}
