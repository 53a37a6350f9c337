import type { Paper } from '../record/index.ts';
import { proseOf } from './blocks.ts';
import { readMarkup } from './markup.ts';

/** A FHIR narrative, or a page: its words in order, and nothing that it would have a browser do. */
export function readHtml(text: string): Paper {
  const { root, shortened } = readMarkup(text);
  const { blocks, leftOut } = proseOf(root);
  return { head: [], sections: [{ title: null, level: 1, blocks }], leftOut, shortened };
}
