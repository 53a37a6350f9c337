export { SourcesView } from './sources-view.tsx';
export { receivedText, whyText } from './ledger-words.ts';
