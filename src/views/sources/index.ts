export { SourcesView } from './sources-view.tsx';
