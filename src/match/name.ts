import type { Person, PersonName } from '../record/index.ts';
import { areNicknames } from './nicknames.ts';
import { fold, jaroWinkler, plainVowels, withinOneEdit } from './text.ts';

/** A person's names, folded once: every way in which the source names them. */
export interface Names {
  readonly families: readonly string[];
  /** First given names. */
  readonly firsts: readonly string[];
  /** Middle names and initials. */
  readonly middles: readonly string[];
  readonly suffixes: readonly string[];
  readonly shownFamily: string | null;
  readonly shownGiven: string | null;
}

/** What registration desks write for a newborn, an unconscious patient, a test. */
const NOT_A_NAME =
  /^(?:baby|babyboy|babygirl|baby boy|baby girl|boy|girl|infant|newborn|twin|twin [ab12]|male|female|unknown|unk|anonymous|test|patient|testpatient|john doe|jane doe|doe|xxx+|zzz+|none|na|n a|nfn|fnu|lnu|nln)(?: .*)?$/;
const SUFFIXES: Readonly<Record<string, string>> = {
  jr: 'jr',
  junior: 'jr',
  sr: 'sr',
  senior: 'sr',
  ii: '2',
  '2nd': '2',
  iii: '3',
  '3rd': '3',
  iv: '4',
  '4th': '4',
};

const memo = new WeakMap<Person, Names>();

export function namesOf(person: Person): Names {
  const known = memo.get(person);
  if (known) return known;
  const families = new Set<string>();
  const firsts = new Set<string>();
  const middles = new Set<string>();
  const suffixes = new Set<string>();
  for (const name of person.names) read(name, families, firsts, middles, suffixes);
  const first = person.names.find((each) => each.use !== 'old' && each.use !== 'maiden') ?? person.names[0];
  const names: Names = {
    families: [...families],
    firsts: [...firsts],
    middles: [...middles],
    suffixes: [...suffixes],
    shownFamily: first?.family ?? null,
    shownGiven: first && first.given.length > 0 ? first.given.join(' ') : (first?.text ?? null),
  };
  memo.set(person, names);
  return names;
}

function read(
  name: PersonName,
  families: Set<string>,
  firsts: Set<string>,
  middles: Set<string>,
  suffixes: Set<string>,
): void {
  const words = name.given.flatMap((each) => fold(each).split(' ')).filter(Boolean);
  let family = name.family === null ? '' : fold(name.family);
  if (family === '' && words.length === 0 && name.text !== null) {
    const parts = fold(name.text)
      .split(' ')
      .filter((word) => !take(word, suffixes));
    family = parts.pop() ?? '';
    words.push(...parts);
  }
  for (const each of name.suffix) take(fold(each), suffixes);
  const kept = family.split(' ').filter((word) => !take(word, suffixes));
  const joined = kept.join(' ');
  if (joined && !NOT_A_NAME.test(joined)) families.add(joined);
  const given = words.filter((word, i) => i === 0 || !take(word, suffixes));
  const [first, ...rest] = given;
  if (first && !NOT_A_NAME.test(given.join(' ')) && !NOT_A_NAME.test(first)) firsts.add(first);
  for (const each of rest) middles.add(each);
}

function take(word: string, suffixes: Set<string>): boolean {
  const suffix = SUFFIXES[word];
  if (suffix === undefined || !Object.hasOwn(SUFFIXES, word)) return false;
  suffixes.add(suffix);
  return true;
}

export type NameAgreement =
  | { readonly kind: 'missing' }
  | { readonly kind: 'same'; readonly name: string }
  | { readonly kind: 'variant'; readonly note: string }
  | { readonly kind: 'similar'; readonly note: string }
  | { readonly kind: 'differs' };

export function compareFamilies(a: Names, b: Names): NameAgreement {
  return best(a.families, b.families, familyPair);
}

function familyPair(x: string, y: string): NameAgreement {
  if (x === y || x.replaceAll(' ', '') === y.replaceAll(' ', '')) return { kind: 'same', name: x };
  if (plainVowels(x) === plainVowels(y))
    return { kind: 'variant', note: 'spelled with or without an umlaut' };
  const [wx, wy] = [x.split(' '), y.split(' ')];
  const [few, many] = wx.length <= wy.length ? [wx, wy] : [wy, wx];
  if (many.length > few.length && few.every((word) => word.length > 2 && many.includes(word)))
    return { kind: 'variant', note: 'one is part of the other' };
  return near(x, y);
}

export function compareGiven(a: Names, b: Names): NameAgreement {
  const first = best(a.firsts, b.firsts, givenPair);
  if (first.kind !== 'differs' && first.kind !== 'similar') return first;
  // Known by the middle name: 'John Michael' and 'Michael'.
  const full = (names: Names) => names.middles.filter((each) => each.length > 2);
  if (full(a).some((each) => b.firsts.includes(each)) || full(b).some((each) => a.firsts.includes(each)))
    return { kind: 'variant', note: 'a middle name of the other' };
  return first;
}

function givenPair(x: string, y: string): NameAgreement {
  if (x === y) return { kind: 'same', name: x };
  if (areNicknames(x, y)) return { kind: 'variant', note: 'a short form of the other' };
  if (plainVowels(x) === plainVowels(y))
    return { kind: 'variant', note: 'spelled with or without an umlaut' };
  if ((x.length === 1 || y.length === 1) && x[0] === y[0])
    return { kind: 'variant', note: 'an initial only' };
  return near(x, y);
}

function near(x: string, y: string): NameAgreement {
  if (Math.min(x.length, y.length) >= 3 && withinOneEdit(x, y))
    return { kind: 'similar', note: 'one letter apart' };
  return jaroWinkler(x, y) >= 0.88 ? { kind: 'similar', note: 'spelled alike' } : { kind: 'differs' };
}

const RANK = { same: 0, variant: 1, similar: 2, differs: 3, missing: 4 } as const;

function best(
  a: readonly string[],
  b: readonly string[],
  compare: (x: string, y: string) => NameAgreement,
): NameAgreement {
  let found: NameAgreement = { kind: 'missing' };
  for (const x of a)
    for (const y of b) {
      const each = compare(x, y);
      if (RANK[each.kind] < RANK[found.kind]) found = each;
      if (found.kind === 'same') return found;
    }
  return found;
}

/** First and last name in each other's place, perhaps misspelled. */
export function areSwapped(a: Names, b: Names): boolean {
  const found = (agreement: NameAgreement) => agreement.kind === 'same' || agreement.kind === 'similar';
  return found(best(a.firsts, b.families, exchanged)) && found(best(a.families, b.firsts, exchanged));
}

const exchanged = (x: string, y: string): NameAgreement => (x === y ? { kind: 'same', name: x } : near(x, y));

export const suffixesDiffer = (a: Names, b: Names): boolean =>
  a.suffixes.length > 0 && b.suffixes.length > 0 && !a.suffixes.some((each) => b.suffixes.includes(each));

export const oneSuffixOnly = (a: Names, b: Names): boolean => a.suffixes.length > 0 !== b.suffixes.length > 0;

/** Both have a middle name and they cannot be one ('Anne' and 'Brooke'; 'A' is compatible with 'Anne'). */
export function middlesDiffer(a: Names, b: Names): boolean {
  if (a.middles.length === 0 || b.middles.length === 0) return false;
  return !a.middles.some((x) => b.middles.some((y) => x[0] === y[0] || areNicknames(x, y)));
}
