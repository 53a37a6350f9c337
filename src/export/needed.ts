import { memberKey, type Fact, type MemberKey, type Merged } from '../record/index.ts';

/**
 * People, places and products that the facts name, the Provenance that names them, and the patients: what a reader of
 * the copy needs to understand it, and nobody else's.
 */
export function neededFor(facts: readonly Merged[], support: readonly Merged[]): readonly Fact[] {
  const members = facts.flatMap((fact) => fact.members);
  const chosen = new Set<string>(members.map((member) => memberKey(member.source, member.ref)));
  const named = new Set<string>(members.flatMap(namedBy));
  const all = support.flatMap((fact) => fact.members);
  const wanted = all.filter((member) => {
    const key = memberKey(member.source, member.ref);
    if (member.type === 'Patient') return true;
    if (member.type !== 'Provenance') return named.has(key);
    return member.links.some((link) => link.role === 'target' && chosen.has(`${member.source}|${link.ref}`));
  });
  // Roles name people and places in their turn; Provenance names who did it.
  const further = new Set(wanted.flatMap(namedBy));
  const taken = new Set<MemberKey>(wanted.map((member) => memberKey(member.source, member.ref)));
  return [
    ...wanted,
    ...all.filter((member) => {
      const key = memberKey(member.source, member.ref);
      return member.type !== 'Provenance' && further.has(key) && !taken.has(key);
    }),
  ];
}

function namedBy({ source, people, links, provenance }: Fact): readonly string[] {
  const { author, organisation, transmitter } = provenance;
  const refs = [
    ...people.map((party) => party.ref),
    ...[author, organisation, transmitter].map((party) => party?.ref ?? null),
    ...links.map((link) => link.ref),
  ];
  return refs.filter((ref) => ref !== null).map((ref) => `${source}|${ref}`);
}
