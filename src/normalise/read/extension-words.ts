import { isObject, type Json, type JsonObject } from '../../base/index.ts';
import { textAt, wordsOf } from './words.ts';

const EXTENSION = 'extension:';
const DEEPEST = 6;

/** As `textAt`, and of a path that begins with `extension:` what the extension of that address says. */
export function textOrExtension(o: JsonObject, path: string): string | null {
  return path.startsWith(EXTENSION) ? extensionText(o, path.slice(EXTENSION.length)) : textAt(o, path);
}

/** What the extensions of an address say: their value, or those of the extensions inside, in their order. */
export function extensionText(o: JsonObject, url: string): string | null {
  const words: string[] = [];
  const all = o['extension'];
  if (Array.isArray(all))
    for (const one of all as readonly Json[])
      if (isObject(one) && one['url'] === url) addExtension(words, one, 0);
  return words.join(', ') || null;
}

function addExtension(words: string[], extension: JsonObject, depth: number): void {
  for (const key in extension)
    if (key.startsWith('value')) {
      const said = wordsOf(extension[key]);
      if (said !== null && !words.includes(said)) words.push(said);
    }
  const inner = extension['extension'];
  if (!Array.isArray(inner) || depth >= DEEPEST) return;
  for (const one of inner as readonly Json[]) if (isObject(one)) addExtension(words, one, depth + 1);
}
