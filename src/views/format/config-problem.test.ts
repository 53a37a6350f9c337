import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configWords } from '../messages/index.ts';
import { configProblemText } from './config-problem.ts';

const SOURCES = join(import.meta.dirname, '..', '..', 'sources');
const read = (name: string): string =>
  readFileSync(join(SOURCES, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

const TEXT = String.raw`(?:'((?:[^'\\\n]|\\.)*)'|\`((?:[^\`\\]|\\.)*)\`)`;
/** Every text with a space in it that stands after one of these, with `{}` for what varies. */
const textsAfter = (name: string, before: string): readonly string[] =>
  [...read(name).matchAll(new RegExp(`(?:${before})\\s*${TEXT}`, 'g'))]
    .map(([, plain, template = '']) => (plain ?? template).replaceAll(/\$\{(?:[^}']|'[^']*')*\}/g, '{}'))
    .filter((text) => /[a-z] /.test(text));

const SPOKEN = [
  ...textsAfter('config.ts', String.raw`'[a-zA-Z]+',|message:|=>[^,;]*,|\),|COLOURS,`).filter((text) =>
    /^(?:must|is|has|cannot|decides|another|")/.test(text),
  ),
  ...textsAfter('json-lines.ts', String.raw`fail\(`),
  ...textsAfter('config-words.ts', String.raw`json,|\?|:`),
];

describe.each(['es', 'de'] as const)('mistakes of config.json, in %s', (language) => {
  it('have words for everything that can be wrong', async () => {
    const words = await configWords(language);
    // Numbers that stand in a text are parts of it.
    const shapes = new Set(Object.keys(words).map((each) => each.replaceAll('{}', '')));
    const shapeOf = (text: string): string => text.replaceAll(/\{\}|\b\d+\b(?= to| characters|$)/g, '');
    expect(SPOKEN.length).toBeGreaterThan(35);
    const missing = SPOKEN.filter((text) => words[text] === undefined && !shapes.has(shapeOf(text)));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('keep the parts of a phrase', async () => {
    const wrong = Object.entries(await configWords(language)).filter(
      ([text, own]) => text.split('{}').length !== own.split('{}').length,
    );
    expect(wrong).toEqual([]);
  });
});

it('are told line by line, with the setting as it is written', async () => {
  const said = [
    'config.json line 14: organisations[1].iss must end with nothing',
    'config.json line 3: organisations must be a list in [ ], not a text',
    'config.json line 7: idleMinutes must be a whole number of minutes from 1 to 240',
    'config.json line 9: a comma is missing at the end of this line',
    'config.json line 2: organisations[0].clientId is missing',
    '/config.json: the web server answered with status 404',
  ].join('\n');
  expect(configProblemText(said, await configWords('de')).split('\n')).toEqual([
    'config.json, Zeile 14: organisations[1].iss must end with nothing',
    'config.json, Zeile 3: organisations muss eine Liste in [ ] sein, nicht ein Text',
    'config.json, Zeile 7: idleMinutes muss eine ganze Zahl von Minuten von 1 bis 240 sein',
    'config.json, Zeile 9: am Ende dieser Zeile fehlt ein Komma',
    'config.json, Zeile 2: organisations[0].clientId fehlt',
    '/config.json: der Webserver antwortete mit Status 404',
  ]);
  expect(configProblemText(said, await configWords('en'))).toBe(said);
});
