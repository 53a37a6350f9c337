import { readerLocale } from './locale.ts';

/** Counting and listing in one language: what every catalogue needs to build its sentences. */
export function numbersIn(language: string) {
  const locale = readerLocale(language);
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const count = (n: number): string => number.format(n);
  return {
    count,
    some: (n: number, one: string, many: string): string =>
      `${count(n)} ${plural.select(n) === 'one' ? one : many}`,
    listed: (names: readonly string[]): string => list.format(names),
  };
}
