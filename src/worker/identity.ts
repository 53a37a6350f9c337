/** Whose record a source holds, and whether it is the patient's at hand. Nothing is read before that is settled. */
import { isObject, parseJson } from '../base/index.ts';
import { findPatients, searchPatients } from '../fetch/index.ts';
import { changeSince, replacementOf } from '../match/index.ts';
import { memberKey, resourceRef, type Person } from '../record/index.ts';
import type { House } from './house.ts';
import { stateOf, type Held } from './held.ts';
import type { Candidate, FoundPatients, PatientQuestion } from './messages.ts';
import type { Stages } from './stages.ts';

export async function readPatient(house: House, one: Held, id: string): Promise<Person | null> {
  const answer = await one.access.get(`Patient/${encodeURIComponent(id)}`);
  const ref = resourceRef(`Patient/${id}`);
  const resource = answer.ok && ref ? parseJson(answer.value.text) : null;
  if (!answer.ok || !ref || !isObject(resource)) return null;
  one.asRead = { ref, text: answer.value.text, receivedAt: answer.value.receivedAt };
  const { readPerson } = await house.stages();
  return readPerson({
    source: one.source,
    ref,
    resource,
    base: one.access.base,
    fullUrl: null,
    fetchedAt: null,
  });
}

/** The person that a source's record is about, with what the source says of its registration. */
export function take(one: Held, person: Person | null): void {
  one.person = person;
  one.replaced = person && replacementOf(person, one.passed);
}

/** The first patient of all is the one that others are compared with; a certain match is linked by rule. */
export function settle(house: House, { match }: Stages, one: Held): void {
  const first = house.anchor();
  if (!first) {
    if (one.signedIn.patient !== null) one.link = { kind: 'anchor' };
    return;
  }
  if (!first.person || !one.person) return;
  // A registration that was merged away, and a link that somebody took back, are for a person to decide.
  if (one.replaced || house.undone.has(memberKey(one.source, one.person.ref))) return;
  const found = match(first.person, one.person);
  if (found.outcome === 'certain')
    one.link = { kind: 'linked', match: found, by: 'rule', who: null, at: house.now(), reason: null };
}

/** A source's Patient as it is now: who was linked may since have become somebody else's record. */
export function lookAgain(house: House, stages: Stages, one: Held, person: Person | null): void {
  if (!person) return;
  take(one, person);
  compareAgain(house, stages, one);
}

/** Of whom the change concerns: everybody where it was the patient that others are compared with. */
export function compareAgain(house: House, { match }: Stages, changed: Held): void {
  const first = house.anchor();
  for (const one of house.sources.values()) {
    if (one.link.kind !== 'linked' || !first?.person || !one.person) continue;
    if (one !== changed && first !== changed) continue;
    const { now: _, ...link } = one.link;
    const found = match(first.person, one.person);
    const change = changeSince(link.match, found);
    one.link = change === 'none' ? link : { ...link, now: { match: found, doubtful: change === 'doubtful' } };
    house.emit({ kind: 'source', state: stateOf(one) });
  }
}

export async function candidates(house: House, one: Held): Promise<readonly Candidate[]> {
  const to = house.anchor()?.person;
  if (!to || one.link.kind === 'anchor') return [];
  const stages = await house.stages();
  const persons = one.person ? [one.person] : await lookUp(stages, one, to);
  return persons
    .map((person) => ({ person, match: stages.match(to, person) }))
    .sort((a, b) => b.match.score - a.match.score || (a.person.ref < b.person.ref ? -1 : 1));
}

async function lookUp(stages: Stages, one: Held, person: Person): Promise<readonly Person[]> {
  const { match: body, searches } = await stages.searchesFor(person);
  const forms = searches.map((pairs) => new URLSearchParams(pairs.map(([name, value]) => [name, value])));
  const found = await findPatients(one.access, { match: body, searches: forms });
  return found.ok ? found.value.flatMap((fetched) => stages.readPerson(fetched) ?? []) : [];
}

/** A clinician's own search, page by page, where the sign-in named no patient. */
export async function search(
  house: House,
  one: Held,
  question: PatientQuestion | 'next',
): Promise<FoundPatients> {
  if (question === 'next' && one.morePatients === null) return { people: [], more: false, problem: null };
  const from = question === 'next' ? { next: one.morePatients ?? '' } : { params: formOf(question) };
  const found = await searchPatients(one.access, from);
  if (!found.ok) return { people: [], more: false, problem: found.error };
  const { readPerson } = await house.stages();
  const people = found.value.patients.flatMap((fetched) => readPerson(fetched) ?? []);
  one.morePatients = found.value.next;
  one.found = question === 'next' ? [...one.found, ...people] : people;
  return { people: one.found, more: found.value.next !== null, problem: null };
}

function formOf({ name, birthDate, identifier }: PatientQuestion): URLSearchParams {
  const form = new URLSearchParams();
  const words = name
    .trim()
    .split(/[\s,]+/u)
    .filter(Boolean);
  // Each word by itself: 'Santos, Maria' and 'Maria Santos' ask the same.
  for (const word of words) form.append('name', word);
  if (birthDate.trim() !== '') form.set('birthdate', birthDate.trim());
  if (identifier.trim() !== '') form.set('identifier', identifier.trim());
  form.set('_count', '20');
  return form;
}
