import type { Completeness, SourceProblem } from '../../record/index.ts';
import { dayText, momentText, said } from '../format/index.ts';
import { t } from '../messages/index.ts';

/** Why a part is not complete, in words for a clinician; null where nothing is to be explained. */
export function whyText(state: Completeness): string | null {
  switch (state.kind) {
    case 'not-asked':
      return t.sourcesView.notAsked[state.why];
    case 'not-granted':
      return said(state.detail);
    case 'loading':
      return null;
    case 'partial':
      return [problemText(state.why), missingText(state.missingBefore)]
        .filter((part) => part !== null)
        .join('; ');
    case 'failed':
      return `${problemText(state.why)}, ${t.sourcesView.at(momentText(state.at))}`;
    case 'complete':
      return t.sourcesView.at(momentText(state.at));
  }
}

const missingText = (before: number | null): string | null =>
  before === null
    ? null
    : t.sourcesView.missingBefore(dayText({ from: before, precision: 'day', offset: null }));

const problemText = (problem: SourceProblem): string => t.sourceProblem[problem.kind];

export function receivedText(state: Completeness): string {
  if (!('received' in state)) return '';
  const about = 'about' in state ? state.about : null;
  if (about === null || about <= state.received) return t.count(state.received);
  return t.sourcesView.of(t.count(state.received), t.count(about));
}
