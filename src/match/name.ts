/** How two names agree. */
import { bothAreNames } from './known-names.ts';
import type { Family, Names } from './names.ts';
import { nicknames } from './nicknames.ts';
import { areSpellings } from './spellings.ts';
import { alike, isLatin, plainVowels, skeleton, withinOneEdit } from './text.ts';

export type NameAgreement =
  | { readonly kind: 'missing' }
  | { readonly kind: 'same'; readonly name: string }
  /** Another form of the name; `sure` where two people of one family would not bear the two. */
  | { readonly kind: 'variant'; readonly note: string; readonly sure: boolean }
  /** A misspelling, perhaps. */
  | { readonly kind: 'similar'; readonly note: string }
  | { readonly kind: 'differs'; readonly note?: string };

const MISSING: NameAgreement = { kind: 'missing' };
const DIFFERS: NameAgreement = { kind: 'differs' };
const TWO_NAMES: NameAgreement = { kind: 'differs', note: 'spelled alike, and two names' };
const ONE_LETTER: NameAgreement = { kind: 'similar', note: 'one letter apart' };
const ALIKE: NameAgreement = { kind: 'similar', note: 'spelled alike' };
const variant = (note: string, sure = true): NameAgreement => ({ kind: 'variant', note, sure });
const SPELLING = variant('another spelling of it');
const UMLAUT = variant('spelled with or without an umlaut');
const PART = variant('one is part of the other');
const ORDER = variant('the parts in another order');
const SHORT = variant('a short form of the other');
const KIN = variant('a form of the same name', false);
const OTHER_ALPHABET = variant('the same consonants in another alphabet', false);
const INITIAL = variant('an initial only', false);
const MIDDLE = variant('a middle name of the other');
/** First and last name in each other's place. */
export const EXCHANGED = variant('first and last name in each other’s place');
const EXCHANGED_AND_MISSPELLED = variant('first and last name in each other’s place, misspelled', false);

const HALF_EXCHANGED: NameAgreement = { kind: 'similar', note: 'the other’s last name' };

const SPELLED_ALIKE = 0.88;

export function compareFamilies(a: Names, b: Names): NameAgreement {
  return best(a.families, b.families, familyPair);
}

function familyPair(x: Family, y: Family): NameAgreement {
  if (x.text === y.text || x.joined === y.joined)
    return { kind: 'same', name: x.text < y.text ? x.text : y.text };
  if (x.latin !== y.latin) return acrossAlphabets(x.core.join(''), y.core.join(''));
  if (plain(x) === plain(y)) return x.core.length === y.core.length ? UMLAUT : PART;
  if (areSpellings(x.joined, y.joined)) return SPELLING;
  if (x.core.length > 1 || y.core.length > 1) {
    const few = x.core.length <= y.core.length ? x.core : y.core;
    const many = few === x.core ? y.core : x.core;
    if (few.every((word) => word.length > 1 && many.includes(word)))
      return few.length === many.length ? ORDER : PART;
  }
  if (feminine(x.joined) === feminine(y.joined)) return SPELLING;
  return near(x.joined, y.joined);
}

const plain = (family: Family): string =>
  plainVowels(family.core.join(''))
    .replace(/^mac(?=[a-z]{3})/, 'mc')
    .replace(/^saint/, 'st');

/** Ivanova is Ivanov's wife, and herself; Kowalska and Kowalski; Lindsky and Lindskiy. */
const feminine = (name: string): string =>
  name.length < 6
    ? name
    : name.replace(/(?<=(?:ov|ev|in))a$/, '').replace(/s[kc](?:a|i|y|aya|aia|ii|iy|ij)$/, 'ski');

/** Dmitriy, Dmitrii and Dmitry. */
const romanised = (name: string): string => name.replace(/(?:iy|ii|ij|yi)$/, 'y');

export function compareGiven(a: Names, b: Names): NameAgreement {
  const first = best(a.firsts, b.firsts, givenPair);
  if (first.kind === 'same' || (first.kind === 'variant' && first.sure)) return first;
  for (const x of a.joined)
    if (b.joined.includes(x) || b.firsts.includes(x)) return { kind: 'same', name: x };
  for (const y of b.joined) if (a.firsts.includes(y)) return { kind: 'same', name: y };
  // Known by the middle name: 'John Michael' and 'Michael'.
  if (oneOf(a.middles, b.firsts) || oneOf(b.middles, a.firsts)) return MIDDLE;
  return first;
}

const oneOf = (middles: readonly string[], firsts: readonly string[]): boolean =>
  middles.some((each) => each.length > 2 && firsts.includes(each));

function givenPair(x: string, y: string): NameAgreement {
  if (x === y) return { kind: 'same', name: x };
  if (areSpellings(x, y) || romanised(x) === romanised(y)) return SPELLING;
  const forms = nicknames(x, y);
  if (forms !== null) return forms === 'short' ? SHORT : KIN;
  if (x.length === 1 || y.length === 1) return x[0] === y[0] ? INITIAL : DIFFERS;
  const found = near(x, y);
  if (found.kind === 'missing' || found.kind === 'variant') return found;
  const twoNames = bothAreNames(x, y);
  if (!twoNames && plainVowels(x) === plainVowels(y)) return UMLAUT;
  return twoNames && found.kind === 'similar' ? TWO_NAMES : found;
}

function near(x: string, y: string): NameAgreement {
  if (Math.min(x.length, y.length) >= 3 && withinOneEdit(x, y)) return ONE_LETTER;
  if (alike(x, y, SPELLED_ALIKE)) return ALIKE;
  return isLatin(x) === isLatin(y) ? DIFFERS : acrossAlphabets(x, y);
}

/** What two alphabets cannot agree on is not a difference: there is nothing to compare. */
function acrossAlphabets(x: string, y: string): NameAgreement {
  const bones = skeleton(x);
  return bones.length >= 2 && bones === skeleton(y) ? OTHER_ALPHABET : MISSING;
}

function rank(agreement: NameAgreement): number {
  switch (agreement.kind) {
    case 'same':
      return 0;
    case 'variant':
      return agreement.sure ? 1 : 2;
    case 'similar':
      return 3;
    case 'differs':
      return 4;
    case 'missing':
      return 5;
  }
}

function best<T>(a: readonly T[], b: readonly T[], compare: (x: T, y: T) => NameAgreement): NameAgreement {
  let found: NameAgreement = MISSING;
  for (const x of a)
    for (const y of b) {
      const each = compare(x, y);
      if (each.kind === 'same') return each;
      if (rank(each) < rank(found)) found = each;
    }
  return found;
}

/**
 * First and last name in each other's place, perhaps misspelled: how family and given names agree then, or null. Where
 * only one of the two is in the other's place, the given name stands for it and the family name still differs.
 */
export function swapped(a: Names, b: Names): { family: NameAgreement; given: NameAgreement } | null {
  const one = crossed(a, b);
  const other = crossed(b, a);
  if (one === null && other === null) return null;
  if (one === null || other === null) return { family: DIFFERS, given: HALF_EXCHANGED };
  const both = one === 'same' && other === 'same' ? EXCHANGED : EXCHANGED_AND_MISSPELLED;
  return { family: both, given: both };
}

function crossed(a: Names, b: Names): 'same' | 'similar' | null {
  let found: 'similar' | null = null;
  for (const { joined } of b.families)
    for (const each of [a.firsts, a.joined])
      for (const x of each) {
        if (x === joined) return 'same';
        if (near(x, joined).kind === 'similar') found = 'similar';
      }
  return found;
}

export const suffixesDiffer = (a: Names, b: Names): boolean =>
  a.suffixes.length > 0 && b.suffixes.length > 0 && !a.suffixes.some((each) => b.suffixes.includes(each));

export const oneSuffixOnly = (a: Names, b: Names): boolean => a.suffixes.length > 0 !== b.suffixes.length > 0;

/**
 * Both have a middle name and they cannot be one: 'names' for Anne and Brooke, 'initials' for Anne and B. A is
 * compatible with Anne, and a maiden name kept in the middle with whatever the other has there.
 */
export function middlesDiffer(a: Names, b: Names): 'names' | 'initials' | null {
  if (a.middles.length === 0 || b.middles.length === 0) return null;
  const x = a.middles.filter((each) => !isElsewhere(each, b));
  const y = b.middles.filter((each) => !isElsewhere(each, a));
  if (x.length === 0 || y.length === 0) return null;
  const few = x.length <= y.length ? x : y;
  const many = few === x ? y : x;
  const odd = few.filter((each) => !many.some((other) => oneMiddle(each, other)));
  if (odd.length === 0) return null;
  return odd.some((each) => each.length > 1) && many.some((each) => each.length > 1) ? 'names' : 'initials';
}

const isElsewhere = (middle: string, other: Names): boolean =>
  other.firsts.includes(middle) || other.families.some((each) => each.core.includes(middle));

const oneMiddle = (x: string, y: string): boolean => {
  const found = givenPair(x, y).kind;
  return found !== 'differs';
};
