/** The patient's own resource, and when that life begins. */
import { ok, type Result } from '../base/index.ts';
import type { Fetched, SourceProblem } from '../record/index.ts';
import type { Answer } from './answer.ts';
import type { Page } from './bundle.ts';
import type { ChainWorld } from './chain.ts';
import type { Line } from './line.ts';
import { singleAsPage } from './run-support.ts';

export type PatientRead = Pick<Answer, 'text' | 'receivedAt'>;

export async function readPatient(
  world: ChainWorld,
  line: Line,
  see: (page: Page) => void,
  asRead: PatientRead | null = null,
): Promise<void> {
  const { access, patient, signal, delivery } = world;
  line.begin(0);
  let answer: Result<PatientRead, SourceProblem> = asRead
    ? ok(asRead)
    : await access.get(`Patient/${encodeURIComponent(patient)}`, { signal });
  if (!answer.ok && ['not-found', 'rejected', 'unsupported'].includes(answer.error.kind)) {
    const search = await access.get(`Patient?${new URLSearchParams({ _id: patient }).toString()}`, {
      signal,
    });
    if (search.ok) answer = search;
  }
  const foreign = await world.ready;
  if (foreign) return line.stop(foreign, null);
  if (!answer.ok) {
    if (answer.error.kind === 'forbidden') return line.notGranted(answer.error.detail);
    return line.stop(answer.error, null);
  }
  const page = singleAsPage(answer.value.text);
  if (page === null) return line.stop({ kind: 'malformed', detail: 'the patient is not readable' }, null);
  const delivered = delivery.page(page, 'Patient', answer.value.receivedAt);
  line.add(delivered.fresh, null);
  see(page);
  world.life.from = birthOf(delivered.entries);
  await delivered.handed;
  if (delivered.fresh > 0) line.complete();
  else line.stop({ kind: 'not-found', detail: 'the server answered with another patient, or none' }, null);
}

function birthOf(entries: readonly Fetched[]): number | null {
  const birth = entries.find(({ resource }) => resource['resourceType'] === 'Patient')?.resource['birthDate'];
  const time = typeof birth === 'string' ? Date.parse(birth) : NaN;
  return Number.isNaN(time) ? null : time;
}
