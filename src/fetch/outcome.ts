import { isObject, type Json, type JsonObject } from '../base/index.ts';

/** One issue of an OperationOutcome, as far as it is understood. */
export interface Issue {
  readonly severity: string;
  readonly code: string;
  /** What the server says to people. */
  readonly text: string;
  /** Often echoes the query or a stack trace: for the reason of a refusal, not for a row. */
  readonly diagnostics: string;
}

const SEVERITY = ['fatal', 'error', 'warning', 'information'];
const MAX_TEXT = 240;

export const isOutcome = (resource: Json | undefined): resource is JsonObject =>
  isObject(resource) && resource['resourceType'] === 'OperationOutcome';

/** Worst first: servers put an informational issue before the one that matters. */
export function issuesOf(outcome: JsonObject): readonly Issue[] {
  const issues = Array.isArray(outcome['issue']) ? (outcome['issue'] as readonly Json[]) : [];
  const rank = (issue: Issue) => {
    const place = SEVERITY.indexOf(issue.severity);
    return place < 0 ? 1 : place;
  };
  return issues
    .filter(isObject)
    .map(readIssue)
    .sort((a, b) => rank(a) - rank(b));
}

function readIssue(issue: JsonObject): Issue {
  const details = isObject(issue['details']) ? issue['details'] : {};
  const codings = Array.isArray(details['coding']) ? (details['coding'] as readonly Json[]) : [];
  const first = codings.find(isObject);
  return {
    severity: text(issue['severity']),
    code: text(issue['code']),
    text: text(details['text']) || text(first?.['display']) || text(first?.['code']),
    diagnostics: text(issue['diagnostics']),
  };
}

const text = (value: Json | undefined): string =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT) : '';

/** One line for a problem row: severity, code, the words meant for people; no diagnostics. */
export const issueLine = (issue: Issue): string =>
  [issue.severity || 'issue', issue.code].filter(Boolean).join(' ') + (issue.text ? `: ${issue.text}` : '');

/** Why something was refused: the worst issue's words, else its diagnostics. */
export function refusalText(body: Json): string {
  if (!isOutcome(body)) return '';
  const worst = issuesOf(body)[0];
  if (!worst) return '';
  return worst.text || worst.diagnostics || worst.code;
}

/** Codes by which a server says that its answer is not the whole answer. */
const WITHHELD = new Set(['suppressed', 'security', 'forbidden', 'login', 'unknown', 'expired']);
const UNFINISHED = new Set([
  'too-costly',
  'throttled',
  'timeout',
  'transient',
  'incomplete',
  'exception',
  'no-store',
  'lock-error',
]);

/**
 * Does an issue inside a successful answer mean that something is missing? An error always does; a warning does
 * by its code. 'No results' arrives as a warning from widespread servers, so not every warning may.
 */
export function means(issue: Issue): 'withheld' | 'unfinished' | 'nothing' {
  if (WITHHELD.has(issue.code)) return 'withheld';
  if (UNFINISHED.has(issue.code)) return 'unfinished';
  return issue.severity === 'error' || issue.severity === 'fatal' ? 'unfinished' : 'nothing';
}
