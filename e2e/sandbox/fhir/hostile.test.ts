import { expect, test } from 'vitest';
import { habitsOf } from '../habits.ts';
import { fuzzed } from '../testing/hostile.ts';
import { makeWorld, type FhirResource } from '../world/index.ts';
import { FhirApi } from './api.ts';
import { renderedBody } from './reply.ts';

/**
 * The sandbox serves what nobody should write, so that the product can be tried with it: whatever a record holds, no
 * search, page or read of this server fails by it.
 */

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1);
const world = makeWorld({ people: ['maria-santos'] });
const PATIENT = world.people[0]?.ids.general ?? '';

/** One of each type, many times spoilt. */
function spoilt(): FhirResource[] {
  const one = new Map(world.resources.general.map((resource) => [resource.resourceType, resource]));
  one.delete('Patient');
  return [...one.values()].flatMap((resource) =>
    SEEDS.map((seed) => ({ ...fuzzed(resource, seed), id: `spoilt-${seed}` }) as unknown as FhirResource),
  );
}

const asked = (type: string): readonly string[] => [
  `${type}?patient=${PATIENT}`,
  `${type}?patient=${PATIENT}&_sort=-date&_count=20`,
  `${type}?patient=${PATIENT}&category=laboratory,vital-signs&date=ge2001&status=active`,
  `${type}?patient=${PATIENT}&code=http://loinc.org|4548-4&_lastUpdated=gt2001-01-01`,
  `${type}?patient=${PATIENT}&_include=${type}:medication&_include=${type}:result&_revinclude=Provenance:target`,
  `${type}?target=Condition/spoilt-1,Observation/spoilt-2`,
  `${type}?_id=spoilt-1,spoilt-2`,
];

test.each(['general', 'riverside', 'county', 'valley'])(
  '%s bears spoilt records in every search',
  async (key) => {
    const habits = habitsOf(key as Parameters<typeof habitsOf>[0]);
    const api = new FhirApi({
      name: 'Spoilt',
      base: 'https://spoilt.example/fhir',
      resources: [...world.resources.general, ...spoilt()],
      habits,
      endpoints: { authorize: 'https://a.example', token: 'https://t.example', revoke: 'https://r.example' },
      smartConfiguration: () => '{}',
      checkToken: async () => ({
        scope: 'patient/*.rs user/*.rs user/*.read patient/*.read',
        patient: PATIENT,
        grant: 'g',
      }),
    });
    const ask = async (url: string): Promise<{ status: number; text: string }> => {
      const [path = '', query = ''] = url.split('?');
      const headers = { accept: 'application/fhir+json' };
      const params = new URLSearchParams(query);
      const reply = await api.handle({ method: 'GET', path, params, headers, body: '' });
      return { status: reply.status, text: renderedBody(reply).toString() };
    };
    const types = [...new Set(world.resources.general.map(({ resourceType }) => resourceType))];
    let served = 0;
    for (const type of types)
      for (const url of [...asked(type), ...SEEDS.slice(0, 5).map((seed) => `${type}/spoilt-${seed}`)]) {
        const { status, text } = await ask(url);
        expect(status, url).toBeLessThan(500);
        // What it serves is JSON, whatever is in it.
        if (status === 200) served += (JSON.parse(text) as { entry?: unknown[] }).entry?.length ?? 1;
      }
    await ask(`Patient/${PATIENT}/$everything`);
    expect(served).toBeGreaterThan(1000);
  },
);
