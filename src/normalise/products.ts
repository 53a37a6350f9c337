/**
 * Medications that are resources of their own. They arrive on the same page, later, or not at all; an order is shown
 * at once either way, and named as soon as its product is known.
 */
import { memberKey, type Fact, type MedicationFact, type MemberKey, type SourceId } from '../record/index.ts';
import { withMedication } from './read/drug.ts';

export interface Products {
  /** The facts of a page with their products where these are known, and earlier facts that are complete only now. */
  weave(facts: readonly Fact[]): { readonly facts: readonly Fact[]; readonly completed: readonly Fact[] };
  forget(source: SourceId): void;
}

export function createProducts(): Products {
  const products = new Map<MemberKey, Fact>();
  const waiting = new Map<MemberKey, MedicationFact[]>();

  const productOf = (fact: MedicationFact): MemberKey | null => {
    if (fact.code !== null) return null;
    const link = fact.links.find((each) => each.role === 'medication' && !each.ref.startsWith('#'));
    return link ? (`${fact.source}|${link.ref}` as MemberKey) : null;
  };
  const named = (fact: Fact): Fact => {
    if (fact.kind !== 'medication') return fact;
    const key = productOf(fact);
    if (key === null) return fact;
    const product = products.get(key);
    if (product) return withMedication(fact, product);
    const others = waiting.get(key);
    if (others) others.push(fact);
    else waiting.set(key, [fact]);
    return fact;
  };

  return {
    weave(facts) {
      const completed: Fact[] = [];
      for (const product of facts) {
        if (product.type !== 'Medication') continue;
        const key = memberKey(product.source, product.ref);
        products.set(key, product);
        for (const fact of waiting.get(key) ?? []) completed.push(withMedication(fact, product));
        waiting.delete(key);
      }
      return { facts: facts.map(named), completed };
    },
    forget(source) {
      for (const map of [products, waiting])
        for (const key of map.keys()) if (key.startsWith(`${source}|`)) map.delete(key);
    },
  };
}
