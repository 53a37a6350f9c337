export { SourceAct, SourcesStrip } from './sources-strip.tsx';

export { isIncomplete, standingOf } from './standing.ts';
