import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { patternsIn, shippedPatterns, slowest, type Pattern } from './patterns.ts';

/**
 * What grows with the square of a text takes a thousand times the deadline on these; what grows with the text takes a
 * tenth of it, on a crowded machine too.
 */
const SIZE = 200_000;
const DEADLINE_MS = 1_000;

const ROOT = join(import.meta.dirname, '../..');
const pattern = (regex: RegExp): Pattern => ({ at: 'here', source: regex.source, flags: regex.flags });

describe('every regular expression that ships', () => {
  const { patterns, dynamic } = shippedPatterns(ROOT);
  const different = [...new Map(patterns.map((each) => [`${each.source} ${each.flags}`, each])).values()];

  it('is found, and none is made of what a record says', () => {
    expect(different.length).toBeGreaterThan(200);
    // Made of names that stand in the code.
    expect([...new Set(dynamic.map((at) => at.replace(/:\d+$/, '')))].sort()).toEqual(MADE_OF_LISTS);
  });

  it('comes to its end on hostile text, in time that grows with the text and not with its square', () => {
    const slow = different.filter(
      // A second look: the first may have met a machine that had something else to do.
      (each) =>
        slowest(each, SIZE, DEADLINE_MS) === Infinity && slowest(each, SIZE, DEADLINE_MS) === Infinity,
    );
    expect(slow.map(({ at, source }) => `${at} /${source}/`)).toEqual([]);
  }, 300_000);
});

const MADE_OF_LISTS = [
  'src/fetch/habits/fewer.ts',
  'src/fetch/references.ts',
  'src/merge/rules/document.ts',
  'src/normalise/terminology/drug-strength.ts',
  'src/papers/markup.ts',
];

describe('the look itself', () => {
  it('finds literals and what is made, wherever it stands', () => {
    const { patterns, dynamic } = patternsIn(
      'a.ts',
      "const a = (x: string) => /b+/giu.test(x);\nclass C { #d = new RegExp('e', 'g'); f = RegExp(`${a}`) }",
    );
    expect(patterns).toEqual([
      { at: 'a.ts:1', source: 'b+', flags: 'giu' },
      { at: 'a.ts:2', source: 'e', flags: 'g' },
    ]);
    expect(dynamic).toEqual(['a.ts:2']);
  });

  it.each([/\s+$/, /(a+)+$/, /\{[^}]*\}/g, /\s*x\s*\d+$/, /"(?:[^"\\]|\\.)*"/g, /<!--.*?-->/g])(
    'is not passed by one that is slow: %s',
    (regex) => expect(slowest(pattern(regex), SIZE, 300)).toBe(Infinity),
  );

  it.each([/^\s+/, /[a-z]\d/, /\{[^{}]*\}/g, /^(\d{4})(?:-(\d\d))?$/])(
    'is passed by one that is not: %s',
    (regex) => expect(slowest(pattern(regex), 20_000, 1_000)).toBeLessThan(1_000),
  );
});
