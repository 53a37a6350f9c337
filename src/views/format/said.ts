import { t } from '../messages/index.ts';

/** What varies in a phrase, where `shape` is what stands around it; null where the text is another phrase. */
function partsIn(text: string, shape: readonly string[]): readonly string[] | null {
  const [start = '', ...rest] = shape;
  const end = rest.pop() ?? '';
  if (!text.startsWith(start) || !text.endsWith(end) || text.length <= start.length + end.length) return null;
  const parts: string[] = [];
  let left = text.slice(start.length, text.length - end.length);
  for (const between of rest) {
    const at = left.indexOf(between);
    if (at < 1) return null;
    parts.push(left.slice(0, at));
    left = left.slice(at + between.length);
  }
  return [...parts, left];
}

/** One phrase; null where it is none of those that are known. */
function phrase(text: string): string | null {
  const whole = t.said[text];
  if (whole !== undefined) return whole;
  for (const [known, own] of Object.entries(t.said)) {
    const parts = known.includes('{}') ? partsIn(text, known.split('{}')) : null;
    if (parts === null) continue;
    let next = 0;
    // What is compared is a list of parts, each with a word of its own.
    return own.replaceAll('{}', () => (parts[next++] ?? '').split('; ').map(said).join('; '));
  }
  return null;
}

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
