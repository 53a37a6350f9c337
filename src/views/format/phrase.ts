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
export function phraseIn(
  words: Readonly<Record<string, string>>,
  text: string,
  inner = (part: string): string => phraseIn(words, part) ?? part,
): string | null {
  const whole = words[text];
  if (whole !== undefined) return whole;
  for (const [known, own] of Object.entries(words)) {
    const parts = known.includes('{}') ? partsIn(text, known.split('{}')) : null;
    if (parts === null) continue;
    let next = 0;
    // What is compared is a list of parts, each with a word of its own.
    return own.replaceAll('{}', () => (parts[next++] ?? '').split('; ').map(inner).join('; '));
  }
  return null;
}
