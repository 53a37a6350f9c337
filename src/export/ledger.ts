/**
 * What was read and what is missing, as a resource: an OperationOutcome, which says of an answer how complete it is,
 * and which no reader takes for a fact about the patient.
 */
import type { JsonObject } from '../base/index.ts';
import type { Completeness, LedgerLine } from '../record/index.ts';
import type { About } from './kinds.ts';
import { noticesAmong } from './labels.ts';

interface Issue {
  readonly [key: string]: string;
  readonly severity: string;
  readonly code: string;
  readonly diagnostics: string;
}

/** What a copy says of itself, one line each: what was left out, what must be told on, what is missing. */
export function linesAbout(about: About): readonly Issue[] {
  const lines = about.sources.flatMap(({ name, lines: own }) => own.map((line) => ({ name, line })));
  return [
    issue(
      'information',
      'informational',
      `Copied from Throughline at ${iso(about.now)}. Counts are floors where a part below is not complete.`,
    ),
    ...noticesAmong(about.facts).map((text) => issue('warning', 'business-rule', text)),
    ...(about.masked > 0
      ? [issue('warning', 'suppressed', `${count(about.masked)} left out: masked by policy or consent.`)]
      : []),
    ...(about.hiddenRetracted > 0
      ? [issue('information', 'deleted', `${count(about.hiddenRetracted)} left out: entered in error.`)]
      : []),
    ...about.sources
      .filter(({ lines: own }) => own.length === 0)
      .map(({ name }) => issue('warning', 'incomplete', `${name}: nothing was read.`)),
    ...lines.map(({ name, line }) =>
      line.state.kind === 'complete'
        ? issue('information', 'informational', lineText(name, line))
        : issue('warning', 'incomplete', lineText(name, line)),
    ),
  ];
}

export function ledgerResource(about: About): JsonObject {
  const issues = linesAbout(about);
  const items = issues.map(({ diagnostics }) => `<li>${escaped(diagnostics)}</li>`).join('');
  return {
    resourceType: 'OperationOutcome',
    text: {
      status: 'generated',
      div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>What was read, and what is missing</p><ul>${items}</ul></div>`,
    },
    issue: issues,
  };
}

const issue = (severity: string, code: string, diagnostics: string): Issue => ({
  severity,
  code,
  diagnostics,
});
const count = (n: number): string => (n === 1 ? '1 fact' : `${n} facts`);
export const iso = (time: number): string => new Date(time).toISOString();

function lineText(name: string, { type, category, state, remarks }: LedgerLine): string {
  const part = category === null ? type : `${type} (${category})`;
  return [`${name}: ${part}: ${stateText(state)}`, ...remarks].join('; ');
}

/** Of why a part is missing the kind alone: details may be a server's own words. */
function stateText(state: Completeness): string {
  switch (state.kind) {
    case 'not-asked':
      return `not asked (${state.why})`;
    case 'not-granted':
      return 'not permitted';
    case 'loading':
      return `still being read, ${state.received} so far`;
    case 'partial':
      return `partial, ${state.received} read (${state.why.kind})${
        state.missingBefore === null ? '' : `, missing before ${iso(state.missingBefore).slice(0, 10)}`
      }`;
    case 'failed':
      return `failed (${state.why.kind}) at ${iso(state.at)}`;
    case 'complete':
      return `complete, ${state.received} read at ${iso(state.at)}`;
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
