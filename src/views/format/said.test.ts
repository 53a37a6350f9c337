import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speak, t, withWords } from '../messages/index.ts';
import { said } from './said.ts';

const SRC = join(import.meta.dirname, '..', '..');

const read = (room: string): string =>
  readdirSync(join(SRC, room))
    .filter((name) => name.endsWith('.ts') && !name.includes('test'))
    .map((name) => readFileSync(join(SRC, room, name), 'utf8'))
    .join('\n')
    .replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

const TEXT = String.raw`(?:'((?:[^'\\\n]|\\.)*)'|\`((?:[^\`\\]|\\.)*)\`)`;

/** Every text that stands after this in a room, with `{}` for what varies. */
const textsAfter = (room: string, before: string): readonly string[] => [
  ...new Set(
    [...read(room).matchAll(new RegExp(`${before}${TEXT}`, 'g'))]
      .map(([, plain, template = '']) => plain ?? template.replaceAll(/\$\{[^}]*\}/g, '{}'))
      .map((text) => text.trim()),
  ),
];

const SENTENCE = /^(?:\{\} )?[A-Z].* .*\.$/;
/** Of the headless core alone, which speaks English. */
const UNSEEN =
  /^(?:A \{\} |The sources differ|Each of these sources|(?:No|Only an)\s?other source|An older version)/;

/** What the inner rooms can say, found in what is written there. */
const SPOKEN: Readonly<Record<string, () => readonly string[]>> = {
  'reasons of merging': () =>
    ['merge', 'merge/rules']
      .flatMap((room) => textsAfter(room, ''))
      .filter((text) => SENTENCE.test(text) && !UNSEEN.test(text))
      .map((text) => text.replaceAll(/^Two facts\. \{\}\{\}$|^\{\} /g, '').trim())
      .filter((text) => text !== ''),
  'how near in time': () => textsAfter('merge', String.raw`\[Near\.\w+\]: `),
  'notes on names and dates': () => [
    ...textsAfter('match', String.raw`note: `),
    ...textsAfter('match', String.raw`variant\(`),
    ...textsAfter('match', String.raw`, `).filter((text) => /^[a-z1].* .*[a-z]$/.test(text)),
  ],
  'what was compared of two patients': () => [
    ...textsAfter('match', String.raw`\bfield\(`),
    ...textsAfter('match', String.raw`\bplace\(`),
    ...textsAfter('match', String.raw`nameEvidence\(`),
  ],
  'what forbids a link': () => [
    ...textsAfter('match', String.raw`vetoes\.push\(\s*`),
    ...textsAfter('match', String.raw`return `).filter((text) => text.includes(' ')),
  ],
  'remarks on reading': () =>
    ['fetch', 'fetch/habits'].flatMap((room) => [
      ...textsAfter(room, String.raw`remark(?:\(|: )`),
      ...textsAfter(room, String.raw`only: (?:status\[0\] === 'clinical-status' \? )?`),
      ...textsAfter(room, String.raw`notGranted\(`),
      ...textsAfter(room, String.raw`words: `),
    ]),
};

afterAll(() => speak('en'));

describe.each(['de', 'es'] as const)('what the core says, in %s', (language) => {
  beforeAll(async () => {
    await speak(language);
    await withWords(Promise.resolve());
  });

  it.each(Object.entries(SPOKEN))('has words for %s', (_, spoken) => {
    const texts = spoken();
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter((text) => t.said[text] === undefined)).toEqual([]);
  });

  it('keeps the parts of a phrase', () => {
    const wrong = Object.entries(t.said).filter(
      ([text, own]) => text.split('{}').length !== own.split('{}').length,
    );
    expect(wrong).toEqual([]);
  });
});

/** `ingredient class class|…` in the tables of drugs. */
const DRUG_CLASSES = [
  ...new Set(
    [
      ...read('normalise/terminology/tables').matchAll(
        /^[a-z][a-z-]* ([a-z0-9-]+(?: [a-z0-9-]+)*)\|(?:rx|atc)/gm,
      ),
    ].flatMap(([, classes = '']) => classes.split(' ')),
  ),
];

it.each(['en', 'de', 'es'] as const)('every class of drugs has a name, in %s', async (language) => {
  await speak(language);
  await withWords(Promise.resolve());
  expect(DRUG_CLASSES.length).toBeGreaterThan(50);
  expect(DRUG_CLASSES.filter((name) => t.said[name] === undefined)).toEqual([]);
  const why = said('Two current drugs of one class: beta-blocker.');
  expect(why).toContain({ en: 'beta blocker', de: 'Betablocker', es: 'bloqueante beta' }[language]);
});

describe('a reason', () => {
  beforeAll(async () => {
    await speak('de');
    await withWords(Promise.resolve());
  });

  it('is said sentence by sentence, with its parts', () => {
    expect(said('Two facts. They are different drugs.')).toBe(
      'Zwei Einträge. Es sind verschiedene Medikamente.',
    );
    expect(
      said(
        'One fact. The same thing on the same day. Compared: St. Johns wort. Tea; any date (allowed: one day).',
      ),
    ).toBe(
      'Ein Eintrag. Dasselbe am selben Tag. Verglichen: St. Johns wort. Tea; jedes Datum (zulässig: ein Tag).',
    );
    expect(said('the server answers only for orders and plans')).toBe(
      'der Server antwortet nur für Verordnungen und Pläne',
    );
  });

  it('that nobody knows stays as it was said', () => {
    expect(said('Seen by the moon. Twice.')).toBe('Seen by the moon. Twice.');
  });

  it('in English is what the core says', async () => {
    await speak('en');
    expect(said('They are different drugs.')).toBe('They are different drugs.');
  });
});
