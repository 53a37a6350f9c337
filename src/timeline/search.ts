import type { Concept, Fact, Merged } from '../record/index.ts';
import { isWhole, meaningsOf } from './synonyms.ts';
import { isMasked, type Timeline } from './timeline.ts';
import { valueText } from './value-text.ts';

/** Short ones where the texts are few enough, as they nearly always are. */
type Numbers = Uint16Array | Uint32Array;

/**
 * Facts share few titles, codes and values, so each different text is kept once: a search reads every text once and
 * then only compares numbers.
 */
export interface SearchIndex {
  readonly texts: string[];
  /** Numbers of the texts of each fact: name and codes, value, notes. 0 is the empty text. */
  of: readonly [name: Numbers, value: Numbers, notes: Numbers];
  /** Words of names, for telling what a misspelt word may have meant. */
  readonly words: string[];
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** Concatenation and no arrays: this runs for every fact when somebody first searches. */
function conceptText(concept: Concept | null): string {
  if (concept === null) return '';
  let text = `\n${concept.text ?? ''}`;
  for (const coding of concept.codings) text += `\n${coding.display ?? ''}\n${coding.code ?? ''}`;
  return text;
}

function nameText(merged: Merged): string {
  let text = '';
  for (const fact of merged.members) {
    text += `\n${fact.title}${conceptText(fact.code)}`;
    for (const concept of besides(fact)) text += conceptText(concept);
  }
  return text;
}

const NONE: readonly (Concept | null)[] = [];

/** Names a fact goes by that are not its code: what an encounter was for, what a panel holds. */
function besides(fact: Fact): readonly (Concept | null)[] {
  switch (fact.kind) {
    case 'encounter':
      return [...fact.types, ...fact.reasons];
    case 'allergy':
      return [fact.substance];
    case 'observation':
    case 'panel':
    case 'social':
      return fact.components.length === 0 ? NONE : fact.components.map((component) => component.code);
    default:
      return NONE;
  }
}

function noteText(merged: Merged): string {
  let text = '';
  for (const fact of merged.members) for (const note of fact.notes) text += `\n${note.text}`;
  return text;
}

function valuesText(merged: Merged): string {
  let text = '';
  for (const fact of merged.members) {
    const value = valueText(fact);
    if (value !== null) text += `\n${value}`;
  }
  return text;
}

/** The index while it is being made: a slice of the facts at a time, so that nobody waits for all of it at once. */
export interface Indexing {
  readonly index: SearchIndex;
  readonly numbers: Map<string, number>;
  readonly words: Set<string>;
  next: number;
}

const begun = (n: number): Indexing => ({
  index: {
    texts: [''],
    of: [new Uint32Array(n), new Uint32Array(n), new Uint32Array(n)],
    words: [],
  },
  numbers: new Map([['', 0]]),
  words: new Set(),
  next: 0,
});

function searchIndex(timeline: Timeline): SearchIndex {
  while (!indexMore(timeline, timeline.facts.length));
  return timeline.memo.search?.index ?? begun(0).index;
}

/** Takes in so many facts more; true once all are in. For the time before somebody searches. */
export function indexMore(timeline: Timeline, most: number): boolean {
  const making = (timeline.memo.search ??= begun(timeline.facts.length));
  const end = Math.min(timeline.facts.length, making.next + most);
  for (; making.next < end; making.next++) indexOne(timeline, making, making.next);
  if (making.next < timeline.facts.length) return false;
  if (making.words.size > 0) {
    making.index.words.push(...making.words);
    making.words.clear();
    making.numbers.clear();
    const [name, value, notes] = making.index.of;
    if (making.index.texts.length <= 2 ** 16)
      making.index.of = [Uint16Array.from(name), Uint16Array.from(value), Uint16Array.from(notes)];
  }
  return true;
}

function indexOne(timeline: Timeline, { index, numbers, words }: Indexing, i: number): void {
  const merged = timeline.facts[i];
  if (merged === undefined || isMasked(timeline, i)) return;
  const number = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, index.texts.length);
    index.texts.push(fold(text));
    return index.texts.length - 1;
  };
  const before = index.texts.length;
  index.of[0][i] = number(nameText(merged));
  if (index.texts.length > before) for (const word of wordsOf(index.texts[before] ?? '')) words.add(word);
  index.of[1][i] = number(valuesText(merged));
  index.of[2][i] = number(noteText(merged));
}

const wordsOf = (text: string): readonly string[] =>
  text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 4);

/** From this length a word is also found inside others: 'statin' in 'atorvastatin'. */
const INSIDE_FROM = 4;
const ALPHANUMERIC = /[\p{L}\p{N}]/u;

function contains(text: string, wanted: string): boolean {
  let at = text.indexOf(wanted);
  if (wanted.length >= INSIDE_FROM) return at >= 0;
  const whole = isWhole(wanted);
  const isInside = (): boolean =>
    (at > 0 && ALPHANUMERIC.test(text[at - 1] ?? '')) ||
    (whole && ALPHANUMERIC.test(text[at + wanted.length] ?? ''));
  while (at >= 0 && isInside()) at = text.indexOf(wanted, at + 1);
  return at >= 0;
}

/** One byte a fact: 1 where every word of the query is found in it. */
export function searchHits(timeline: Timeline, query: string): Uint8Array | null {
  const words = fold(query).split(/\s+/).filter(Boolean).slice(0, 8);
  if (words.length === 0) return null;
  const index = searchIndex(timeline);
  const phrase = words.length > 1 ? meaningsOf(words.join(' ')).slice(1) : [];
  const meant = phrase.length === 0 ? null : textsWith(index, phrase);
  const hits = new Uint8Array(timeline.facts.length).fill(1);
  for (const word of words) {
    const inText = textsWith(index, meaningsOf(word));
    // 'blood thinner' is understood as a whole: neither word of it is misspelt.
    const found = inText ?? (meant === null ? textsWith(index, alike(index, word)) : null);
    keep(hits, index, found ?? new Uint8Array(index.texts.length));
  }
  if (meant !== null) for (let i = 0; i < hits.length; i++) if (inAny(index, meant, i)) hits[i] = 1;
  return hits;
}

/** One byte a text: 1 where it has any of the words; null where no text has. */
function textsWith(index: SearchIndex, wanted: readonly string[]): Uint8Array | null {
  const found = new Uint8Array(index.texts.length);
  let any = false;
  index.texts.forEach((text, i) => {
    if (!wanted.some((word) => contains(text, word))) return;
    found[i] = 1;
    any = true;
  });
  return any ? found : null;
}

const inAny = (index: SearchIndex, found: Uint8Array, fact: number): boolean =>
  index.of.some((column) => found[column[fact] ?? 0] === 1);

function keep(hits: Uint8Array, index: SearchIndex, found: Uint8Array): void {
  const [name, value, notes] = index.of;
  for (let i = 0; i < hits.length; i++)
    if (found[name[i] ?? 0] !== 1 && found[value[i] ?? 0] !== 1 && found[notes[i] ?? 0] !== 1) hits[i] = 0;
}

/** Words of the record that a misspelt word may have meant; only asked when nothing was found as it was typed. */
function alike(index: SearchIndex, word: string): readonly string[] {
  if (word.length < 4 || /\d/.test(word)) return [];
  const allowed = word.length < 8 ? 1 : 2;
  return index.words.filter((known) => {
    // While a word is being typed, only its beginning is there to compare.
    const start = known.slice(0, word.length);
    return withinEdits(word, start, allowed) || withinEdits(word, known, allowed);
  });
}

/** Damerau-Levenshtein (adjacent swaps count once), given up as soon as it exceeds what is allowed. */
export function withinEdits(a: string, b: string, allowed: number): boolean {
  if (Math.abs(a.length - b.length) > allowed) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > allowed) return false;
    before = last;
    last = row;
  }
  return (last[b.length] ?? allowed + 1) <= allowed;
}
