/** Sources that come, come back and go; and what that means for the others. */
import { meet, newMemory, type Access } from '../fetch/index.ts';
import type { SourceId } from '../record/index.ts';
import type { SignedIn } from '../sources/index.ts';
import type { House } from './house.ts';
import { stateOf, type Held } from './held.ts';
import { readPatient, settle, take } from './identity.ts';
import { createProblems } from './problems.ts';
import { dropFacts } from './reading.ts';
import { Records } from './records.ts';

/** Null where it was signed out again before it was there. */
export async function connect(house: House, signedIn: SignedIn, access: Access): Promise<Held | null> {
  const before = house.sources.get(signedIn.source);
  if (before && isSame(before.signedIn, signedIn)) {
    // The same patient, signed in again: what is here stays, and is read on with the new token. The old one is let
    // go, not revoked: some servers end all tokens of a grant with one of them.
    before.loading?.abort();
    Object.assign(before, { access, signedIn, connection: 'connected' });
    return before;
  }
  if (before) leave(house, before);
  void meet(access);
  const one: Held = {
    source: signedIn.source,
    access,
    signedIn,
    connection: 'connected',
    link: { kind: 'unlinked' },
    person: null,
    asRead: null,
    replaced: null,
    passed: [],
    loading: null,
    reading: null,
    epoch: 0,
    lines: new Map(),
    problems: createProblems(),
    records: new Records(),
    memory: newMemory(),
    resume: [],
    emergency: false,
    demanded: new Set(),
    found: [],
    morePatients: null,
  };
  house.sources.set(one.source, one);
  if (before?.link.kind === 'anchor') anotherPatient(house, one);
  try {
    const person = signedIn.patient === null ? null : await readPatient(house, one, signedIn.patient);
    const stages = await house.stages();
    take(one, person);
    if (!house.holds(one)) return null;
    if (one.link.kind === 'unlinked') settle(house, stages, one);
    return one;
  } catch (error) {
    // Without the code that reads records nothing is connected; the next sign-in tries again.
    if (house.holds(one)) house.sources.delete(one.source);
    throw error;
  }
}

/** Somebody else at the same keyboard may see something else: what was read for the one is not shown to the other. */
const isSame = (a: SignedIn, b: SignedIn): boolean =>
  a.patient === b.patient && a.base === b.base && (a.user ?? null) === (b.user ?? null);

/** What was read with the former sign-in, and for its patient, ends here. */
function leave(house: House, before: Held): void {
  dropFacts(house, before);
  void before.access.signOut();
}

/**
 * The source that the others were compared with came back with another patient. Every link was about the former one:
 * all are undone, and their facts are gone before one of the new patient's is read.
 */
function anotherPatient(house: House, anchor: Held): void {
  house.undone.clear();
  house.forgetDecisions();
  anchor.link = anchor.signedIn.patient === null ? { kind: 'unlinked' } : { kind: 'anchor' };
  for (const other of house.sources.values()) {
    if (other === anchor) continue;
    dropFacts(house, other);
    other.link = { kind: 'unlinked' };
    // Found by searching for the former patient.
    if (other.signedIn.patient === null) other.person = null;
    house.emit({ kind: 'source', state: stateOf(other) });
  }
}

/**
 * Its facts are gone at once, its tokens are revoked where the server can. Where it was the one that others were
 * compared with, the first that was found to be the same person takes its place, and the others stay: they were
 * compared with the same patient. Where there is none, nobody is put on the screen unasked.
 */
export async function signOut(
  house: House,
  source: SourceId,
  farewell: (one: Held) => Promise<void>,
): Promise<Held | null> {
  const one = house.sources.get(source);
  if (!one) return null;
  house.sources.delete(source);
  const linked = [...house.sources.values()].find((other) => other.link.kind === 'linked');
  const heir = one.link.kind === 'anchor' ? (linked ?? null) : null;
  if (heir) heir.link = { kind: 'anchor' };
  dropFacts(house, one);
  await farewell(one);
  await one.access.signOut();
  return heir;
}
