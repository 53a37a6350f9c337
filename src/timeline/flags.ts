import {
  memberKey,
  type Fact,
  type FactId,
  type MemberKey,
  type Merged,
  type SourceId,
} from '../record/index.ts';
import type { RowFlags } from './row.ts';

export const FLAG = {
  conflict: 1,
  safety: 2,
  abnormal: 4,
  critical: 8,
  retracted: 16,
  masked: 32,
  unsafe: 64,
  possiblySame: 128,
  outside: 256,
  launchVisit: 512,
} as const;

const CRITICAL = new Set(['HH', 'LL', 'AA', 'HX', 'LX']);
/** Better, worse, positive and resistant say something too, but not that the result is out of its range. */
const ABNORMAL = new Set(['H', 'L', 'A', 'HU', 'LU', '>', '<']);

function abnormality(fact: Fact): number {
  if (fact.status.retracted) return 0;
  if (fact.kind !== 'observation' && fact.kind !== 'panel' && fact.kind !== 'social') return 0;
  let worst = interpreted(fact.interpretation);
  for (const component of fact.components) worst |= interpreted(component.interpretation);
  return worst;
}

function interpreted(codes: readonly string[]): number {
  let bits = 0;
  for (const code of codes) {
    if (CRITICAL.has(code)) bits |= FLAG.abnormal | FLAG.critical;
    else if (ABNORMAL.has(code)) bits |= FLAG.abnormal;
  }
  return bits;
}

function isSaidBy({ members }: Merged, source: SourceId): boolean {
  for (const member of members) if (member.source === source) return true;
  return false;
}

/**
 * Bits of a merged fact. A masked one says that it is masked and where it comes from, and nothing else: that its
 * sources disagree or that a result was critical would already tell what it is.
 */
export function flagBits(
  merged: Merged,
  home: SourceId | null,
  masked: ReadonlySet<FactId>,
  launchVisit: MemberKey | null,
): number {
  const outside = home !== null && !isSaidBy(merged, home);
  const here =
    launchVisit !== null &&
    !masked.has(merged.id) &&
    merged.kind === 'encounter' &&
    merged.members.some((member) => memberKey(member.source, member.ref) === launchVisit);
  const place =
    (outside ? FLAG.outside : 0) | (merged.retracted ? FLAG.retracted : 0) | (here ? FLAG.launchVisit : 0);
  if (masked.has(merged.id)) return place | FLAG.masked;
  let bits = place;
  for (const conflict of merged.conflicts) {
    // Five minutes between two clocks are no disagreement to act on: the detail tells of them, no flag does.
    if (conflict.weight === 'minor') continue;
    bits |= FLAG.conflict;
    if (conflict.weight === 'safety') bits |= FLAG.safety;
  }
  for (const relation of merged.related) {
    // That something stands against it would tell of what is masked.
    if (masked.has(relation.id)) continue;
    if (relation.kind === 'possibly-same') bits |= FLAG.possiblySame;
    if (relation.kind === 'contradicts' || relation.kind === 'duplicate-therapy')
      bits |= FLAG.conflict | FLAG.safety;
  }
  for (const member of merged.members) {
    bits |= abnormality(member);
    if (member.unsafe) bits |= FLAG.unsafe;
  }
  return bits;
}

/** What one measurement's own interpretation says. */
export function abnormalityOf(codes: readonly string[]): RowFlags['abnormal'] {
  const bits = interpreted(codes);
  return (bits & FLAG.critical) !== 0 ? 'critical' : bits === 0 ? null : 'abnormal';
}

export const rowFlags = (bits: number): RowFlags => ({
  conflict: (bits & FLAG.conflict) !== 0,
  safety: (bits & FLAG.safety) !== 0,
  abnormal: (bits & FLAG.critical) !== 0 ? 'critical' : (bits & FLAG.abnormal) !== 0 ? 'abnormal' : null,
  retracted: (bits & FLAG.retracted) !== 0,
  masked: (bits & FLAG.masked) !== 0,
  unsafe: (bits & FLAG.unsafe) !== 0,
  possiblySame: (bits & FLAG.possiblySame) !== 0,
  outside: (bits & FLAG.outside) !== 0,
  ...((bits & FLAG.launchVisit) !== 0 ? { launchVisit: true } : {}),
});
