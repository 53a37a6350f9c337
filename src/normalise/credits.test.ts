import { expect, it } from 'vitest';
import { resourceRef, sourceId, type Fact } from '../record/index.ts';
import { normalise, withCredits } from './index.ts';

const read = (resource: { resourceType: string; id: string }): Fact => {
  const ref = resourceRef(`${resource.resourceType}/${resource.id}`);
  if (ref === null) throw new Error('no reference');
  const fetched = { source: sourceId('HIE'), ref, resource, base: null, fullUrl: null, fetchedAt: null };
  const { fact } = normalise(fetched as Parameters<typeof normalise>[0]);
  if (fact === null) throw new Error('no fact');
  return fact;
};

it('says of a fact who passed it on, as its Provenance does, in any order', () => {
  const result = read({ resourceType: 'Observation', id: 'a' });
  const provenance = read(
    Object.assign(
      { resourceType: 'Provenance', id: 'p' },
      {
        target: [{ reference: 'Observation/a' }],
        agent: [{ type: { coding: [{ code: 'transmitter' }] }, who: { display: 'County HIE' } }],
      },
    ),
  );
  for (const facts of [
    [result, provenance],
    [provenance, result],
  ])
    expect(withCredits(facts).find((f) => f.type === 'Observation')?.provenance.transmitter?.name).toBe(
      'County HIE',
    );
  expect(withCredits([result])[0]).toBe(result);
});
