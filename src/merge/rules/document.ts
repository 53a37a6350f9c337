import type { DocumentFact } from '../../record/index.ts';
import { compareNamed, conceptKeys, disjointInAStandard, textKeys, type Likeness } from '../concepts.ts';
import { identifierKeys, namesAgree, namesOf, numberedApart, PLACES, PROFESSIONALS } from '../evidence.ts';
import { foldText, hashText } from '../hash.ts';
import { identityOf, identityWords } from '../identity.ts';
import { NOT_YET } from '../shown.ts';
import { compareDates, hasMoment, Near, type Nearness } from '../times.ts';
import {
  different,
  EXACT_MATCH,
  IDENTITY,
  possibly,
  related,
  same,
  WITHIN_TOLERANCE,
  type Rule,
  type Verdict,
  LISTED_TWICE,
  OTHER_CODE,
  OTHER_TIME,
} from '../verdict.ts';
import { keysOf, sayOf } from './words.ts';

const say = sayOf('document');

const FAMILY = 0xd0c0;
const TEXT = 0xd0c1;
const HASH = 0xd0c2;

const OTHER_AUTHOR = different('other-author');
const NEWER = related('supersedes', 'superseded-by', 'It states that it replaces the other.');
const OLDER = related('superseded-by', 'supersedes', 'It states that it replaces the other.');

/** Reports, documents and imaging studies: identifier, content, or code with time and author. */
export const document: Rule<DocumentFact> = {
  name: 'document',

  keys(fact, sink) {
    const under = (key: number) => sink.timed(key, fact.when);
    if (fact.code === null) under(hashText(foldText(fact.title), TEXT));
    else {
      conceptKeys(fact.code, FAMILY, under);
      textKeys(fact.code, TEXT, under);
    }
    for (const hash of hashesOf(fact)) sink.both(hashText(hash, HASH));
    for (const link of fact.links) if (link.role === 'replaces') sink.both(hashText(link.ref, HASH));
    sink.both(hashText(fact.ref, HASH));
    identifierKeys(fact, FAMILY, (key) => sink.both(key));
  },

  judge(a, b) {
    if (replaces(a, b)) return NEWER;
    if (replaces(b, a)) return OLDER;
    const near = compareDates(a.when, b.when);
    const content = sharedHash(a, b);
    // A form filled in again has the same bytes: within one system they are two, unless their dates agree.
    if (content !== null && a.source === b.source && near > Near.day) return LISTED_TWICE;
    if (content !== null && a.kind === b.kind)
      return same(near <= Near.day ? IDENTITY : WITHIN_TOLERANCE, () => ({
        rule: 'document/content',
        keys: [`content ${content}`, ...keysOf(a, b)],
        tolerance: 'exact',
        why: 'The content is the same to the byte.',
      }));
    if (content !== null)
      return possibly(say(a, b, near, 'content', 'The same content, as a report here and a document there.'));
    if (a.kind !== b.kind) return OTHER_CODE;
    const code = compareNamed(a, b);
    const identity = identityOf(a, b);
    if (identity !== null && near === Near.apart) return underOneNumber(a, b, code, identity.key);
    if (identity !== null && code !== 'different' && !contentDiffers(a, b))
      return same(IDENTITY, identityWords('document', identity.key, keysOf(a, b)));
    if (identity !== null && near <= Near.day && !codedApart(a, b))
      return possibly(identityWords('document', identity.key, keysOf(a, b)));
    if (code === 'different') return OTHER_CODE;
    if (numberedApart(a, b)) return LISTED_TWICE;
    return byTime(a, b, near, code);
  },
};

/** A document is dated anew by whoever files it; but the number of a visit is on all its notes. */
const underOneNumber = (a: DocumentFact, b: DocumentFact, code: Likeness, key: string): Verdict =>
  code === 'different' || a.source === b.source || contentDiffers(a, b)
    ? OTHER_TIME
    : possibly(identityWords('document', key, keysOf(a, b)));

/** SHA-1 and SHA-256 of no bytes at all: what a placeholder has. */
const OF_NOTHING: ReadonlySet<string> = new Set([
  '2jmj7l5rSw0yVb/vlWAYkK/YBwk=',
  '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  '2jmj7l5rSw0yVb/vlWAYkK/YBwk',
]);

const hashesOf = (fact: DocumentFact): string[] =>
  fact.attachments
    .filter((x) => x.size !== 0)
    .map((x) => x.hash)
    .filter((h): h is string => h !== null && h.length >= 8 && !OF_NOTHING.has(h));
const replaces = (a: DocumentFact, b: DocumentFact): boolean =>
  a.source === b.source && a.links.some((link) => link.role === 'replaces' && link.ref === b.ref);

function sharedHash(a: DocumentFact, b: DocumentFact): string | null {
  const there = hashesOf(b);
  return there.length === 0 ? null : (hashesOf(a).find((hash) => there.includes(hash)) ?? null);
}

/** An accession number is on every panel of one draw: two codes are two reports. */
const codedApart = (a: DocumentFact, b: DocumentFact): boolean =>
  a.code !== null &&
  b.code !== null &&
  ((a.code.canonical !== null && b.code.canonical !== null && a.code.canonical !== b.code.canonical) ||
    disjointInAStandard(a.code, b.code));

/** Both state hashes, and no content is common. */
const contentDiffers = (a: DocumentFact, b: DocumentFact): boolean =>
  hashesOf(a).length > 0 && hashesOf(b).length > 0 && sharedHash(a, b) === null;

const EVERYBODY = new RegExp(`${PLACES.source}|${PROFESSIONALS.source}`, 'i');

function byTime(a: DocumentFact, b: DocumentFact, near: Nearness, code: 'same' | 'alike'): Verdict {
  if (near === Near.apart) return OTHER_TIME;
  if (a.source === b.source) {
    return near === Near.moment &&
      hasMoment(a.when) &&
      !contentDiffers(a, b) &&
      conclusionsAgree(a, b) === true
      ? possibly(say(a, b, near, 'listed-twice', 'One system lists two of a sort at one time.'))
      : LISTED_TWICE;
  }
  if (contentDiffers(a, b)) return LISTED_TWICE;
  if (code === 'alike')
    return near <= Near.day
      ? possibly(say(a, b, near, 'words', 'Alike by name and time; no code says that they are one.'))
      : OTHER_CODE;
  const authors = namesAgree(namesOf(a.people, EVERYBODY), namesOf(b.people, EVERYBODY));
  const conclusions = conclusionsAgree(a, b);
  if (authors === false && conclusions !== true)
    return near <= Near.wall ? possibleBy(a, b, near) : OTHER_AUTHOR;
  if (
    near <= Near.wall &&
    conclusions !== false &&
    (authors === true || conclusions === true || finerThanMinute(a, b))
  )
    return same(
      near === Near.moment ? EXACT_MATCH : WITHIN_TOLERANCE,
      say(
        a,
        b,
        near,
        'time',
        'The same sort at the same time, and nothing about author or content disagrees.',
      ),
    );
  if (near === Near.day && (authors === true || authors === null) && conclusions === true)
    return same(
      WITHIN_TOLERANCE,
      say(a, b, near, 'conclusion', 'The same sort on one day with the same conclusion.'),
    );
  if (near === Near.day && authors === true && conclusions === null)
    return same(0, say(a, b, near, 'author', 'The same sort on one day by the same author.'));
  return near <= Near.midnight || near === Near.bothUndated ? possibleBy(a, b, near) : OTHER_TIME;
}

const possibleBy = (a: DocumentFact, b: DocumentFact, near: Nearness): Verdict =>
  possibly(
    say(a, b, near, 'time', 'The same sort at about the same time; author and content do not settle it.'),
  );

/** A report of the same minute and test is one; two notes of a minute need an author to be. */
const finerThanMinute = (a: DocumentFact, b: DocumentFact): boolean =>
  hasMoment(a.when) && hasMoment(b.when) && a.kind !== 'document';

const isEarly = (fact: DocumentFact): boolean => NOT_YET.has(fact.status.code);

/** What was said before all was known does not speak against what was said in the end. */
function conclusionsAgree(a: DocumentFact, b: DocumentFact): boolean | null {
  if (a.conclusion === null || b.conclusion === null) return null;
  const agree = foldText(a.conclusion) === foldText(b.conclusion);
  return agree || isEarly(a) === isEarly(b) ? agree : null;
}
