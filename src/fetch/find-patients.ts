/** Asks a further server for patients that may be the one at hand. Who of them it is, is decided elsewhere. */
import { err, ok, type Result } from '../base/index.ts';
import { entryRef, resourceRef, type Fetched, type SourceProblem } from '../record/index.ts';
import type { Access, AskOptions } from './access.ts';
import type { Answer } from './answer.ts';
import { readPage } from './bundle.ts';
import { nextUrl } from './habits/next-link.ts';

/** Further pages of one search: a search that finds hundreds of people finds nobody. */
const PAGES = 3;

export interface PatientSearch {
  /** The Parameters body of `Patient/$match`, as JSON text; null where it is not to be tried. */
  readonly match: string | null;
  /** `identifier=…`, `family=…&birthdate=…`: all are asked, and travel in the body, out of URLs and logs. */
  readonly searches: readonly URLSearchParams[];
}

/**
 * Every Patient that any of the searches finds, each once. It fails only where no search at all was answered, with
 * the first reason.
 */
export async function findPatients(
  access: Access,
  search: PatientSearch,
  signal?: AbortSignal,
): Promise<Result<readonly Fetched[], SourceProblem>> {
  const ask: AskOptions = signal ? { signal } : {};
  const asked = [
    ...(search.match === null ? [] : [matchOperation(access, search.match, ask)]),
    ...search.searches.map((params) => allPages(access, params, ask)),
  ];
  const answers = await Promise.all(asked);
  const found = new Map<string, Fetched>();
  for (const answer of answers) {
    if (answer.ok) for (const each of answer.value) if (!found.has(each.ref)) found.set(each.ref, each);
  }
  const failed = answers.find((answer) => !answer.ok);
  if (failed && !failed.ok && answers.every((answer) => !answer.ok)) return err(failed.error);
  return ok([...found.values()]);
}

type Found = Result<readonly Fetched[], SourceProblem>;

export interface PatientPage {
  readonly patients: readonly Fetched[];
  /** The server's own address of the next page: to be handed in again as it is. */
  readonly next: string | null;
}

/** One page of a clinician's own search. Unlike `findPatients` it goes on for as long as somebody asks. */
export async function searchPatients(
  access: Access,
  from: { readonly params: URLSearchParams } | { readonly next: string },
): Promise<Result<PatientPage, SourceProblem>> {
  const answer = 'next' in from ? await access.get(from.next) : await askFirst(access, from.params, {});
  if (!answer.ok) return answer;
  const page = readPage(answer.value);
  if (!page.ok) return page;
  const { entries, next } = page.value;
  return ok({
    patients: patientsOf(access, entries, answer.value.receivedAt),
    next: next === null ? null : nextUrl(access.base, answer.value.url, 'Patient', next),
  });
}

async function matchOperation(access: Access, parameters: string, ask: AskOptions): Promise<Found> {
  const answer = await access.post('Patient/$match', { json: parameters }, ask);
  if (!answer.ok) return answer;
  const page = readPage(answer.value);
  return page.ok ? ok(patientsOf(access, page.value.entries, answer.value.receivedAt)) : page;
}

async function allPages(access: Access, params: URLSearchParams, ask: AskOptions): Promise<Found> {
  let answer = await askFirst(access, params, ask);
  const found: Fetched[] = [];
  for (let pages = 1; ; pages++) {
    if (!answer.ok) return found.length > 0 ? ok(found) : answer;
    const page = readPage(answer.value);
    if (!page.ok) return found.length > 0 ? ok(found) : page;
    found.push(...patientsOf(access, page.value.entries, answer.value.receivedAt));
    const { next } = page.value;
    const url =
      next === null || pages >= PAGES ? null : nextUrl(access.base, answer.value.url, 'Patient', next);
    if (url === null) return ok(found);
    answer = await access.get(url, ask);
  }
}

/** A name in a URL stays in histories and logs: in the body it does not. Where POST is refused, GET remains. */
async function askFirst(
  access: Access,
  params: URLSearchParams,
  ask: AskOptions,
): Promise<Result<Answer, SourceProblem>> {
  const answer = await access.post('Patient/_search', { form: params }, ask);
  const refused = !answer.ok && ['rejected', 'unsupported', 'not-found'].includes(answer.error.kind);
  return refused ? access.get(`Patient?${params.toString()}`, ask) : answer;
}

const patientsOf = (
  access: Access,
  entries: readonly { resource: Fetched['resource'] | null; fullUrl: string | null; number: number }[],
  fetchedAt: number,
): readonly Fetched[] =>
  entries.flatMap(({ resource, fullUrl, number }) => {
    if (resource?.['resourceType'] !== 'Patient') return [];
    const ref = resourceRef(`Patient/${String(resource['id'])}`) ?? entryRef(number);
    return [{ source: access.source, ref, resource, base: access.base, fullUrl, fetchedAt }];
  });
