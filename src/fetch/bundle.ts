import { err, isObject, ok, parseJson, type Json, type JsonObject, type Result } from '../base/index.ts';
import type { SourceProblem } from '../record/index.ts';
import type { Answer } from './answer.ts';
import { isOutcome, issuesOf, refusalText, type Issue } from './outcome.ts';

export interface Entry {
  /** Its place in the bundle, by which `entryText` finds it again. */
  readonly number: number;
  /** null where the entry holds no resource. */
  readonly resource: JsonObject | null;
  readonly fullUrl: string | null;
}

/** One page of a search, read but not judged. */
export interface Page {
  readonly text: string;
  readonly entries: readonly Entry[];
  readonly issues: readonly Issue[];
  readonly next: string | null;
  /** The search as the server understood it, where it says so. */
  readonly self: string | null;
  readonly total: number | null;
}

const MOST_ENTRIES = 100_000;

const string = (value: Json | undefined): string | null =>
  typeof value === 'string' && value ? value : null;
const list = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

export function readJson(answer: Pick<Answer, 'text'>): Result<JsonObject, SourceProblem> {
  try {
    const json = parseJson(answer.text);
    return isObject(json) ? ok(json) : err({ kind: 'malformed', detail: 'the answer is no JSON object' });
  } catch {
    return err({ kind: 'malformed', detail: 'the answer is not readable as JSON' });
  }
}

export function readPage(answer: Pick<Answer, 'text' | 'status'>): Result<Page, SourceProblem> {
  const json = readJson(answer);
  if (!json.ok) return json;
  const bundle = json.value;
  // 200 with an OperationOutcome in place of a Bundle is a refusal in a friendly envelope.
  if (isOutcome(bundle)) return err({ kind: 'rejected', status: answer.status, detail: refusalText(bundle) });
  if (bundle['resourceType'] !== 'Bundle')
    return err({ kind: 'malformed', detail: 'a search was answered with something that is no Bundle' });
  // No server means a page of that size; each entry that is no resource is a row of its own.
  if (list(bundle['entry']).length > MOST_ENTRIES)
    return err({
      kind: 'malformed',
      detail: `a page has more than ${MOST_ENTRIES.toLocaleString('en')} entries`,
    });
  const links = list(bundle['link']).filter(isObject);
  const link = (relation: string) => string(links.find((l) => l['relation'] === relation)?.['url']);
  const issues: Issue[] = [];
  const entries: Entry[] = [];
  list(bundle['entry']).forEach((entry, number) => {
    if (!isObject(entry)) {
      entries.push({ number, resource: null, fullUrl: null });
      return;
    }
    const resource = entry['resource'];
    if (isOutcome(resource)) issues.push(...issuesOf(resource));
    else
      entries.push({
        number,
        resource: isObject(resource) ? resource : null,
        fullUrl: string(entry['fullUrl']),
      });
  });
  const total = bundle['total'];
  return ok({
    text: answer.text,
    entries,
    issues,
    next: link('next'),
    self: link('self'),
    total: typeof total === 'number' && total >= 0 ? total : null,
  });
}
