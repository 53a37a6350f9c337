/**
 * Without the characters of `set` at its end. By hand: `/[/]+$/` looks from every slash of a text to the end of its
 * run, which on a megabyte of them takes hours.
 */
export function withoutTail(text: string, set: string): string {
  let end = text.length;
  while (end > 0 && set.includes(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}
