import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from './index.ts';
import { FhirClient } from './testing/fhir-client.ts';
import { signIn } from './testing/visitor.ts';
import { makeWorld, ORG_KEYS } from './world/index.ts';

const PEOPLE = ['maria-santos', 'thomas-kowalczyk', 'layla-haddad'];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    ports: 'random',
    quiet: true,
    world: makeWorld({ seed: 3, people: PEOPLE }),
  });
});
afterAll(() => sandbox.stop());

test('all the named people are there', () => {
  expect(sandbox.world.people.map(({ key }) => key).sort()).toEqual([...PEOPLE].sort());
});

test.each(PEOPLE)(
  "%s: a token for her record reaches every record of the truth, page by page, and no one else's",
  async (key) => {
    const person = sandbox.world.people.find((one) => one.key === key);
    for (const org of ORG_KEYS) {
      const patient = person?.ids[org];
      if (patient === undefined) continue;
      const server = sandbox.orgs[org];
      const client = new FhirClient(server, await signIn(sandbox, server, { patient }));
      const truth = (person?.truth ?? [])
        .flatMap(({ members }) => members)
        .filter((member) => member.org === org)
        .map(({ ref }) => ref);
      const found: string[] = [];
      for (const type of new Set(truth.map((ref) => ref.split('/')[0] ?? ''))) {
        const searches =
          type === 'Observation' && server.habits.observationNeedsCategory
            ? categories(patient).map((category) => `&category=${category}`)
            : [''];
        for (const more of searches) {
          const { ids } = await client.all(`${type}?patient=${patient}${more}&_count=17`);
          expect(new Set(ids).size).toBe(ids.length);
          found.push(...ids.map((id) => `${type}/${id}`));
        }
      }
      expect([...new Set(found)].sort()).toEqual([...new Set(truth)].sort());
    }
  },
);

/** Every category that the patient's Observations at the exchange bear. */
function categories(patient: string): string[] {
  const codes = sandbox.world.resources.county
    .filter(({ resourceType, subject }) => {
      const { reference } = (subject ?? {}) as { reference?: string };
      return resourceType === 'Observation' && reference === `Patient/${patient}`;
    })
    .flatMap(({ category }) => (Array.isArray(category) ? category : []))
    .flatMap((category: { coding?: readonly { code?: string }[] }) => category.coding ?? [])
    .map(({ code }) => code ?? '');
  return [...new Set(codes)];
}
