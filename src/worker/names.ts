/** Names of people, places and products, found for the references that facts make. */
import type { Fact, Merged, SourceId } from '../record/index.ts';

export interface Names {
  /** A person, a place or a product. */
  learn(fact: Fact): void;
  forget(source: SourceId): void;
  /** `source|reference` → name, for everything that the members of a fact name. */
  of(merged: Merged): Record<string, string>;
}

export function createNames(): Names {
  const names = new Map<string, string>();
  return {
    learn(fact) {
      names.set(`${fact.source}|${fact.ref}`, fact.title);
    },
    forget(source) {
      for (const key of names.keys()) if (key.startsWith(`${source}|`)) names.delete(key);
    },
    of(merged) {
      const found: Record<string, string> = {};
      for (const member of merged.members) {
        const { provenance } = member;
        const refs = [
          ...member.people.map((party) => party.ref),
          provenance.author?.ref,
          provenance.organisation?.ref,
          provenance.transmitter?.ref,
          ...member.links.map((link) => link.ref),
        ];
        for (const ref of refs) {
          const name = ref ? names.get(`${member.source}|${ref}`) : undefined;
          if (name) found[`${member.source}|${ref}`] = name;
        }
      }
      return found;
    },
  };
}
