export type { EmbeddedFile } from './ccda.ts';
export { readHtml } from './html.ts';
export { foundIn, showingOf, type DownloadReason } from './kind.ts';
export { readText } from './read.ts';
