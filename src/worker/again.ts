/** A source that is read again: what it says now takes the place of what it said, and what it gives no more goes. */
import { memberKey, type Fact, type MemberKey, type ResourceRef } from '../record/index.ts';
import type { Held } from './held.ts';
import type { House } from './house.ts';

/** What is held of a source, by type. */
export function heldByType(one: Held): ReadonlyMap<string, readonly ResourceRef[]> {
  const byType = new Map<string, ResourceRef[]>();
  for (const ref of one.records.refs()) {
    const type = one.records.typeOf(ref);
    const refs = byType.get(type);
    if (refs) refs.push(ref);
    else byType.set(type, [ref]);
  }
  return byType;
}

/**
 * Of facts that were read before, those that say something else now. They are taken out first: of two versions a
 * merge would keep the one with the later date, and a source may change a record without saying when.
 */
export function outdated(house: House, facts: readonly Fact[]): readonly MemberKey[] {
  return facts.flatMap((fact) => {
    const key = memberKey(fact.source, fact.ref);
    const members = house.shown.holder(key)?.members ?? [];
    const before = members.find((member) => member.source === fact.source && member.ref === fact.ref);
    return before && contentOf(before) === contentOf(fact) ? [] : [key];
  });
}

const contentOf = (fact: Fact): string =>
  JSON.stringify(fact, (name, value: unknown) => (name === 'fetchedAt' ? undefined : value));

/** Everything that came of one record. */
export function dropRecord(house: House, one: Held, ref: ResourceRef): boolean {
  const place = one.records.drop(ref);
  if (place === undefined) return false;
  house.raw.drop([place]);
  house.trust.drop(one.source, ref);
  house.staged()?.merger.remove([memberKey(one.source, ref)]);
  one.problems.replace(ref, []);
  house.shown.pulse.mark();
  return true;
}

/** Told, and not only missing: somebody may have seen it here and decided by it. */
export function noteGone(house: House, one: Held, gone: readonly ResourceRef[]): void {
  for (const ref of gone) {
    const type = one.records.typeOf(ref);
    if (!dropRecord(house, one, ref)) continue;
    const message = 'it was read here earlier, and the source does not give it any more';
    one.problems.add({ source: one.source, ref, type, kind: 'gone', path: null, message });
  }
}
