/**
 * What is asked of a terminology server: `$translate` and `$lookup`, by a system and a code and nothing else. Each
 * question that is not answered is counted; an operation that answers none of a batch is left alone for the session.
 */
import { isObject, type Json } from '../base/index.ts';
import type { AccessOptions } from '../fetch/index.ts';
import { jsonOf, PLAIN } from './plain-request.ts';

/** At once, so that a small server is not flooded. */
const BATCH = 5;
const ANSWER_MS = 8_000;
const LONGEST_ANSWER = 1_000_000;

/** One operation: what it was asked, and whether it answers at all. */
export interface Questions {
  readonly asked: Set<string>;
  failed: number;
  resting: boolean;
}

export const noQuestions = (): Questions => ({ asked: new Set(), failed: 0, resting: false });

/**
 * Puts the questions in batches. `taken` hears each batch that brought something; it says whether to go on, since what
 * is asked for may have been forgotten meanwhile.
 */
export async function askAll<Q, A>(
  questions: Questions,
  wanted: readonly Q[],
  ask: (question: Q) => Promise<A | null>,
  taken: (answers: readonly (readonly [Q, A])[]) => boolean,
): Promise<void> {
  for (let at = 0; at < wanted.length && !questions.resting; at += BATCH) {
    const batch = wanted.slice(at, at + BATCH);
    const answers = await Promise.all(batch.map(async (each) => [each, await ask(each)] as const));
    const given = answers.flatMap(([each, answer]) => (answer === null ? [] : [[each, answer] as const]));
    if (!taken(given)) return;
    questions.failed += batch.length - given.length;
    // Nobody there, or no such operation: it is not asked again in this session.
    questions.resting = given.length === 0;
  }
}

/** The resource that it answers with; 'no' where it says that it knows nothing; null where it did not answer. */
export async function answerOf(
  fetch: AccessOptions['fetch'],
  url: string,
  query: Readonly<Record<string, string>>,
): Promise<Json | 'no'> {
  try {
    const response = await fetch(`${url}?${new URLSearchParams(query).toString()}`, {
      ...PLAIN,
      headers: { accept: 'application/fhir+json' },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const text = await response.text();
    const json = text.length > LONGEST_ANSWER ? undefined : jsonOf(text);
    // 'Not found' with an OperationOutcome is how some servers say that they do not know it.
    const isFhir = isObject(json) && typeof json['resourceType'] === 'string';
    if (json === undefined || !isFhir || response.status >= 500) return null;
    return response.ok ? json : 'no';
  } catch {
    return null;
  }
}

const LONGEST_NAME = 300;

/** What an answer to `$lookup` calls the code; null where it gives no name. */
export function displayIn(json: Json): string | null {
  if (!isObject(json) || json['resourceType'] !== 'Parameters' || !Array.isArray(json['parameter']))
    return null;
  for (const one of json['parameter'] as readonly Json[]) {
    const name = isObject(one) && one['name'] === 'display' ? one['valueString'] : undefined;
    if (typeof name === 'string' && name.trim() !== '' && name.length <= LONGEST_NAME) return name.trim();
  }
  return null;
}
