import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticesOf } from './notices.ts';
import { NOT_LABELLED, strictest, type Sensitivity } from './sensitivity.ts';

const caveats = ['42CFRPart2', 'NORDSCLCD', 'NODSCLCD', 'PROCESSINLINELABEL', 'urn:other'];
const labels = fc
  .subarray(caveats)
  .map((some): Sensitivity => ({ ...NOT_LABELLED, caveats: [...some].sort() }));

describe('the notices of a fact', () => {
  it.each<[readonly string[], readonly string[]]>([
    [[], []],
    [['42CFRPart2'], ['part-2']],
    [
      ['42CFRPart2', 'NORDSCLCD'],
      ['part-2', 'no-redisclosure'],
    ],
    [['NODSCLCD'], ['no-redisclosure']],
    [['PROCESSINLINELABEL'], []],
  ])('%j', (some, told) => expect(noticesOf({ ...NOT_LABELLED, caveats: some })).toEqual(told));

  it('are those of all its members, whatever the order in which they were merged', () => {
    fc.assert(
      fc.property(labels, labels, (a, b) => {
        const together = noticesOf(strictest(a, b));
        expect(new Set(together)).toEqual(new Set([...noticesOf(a), ...noticesOf(b)]));
        expect(noticesOf(strictest(b, a))).toEqual(together);
      }),
    );
  });
});
