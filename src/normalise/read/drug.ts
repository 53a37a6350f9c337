import { isObject, type JsonObject } from '../../base/index.ts';
import {
  strictest,
  type Coding,
  type Concept,
  type Drug,
  type Fact,
  type Link,
  type MedicationFact,
} from '../../record/index.ts';
import { drugOf, onSiteMapsChange } from '../terminology/index.ts';
import { asConcept, conceptAt } from './concept.ts';
import { list, plainText, type Reader } from './reader.ts';
import { contained, refOf } from './reference.ts';

/** What a medication is called until its product is found. */
export const UNNAMED = 'Medication not named';

const NO_DRUG: Drug = { ingredients: [], strength: null, form: null, classes: [] };
let pool = new WeakMap<Concept, Drug>();
onSiteMapsChange(() => {
  pool = new WeakMap();
});

/** What a concept says about its drug. Concepts are shared, so that each is looked up once. */
export function drugOfConcept(code: Concept | null): Drug {
  if (code === null) return NO_DRUG;
  const kept = pool.get(code);
  if (kept !== undefined) return kept;
  const drug = drugOf(code.codings, code.text);
  pool.set(code, drug);
  return drug;
}

export interface Medicine {
  readonly code: Concept | null;
  /** What the reference calls it, where the product itself is another resource. */
  readonly display: string | null;
  readonly drug: Drug;
}

/** `medication[x]` of every version: a concept, a reference to a contained or another resource, or R5's pair. */
export function medicineOf(r: Reader, o: JsonObject, links: Link[]): Medicine {
  const coded = conceptAt(r, o, 'medicationCodeableConcept', r.type);
  if (coded !== null) return { code: coded, display: null, drug: drugOfConcept(coded) };
  const value = o['medicationReference'] ?? o['medication'];
  if (!isObject(value)) return { code: null, display: plainText(value), drug: NO_DRUG };
  if (value['concept'] !== undefined || value['coding'] !== undefined || value['text'] !== undefined) {
    const concept = asConcept(r, value['concept'] ?? value, r.type, 'medication', null);
    return { code: concept, display: null, drug: drugOfConcept(concept) };
  }
  const reference = isObject(value['reference']) ? value['reference'] : value;
  const ref = refOf(r, reference, r.type, 'medication');
  if (ref !== null) links.push({ role: 'medication', ref });
  const inside = contained(r, ref);
  const code = inside === null ? null : productCode(r, inside);
  const display = plainText(reference['display']);
  const named = code ?? textConcept(display);
  return { code, display, drug: drugOfConcept(named) };
}

const textConcept = (text: string | null): Concept | null =>
  text === null ? null : { codings: [], text, display: text, canonical: null };

/** What a Medication resource is: its code, else what its ingredients are together. */
export function productCode(r: Reader, product: JsonObject): Concept | null {
  const at = 'Medication';
  const code = conceptAt(r, product, 'code', at);
  if (code !== null) return code;
  const codings: Coding[] = [];
  const names: string[] = [];
  for (const one of list(r, product, 'ingredient', at)) {
    const item = one['itemCodeableConcept'] ?? (isObject(one['item']) ? one['item']['concept'] : undefined);
    const concept = item === undefined || item === null ? null : asConcept(r, item, at, 'ingredient', null);
    if (concept === null) continue;
    codings.push(...concept.codings);
    if (concept.display !== null) names.push(concept.display);
  }
  if (names.length === 0) return null;
  const text = names.join(' / ');
  return { codings: names.length === 1 ? codings : [], text, display: text, canonical: null };
}

/**
 * A medication whose product is a resource of its own, once that is found: code and drug are the product's, and so is
 * the title where the reference gave no name.
 */
export function withMedication(fact: MedicationFact, product: Fact): MedicationFact {
  const { code } = product;
  if (fact.code !== null || code === null) return fact;
  const drug = drugOfConcept(code);
  const title = fact.title.replace(UNNAMED, () => code.display ?? UNNAMED);
  // The product may be labelled where its order is not, and names what the order is for.
  const sensitivity = strictest(fact.sensitivity, product.sensitivity);
  return { ...fact, title, code, sensitivity, drug: drug.ingredients.length === 0 ? fact.drug : drug };
}
