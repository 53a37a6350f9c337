import { expect, it } from 'vitest';
import type { JsonObject } from '../base/index.ts';
import { resourceRef, sourceId, type Fact } from '../record/index.ts';
import { normalise } from './normalise.ts';
import { createProducts } from './products.ts';

const fact = (resource: JsonObject): Fact => {
  const ref = resourceRef(`${String(resource['resourceType'])}/${String(resource['id'])}`)!;
  const base = { base: null, fullUrl: null, fetchedAt: null };
  return normalise({ source: sourceId('general'), ref, resource, ...base }).fact!;
};
const product = fact({
  resourceType: 'Medication',
  id: 'm',
  code: { text: 'warfarin sodium 5 MG Oral Tablet' },
});
const order = fact({
  resourceType: 'MedicationRequest',
  id: 'r',
  status: 'active',
  intent: 'order',
  medicationReference: { reference: 'Medication/m' },
});
const ingredients = (facts: readonly Fact[]) =>
  facts.flatMap((each) => (each.kind === 'medication' ? [each.drug.ingredients] : []));

it('names an order by the product on its own page', () => {
  expect(ingredients(createProducts().weave([order, product]).facts)).toEqual([['warfarin']]);
});

it('shows an order at once and completes it when its product comes', () => {
  const products = createProducts();
  expect(ingredients(products.weave([order]).facts)).toEqual([[]]);
  expect(ingredients(products.weave([product]).completed)).toEqual([['warfarin']]);
});

it('knows nothing of a source that was dropped', () => {
  const products = createProducts();
  products.weave([product]);
  products.forget(sourceId('general'));
  expect(ingredients(products.weave([order]).facts)).toEqual([[]]);
});

it('labels an order as its product is labelled', () => {
  const sensitivity = { confidentiality: 'R', classes: ['SUD'], caveats: ['42CFRPart2'] } as const;
  const { facts } = createProducts().weave([order, { ...product, sensitivity }]);
  expect(facts.find((each) => each.kind === 'medication')?.sensitivity).toEqual(sensitivity);
});
