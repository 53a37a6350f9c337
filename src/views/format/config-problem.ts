import { phraseIn } from './phrase.ts';

/** `config.json line 14: organisations[1].iss must start with …`, a line a mistake: the same in another language. */
export const configProblemText = (detail: string, words: Readonly<Record<string, string>>): string =>
  detail
    .split('\n')
    .map((line) => {
      const [, where, rest = ''] = /^(\/?config\.json(?: line \d+)?): (.*)$/.exec(line) ?? [];
      return where === undefined ? line : `${phraseIn(words, where) ?? where}: ${mistakeText(rest, words)}`;
    })
    .join('\n');

/** What is wrong, after the name of the setting where one is named. */
function mistakeText(text: string, words: Readonly<Record<string, string>>): string {
  const space = text.indexOf(' ');
  const named = space > 0 ? phraseIn(words, text.slice(space + 1)) : null;
  return phraseIn(words, text) ?? (named === null ? text : `${text.slice(0, space)} ${named}`);
}
