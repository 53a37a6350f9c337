export { Announcer } from './announcer.tsx';
export { SourceAct, SourcesStrip } from './sources-strip.tsx';

export { isIncomplete, isReading, standingOf } from './standing.ts';
