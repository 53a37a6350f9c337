import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { growth, patternsIn, plainWork, shippedPatterns, slowest, type Pattern } from './patterns.ts';

const SIZE = 1_000_000;
/**
 * The promise is 50 ms of work. It is measured as work, not by the clock, and where a machine is slower than the one
 * that it was promised for, in proportion to what the plainest expression takes there: a tenth of a second is no
 * failure of an expression on a machine that needs so much for looking at each character once.
 */
const PROMISED_MS = 50;
const PLAIN_MS = 16;
/** An eighth of the text takes an eighth of the work, and of what grows with the square a sixty-fourth. */
const MOST_TIMES = 30;
/** By the clock: far beyond what any takes that comes to an end. */
const DEADLINE_MS = 10_000;

const ROOT = join(import.meta.dirname, '../..');
const pattern = (regex: RegExp): Pattern => ({ at: 'here', source: regex.source, flags: regex.flags });

/** Those that are made of names in the code, as they are when their modules run and are used. */
async function madeInCode(): Promise<readonly Pattern[]> {
  const plain = globalThis.RegExp;
  const made: Pattern[] = [];
  globalThis.RegExp = new Proxy(plain, {
    construct(target, [source, flags]: [string | RegExp, string | undefined]) {
      if (typeof source === 'string') made.push({ at: 'made of names', source, flags: flags ?? '' });
      return new target(source, flags);
    },
  });
  try {
    const [{ wants }, { readMarkup }] = await Promise.all([
      import('../../src/fetch/habits/fewer.ts'),
      import('../../src/papers/markup.ts'),
      import('../../src/fetch/references.ts'),
      import('../../src/merge/rules/document.ts'),
      import('../../src/normalise/terminology/drug-strength.ts'),
    ]);
    wants('a category is missing', 'category');
    readMarkup('<script>x</script>');
  } finally {
    globalThis.RegExp = plain;
  }
  return made;
}

describe('every regular expression that ships', () => {
  const { patterns, dynamic } = shippedPatterns(ROOT);
  const different = [...new Map(patterns.map((each) => [`${each.source} ${each.flags}`, each])).values()];

  it('is found, and none is made of what a record says', () => {
    expect(different.length).toBeGreaterThan(200);
    // Made of names that stand in the code.
    expect([...new Set(dynamic.map((at) => at.replace(/:\d+$/, '')))].sort()).toEqual(MADE_OF_LISTS);
  });

  it('is done with a megabyte of hostile text in 50 ms of work, or in as much as the plainest in proportion', async () => {
    const most = PROMISED_MS * Math.max(1, plainWork(SIZE) / PLAIN_MS);
    const isSlow = (each: Pattern): boolean => growth(each, SIZE, DEADLINE_MS).ms > most;
    // Looked at again where it seems so: a collector of garbage works in this process too.
    const made = await madeInCode();
    expect(made.length).toBeGreaterThanOrEqual(MADE_OF_LISTS.length);
    const slow = [...different, ...made].filter((each) => isSlow(each) && isSlow(each) && isSlow(each));
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
    (regex) => expect(slowest(pattern(regex), 20_000, 60_000)).toBeLessThan(1_000),
  );
});
