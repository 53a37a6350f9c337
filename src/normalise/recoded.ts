/**
 * What the tables do not know of a fact, and the fact as it reads once they know more: a terminology server's answer
 * comes after the records that it is about.
 */
import type { Coding, Concept, Fact, MedicationFact, Measured, Quantity, Value } from '../record/index.ts';
import { drugOfConcept } from './read/drug.ts';
import { renamed } from './renamed.ts';
import {
  canonicalQuantity,
  conceptKey,
  drugOf,
  siteKey,
  substanceClasses,
  type Domain,
} from './terminology/index.ts';

export interface UnmappedCode {
  readonly domain: Domain | 'medication';
  readonly system: string | null;
  readonly code: string;
  readonly display: string | null;
}

/** The codes of what a fact is about, where none of the tables and maps says what that is. */
export function unmappedCodes(fact: Fact): readonly UnmappedCode[] {
  return unknownConcepts(fact).flatMap(([domain, concept]) =>
    concept.codings.flatMap(({ system, code, display }) =>
      code === null ? [] : [{ domain, system, code, display: display ?? concept.text }],
    ),
  );
}

/** Does it name one of these codes (`system|code`), as what it is about, a component or a reason? */
export function usesCode(fact: Fact, codes: ReadonlySet<string>): boolean {
  return conceptsOf(fact).some((concept) =>
    concept?.codings.some(({ system, code }) => codes.has(siteKey(system ?? '', code ?? ''))),
  );
}

function conceptsOf(fact: Fact): readonly (Concept | null)[] {
  const own = [fact.code];
  if ('components' in fact) return [...own, ...fact.components.map(({ code }) => code)];
  if ('types' in fact) return [...own, ...fact.types, ...fact.reasons];
  if ('reasons' in fact) return [...own, ...fact.reasons];
  return 'conclusionCodes' in fact ? [...own, ...fact.conclusionCodes] : own;
}

/** Do the tables know what a code means where it stands for something of this domain? */
export function understood(domain: UnmappedCode['domain'], coding: Coding): boolean {
  const bare = [{ ...coding, display: null }];
  if (domain === 'medication') return drugOf(bare, null).ingredients.length > 0;
  return conceptKey(domain, bare, null) !== null;
}

type Unknown = readonly [UnmappedCode['domain'], Concept];

function unknownConcepts(fact: Fact): readonly Unknown[] {
  const without = (domain: Domain, ...concepts: readonly (Concept | null)[]): readonly Unknown[] =>
    concepts.flatMap((one) => (one === null || one.canonical !== null ? [] : [[domain, one] as const]));
  switch (fact.kind) {
    case 'condition':
      // 'No known problems' is understood, and is no problem that a table could have.
      return fact.negation ? [] : without('condition', fact.code);
    case 'observation':
    case 'panel':
    case 'social':
      return without('observation', fact.code, ...fact.components.map(({ code }) => code));
    case 'allergy':
      return fact.negates === null ? without('allergy', fact.substance) : [];
    case 'medication':
      return fact.code === null || fact.drug.ingredients.length > 0 ? [] : [['medication', fact.code]];
    case 'procedure':
    case 'imaging':
      return without('procedure', fact.code);
    case 'immunization':
      return without('vaccine', fact.code);
    case 'report':
    case 'document':
      return without('document', fact.code);
    case 'encounter':
      return without('encounter', ...(fact.types.length > 0 ? fact.types : [fact.code]));
    default:
      return [];
  }
}

/** The fact as it would be if it were read now, under the maps that are set now. */
export const recoded = (fact: Fact): Fact => renamed(rekeyed(fact));

function rekeyed(fact: Fact): Fact {
  switch (fact.kind) {
    case 'condition':
      return { ...fact, code: keyed('condition', fact.code) };
    case 'observation':
    case 'panel':
    case 'social':
      return { ...fact, ...measured(fact), components: fact.components.map(measured) };
    case 'allergy': {
      const substance = keyed('allergy', fact.substance);
      const classes = substanceClasses(
        substance?.codings ?? [],
        substance?.text ?? substance?.display ?? null,
      );
      return { ...fact, code: substance, substance, substanceClasses: classes };
    }
    case 'medication':
      return { ...fact, drug: drugNow(fact), reasons: all('condition', fact.reasons) };
    case 'procedure':
      return { ...fact, code: keyed('procedure', fact.code), reasons: all('condition', fact.reasons) };
    case 'imaging':
      return { ...fact, code: keyed('procedure', fact.code) };
    case 'immunization':
      return { ...fact, code: keyed('vaccine', fact.code) };
    case 'report':
    case 'document':
      return {
        ...fact,
        code: keyed('document', fact.code),
        conclusionCodes: all('condition', fact.conclusionCodes),
      };
    case 'encounter':
      return {
        ...fact,
        code: keyed('encounter', fact.code),
        types: all('encounter', fact.types),
        reasons: all('condition', fact.reasons),
      };
    default:
      return fact;
  }
}

function keyed(domain: Domain, concept: Concept | null): Concept | null {
  return concept && { ...concept, canonical: conceptKey(domain, concept.codings, concept.text) };
}

const all = (domain: Domain, concepts: readonly Concept[]): readonly Concept[] =>
  concepts.map((one) => keyed(domain, one) ?? one);

/** What an order's own words say of its drug stands where its code still says nothing. */
function drugNow({ code, drug }: MedicationFact): MedicationFact['drug'] {
  const now = drugOfConcept(code);
  return now.ingredients.length === 0 ? drug : now;
}

function measured(one: Measured): Measured {
  const code = keyed('observation', one.code);
  const analyte = code?.canonical ?? null;
  const converted = (quantity: Quantity | null): Quantity | null => quantity && inUnitOf(analyte, quantity);
  return {
    code,
    value: valueNow(one.value, converted),
    interpretation: one.interpretation,
    ranges: one.ranges.map((range) => ({ ...range, low: converted(range.low), high: converted(range.high) })),
  };
}

function valueNow(
  value: Value | null,
  converted: (quantity: Quantity | null) => Quantity | null,
): Value | null {
  if (value?.kind === 'quantity')
    return { kind: 'quantity', quantity: converted(value.quantity) ?? value.quantity };
  if (value?.kind === 'range')
    return { kind: 'range', low: converted(value.low), high: converted(value.high) };
  return value;
}

function inUnitOf(analyte: string | null, quantity: Quantity): Quantity {
  const { text: digits, value, unit, code, system } = quantity;
  return { ...quantity, canonical: canonicalQuantity({ analyte, digits, value, unit, code, system }) };
}
