/**
 * Cuts one resource out of a page's text, byte for byte as the server wrote it, without parsing the page: digits,
 * order and spacing are the source's own. Text that is no JSON gives null; nothing here recurses or throws.
 */
import { arrayItems, memberSpan, skipSpace, valueEnd } from '../base/index.ts';

/** The text of entry `n`'s resource; a page that is a single resource and no Bundle is its own entry 0. */
export function entryText(pageText: string, n: number): string | null {
  const start = skipSpace(pageText, 0);
  // Walked to its end first: a page that breaks off has no entries, not some.
  const end = valueEnd(pageText, start);
  const type = end === null ? null : memberSpan(pageText, start, 'resourceType');
  if (end === null || type === null) return null;
  // Other resources have an element 'entry' too (List): only a Bundle's are resources.
  if (pageText.slice(type.start, type.end) !== '"Bundle"') return n === 0 ? pageText.slice(start, end) : null;
  const entries = memberSpan(pageText, start, 'entry');
  if (entries === null) return null;
  let number = 0;
  for (const entry of arrayItems(pageText, entries.start)) {
    if (number++ !== n) continue;
    const resource = entry && memberSpan(pageText, entry.start, 'resource');
    return resource ? pageText.slice(resource.start, resource.end) : null;
  }
  return null;
}

/** Every entry of a page in one walk, for whoever wants many of them. */
export function* entryTexts(pageText: string): Generator<string | null> {
  const start = skipSpace(pageText, 0);
  const type = memberSpan(pageText, start, 'resourceType');
  const isBundle = type !== null && pageText.slice(type.start, type.end) === '"Bundle"';
  const entries = isBundle ? memberSpan(pageText, start, 'entry') : null;
  if (entries === null) return yield entryText(pageText, 0);
  for (const entry of arrayItems(pageText, entries.start)) {
    const resource = entry && memberSpan(pageText, entry.start, 'resource');
    yield resource ? pageText.slice(resource.start, resource.end) : null;
  }
}
