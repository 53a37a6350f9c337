import type { Fact } from '../../record/index.ts';
import { conceptWords } from '../concepts.ts';
import { dateWords, nearWords, type Nearness } from '../times.ts';
import type { Words } from '../verdict.ts';

/** What both are called, and what they say of their dates: once where it is the same. */
export const keysOf = (a: Fact, b: Fact): string[] => [
  a.code !== null && b.code !== null ? conceptWords(a.code, b.code) : a.title,
  datesOf(a, b),
];

export const datesOf = (a: Fact, b: Fact): string =>
  [...new Set([dateWords(a.when), dateWords(b.when)])].sort().join(' and ');

/** The words of a rule that compares names and dates. */
export const sayOf =
  (kind: string, keys: typeof keysOf = keysOf) =>
  (a: Fact, b: Fact, near: Nearness | string, rule: string, why: string) =>
  (): Words => ({
    rule: `${kind}/${rule}`,
    keys: keys(a, b),
    tolerance: typeof near === 'string' ? near : nearWords(near),
    why,
  });
