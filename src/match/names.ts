/** A person's names as they are compared: folded once, whatever is no name set aside. */
import type { Person, PersonName } from '../record/index.ts';
import { isDoe, isNewborn, isNobody, newbornMark } from './nobody.ts';
import { fold, isLatin } from './text.ts';

export interface Family {
  readonly text: string;
  readonly joined: string;
  /** Without 'van der', 'de la', 'al'. */
  readonly core: readonly string[];
  readonly latin: boolean;
}

export interface Names {
  readonly families: readonly Family[];
  /** First given names. */
  readonly firsts: readonly string[];
  /** All given names of one name without the gaps, where there are several: 'mei ling' is 'meiling' elsewhere. */
  readonly joined: readonly string[];
  /** Middle names and initials. */
  readonly middles: readonly string[];
  readonly suffixes: readonly string[];
  /** Which of several newborns: the 'a' of 'Twin A'. */
  readonly mark: string | null;
  readonly shownFamily: string | null;
  readonly shownGiven: string | null;
}

const SUFFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    jr: 'jr',
    jnr: 'jr',
    junior: 'jr',
    sr: 'sr',
    snr: 'sr',
    senior: 'sr',
    ii: '2',
    '2nd': '2',
    iii: '3',
    '3rd': '3',
    iv: '4',
    '4th': '4',
  }),
);
/** Too short to be told from an initial or a name elsewhere: read only where a suffix is expected. */
const SUFFIXES_IN_PLACE: ReadonlyMap<string, string> = new Map(
  Object.entries({ i: '1', '1': '1', '1st': '1', '2': '2', '3': '3', '4': '4', v: '5', '5th': '5' }),
);
const PARTICLES = new Set(
  'de la del los las el van der den het ter ten von vom zu zur da do dos das di du le les al ul bin ibn ben bint y e i and st'.split(
    ' ',
  ),
);

interface Parts {
  readonly families: Map<string, Family>;
  readonly firsts: Set<string>;
  readonly joined: Set<string>;
  readonly middles: Set<string>;
  readonly suffixes: Set<string>;
  mark: string | null;
}

export function readNames(person: Person): Names {
  const parts: Parts = {
    families: new Map(),
    firsts: new Set(),
    joined: new Set(),
    middles: new Set(),
    suffixes: new Set(),
    mark: null,
  };
  for (const name of person.names) read(name, parts);
  const shown = person.names.find((each) => each.use !== 'old' && each.use !== 'maiden') ?? person.names[0];
  return {
    families: [...parts.families.values()],
    firsts: [...parts.firsts],
    joined: [...parts.joined],
    middles: [...parts.middles],
    suffixes: [...parts.suffixes],
    mark: parts.mark,
    shownFamily: shown ? [shown.family, ...shown.suffix].filter(Boolean).join(' ') || null : null,
    shownGiven: shown && shown.given.length > 0 ? shown.given.join(' ') : (shown?.text ?? null),
  };
}

function read(name: PersonName, parts: Parts): void {
  let given = words(name.given.join(' '));
  let family = words(name.family ?? '');
  if (family.length === 0 && given.length === 0 && name.text !== null) [given, family] = split(name.text);
  for (const each of name.suffix)
    for (const word of words(each)) if (!take(word, parts)) takeInPlace(word, parts);
  family = family.filter((word) => !take(word, parts));
  given = given.filter((word, i) => i === 0 || !take(word, parts));
  if (given.length === 1 && family.length > 0 && take(given[0] ?? '', parts)) given = [];
  const [first, ...rest] = given;
  const whole = given.join(' ');
  const surname = family.join(' ');
  if (first !== undefined && isDoe(first, surname)) return;
  if (surname !== '' && !isNobody(surname) && !NEWBORN_SURNAME.test(surname))
    parts.families.set(surname, familyOf(family));
  if (first === undefined) return;
  parts.mark ??= newbornMark(whole);
  if (isNewborn(whole) || isNobody(whole)) return;
  parts.firsts.add(first);
  if (rest.length > 0) parts.joined.add(given.join(''));
  for (const each of rest) if (!PARTICLES.has(each) || each.length === 1) parts.middles.add(each);
}

const NEWBORN_SURNAME = /^(?:baby.*|boy|girl|infant|newborn|male|female)$/;

const words = (text: string): string[] => {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
};

/** 'Garcia, Ana Maria' or 'Ana Maria Garcia'. */
function split(text: string): [string[], string[]] {
  const comma = text.indexOf(',');
  const before = comma > 0 ? words(text.slice(0, comma)) : [];
  const after = comma > 0 ? words(text.slice(comma + 1)) : [];
  // 'John Smith, Jr.': what follows the comma is no name.
  if (after.length > 0 && !after.every((word) => SUFFIXES.has(word))) return [after, before];
  const all = words(text);
  const tail = all.filter((word) => SUFFIXES.has(word));
  const rest = all.filter((word) => !SUFFIXES.has(word));
  let from = rest.length - 1;
  while (from > 1 && PARTICLES.has(rest[from - 1] ?? '') && (rest[from - 1] ?? '').length > 1) from--;
  return [rest.slice(0, Math.max(from, 0)), [...rest.slice(Math.max(from, 0)), ...tail]];
}

function familyOf(parts: readonly string[]): Family {
  const text = parts.join(' ');
  const core = parts.filter((word) => !PARTICLES.has(word));
  return { text, joined: parts.join(''), core: core.length > 0 ? core : parts, latin: isLatin(text) };
}

function take(word: string, parts: Parts): boolean {
  const suffix = SUFFIXES.get(word);
  if (suffix !== undefined) parts.suffixes.add(suffix);
  return suffix !== undefined;
}

function takeInPlace(word: string, parts: Parts): void {
  const suffix = SUFFIXES_IN_PLACE.get(word);
  if (suffix !== undefined) parts.suffixes.add(suffix);
}
