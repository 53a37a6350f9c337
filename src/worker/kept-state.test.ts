import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf, inOrder, readState, supersedes, writeState, type KeptDecision } from './kept-state.ts';

const hex = fc.stringMatching(/^[0-9a-f]{32}$/);
const name = fc.oneof(
  fc.stringMatching(/^[A-Z][a-z]{2,9}\/[a-z0-9]{1,9}$/),
  hex.map((text) => `#${text}`),
);
const decision: fc.Arbitrary<KeptDecision> = fc
  .record({
    kind: fc.constantFrom('split' as const, 'join' as const),
    names: fc.uniqueArray(name, { minLength: 2, maxLength: 6 }),
    evidence: hex,
    by: fc.option(fc.constant('Practitioner/7')),
    at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
    off: fc.boolean(),
  })
  .map(({ names, evidence, off, ...rest }) => ({
    ...rest,
    records: inOrder(
      names.map((each, i) => ({ name: each, evidence, off: rest.kind === 'split' && off && i === 0 })),
    ),
  }));

describe('what is kept', () => {
  it('is read as it was written', () =>
    fc.assert(
      fc.property(fc.array(decision), (all) => {
        expect(readState(writeState(all))).toEqual(all);
      }),
    ));

  it('is refused as a whole where any part of it is not what this product writes', () =>
    fc.assert(
      fc.property(fc.array(decision), decision, fc.constantFrom(...WRONG), (all, one, spoil) => {
        expect(readState(JSON.stringify({ form: 1, decisions: [...all, spoil(one)] }))).toBeNull();
      }),
    ));

  it.each(['', '[]', '{"form":2,"decisions":[]}', '{"form":1}', '{"form":1,"decisions":[null]}'])(
    'is refused where it is %j',
    (text) => expect(readState(text)).toBeNull(),
  );

  it('is superseded by what says at least as much', () =>
    fc.assert(
      fc.property(decision, (one) => {
        expect(supersedes(one, one)).toBe(true);
        const more = { name: 'Zzz/zzzzzzzzzzzz', evidence: '', off: false };
        const newer = { ...one, records: [...one.records, more] };
        expect(supersedes(newer, one)).toBe(true);
        expect(supersedes(one, newer)).toBe(false);
        expect(supersedes({ ...one, kind: one.kind === 'join' ? 'split' : 'join' }, one)).toBe(false);
      }),
    ));

  it('names a record by a digest that differs with each part', async () => {
    const digest = await digestOf('a', 'bc');
    expect(digest).toMatch(/^[0-9a-f]{32}$/);
    expect(await digestOf('a', 'bc')).toBe(digest);
    expect(await digestOf('ab', 'c')).not.toBe(digest);
  });
});

const WRONG: readonly ((one: KeptDecision) => unknown)[] = [
  (one) => ({ ...one, kind: 'merge' }),
  (one) => ({ ...one, records: one.records.slice(0, 1) }),
  (one) => ({ ...one, records: [...one.records, one.records[0]] }),
  (one) => ({ ...one, records: one.records.map((each) => ({ ...each, off: true })) }),
  (one) => ({ ...one, records: one.records.map((each) => ({ ...each, evidence: 'stable angina' })) }),
  (one) => ({ ...one, records: one.records.map((each) => ({ ...each, name: '<b>x</b>' })) }),
  (one) => ({ ...one, by: 'https://elsewhere.example/Practitioner/7' }),
  (one) => ({ ...one, at: 1e300 }),
];
