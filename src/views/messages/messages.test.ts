import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../base/index.ts';
import type { Catalogue } from './catalogue.ts';
import { languageOf, speak, t, withWords } from './language.ts';
import { later } from './en/later.ts';

/** Names, signs and words that are the same in more than one language. */
const SAME =
  /^(?:[\W\d]*|[A-D]\.?|ltr|j {2}k|r|error|Esc|Ctrl\+P|Throughline|UTC.*|Detail|Status|Name|Version|Codes?|Filter|Panel|provisional|plan|normal)$/i;

/** A message with parts takes numbers, texts, a list or a kind: the first that it can make a sentence of. */
const PARTS: readonly (readonly unknown[])[] = [
  [3, 4, 5, 6],
  ['A', 'B', 'C', 'D'],
  [['A', 'B'], ['C']],
  [3, 'allergy'],
];
const BROKEN = /undefined|NaN|\[object/;

function sentence(message: (...parts: unknown[]) => unknown): string {
  for (const parts of PARTS) {
    try {
      const text = String(message(...parts));
      if (!BROKEN.test(text)) return text;
    } catch {
      // It takes other parts.
    }
  }
  return '';
}

/** Every leaf of a catalogue as text. */
function wordsOf(value: unknown, path: string, into = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'string') into.set(path, value);
  // What the core says has a test of its own (format/said.test.ts): English is what it says.
  else if (path === '/said' || path === '/coded') return into;
  else if (isMessage(value)) into.set(path, sentence(value));
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) wordsOf(inner, `${path}/${key}`, into);
  return into;
}

const isMessage = (value: unknown): value is (...parts: unknown[]) => unknown => typeof value === 'function';

const catalogues = new Map<Language, Catalogue>();
beforeAll(async () => {
  await speak('en');
  await withWords(Promise.resolve());
  for (const language of LANGUAGES) {
    await speak(language);
    catalogues.set(language, t);
  }
});
const wordsIn = (language: Language) => wordsOf(catalogues.get(language), '');

describe.each(LANGUAGES.filter((language) => language !== 'en'))('the catalogue in %s', (language) => {
  it('has every message, and none of them empty', () => {
    const [english, theirs] = [wordsIn('en'), wordsIn(language)];
    expect([...theirs.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...theirs].filter(([, text]) => text.trim() === '' || BROKEN.test(text))).toEqual([]);
  });

  it('leaves nothing in English', () => {
    const [english, theirs] = [wordsIn('en'), wordsIn(language)];
    const left = [...theirs].filter(([path, text]) => text === english.get(path) && !SAME.test(text));
    expect(left).toEqual([]);
  });
});

describe('a language', () => {
  it('is the first that the browser asks for and the product knows', () => {
    expect(languageOf(['fr-CA', 'de-AT', 'en'])).toBe('de');
    expect(languageOf(['ES'])).toBe('es');
    expect(languageOf(['fr'])).toBeNull();
  });

  it('counts and lists as its readers do', async () => {
    await speak('de');
    expect([t.facts(1), t.facts(12_345)]).toEqual(['1 Eintrag', '12.345 Einträge']);
    expect(t.listed(['A', 'B', 'C'])).toBe('A, B und C');
    await speak('es');
    expect(t.listed(['A', 'B', 'C'])).toBe('A, B y C');
    await speak('en');
    expect([t.facts(0), t.facts(1)]).toEqual(['0 facts', '1 fact']);
  });
});

describe('the words of what is opened later', () => {
  it('are said by nothing that is part of the first screen', () => {
    const said = new RegExp(`\\bt\\.(?:${Object.keys(later).join('|')})\\b`);
    // The screen of a patient comes while somebody signs in, and with it nothing of what is opened from it.
    const first = staticFiles(join(SRC, 'main.tsx'));
    staticFiles(join(SRC, 'views/workspace/workspace.tsx'), first);
    expect(first.size).toBeGreaterThan(80);
    expect([...first].filter((file) => said.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

const SRC = join(import.meta.dirname, '..', '..');

/** A file and what it imports statically, barrels by the names that are taken from them. */
function staticFiles(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry) || !/\.tsx?$/.test(entry)) return seen;
  seen.add(entry);
  for (const [, names, from = ''] of readFileSync(entry, 'utf8').matchAll(
    /^(?:import|export) (?!type)(?:[^;]*?)\{?([^;}]*)\}? from '(\.[^']+)';/gms,
  ))
    for (const file of named(join(dirname(entry), from), names ?? '')) staticFiles(file, seen);
  return seen;
}

/** Of a barrel, the files that have what is asked for. */
function named(file: string, names: string): string[] {
  if (!file.endsWith('index.ts') || file.includes('messages')) return [file];
  const wanted = names.split(',').map((name) => name.replace(/^\s*type\s+.*$/s, '').trim());
  return [...readFileSync(file, 'utf8').matchAll(/export \{([^}]*)\} from '(\.[^']+)';/gs)]
    .filter(([, has = '']) => has.split(',').some((name) => wanted.includes(name.trim())))
    .map(([, , from = '']) => join(dirname(file), from));
}
