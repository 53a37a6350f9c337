/** Text longer than this is a narrative, not a name: it is not looked up. Bounds the cost of hostile input too. */
const NAME_LIMIT = 200;

/**
 * The form in which names are compared: lower case, no accents, words of letters and digits with one space between.
 * Nothing is stemmed or guessed: 'hypertention' stays unknown. null where there is no name to compare.
 */
export function nameKey(text: string | null): string | null {
  if (text === null || text.length > NAME_LIMIT) return null;
  const key = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9%+#]+/g, ' ')
    .trim();
  return key === '' ? null : key;
}
