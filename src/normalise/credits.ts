import type { Fact, Party } from '../record/index.ts';

/**
 * What Provenance resources say about the facts they name: who passed a record on, and who made it where the record
 * itself does not say. The same for any order of the resources.
 */
export function withCredits(facts: readonly Fact[]): readonly Fact[] {
  const byTarget = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.type !== 'Provenance') continue;
    for (const link of fact.links)
      if (link.role === 'target') {
        const known = byTarget.get(link.ref);
        if (known === undefined) byTarget.set(link.ref, [fact]);
        else known.push(fact);
      }
  }
  if (byTarget.size === 0) return facts;
  return facts.map((fact) => {
    const said = byTarget.get(fact.ref);
    return said === undefined || fact.type === 'Provenance' ? fact : credited(fact, said);
  });
}

function credited(fact: Fact, provenances: readonly Fact[]): Fact {
  const people = [...provenances]
    .sort((a, b) => (a.ref < b.ref ? -1 : 1))
    .flatMap((each) => each.people.filter((party) => party.role !== ''));
  const of = (role: string): Party | null => people.find((party) => party.role === role) ?? null;
  const { provenance } = fact;
  return {
    ...fact,
    provenance: {
      ...provenance,
      transmitter: provenance.transmitter ?? of('transmitter'),
      author: provenance.author ?? of('author'),
    },
  };
}
