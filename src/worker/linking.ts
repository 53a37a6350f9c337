/** What a clinician decides about whose record a source holds: linked, taken back, followed to another registration. */
import { memberKey, type ResourceRef } from '../record/index.ts';
import type { Held } from './held.ts';
import type { House } from './house.ts';
import { candidates, compareAgain, readPatient, take } from './identity.ts';
import { dropFacts } from './reading.ts';

/** Throws where the rules advise against it and nobody says why it is done all the same. */
export async function link(house: House, one: Held, ref: ResourceRef, reason: string | null): Promise<void> {
  const chosen = (await candidates(house, one)).find(({ person }) => person.ref === ref);
  if (!chosen) throw new Error('that patient is not among the candidates');
  const { match } = chosen;
  if ((match.outcome === 'unlikely' || match.vetoes.length > 0) && (reason ?? '').trim() === '')
    throw new Error('a link that the rules advise against needs a reason');
  take(one, chosen.person);
  const who = house.anchor()?.signedIn.user ?? one.signedIn.user ?? null;
  one.link = { kind: 'linked', match, by: 'clinician', who, at: house.now(), reason };
}

/** The facts are gone at once, and no rule brings them back. */
export function unlink(house: House, one: Held): void {
  dropFacts(house, one);
  if (one.link.kind !== 'linked') return;
  one.link = { kind: 'unlinked' };
  if (one.person) house.undone.add(memberKey(one.source, one.person.ref));
}

/** From a registration that was merged away to the one that took its place: nothing is linked by that. */
export async function follow(house: House, one: Held): Promise<boolean> {
  const { person: left, replaced } = one;
  if (!left || replaced?.kind !== 'by') return false;
  const next = await readPatient(house, one, replaced.ref.replace('Patient/', ''));
  const stages = await house.stages();
  if (!house.holds(one) || one.person !== left) return false;
  if (!next) {
    one.replaced = { kind: 'missing', ref: replaced.ref };
    return false;
  }
  dropFacts(house, one);
  if (one.link.kind === 'linked') one.link = { kind: 'unlinked' };
  one.passed = [...one.passed, left.ref];
  take(one, next);
  if (one.link.kind === 'anchor') compareAgain(house, stages, one);
  return true;
}
