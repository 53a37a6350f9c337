import type { Paper } from '../record/index.ts';
import { readCcda, type EmbeddedFile } from './ccda.ts';
import { readHtml } from './html.ts';
import { readRtf } from './rtf.ts';
import type { DownloadReason, TextKind } from './kind.ts';
import { elementsOf, readMarkup } from './markup.ts';

export type Read =
  | { readonly kind: 'text'; readonly text: string; readonly shortened: boolean }
  | { readonly kind: 'paper'; readonly paper: Paper }
  | { readonly kind: 'embedded'; readonly paper: Paper; readonly file: EmbeddedFile }
  | { readonly kind: 'download'; readonly why: DownloadReason };

/** A screen of text: what is longer is in the file. */
const LONGEST = 400_000;

/** Words for a reader, out of text that says of itself, or that is said, to be of this kind. */
export function readText(kind: TextKind, text: string): Read {
  switch (kind) {
    case 'rtf':
      return plain(readRtf(text));
    case 'html':
      return { kind: 'paper', paper: readHtml(text) };
    case 'text':
      return plain(text);
    case 'xml':
    case 'any-text':
      return readXml(text, kind);
  }
}

function readXml(text: string, kind: 'xml' | 'any-text'): Read {
  const start = text.slice(0, 4000);
  if (!/^\s*</.test(start)) return plain(text);
  const root = elementsOf(readMarkup(start).root)[0]?.name;
  if (root === 'svg') return { kind: 'download', why: 'may-run' };
  if (root === 'html' && kind === 'any-text') return { kind: 'paper', paper: readHtml(text) };
  const ccda = root === 'clinicaldocument' ? readCcda(text) : null;
  if (ccda === null) return plain(text);
  const { embedded, ...paper } = ccda;
  return embedded === null ? { kind: 'paper', paper } : { kind: 'embedded', paper, file: embedded };
}

const plain = (text: string): Read => ({
  kind: 'text',
  text: text.slice(0, LONGEST),
  shortened: text.length > LONGEST,
});
