/** What was linked is read again: does the comparison still say what it said then? */
import type { Match, MatchOutcome } from '../record/index.ts';

const RANK: Readonly<Record<MatchOutcome, number>> = { certain: 2, likely: 1, unlikely: 0 };

/** 'doubtful': somebody has to look again. Who was linked against the rules is doubtful as soon as anything changes. */
export function changeSince(before: Match, now: Match): 'none' | 'changed' | 'doubtful' {
  if (RANK[now.outcome] < RANK[before.outcome]) return 'doubtful';
  if (said(before) === said(now)) return 'none';
  if (now.outcome === 'unlikely') return 'doubtful';
  return now.vetoes.some((veto) => !before.vetoes.includes(veto)) ? 'doubtful' : 'changed';
}

const said = ({ evidence, vetoes }: Match): string =>
  JSON.stringify([vetoes, evidence.map(({ field, agreement, a, b }) => [field, agreement, a, b])]);
