import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { growth, patternsIn, shippedPatterns, slowest, type Pattern } from './patterns.ts';

const SIZE = 1_000_000;
/** The promise is 50 ms; a crowded machine has five times that before the growth of an expression is judged. */
const SURE_MS = 250;
/** An eighth of the text takes an eighth of the time, and of what grows with the square a sixty-fourth. */
const MOST_TIMES = 30;
const DEADLINE_MS = 2_000;

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

  it('is done with a megabyte of hostile text at once, or in time that grows with it and not with its square', () => {
    const isSlow = (each: Pattern): boolean => {
      const { ms, times } = growth(each, SIZE, DEADLINE_MS);
      return ms > SURE_MS && times > MOST_TIMES;
    };
    // Looked at again where it seems so: the first look may have met a crowded machine.
    const slow = different.filter((each) => isSlow(each) && isSlow(each) && isSlow(each));
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
    (regex) => expect(slowest(pattern(regex), 200_000, 300)).toBe(Infinity),
  );

  it('tells what grows with the square from what grows with the text', () => {
    expect(growth(pattern(/c[^d]*d/), 24_000, 5_000).times).toBeGreaterThan(MOST_TIMES);
    expect(growth(pattern(/c[^d]{0,40}d/), 240_000, 5_000).times).toBeLessThan(MOST_TIMES);
  }, 120_000);

  it.each([/^\s+/, /[a-z]\d/, /\{[^{}]*\}/g, /^(\d{4})(?:-(\d\d))?$/])(
    'is passed by one that is not: %s',
    (regex) => expect(slowest(pattern(regex), 20_000, 1_000)).toBeLessThan(1_000),
  );
});
