/**
 * The way to what is kept at a source: SMART App State, which is a Basic under this app's own code with the patient as
 * its subject. Each change is made to what was just read, and only if that is what still stands there; else it is read
 * again and made to that. So two who keep at once both have theirs kept.
 */
import { err, isObject, ok, parseJson, type Json, type JsonObject, type Result } from '../base/index.ts';
import type { Access, Change } from '../fetch/index.ts';
import type { SourceProblem } from '../record/index.ts';
import { DECISIONS_CODE } from '../sources/index.ts';
import type { KeepProblem } from './deciding.ts';
import { readState, writeState, type KeptDecision } from './kept-state.ts';

/** As the capability has it, with room for what is around it. */
const MOST_BYTES = 256 * 1024;
const TRIES = 5;
const URL_OF_STATE = 'urn:throughline:kept-decisions';

export interface Place {
  readonly access: Access;
  /** Where that is not the FHIR base. */
  readonly endpoint: string | null;
  readonly app: string;
  /** `Patient/7` */
  readonly patient: string;
}

interface Found {
  readonly decisions: readonly KeptDecision[];
  readonly at: readonly { readonly id: string; readonly match: string }[];
  readonly readable: boolean;
}

export async function readKept(place: Place): Promise<Result<readonly KeptDecision[], KeepProblem>> {
  const found = await find(place);
  if (!found.ok) return found;
  return found.value.readable ? ok(found.value.decisions) : err('unreadable');
}

/** `before` is what was kept there the moment before. */
export async function changeKept(
  place: Place,
  edit: (decisions: readonly KeptDecision[]) => readonly KeptDecision[],
): Promise<Result<{ before: readonly KeptDecision[]; now: readonly KeptDecision[] }, KeepProblem>> {
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await find(place);
    if (!found.ok) return found;
    if (!found.value.readable) return err('unreadable');
    const { decisions: before } = found.value;
    const now = edit(before);
    const problem = await put(place, found.value, now);
    if (problem === null) return ok({ before, now });
    if (problem !== 'changed') return err(problem);
  }
  return err('busy');
}

/** Whatever it says, readable or not. */
export async function removeKept(place: Place): Promise<KeepProblem | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await find(place);
    if (!found.ok) return found.error;
    const problem = await put(place, found.value, []);
    if (problem !== 'changed') return problem;
  }
  return 'busy';
}

const wayTo = ({ access, endpoint }: Place): Pick<Access, 'get' | 'change'> =>
  endpoint === null ? access : access.at(endpoint);
const subjectOf = ({ access, patient }: Place): string => `${access.base}/${patient}`;
const question = (place: Place): string =>
  new URLSearchParams({ code: `${place.app}|${DECISIONS_CODE}`, subject: subjectOf(place) }).toString();

async function find(place: Place): Promise<Result<Found, KeepProblem>> {
  const answer = await wayTo(place).get(`Basic?${question(place)}`, { urgent: true });
  if (!answer.ok) return err(problemOf(answer.error));
  let bundle: Json;
  try {
    bundle = parseJson(answer.value.text);
  } catch {
    return err('unanswered');
  }
  const states = listIn(isObject(bundle) ? bundle['entry'] : undefined)
    .map((entry) => entry['resource'])
    .filter(isObject)
    .filter((resource) => resource['resourceType'] === 'Basic' && isOwn(resource, place));
  const read = states.map(decisionsOf);
  return ok({
    decisions: read.flatMap((each) => each ?? []),
    at: states.flatMap(({ id, meta }) => {
      const version = isObject(meta) ? meta['versionId'] : undefined;
      return typeof id === 'string' && typeof version === 'string' ? [{ id, match: `W/"${version}"` }] : [];
    }),
    readable: !read.includes(null),
  });
}

/** A server that does not heed the question may answer with what others keep, or of somebody else. */
function isOwn({ code, subject }: JsonObject, place: Place): boolean {
  const whose = isObject(subject) ? subject['reference'] : null;
  return (
    (whose === subjectOf(place) || whose === place.patient) &&
    listIn(isObject(code) ? code['coding'] : undefined).some(
      (coding) => coding['system'] === place.app && coding['code'] === DECISIONS_CODE,
    )
  );
}

function decisionsOf({ extension }: JsonObject): readonly KeptDecision[] | null {
  const texts = listIn(extension).filter(({ url }) => url === URL_OF_STATE);
  const [only] = texts;
  const text = only?.['valueString'];
  return texts.length === 1 && typeof text === 'string' ? readState(text) : null;
}

/** Into the first of its places; were there more, made at one moment, they are gone afterwards. */
async function put(
  place: Place,
  { at }: Found,
  decisions: readonly KeptDecision[],
): Promise<KeepProblem | 'changed' | null> {
  const [first, ...others] = at;
  if (decisions.length > 0) {
    const json = JSON.stringify(stateOf(place, first?.id ?? null, decisions));
    if (new TextEncoder().encode(json).length > MOST_BYTES) return 'too-large';
    const change: Change = first
      ? { method: 'PUT', match: first.match, json }
      : { method: 'POST', unless: question(place), json };
    const answer = await wayTo(place).change(first ? `Basic/${first.id}` : 'Basic', change);
    if (!answer.ok) return failed(answer.error);
    // Somebody else was first: theirs was found, and ours not made.
    if (!first && answer.value.status !== 201) return 'changed';
  }
  for (const { id, match } of decisions.length > 0 ? others : at) {
    const answer = await wayTo(place).change(`Basic/${id}`, { method: 'DELETE', match });
    if (!answer.ok) return failed(answer.error);
  }
  return null;
}

const stateOf = (place: Place, id: string | null, decisions: readonly KeptDecision[]): JsonObject => ({
  resourceType: 'Basic',
  ...(id === null ? {} : { id }),
  extension: [{ url: URL_OF_STATE, valueString: writeState(decisions) }],
  code: { coding: [{ system: place.app, code: DECISIONS_CODE }] },
  subject: { reference: subjectOf(place) },
});

function failed(problem: SourceProblem): KeepProblem | 'changed' {
  const isGone = problem.kind === 'not-found' || problem.kind === 'expired';
  const isOther = problem.kind === 'rejected' && (problem.status === 412 || problem.status === 409);
  return isGone || isOther ? 'changed' : problemOf(problem);
}

function problemOf(problem: SourceProblem): KeepProblem {
  if (problem.kind === 'rejected' && problem.status === 413) return 'too-large';
  const refused = ['rejected', 'forbidden', 'not-found', 'unsupported', 'signed-out', 'foreign-url'];
  return refused.includes(problem.kind) ? 'refused' : 'unanswered';
}

const listIn = (json: Json | undefined): readonly JsonObject[] =>
  Array.isArray(json) ? (json as readonly Json[]).filter(isObject) : [];
