export { SourceAct, SourcesStrip } from './sources-strip.tsx';
export { standingOf } from './standing.ts';
