import { expect, it } from 'vitest';
import { createMerger } from './index.ts';
import { A, at, B, C, keyOf, observation } from './testing/facts.ts';

it('why three are one is told when it is asked, and as it was, though one of them has gone since', () => {
  const [a, b, c] = [A, B, C].map((source) => observation({ source, when: at('2024-03-14T13:00:00Z') }));
  const facts = [a!, b!, c!];
  const told = () => {
    const merger = createMerger();
    merger.add(facts);
    return { merger, merged: merger.result().facts[0]! };
  };
  const first = told().merged.joined;
  const pairs = first.map((join) => [join.a.source, join.b.source].sort().join(' and '));
  expect(pairs.sort()).toEqual(['County and General', 'County and Riverside', 'General and Riverside']);
  expect(first[0]).toMatchObject({
    rule: expect.stringMatching(/^observation\//),
    tolerance: 'the same moment',
  });
  const { merger, merged } = told();
  merger.remove([keyOf(b!)]);
  expect(merger.result().facts[0]!.joined).toHaveLength(1);
  expect(merged.joined).toEqual(first);
});
