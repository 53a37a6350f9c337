import { t } from '../messages/index.ts';
import { phraseIn } from './phrase.ts';

const phrase = (text: string): string | null => phraseIn(t.said, text, said);

const COMPARED = ' Compared: ';

/**
 * What the inner rooms say in English (why records are one, what speaks against a link, what a server did), in the
 * reader's language: whole, or sentence by sentence. What is not known stays as it was said.
 */
export function said(text: string): string {
  const whole = phrase(text);
  if (whole !== null) return whole;
  // The list of what was compared holds the sources' own words, and full stops among them.
  const compared = text.indexOf(COMPARED);
  if (compared > 0) return `${said(text.slice(0, compared))} ${said(text.slice(compared + 1))}`;
  const sentences = text.split(/(?<=\.) (?=[A-Z])/);
  return sentences.length === 1 ? text : sentences.map((each) => phrase(each) ?? each).join(' ');
}
